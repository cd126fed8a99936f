-- A projection. Numbers of receipts that were corrected after they were printed: `number_use` keeps them as used, here they are void.
-- `number` is as it was printed; the case's own row says what took its place.
CREATE TABLE superseded_number (
  day INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  case_id INTEGER NOT NULL REFERENCES subject,
  number TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (day, serial)
) STRICT, WITHOUT ROWID;
CREATE INDEX superseded_number_of_case ON superseded_number (case_id);
