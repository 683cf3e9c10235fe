-- No row may come out of any of these.
SELECT * FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.placed_at < c.created_at OR o.placed_at > '2026-01-01 00:00:00';
SELECT * FROM orders WHERE shipped_at IS NOT NULL AND shipped_at <= placed_at;
SELECT * FROM orders WHERE (status = 'shipped') <> (shipped_at IS NOT NULL);
SELECT * FROM orders o WHERE abs(o.total - (SELECT sum(line_total) FROM order_items i WHERE i.order_id = o.id)) > 0.001;
SELECT * FROM order_items i JOIN products p ON p.sku = i.sku WHERE abs(i.line_total - i.quantity * p.price) > 0.001;
SELECT order_id FROM order_items GROUP BY order_id HAVING count(DISTINCT sku) <> count(*) OR max(line_no) <> count(*) OR count(*) > 5;
SELECT customer_id FROM orders GROUP BY customer_id HAVING count(*) > 20;
SELECT * FROM customers c JOIN customers r ON r.id = c.referrer_id WHERE r.id >= c.id;
SELECT * FROM customers WHERE updated_at < created_at OR balance < 0;
SELECT city_name FROM customers GROUP BY city_name HAVING count(DISTINCT country) > 1;
SELECT email FROM customers GROUP BY email HAVING count(*) > 1;
