-- Entries of other desks (docs/adr/0020-entries-of-other-desks.md). Columns are added and none is filled: an island has NULL in each and no row in
-- the new tables.

-- 1: the entries come from that desk's own file. NULL: this file's own desk, as which it went on after a restore, or a desk of a practice office.
ALTER TABLE desk ADD COLUMN other INTEGER;

-- When the last entry of the chain was written, in seconds: the clock is judged by the own chain alone.
ALTER TABLE chain ADD COLUMN at INTEGER;

-- What a desk had seen of another from an entry on, as the journal's `seen` tells it: how two entries of one subject stand to each other is
-- asked here. Derived from the journal.
CREATE TABLE seen_at (
  desk_id INTEGER NOT NULL REFERENCES desk,
  other_id INTEGER NOT NULL REFERENCES desk,
  desk_seq INTEGER NOT NULL,
  other_seq INTEGER NOT NULL,
  PRIMARY KEY (desk_id, other_id, desk_seq)
) STRICT, WITHOUT ROWID;

-- Subjects whose entries are in the journal and cannot be put together: no table tells of them but this one. A projection.
CREATE TABLE set_aside (
  subject_id INTEGER PRIMARY KEY REFERENCES subject,
  why TEXT NOT NULL
) STRICT;

-- A number that two desks gave is a finding and stops nothing: both stay, and who gives a number here looks first whether it is given.
CREATE TABLE number_used (
  day INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  case_id INTEGER NOT NULL,
  PRIMARY KEY (day, serial, case_id)
) STRICT, WITHOUT ROWID;
INSERT INTO number_used (day, serial, case_id) SELECT day, serial, case_id FROM number_use ORDER BY day, serial;
DROP TABLE number_use;
ALTER TABLE number_used RENAME TO number_use;

CREATE TABLE paper_numbered (
  form TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  case_id INTEGER NOT NULL,
  PRIMARY KEY (form, year, number, case_id)
) STRICT, WITHOUT ROWID;
INSERT INTO paper_numbered (form, year, number, case_id) SELECT form, year, number, case_id FROM paper_number;
DROP TABLE paper_number;
ALTER TABLE paper_numbered RENAME TO paper_number;

CREATE TABLE number_superseded (
  day INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  case_id INTEGER NOT NULL REFERENCES subject,
  number TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (day, serial, case_id)
) STRICT, WITHOUT ROWID;
INSERT INTO number_superseded (day, serial, case_id, number, at) SELECT day, serial, case_id, number, at FROM superseded_number;
DROP TABLE superseded_number;
ALTER TABLE number_superseded RENAME TO superseded_number;
CREATE INDEX superseded_number_of_case ON superseded_number (case_id);

CREATE TABLE kit_numbered (
  day INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  kit_id INTEGER NOT NULL REFERENCES subject,
  state INTEGER NOT NULL CHECK (state IN (1, 2, 3)),
  case_id INTEGER REFERENCES subject,
  PRIMARY KEY (day, serial, kit_id)
) STRICT, WITHOUT ROWID;
INSERT INTO kit_numbered (day, serial, kit_id, state, case_id) SELECT day, serial, kit_id, state, case_id FROM kit_number;
DROP TABLE kit_number;
ALTER TABLE kit_numbered RENAME TO kit_number;
CREATE INDEX kit_number_of_kit ON kit_number (kit_id);
CREATE INDEX kit_number_open ON kit_number (kit_id) WHERE state = 1;

CREATE TABLE receipt_issued (
  receipt_id INTEGER PRIMARY KEY REFERENCES subject,
  case_id INTEGER NOT NULL REFERENCES subject,
  day INTEGER NOT NULL,
  template TEXT NOT NULL,
  symbol TEXT NOT NULL,
  number INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (json_valid(state))
) STRICT;
INSERT INTO receipt_issued (receipt_id, case_id, day, template, symbol, number, state)
SELECT receipt_id, case_id, day, template, symbol, number, state FROM receipt;
DROP TABLE receipt;
ALTER TABLE receipt_issued RENAME TO receipt;
CREATE INDEX receipt_of_day ON receipt (day);
CREATE INDEX receipt_of_case ON receipt (case_id);
CREATE INDEX receipt_of_series ON receipt (template, symbol, number);

CREATE TABLE hand_over_listed (
  hand_over_id INTEGER PRIMARY KEY REFERENCES subject,
  number TEXT NOT NULL,
  day INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  received_at INTEGER,
  state TEXT NOT NULL CHECK (json_valid(state))
) STRICT;
INSERT INTO hand_over_listed (hand_over_id, number, day, serial, made_at, received_at, state)
SELECT hand_over_id, number, day, serial, made_at, received_at, state FROM hand_over;
DROP TABLE hand_over;
ALTER TABLE hand_over_listed RENAME TO hand_over;
CREATE INDEX hand_over_by_number ON hand_over (number);
CREATE INDEX hand_over_unsigned ON hand_over (made_at) WHERE received_at IS NULL;
CREATE INDEX hand_over_of_day ON hand_over (day, serial);
