SELECT * FROM accounts a JOIN customers c ON c.id = a.customer_id WHERE a.opened_on < c.since;
SELECT * FROM transfers t JOIN accounts a ON a.id = t.account_id WHERE t.booked_at < a.opened_on OR t.booked_at > '2026-06-01 00:00:00Z';
SELECT * FROM transfers t JOIN accounts a ON a.id = t.account_id WHERE t.currency <> a.currency;
SELECT * FROM transfers WHERE amount < 0.01 OR amount > 50000;
SELECT * FROM accounts WHERE kind = 'savings' AND overdraft <> 0;
SELECT * FROM accounts WHERE length(number) <> 22;
SELECT customer_id FROM accounts GROUP BY customer_id HAVING count(*) NOT BETWEEN 1 AND 3;
SELECT * FROM bookings b JOIN accounts a ON a.id = b.account_id WHERE b.balance < -a.overdraft - 0.001;
SELECT * FROM (SELECT b.balance, b.amount, lag(b.balance, 1, a.opening) OVER (PARTITION BY b.account_id ORDER BY b.id) AS before FROM bookings b JOIN accounts a ON a.id = b.account_id) WHERE abs(balance - before - amount) > 0.001;
SELECT * FROM (SELECT b.booked_at, lag(b.booked_at, 1, a.opened_on) OVER (PARTITION BY b.account_id ORDER BY b.id) AS before FROM bookings b JOIN accounts a ON a.id = b.account_id) WHERE booked_at <= before;
SELECT * FROM accounts a WHERE abs(a.balance - a.opening - coalesce((SELECT sum(b.amount) FROM bookings b WHERE b.account_id = a.id), 0)) > 0.001;
-- Some accounts have spent all that they could.
SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM bookings b JOIN accounts a ON a.id = b.account_id WHERE abs(b.balance + a.overdraft) < 0.001);
