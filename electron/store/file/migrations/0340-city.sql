-- What this file keeps of its city's database (docs/adr/0032-the-city.md). The file's own, and in no entry: where nobody joined a city each of these is empty.

-- One row once the centre has joined. `secret_key` is what cases are named by there; it never leaves the centre.
CREATE TABLE city_link (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  centre TEXT NOT NULL,
  -- What opens the way, as the desk's program keeps it: address, fingerprint, role, word.
  place TEXT NOT NULL,
  secret_key BLOB NOT NULL CHECK (length(secret_key) = 32),
  -- Which word of the centre's this is: a later one, from whichever desk joined or left last, takes its place.
  turn INTEGER NOT NULL,
  joined_at INTEGER NOT NULL,
  generation TEXT,
  -- The row of the journal up to which cases were looked at.
  looked INTEGER NOT NULL DEFAULT 0,
  -- When every case was looked at anew.
  looked_all_at INTEGER,
  contact_at INTEGER,
  pushed_at INTEGER,
  done_at INTEGER,
  -- Since when the city has other cases than this file; NULL where they agree.
  differs_since INTEGER,
  -- Why it sends no more; JSON.
  stopped TEXT
) STRICT;

-- Every case, as it is to be told and as it was: `want` is what it comes to now, `sent` what it came to there as far as this file knows; `n` is NULL where it does
-- not know. `live`: how many steps stand there, -1 where the city erased it for good.
CREATE TABLE city_case (
  case_id INTEGER PRIMARY KEY REFERENCES subject,
  procedure_code TEXT NOT NULL,
  received INTEGER NOT NULL,
  key BLOB NOT NULL CHECK (length(key) = 16),
  want BLOB NOT NULL CHECK (length(want) = 32),
  mark INTEGER NOT NULL,
  sent BLOB,
  n INTEGER,
  live INTEGER NOT NULL DEFAULT 0,
  cash INTEGER NOT NULL DEFAULT 0,
  -- What the city said of it, where it did not take it.
  refused TEXT
) STRICT;
CREATE INDEX city_case_waits ON city_case (case_id) WHERE sent IS NOT want;
CREATE INDEX city_case_key ON city_case (key);
CREATE INDEX city_case_procedure ON city_case (procedure_code, received);
