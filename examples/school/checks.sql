-- No row may come out of any of these.
SELECT student_id, course_id FROM enrollments GROUP BY student_id, course_id HAVING count(*) > 1;
SELECT student_id FROM enrollments GROUP BY student_id HAVING count(*) NOT BETWEEN 6 AND 12;
SELECT teacher_id FROM teacher_subjects GROUP BY teacher_id HAVING count(*) NOT BETWEEN 2 AND 4;
SELECT * FROM courses c WHERE NOT EXISTS (SELECT * FROM teacher_subjects t WHERE t.teacher_id = c.teacher_id AND t.subject_id = c.subject_id);
SELECT * FROM marks m JOIN enrollments e USING (student_id, course_id) WHERE julianday(m.given_on) - julianday(e.enrolled_on) NOT BETWEEN 14 AND 180;
SELECT student_id, course_id FROM marks GROUP BY student_id, course_id HAVING max(nr) <> count(*);
SELECT * FROM friends f JOIN students a ON a.id = f.student_id JOIN students b ON b.id = f.friend_id WHERE a.grade_id <> b.grade_id OR a.id = b.id;
SELECT * FROM students s JOIN grades g ON g.id = s.grade_id WHERE s.class <> g.id || s.letter;
SELECT 'grades' WHERE (SELECT group_concat(name) FROM (SELECT name FROM grades ORDER BY id)) <> 'fifth,sixth,seventh,eighth';
SELECT 'subjects' WHERE (SELECT count(*) FROM subjects) <> 10;
