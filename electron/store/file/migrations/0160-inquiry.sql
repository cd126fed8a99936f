-- What was asked of others while a case is handled (NĐ 118/2025 Điều 19 k4), and until when the answer is asked for: a projection of the
-- journal. `nth` is its place in the case, from 0.
CREATE TABLE inquiry (
  case_id INTEGER NOT NULL REFERENCES subject,
  nth INTEGER NOT NULL,
  asked TEXT NOT NULL,
  answer_by INTEGER NOT NULL,
  answered INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (case_id, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX inquiry_open ON inquiry (answer_by) WHERE answered = 0;

INSERT INTO inquiry (case_id, nth, asked, answer_by)
SELECT subject_id, row_number() OVER (PARTITION BY subject_id ORDER BY seq) - 1, body ->> '$.asked', unixepoch(body ->> '$.answerBy')
FROM journal WHERE type = 'inquiry-sent';
UPDATE inquiry SET answered = 1 WHERE EXISTS (SELECT 1 FROM journal
  WHERE subject_id = case_id AND type = 'inquiry-answered' AND body ->> '$.inquiry' = nth);
