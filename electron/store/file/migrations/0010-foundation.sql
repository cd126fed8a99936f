-- What is true is in `journal` (and, for secrets and identities that must not or cannot be derived, in `subject`, `desk` and
-- `account`). The tables under "projections" are made from the journal and can be thrown away and rebuilt.
-- Instants are whole seconds since 1970; their civil time is at +07:00, the only offset Vietnam has used since 1975.

-- Row 1 is the desk whose file this is. Its UUID goes into the hash chain; its printed code is a setting and may change.
CREATE TABLE desk (
  desk_id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE account (
  account_id INTEGER PRIMARY KEY,
  username TEXT NOT NULL UNIQUE,
  full_name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('clerk', 'officer', 'supervisor', 'admin')),
  password TEXT NOT NULL,
  disabled INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  last_failure_at INTEGER
) STRICT;

-- kind: 1 office, 2 account, 3 case, 4 print job, 5 till, 6 receipt, 7 intake, 8 hand-over list, 9 paper kit (store/subject.ts).
-- `name` is UTF-8 text for offices, accounts and tills, else the UUID's 16 bytes.
CREATE TABLE subject (
  subject_id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL CHECK (kind > 0),
  name BLOB NOT NULL,
  UNIQUE (name, kind)
) STRICT;

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  desk_id INTEGER NOT NULL REFERENCES desk,
  desk_seq INTEGER NOT NULL,
  clock INTEGER NOT NULL,
  at INTEGER NOT NULL,
  account_id INTEGER REFERENCES account,
  subject_id INTEGER NOT NULL REFERENCES subject,
  type TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX journal_subject ON journal (subject_id);

CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;
CREATE TRIGGER journal_never_shrinks BEFORE DELETE ON journal BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;

-- Scratch paper, not history: what stands in a form that nobody has accepted yet. A window keeps its draft's id when another
-- clerk signs in at it, so the id alone would let one clerk's typing swallow another's.
CREATE TABLE draft (
  account_id INTEGER NOT NULL REFERENCES account,
  draft_id TEXT NOT NULL,
  label TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, draft_id)
) STRICT;

-- The catalogues this office has worked with, as adopted (the journal holds the hash): a case keeps the version it was received under.
CREATE TABLE catalogue_procedure (
  procedure_id INTEGER PRIMARY KEY,
  catalogue_version TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  UNIQUE (catalogue_version, code)
) STRICT;

-- The definitions that papers were made by, so that an old paper is made again as it was when the office has a new form.
CREATE TABLE form_kept (
  sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32),
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Projections ---------------------------------------------------------------------------------------------------------

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE term_override (
  code TEXT PRIMARY KEY,
  term TEXT NOT NULL CHECK (json_valid(term))
) STRICT;

CREATE TABLE person (
  person_id INTEGER PRIMARY KEY,
  id_number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  full_name TEXT NOT NULL,
  date_of_birth TEXT,
  sex TEXT,
  address TEXT,
  phone TEXT,
  email TEXT
) STRICT;

CREATE TABLE case_summary (
  case_id INTEGER PRIMARY KEY REFERENCES subject,
  number TEXT NOT NULL,
  person_id INTEGER NOT NULL REFERENCES person,
  procedure_id INTEGER NOT NULL REFERENCES catalogue_procedure,
  channel INTEGER NOT NULL,
  status INTEGER NOT NULL,
  accepted_at INTEGER NOT NULL,
  due_at INTEGER,
  finished_at INTEGER,
  -- The username of who has taken the case, kept after it is finished: an error in its result is theirs to correct.
  holder TEXT,
  extended INTEGER NOT NULL DEFAULT 0,
  supplement_asked_at INTEGER,
  -- Since when a reported error has not been corrected.
  error_at INTEGER,
  archived INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX case_of_person ON case_summary (person_id);
-- The work list reads the indexes below alone. Each holds only cases on which something is still to be done, so they stay as
-- small as the office's work, however long its history. While papers are awaited (5) no promise runs (Điều 19 k5).
CREATE INDEX case_open_by_due ON case_summary (due_at) WHERE status IN (2, 4, 6);
CREATE INDEX case_held_by_due ON case_summary (holder, due_at) WHERE status IN (2, 4, 6) AND holder IS NOT NULL;
CREATE INDEX case_awaiting_papers ON case_summary (supplement_asked_at, holder) WHERE status = 5;
CREATE INDEX case_to_return ON case_summary (finished_at, holder) WHERE status IN (3, 9) AND archived = 0;
CREATE INDEX case_with_error ON case_summary (error_at, holder) WHERE error_at IS NOT NULL;

-- The register is read by days of reception: some 13 bytes a case, and a day of a million is read like a day of a thousand.
CREATE INDEX case_by_reception ON case_summary (accepted_at);

-- A serial is used once a day, whatever else happens: the key says so.
CREATE TABLE number_use (
  day INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  case_id INTEGER NOT NULL,
  PRIMARY KEY (day, serial)
) STRICT, WITHOUT ROWID;

-- A running number is used once a year on papers of one form: the key says so.
CREATE TABLE paper_number (
  form TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  case_id INTEGER NOT NULL,
  PRIMARY KEY (form, year, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE print_job (
  job_id INTEGER PRIMARY KEY REFERENCES subject,
  case_id INTEGER NOT NULL REFERENCES subject,
  document_id TEXT NOT NULL,
  form TEXT NOT NULL,
  number TEXT NOT NULL,
  printer TEXT NOT NULL,
  copy_of INTEGER NOT NULL,
  state TEXT NOT NULL,
  spool_id TEXT,
  reason TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX print_job_unsettled ON print_job (state) WHERE state IN ('queued', 'spooled', 'failed', 'unknown');
CREATE INDEX print_job_of_document ON print_job (document_id);

-- Search (docs/topics/search.md). Persons share names, so names are indexed once: `folded` is without marks, đ as d.
CREATE TABLE name (
  name_id INTEGER PRIMARY KEY,
  folded TEXT NOT NULL UNIQUE
) STRICT;
-- The names that hold a word, 30720 names a row, packed (store/name-set.ts); filled 256 names at a time (store/search-projection.ts).
CREATE TABLE word_names (
  word TEXT NOT NULL,
  part INTEGER NOT NULL,
  names BLOB NOT NULL,
  UNIQUE (word, part)
) STRICT;
CREATE TABLE person_name (
  person_id INTEGER PRIMARY KEY,
  name_id INTEGER NOT NULL
) STRICT;
CREATE INDEX person_of_name ON person_name (name_id);
-- The last digits of id numbers and phones, back to front so that fewer of them are a range (store/digit-tail.ts).
CREATE TABLE digit_tail (
  tail INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  PRIMARY KEY (tail, person_id)
) STRICT, WITHOUT ROWID;
-- Codes that the city's system gave: their day and serial are not those of `number_use`.
CREATE TABLE official_number (
  day INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  case_id INTEGER NOT NULL,
  PRIMARY KEY (day, serial, case_id)
) STRICT, WITHOUT ROWID;
