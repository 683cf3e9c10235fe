SELECT * FROM users WHERE email <> lower(first_name || '.' || last_name || id || '@example.com') AND first_name NOT GLOB '*[^ -~]*' AND last_name NOT GLOB '*[^ -~]*';
SELECT * FROM users WHERE phone NOT GLOB '+1-[0-9][0-9][0-9]-[0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]';
SELECT * FROM users WHERE birth_date NOT BETWEEN '1950-01-01' AND '2005-12-31';
SELECT * FROM users WHERE created_at NOT BETWEEN '2024-01-01' AND '2026-01-01';
SELECT * FROM users WHERE balance < 0 OR balance > 1500;
SELECT * FROM users WHERE status NOT IN ('active', 'inactive', 'banned');
SELECT * FROM (SELECT avg(status = 'active') AS active, avg(nickname IS NULL) AS no_nickname, avg(is_admin) AS admins FROM users) WHERE active NOT BETWEEN 0.78 AND 0.82 OR no_nickname NOT BETWEEN 0.04 AND 0.06 OR admins NOT BETWEEN 0.005 AND 0.015;
