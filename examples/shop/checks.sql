-- Each statement finds rows that are wrong: none, if all is right.
SELECT * FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.placed_at < c.created_at OR o.placed_at > '2026-01-01 00:00:00';
SELECT * FROM orders WHERE (status = 'shipped') <> (shipped_at IS NOT NULL);
SELECT * FROM orders WHERE shipped_at <= placed_at;
SELECT * FROM order_items i JOIN products p ON p.id = i.product_id WHERE abs(i.line_total - i.quantity * p.price) > 0.001;
SELECT * FROM products WHERE price < 0 OR price > 5000;
SELECT order_id FROM order_items GROUP BY order_id HAVING count(*) <> max(line_no) OR min(line_no) <> 1;
SELECT * FROM orders o WHERE NOT EXISTS (SELECT 1 FROM order_items i WHERE i.order_id = o.id);
SELECT * FROM customers WHERE email <> lower(email) OR ssn NOT GLOB '9[0-9][0-9]-[0-9][0-9]-[0-9][0-9][0-9][0-9]';
SELECT * FROM products WHERE sku NOT GLOB '[A-Z][A-Z][A-Z]-[0-9][0-9][0-9][0-9][0-9][0-9]';
SELECT * FROM orders o WHERE abs(o.total - (SELECT sum(i.line_total) FROM order_items i WHERE i.order_id = o.id)) > 0.001;
SELECT * FROM orders o WHERE o.items <> (SELECT count(*) FROM order_items i WHERE i.order_id = o.id);
