-- Phản ánh, kiến nghị. A projection: what happened to them is in the journal, as entries of subjects of kind 10.

CREATE TABLE petition (
  petition_id INTEGER PRIMARY KEY REFERENCES subject,
  -- The desk and its year, and the number in it: two desks of one name may both have one.
  series TEXT NOT NULL,
  serial INTEGER NOT NULL,
  status TEXT NOT NULL,
  arrived_at INTEGER NOT NULL,
  -- When it was answered, refused, passed on or taken back, and when it was published; a report asks for both.
  ended_at INTEGER,
  published_at INTEGER,
  -- The number that 1022 or the national system gave it.
  source_code TEXT,
  -- What it is found by: numbers, the sender's name and the words of it without marks.
  words TEXT NOT NULL,
  -- The fold of its entries (domain/petition/petition.ts).
  state TEXT NOT NULL CHECK (json_valid(state))
) STRICT;
CREATE INDEX petition_number ON petition (series, serial);
CREATE INDEX petition_arrived ON petition (arrived_at);
-- What this office has still to do, or waits for.
CREATE INDEX petition_open ON petition (arrived_at) WHERE ended_at IS NULL;
CREATE INDEX petition_source ON petition (source_code) WHERE source_code IS NOT NULL;
