-- No row may come out of any of these.
SELECT * FROM departments d JOIN employees e ON e.id = d.head_id WHERE e.department_id <> d.id OR d.head_name <> e.name;
SELECT * FROM departments d WHERE d.head_id IS NULL AND EXISTS (SELECT * FROM employees e WHERE e.department_id = d.id);
SELECT * FROM employees e JOIN employees m ON m.id = e.manager_id WHERE m.department_id <> e.department_id OR m.id >= e.id OR e.level <> m.level + 1 OR e.joined_on < m.joined_on OR e.chief <> m.chief;
SELECT * FROM employees WHERE manager_id IS NULL AND (level <> 1 OR chief <> name);
SELECT department_id FROM employees WHERE manager_id IS NULL GROUP BY department_id HAVING count(*) <> 1;
SELECT * FROM departments d WHERE abs(payroll - (SELECT coalesce(sum(salary), 0) FROM employees e WHERE e.department_id = d.id)) > 0.001;
-- Everybody is reached from the top.
WITH RECURSIVE tree(id) AS (SELECT id FROM employees WHERE manager_id IS NULL UNION ALL SELECT e.id FROM employees e JOIN tree t ON e.manager_id = t.id) SELECT 'tree' WHERE (SELECT count(*) FROM tree) <> (SELECT count(*) FROM employees);
