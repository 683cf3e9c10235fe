SELECT * FROM rooms WHERE is_suite = 1 AND (beds < 2 OR price < 120);
SELECT * FROM guests WHERE julianday(member_since) - julianday(born_on) < 6575;
SELECT * FROM bookings WHERE leaves_on <= arrives_on OR arrives_on < booked_on;
SELECT * FROM bookings b JOIN rooms r ON r.id = b.room_id WHERE b.persons > r.beds;
SELECT * FROM bookings b JOIN guests g ON g.id = b.guest_id WHERE b.booked_on < g.member_since;
SELECT * FROM bookings WHERE strftime('%w', arrives_on) = '0' OR strftime('%w', leaves_on) = '0';
SELECT * FROM bookings b JOIN rooms r ON r.id = b.room_id WHERE abs(b.total - r.price * (julianday(b.leaves_on) - julianday(b.arrives_on))) > 0.001 OR b.total > 2500;
SELECT * FROM minibar m WHERE m.stock < 0 OR m.stock <> 12 - (SELECT sum(n.taken) FROM minibar n WHERE n.booking_id = m.booking_id AND n.line_no <= m.line_no);
SELECT 'nobody ever empties a minibar' WHERE NOT EXISTS (SELECT * FROM minibar WHERE stock = 0);
