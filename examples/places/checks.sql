-- Each statement finds rows that are wrong: none, if all is right.
SELECT home_city FROM customers GROUP BY home_city HAVING count(DISTINCT home_region) > 1;
SELECT work_city, work_code FROM customers GROUP BY 1, 2 HAVING count(DISTINCT work_country) <> 1 OR count(DISTINCT work_currency) <> 1;
SELECT * FROM customers WHERE home_city = 'Berlin' AND (abs(latitude - 52.52) > 0.05001 OR abs(longitude - 13.40) > 0.05001);
SELECT * FROM customers WHERE work_country IS NULL OR work_currency IS NULL;
SELECT * FROM customers WHERE work_code = 'JP' AND work_currency <> 'Yen';
-- Berlin has the most people of the local cities, and nearly twice as many as the next.
SELECT 1 WHERE (SELECT count(*) FROM customers WHERE home_city = 'Berlin') <= (SELECT count(*) FROM customers WHERE home_city = 'Hamburg');
SELECT branch FROM orders GROUP BY branch HAVING count(DISTINCT branch_city) > 1;
-- A row without a weight is never drawn.
SELECT * FROM orders WHERE branch = 'Depot';
SELECT * FROM orders WHERE branch = 'East' AND placed_on < '2016-11-02';
SELECT o.id FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.is_near <> (o.branch_city = c.home_city);
SELECT * FROM orders WHERE (model = 'B-7') <> (successor IS 'B-8') OR (model = 'H-10' AND price <> 24);
SELECT * FROM orders WHERE model = 'B-7' AND json_extract(range, '$.to') <> 1100;
-- The locale is that of Germany.
SELECT * FROM contacts WHERE country <> 'Germany' OR phone NOT LIKE '+49 %' OR postcode NOT GLOB '[0-9][0-9][0-9][0-9][0-9]';
SELECT * FROM contacts WHERE (city = 'Berlin') <> (postcode LIKE '10%');
SELECT * FROM contacts WHERE email NOT GLOB '[a-z]*.[a-z]*[0-9]@example.*' OR name = partner_name;
SELECT * FROM contacts WHERE age <> 2026 - strftime('%Y', birth_date) - (strftime('%m-%d', birth_date) > '01-01');
SELECT 1 WHERE (SELECT avg(sex = 'F') FROM contacts) NOT BETWEEN 0.45 AND 0.55;
-- A person's parts are one person's.
SELECT email FROM contacts GROUP BY name, birth_date HAVING count(*) > 1;
-- Composite types are JSON.
SELECT * FROM customers WHERE json_valid(favourite) = 0 OR json_valid(visits) = 0 OR json_extract(favourite, '$.name') <> favourite_name;
SELECT * FROM customers WHERE json_array_length(visits) > 4;
SELECT * FROM customers, json_each(customers.visits) v WHERE json_extract(v.value, '$.minutes') NOT BETWEEN 5 AND 240 OR json_extract(v.value, '$.at') NOT GLOB '20[0-9][0-9]-*T*';
SELECT 1 WHERE (SELECT count(DISTINCT json_array_length(visits)) FROM customers) <> 5;
