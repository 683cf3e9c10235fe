SELECT * FROM payslips WHERE abs(gross - tax - net) > 0.001;
SELECT * FROM employees WHERE julianday(hired_on) - julianday(birth_date) < 6575;
SELECT * FROM employees e JOIN departments d ON d.id = e.department_id WHERE e.works_in <> d.city;
SELECT * FROM employees WHERE grade = 'principal' AND salary < 110000;
SELECT employee_id FROM payslips GROUP BY employee_id HAVING count(*) <> 12 OR max(month_no) <> 12;
SELECT department_id FROM employees GROUP BY department_id HAVING count(*) NOT BETWEEN 10 AND 80;
SELECT * FROM payslips p JOIN employees e ON e.id = p.employee_id WHERE abs(p.gross * 12 - e.salary) > 0.12;
