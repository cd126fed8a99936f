-- A person stands once for each name they filed under: a later file under the same number must not rename the cases of before, which
-- bear on paper what they bear. So the number alone is no key any more. Rows are derived anew from the journal once (store/derived-anew.ts).
CREATE TABLE person_named (
  person_id INTEGER PRIMARY KEY,
  id_number TEXT NOT NULL,
  kind TEXT NOT NULL,
  full_name TEXT NOT NULL,
  date_of_birth TEXT,
  sex TEXT,
  address TEXT,
  phone TEXT,
  email TEXT
) STRICT;
INSERT INTO person_named SELECT person_id, id_number, kind, full_name, date_of_birth, sex, address, phone, email FROM person;
DROP TABLE person;
ALTER TABLE person_named RENAME TO person;
CREATE INDEX person_of_number ON person (id_number);
