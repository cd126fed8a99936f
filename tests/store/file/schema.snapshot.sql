CREATE TABLE account (
  account_id INTEGER PRIMARY KEY,
  username TEXT NOT NULL UNIQUE,
  full_name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('clerk', 'officer', 'supervisor', 'admin')),
  password TEXT NOT NULL,
  disabled INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  last_failure_at INTEGER
, must_change INTEGER NOT NULL DEFAULT 0, password_set_at INTEGER, last_sign_in_at INTEGER, factor TEXT, factor_step INTEGER) STRICT;

CREATE TABLE bundle_away (
  case_id INTEGER PRIMARY KEY REFERENCES subject,
  place TEXT NOT NULL CHECK (json_valid(place))
) STRICT;

CREATE TABLE case_leg (
  case_id INTEGER PRIMARY KEY REFERENCES subject,
  stage TEXT NOT NULL,
  way TEXT NOT NULL,
  agency TEXT NOT NULL,
  by_at INTEGER,
  state TEXT NOT NULL CHECK (json_valid(state))
) STRICT;

CREATE TABLE case_submitter (
  case_id INTEGER PRIMARY KEY REFERENCES subject,
  id_number TEXT NOT NULL,
  full_name TEXT NOT NULL,
  folded TEXT NOT NULL,
  id_backwards TEXT NOT NULL,
  phone_backwards TEXT NOT NULL
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
, counts_late INTEGER NOT NULL DEFAULT 0, closed_past INTEGER, by_hour INTEGER NOT NULL DEFAULT 0, received_by_unit TEXT) STRICT;

CREATE TABLE catalogue_procedure (
  procedure_id INTEGER PRIMARY KEY,
  catalogue_version TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  UNIQUE (catalogue_version, code)
) STRICT;

CREATE TABLE certification (
  -- The book, the desk and the year: `BS.Q3-2026`.
  series TEXT NOT NULL,
  serial INTEGER NOT NULL,
  case_id INTEGER NOT NULL REFERENCES subject,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- Null where nobody wrote what the paper is called.
  paper TEXT,
  pages INTEGER NOT NULL,
  copies INTEGER NOT NULL,
  -- Whole đồng, by the rule of that day; null where no amount was known.
  fee INTEGER,
  signer TEXT NOT NULL,
  title TEXT NOT NULL,
  -- A number stands on one paper; where a copied desk gave it once more, both are kept and told.
  PRIMARY KEY (series, serial, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE chain (
  desk_id INTEGER NOT NULL REFERENCES desk,
  kind INTEGER NOT NULL CHECK (kind IN (0, 1)),
  desk_seq INTEGER NOT NULL,
  clock INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32), at INTEGER,
  PRIMARY KEY (desk_id, kind)
) STRICT, WITHOUT ROWID;

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
, looking INTEGER) STRICT;

CREATE TABLE conflict (
  subject_id INTEGER NOT NULL REFERENCES subject,
  entry TEXT NOT NULL,
  against TEXT NOT NULL,
  decided TEXT NOT NULL,
  open INTEGER NOT NULL CHECK (open IN (0, 1)),
  PRIMARY KEY (subject_id, entry, against)
) STRICT, WITHOUT ROWID;

CREATE TABLE content_kept (
  sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32),
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE desk (
  desk_id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE
, follows INTEGER REFERENCES desk, other INTEGER, own_until INTEGER, stranger INTEGER) STRICT;

CREATE TABLE desk_key (
  desk_id INTEGER PRIMARY KEY REFERENCES desk,
  seed BLOB NOT NULL CHECK (length(seed) = 32)
) STRICT;

CREATE TABLE digit_tail (
  tail INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  PRIMARY KEY (tail, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  account_id INTEGER NOT NULL REFERENCES account,
  draft_id TEXT NOT NULL,
  label TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, draft_id)
) STRICT;

CREATE TABLE fee_open (
  case_id INTEGER PRIMARY KEY REFERENCES subject,
  shape_id INTEGER NOT NULL REFERENCES fee_shape,
  -- The day whose rules hold for it, in days since 1970.
  day INTEGER NOT NULL,
  -- Its result was handed out all the same.
  returned INTEGER NOT NULL
) STRICT;

