SELECT * FROM users WHERE email <> lower(first_name || '.' || last_name || id || '@example.com') AND first_name NOT GLOB '*[^ -~]*' AND last_name NOT GLOB '*[^ -~]*';
SELECT * FROM users WHERE phone NOT GLOB '+1-[0-9][0-9][0-9]-[0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]';
SELECT * FROM users WHERE birth_date NOT BETWEEN '1950-01-01' AND '2005-12-31';
SELECT * FROM users WHERE created_at NOT BETWEEN '2024-01-01' AND '2026-01-01';
SELECT * FROM users WHERE balance < 0 OR balance > 1500;
SELECT * FROM users WHERE status NOT IN ('active', 'inactive', 'banned');
SELECT 1 FROM users HAVING avg(status = 'active') NOT BETWEEN 0.78 AND 0.82 OR avg(nickname IS NULL) NOT BETWEEN 0.04 AND 0.06 OR avg(is_admin) NOT BETWEEN 0.005 AND 0.015;
