SELECT * FROM accounts a JOIN customers c ON c.id = a.customer_id WHERE a.opened_on < c.since;
SELECT * FROM transfers t JOIN accounts a ON a.id = t.account_id WHERE t.booked_at < a.opened_on OR t.booked_at > '2026-06-01 00:00:00Z';
SELECT * FROM transfers t JOIN accounts a ON a.id = t.account_id WHERE t.currency <> a.currency;
SELECT * FROM transfers WHERE amount < 0.01 OR amount > 50000;
SELECT * FROM accounts WHERE kind = 'savings' AND overdraft <> 0;
SELECT * FROM accounts WHERE length(number) <> 22;
SELECT customer_id FROM accounts GROUP BY customer_id HAVING count(*) NOT BETWEEN 1 AND 3;
