-- Who looked at whom: a case that was opened, a number that was asked for, a list that was taken away. Once for each in ten minutes (`slot`, since 1970). It
-- is no history of the register: it changes nothing, goes to no other desk and is kept for a year and a month.
CREATE TABLE look_up (
  slot INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account,
  kind TEXT NOT NULL CHECK (kind IN ('case', 'number', 'paper', 'export')),
  about TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (slot, account_id, kind, about)
) STRICT, WITHOUT ROWID;
