SELECT * FROM desk_loans WHERE returned_at <= lent_at;
SELECT * FROM desk_loans l JOIN desk_members m ON m.id = l.member_id WHERE l.lent_at < m.created_at;
SELECT * FROM desk_loans WHERE (fee = 2.5) <> (coalesce(julianday(returned_at) - julianday(lent_at), 0) > 21.000001) AND fee <> 0;
SELECT * FROM stock_titles WHERE updated_at < created_at OR length(isbn) <> 13 OR isbn NOT LIKE '978%';
SELECT * FROM stock_copies c JOIN stock_titles t ON t.id = c.title_id WHERE c.label <> t.isbn || '-' || c.number;
SELECT title_id FROM stock_copies GROUP BY title_id HAVING max(number) <> count(*) OR count(*) > 4;