CREATE TABLE fee_shape (
  shape_id INTEGER PRIMARY KEY,
  fees TEXT NOT NULL CHECK (json_valid(fees)),
  channel TEXT NOT NULL,
  procedure_code TEXT NOT NULL
) STRICT;

CREATE TABLE form_kept (
  sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32),
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "hand_over" (
  hand_over_id INTEGER PRIMARY KEY REFERENCES subject,
  number TEXT NOT NULL,
  day INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  received_at INTEGER,
  state TEXT NOT NULL CHECK (json_valid(state))
) STRICT;

CREATE TABLE hand_over_missing (
  case_id INTEGER PRIMARY KEY REFERENCES subject,
  hand_over_id INTEGER NOT NULL REFERENCES subject
) STRICT;

CREATE TABLE hub_blob (
  sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32),
  generation TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE hub_centre (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  centre TEXT NOT NULL,
  -- What opens the way to the hub, as the desk's program keeps it: address, fingerprint, role, word.
  place TEXT NOT NULL,
  desk_no INTEGER NOT NULL,
  desk_code TEXT NOT NULL,
  uuid TEXT NOT NULL,
  -- What rows are signed with, and what grants are opened with.
  seed BLOB NOT NULL CHECK (length(seed) = 32),
  enrol_secret BLOB NOT NULL CHECK (length(enrol_secret) = 32),
  joined_at INTEGER NOT NULL,
  -- As the hub said it last.
  generation TEXT,
  contact_at INTEGER,
  -- How far the own register is at the hub, and the row of the journal it ends at: what comes behind is all that is read for the next push.
  pushed_seq INTEGER NOT NULL DEFAULT 0,
  pushed_row INTEGER NOT NULL DEFAULT 0,
  pushed_hash BLOB NOT NULL DEFAULT (zeroblob(32)),
  -- Why it does not exchange any more, and what has to be told; JSON.
  stopped TEXT,
  notices TEXT NOT NULL DEFAULT '[]'
, machine_seq INTEGER NOT NULL DEFAULT 0, machine_row INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE hub_cut (
  last_seq INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE hub_desk (
  uuid TEXT PRIMARY KEY,
  desk_no INTEGER NOT NULL,
  code TEXT NOT NULL,
  public_key BLOB NOT NULL CHECK (length(public_key) = 32),
  enrol_key BLOB NOT NULL CHECK (length(enrol_key) = 32),
  seq INTEGER NOT NULL DEFAULT 0,
  head BLOB NOT NULL DEFAULT (zeroblob(32))
) STRICT, WITHOUT ROWID;

CREATE TABLE hub_key (
  key_id TEXT PRIMARY KEY,
  key BLOB NOT NULL CHECK (length(key) = 32),
  since INTEGER NOT NULL,
  made_here INTEGER NOT NULL DEFAULT 0
, number INTEGER NOT NULL DEFAULT 0, excluded TEXT NOT NULL DEFAULT '[]', under TEXT) STRICT, WITHOUT ROWID;

CREATE TABLE hub_machine (
  uuid TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT,
  kind INTEGER NOT NULL,
  name BLOB NOT NULL,
  type TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (uuid, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE hub_row (
  uuid TEXT NOT NULL,
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  prev BLOB NOT NULL,
  head BLOB NOT NULL,
  format INTEGER NOT NULL,
  key_id TEXT NOT NULL,
  sig BLOB NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (uuid, first_seq)
) STRICT;

CREATE TABLE hub_trust (
  enrol_key BLOB PRIMARY KEY CHECK (length(enrol_key) = 32),
  by_whom TEXT NOT NULL,
  at INTEGER NOT NULL,
  granted TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE inquiry (
  case_id INTEGER NOT NULL REFERENCES subject,
  nth INTEGER NOT NULL,
  asked TEXT NOT NULL,
  answer_by INTEGER NOT NULL,
  answered INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (case_id, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE intake (
  intake_id INTEGER PRIMARY KEY REFERENCES subject,
  -- The national code; 0 for somebody at the counter who has filed nothing.
  status INTEGER NOT NULL,
  -- From when the clocks run.
  since INTEGER NOT NULL,
  -- What it is found by: the name without marks, the ends of numbers, the portal's or the parcel's number.
  words TEXT NOT NULL,
  -- The fold of its entries (domain/intake.ts).
  state TEXT NOT NULL CHECK (json_valid(state))
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
, chain INTEGER, step INTEGER, seen TEXT, body_digest BLOB) STRICT;

CREATE TABLE "kit_number" (
  day INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  kit_id INTEGER NOT NULL REFERENCES subject,
  state INTEGER NOT NULL CHECK (state IN (1, 2, 3)),
  case_id INTEGER REFERENCES subject,
  PRIMARY KEY (day, serial, kit_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE known_password (
  account_id INTEGER NOT NULL REFERENCES account,
  number INTEGER NOT NULL,
  ln INTEGER NOT NULL,
  r INTEGER NOT NULL,
  p INTEGER NOT NULL,
  salt BLOB NOT NULL,
  digest BLOB NOT NULL,
  PRIMARY KEY (account_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE leg_override (
  code TEXT PRIMARY KEY,
  legs TEXT NOT NULL CHECK (json_valid(legs))
) STRICT;

CREATE TABLE look_up (
  slot INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account,
  kind TEXT NOT NULL CHECK (kind IN ('case', 'number', 'paper', 'export', 'ahead')),
  about TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (slot, account_id, kind, about)
) STRICT, WITHOUT ROWID;

CREATE TABLE made_by (
  what TEXT PRIMARY KEY,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE migration (
      version INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT;

CREATE TABLE name (
  name_id INTEGER PRIMARY KEY,
  folded TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE "number_use" (
  day INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  case_id INTEGER NOT NULL,
  PRIMARY KEY (day, serial, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE official_number (
  day INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  case_id INTEGER NOT NULL,
  PRIMARY KEY (day, serial, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE "paper_number" (
  form TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  case_id INTEGER NOT NULL,
  PRIMARY KEY (form, year, number, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE "person" (
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

CREATE TABLE person_name (
  person_id INTEGER PRIMARY KEY,
  name_id INTEGER NOT NULL
) STRICT;

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
, duty INTEGER NOT NULL DEFAULT 0, duty_since INTEGER NOT NULL DEFAULT 0, stood TEXT) STRICT;

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

CREATE TABLE process_kept (
  id TEXT PRIMARY KEY,
  steps TEXT NOT NULL CHECK (json_valid(steps))
) STRICT, WITHOUT ROWID;

CREATE TABLE process_override (
  code TEXT PRIMARY KEY,
  steps TEXT NOT NULL CHECK (json_valid(steps))
) STRICT;

CREATE TABLE "receipt" (
  receipt_id INTEGER PRIMARY KEY REFERENCES subject,
  case_id INTEGER NOT NULL REFERENCES subject,
  day INTEGER NOT NULL,
  template TEXT NOT NULL,
  symbol TEXT NOT NULL,
  number INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (json_valid(state))
) STRICT;

CREATE TABLE request (
  request_id BLOB PRIMARY KEY CHECK (length(request_id) = 16),
  asked BLOB NOT NULL CHECK (length(asked) = 16)
) STRICT, WITHOUT ROWID;

CREATE TABLE seen_at (
  desk_id INTEGER NOT NULL REFERENCES desk,
  other_id INTEGER NOT NULL REFERENCES desk,
  desk_seq INTEGER NOT NULL,
  other_seq INTEGER NOT NULL,
  PRIMARY KEY (desk_id, other_id, desk_seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE set_aside (
  subject_id INTEGER PRIMARY KEY REFERENCES subject,
  why TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE spent_number (
  series TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (series, first)
) STRICT, WITHOUT ROWID;

CREATE TABLE subject (
  subject_id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL CHECK (kind > 0),
  name BLOB NOT NULL,
  UNIQUE (name, kind)
) STRICT;

CREATE TABLE "superseded_number" (
  day INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  case_id INTEGER NOT NULL REFERENCES subject,
  number TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (day, serial, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE supplement_proposal (
  case_id INTEGER PRIMARY KEY REFERENCES subject,
  proposed_at INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE term_override (
  code TEXT PRIMARY KEY,
  term TEXT NOT NULL CHECK (json_valid(term))
) STRICT;

CREATE TABLE till_session (
  till_id INTEGER NOT NULL REFERENCES subject,
  session INTEGER NOT NULL,
  opened_day INTEGER NOT NULL,
  closed_day INTEGER,
  state TEXT NOT NULL CHECK (json_valid(state)),
  PRIMARY KEY (till_id, session)
) STRICT, WITHOUT ROWID;

CREATE TABLE tried_name (
  username TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  last_failure_at INTEGER NOT NULL
) STRICT;

CREATE TABLE whereabouts (
  case_id INTEGER PRIMARY KEY REFERENCES subject,
  state TEXT NOT NULL CHECK (json_valid(state)),
  step_due_at INTEGER,
  -- The username of who has the papers; null while they are with no person of this desk.
  keeper TEXT,
  awaited_at INTEGER,
  missing_at INTEGER,
  lost_at INTEGER
) STRICT;

CREATE TABLE word_names (
  word TEXT NOT NULL,
  part INTEGER NOT NULL,
  names BLOB NOT NULL,
  UNIQUE (word, part)
) STRICT;

CREATE INDEX bundle_awaited ON whereabouts (awaited_at) WHERE awaited_at IS NOT NULL;

CREATE INDEX bundle_lost ON whereabouts (lost_at) WHERE lost_at IS NOT NULL;

CREATE INDEX bundle_missing ON whereabouts (missing_at) WHERE missing_at IS NOT NULL;

CREATE INDEX bundle_of_keeper ON whereabouts (keeper) WHERE keeper IS NOT NULL;

CREATE INDEX case_awaiting_papers ON case_summary (supplement_asked_at, holder) WHERE status = 5;

CREATE INDEX case_by_reception ON case_summary (accepted_at);

CREATE INDEX case_held_by_due ON case_summary (holder, due_at) WHERE status IN (2, 4, 6) AND holder IS NOT NULL;

CREATE INDEX case_leg_open ON case_leg (stage, by_at) WHERE stage <> 'finished';

CREATE INDEX case_of_person ON case_summary (person_id);

CREATE INDEX case_open_by_due ON case_summary (due_at) WHERE status IN (2, 4, 6);

CREATE INDEX case_to_pass_on ON case_summary (accepted_at) WHERE status = 2;

CREATE INDEX case_to_return ON case_summary (finished_at, holder) WHERE status IN (3, 9) AND archived = 0;

CREATE INDEX case_to_send_back ON case_summary (finished_at) WHERE received_by_unit IS NOT NULL AND status IN (3, 9);

CREATE INDEX case_with_error ON case_summary (error_at, holder) WHERE error_at IS NOT NULL;

CREATE INDEX certification_of_book ON certification (kind, at);

CREATE INDEX certification_of_case ON certification (case_id);

CREATE INDEX city_case_key ON city_case (key);

CREATE INDEX city_case_procedure ON city_case (procedure_code, received);

CREATE INDEX city_case_waits ON city_case (case_id) WHERE sent IS NOT want;

CREATE INDEX conflict_open ON conflict (subject_id) WHERE open = 1;

CREATE INDEX fee_open_alike ON fee_open (shape_id, returned, day);

CREATE INDEX hand_over_by_number ON hand_over (number);

CREATE INDEX hand_over_of_day ON hand_over (day, serial);

CREATE INDEX hand_over_unsigned ON hand_over (made_at) WHERE received_at IS NULL;

CREATE INDEX hub_machine_at ON hub_machine (at);

CREATE INDEX inquiry_open ON inquiry (answer_by) WHERE answered = 0;

CREATE INDEX intake_waiting ON intake (status, since) WHERE status IN (1, 5);

CREATE INDEX journal_confirmed ON journal (seq) WHERE type = 'confirmed';

CREATE INDEX journal_corrected ON journal (seq) WHERE type = 'corrected';

CREATE INDEX journal_handed_to ON journal (body ->> '$.detail.idNumber')
  WHERE type IN ('returned', 'papers-returned') AND body ->> '$.detail.idNumber' IS NOT NULL;

CREATE INDEX journal_subject ON journal (subject_id);

CREATE INDEX journal_taken_out ON journal (desk_id, desk_seq) WHERE body_digest IS NOT NULL;

CREATE INDEX kit_number_of_kit ON kit_number (kit_id);

CREATE INDEX kit_number_open ON kit_number (kit_id) WHERE state = 1;

CREATE INDEX person_of_name ON person_name (name_id);

CREATE INDEX person_of_number ON person (id_number);

CREATE INDEX person_unnumbered ON person (full_name) WHERE id_number = '';

CREATE INDEX petition_arrived ON petition (arrived_at);

CREATE INDEX petition_duty ON petition (duty, duty_since, words);

CREATE INDEX petition_number ON petition (series, serial);

CREATE INDEX petition_open ON petition (arrived_at) WHERE ended_at IS NULL;

CREATE INDEX petition_source ON petition (source_code) WHERE source_code IS NOT NULL;

CREATE INDEX petition_stood ON petition (duty_since, petition_id, stood) WHERE duty = 2;

CREATE INDEX print_job_of_document ON print_job (document_id);

CREATE INDEX print_job_unsettled ON print_job (state) WHERE state IN ('queued', 'spooled', 'failed', 'unknown');

CREATE INDEX receipt_of_case ON receipt (case_id);

CREATE INDEX receipt_of_day ON receipt (day);

CREATE INDEX receipt_of_series ON receipt (template, symbol, number);

CREATE INDEX step_by_due ON whereabouts (step_due_at) WHERE step_due_at IS NOT NULL;

CREATE INDEX submitter_by_id ON case_submitter (id_number);

CREATE INDEX submitter_by_id_end ON case_submitter (id_backwards);

CREATE INDEX submitter_by_name ON case_submitter (folded);

CREATE INDEX submitter_by_phone_end ON case_submitter (phone_backwards) WHERE phone_backwards <> '';

CREATE INDEX superseded_number_of_case ON superseded_number (case_id);

CREATE TRIGGER account_keeps_its_name BEFORE UPDATE OF username ON account WHEN NEW.username <> OLD.username BEGIN
  SELECT RAISE(ABORT, 'an account keeps its name');
END;

CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal
WHEN OLD.chain IS NOT 0
  OR NEW.seq <> OLD.seq OR NEW.desk_id <> OLD.desk_id OR NEW.desk_seq <> OLD.desk_seq OR NEW.clock <> OLD.clock OR NEW.at <> OLD.at
  OR NEW.account_id IS NOT OLD.account_id OR NEW.subject_id <> OLD.subject_id OR NEW.type <> OLD.type OR NEW.hash <> OLD.hash
  OR NEW.chain IS NOT OLD.chain OR NEW.step IS NOT OLD.step OR NEW.seen IS NOT OLD.seen
  OR (OLD.body_digest IS NULL AND (length(NEW.body_digest) IS NOT 32 OR NEW.id <> zeroblob(16)
    OR NOT EXISTS (SELECT 1 FROM journal AS told JOIN subject USING (subject_id) WHERE kind = 1 AND name = CAST('office' AS BLOB)
      AND told.type = 'body-erased' AND length(told.body ->> '$.ground') > 0 AND told.body ->> '$.entry.seq' = OLD.desk_seq
      AND told.body ->> '$.entry.desk' = (SELECT uuid FROM desk WHERE desk.desk_id = OLD.desk_id))))
  OR (OLD.body_digest IS NOT NULL AND ((NEW.body_digest IS NOT NULL AND NEW.body_digest <> OLD.body_digest)
    OR (SELECT other FROM desk WHERE desk.desk_id = OLD.desk_id) IS NOT 1))
BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_never_shrinks BEFORE DELETE ON journal BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;
