-- Who filed a case for somebody else (NĐ 118/2025 Điều 6 k2c), as the receipt in force names them: a projection of the journal, by which
-- their cases are found. `folded` is the name without marks; digits are kept last one first, so that endings are beginnings
-- (store/person/submitter.ts). `fold` and `backwards` are functions of ours, there while migrations run.
CREATE TABLE case_submitter (
  case_id INTEGER PRIMARY KEY REFERENCES subject,
  id_number TEXT NOT NULL,
  full_name TEXT NOT NULL,
  folded TEXT NOT NULL,
  id_backwards TEXT NOT NULL,
  phone_backwards TEXT NOT NULL
) STRICT;
CREATE INDEX submitter_by_id ON case_submitter (id_number);
CREATE INDEX submitter_by_name ON case_submitter (folded);
CREATE INDEX submitter_by_id_end ON case_submitter (id_backwards);
CREATE INDEX submitter_by_phone_end ON case_submitter (phone_backwards) WHERE phone_backwards <> '';

INSERT INTO case_submitter (case_id, id_number, full_name, folded, id_backwards, phone_backwards)
SELECT subject_id, body ->> '$.submitter.idNumber', body ->> '$.submitter.fullName', fold(body ->> '$.submitter.fullName'),
  backwards(body ->> '$.submitter.idNumber'), backwards(coalesce(body ->> '$.submitter.phone', ''))
FROM journal WHERE type IN ('received', 'corrected') AND body ->> '$.submitter.idNumber' IS NOT NULL
  AND seq = (SELECT max(later.seq) FROM journal AS later
    WHERE later.subject_id = journal.subject_id AND later.type IN ('received', 'corrected'));
