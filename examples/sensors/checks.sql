SELECT count(*) FROM readings HAVING count(*) <> 365 * 96 OR min(taken_at) <> '2025-01-01 00:00:00' OR max(taken_at) <> '2025-12-31 23:45:00';
SELECT * FROM (SELECT julianday(taken_at) - julianday(lag(taken_at) OVER (ORDER BY id)) AS step FROM readings) WHERE abs(step * 96 - 1) > 0.001;
-- The meter is what it was before and what has been used since.
SELECT * FROM (SELECT meter_kwh, used_kwh, lag(meter_kwh, 1, 48211.5) OVER (ORDER BY id) AS before FROM readings) WHERE abs(meter_kwh - before - used_kwh) > 0.0001 OR used_kwh < 0.02;
-- Summers are warmer than winters, days than nights, and the sun does not shine at midnight.
SELECT * FROM (SELECT avg(CASE WHEN strftime('%m', taken_at) IN ('06', '07', '08') THEN outside END) AS summer, avg(CASE WHEN strftime('%m', taken_at) IN ('12', '01', '02') THEN outside END) AS winter FROM readings) WHERE summer - winter NOT BETWEEN 10 AND 20;
SELECT * FROM (SELECT avg(CASE WHEN strftime('%H', taken_at) = '15' THEN outside END) AS day, avg(CASE WHEN strftime('%H', taken_at) = '03' THEN outside END) AS night FROM readings) WHERE day - night NOT BETWEEN 6 AND 9;
SELECT * FROM readings WHERE strftime('%H', taken_at) = '00' AND sun_w > 0;
SELECT * FROM readings WHERE inside NOT BETWEEN 12 AND 30 OR wind NOT BETWEEN 0 AND 40;
-- A wind like the one before: no leaps.
SELECT * FROM (SELECT wind - lag(wind) OVER (ORDER BY id) AS step FROM readings) WHERE abs(step) > 4;
SELECT * FROM readings WHERE is_workday <> (strftime('%w', taken_at) BETWEEN '1' AND '5');
SELECT * FROM readings WHERE taken_at LIKE '2025-12-31%' AND day <> 'Wed 31 Dec, week 1';
