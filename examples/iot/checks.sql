SELECT sensor_id FROM readings GROUP BY sensor_id HAVING count(*) <> 96;
SELECT * FROM readings r JOIN sensors s ON s.id = r.sensor_id WHERE r.taken_at < s.installed_at;
SELECT * FROM (SELECT sensor_id, julianday(taken_at) - julianday(lag(taken_at) OVER (PARTITION BY sensor_id ORDER BY id)) AS step FROM readings) WHERE abs(step * 96 - 1) > 0.001;
SELECT * FROM readings r JOIN sensors s ON s.id = r.sensor_id WHERE s.unit = 'percent' AND r.value NOT BETWEEN 0 AND 100;
SELECT * FROM readings r JOIN sensors s ON s.id = r.sensor_id WHERE s.unit = 'celsius' AND r.value NOT BETWEEN -10 AND 35;
SELECT * FROM sensors WHERE length(mac) <> 17;
SELECT * FROM readings WHERE taken_at NOT LIKE '2025-12-31 %';
SELECT * FROM (SELECT avg(CASE WHEN strftime('%H', r.taken_at) = '15' THEN r.value END) AS day, avg(CASE WHEN strftime('%H', r.taken_at) = '03' THEN r.value END) AS night FROM readings r JOIN sensors s ON s.id = r.sensor_id WHERE s.unit = 'celsius') WHERE day - night NOT BETWEEN 9 AND 15;
