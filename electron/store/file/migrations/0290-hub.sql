-- What this file keeps of its centre's hub (docs/adr/0026-the-hub.md). The file's own, and in no entry: on an island each of these is empty.

-- One row once the desk has joined. `uuid` is as whom it joined: a file that goes on as another desk (it came back from a backup) is told by it.
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
) STRICT;

-- Keys of the centre. The newest that came is what this desk seals with; `made_here` until the hub took it as the centre's first.
CREATE TABLE hub_key (
  key_id TEXT PRIMARY KEY,
  key BLOB NOT NULL CHECK (length(key) = 32),
  since INTEGER NOT NULL,
  made_here INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Desks of the centre as they were first met: a key that changes afterwards is nobody's. How far the hub had each, which it never goes back behind.
CREATE TABLE hub_desk (
  uuid TEXT PRIMARY KEY,
  desk_no INTEGER NOT NULL,
  code TEXT NOT NULL,
  public_key BLOB NOT NULL CHECK (length(public_key) = 32),
  enrol_key BLOB NOT NULL CHECK (length(enrol_key) = 32),
  seq INTEGER NOT NULL DEFAULT 0,
  head BLOB NOT NULL DEFAULT (zeroblob(32))
) STRICT, WITHOUT ROWID;

-- To which enrolment keys the centre's keys may go, and in which generation of the hub they went.
CREATE TABLE hub_trust (
  enrol_key BLOB PRIMARY KEY CHECK (length(enrol_key) = 32),
  by_whom TEXT NOT NULL,
  at INTEGER NOT NULL,
  granted TEXT
) STRICT, WITHOUT ROWID;

-- Rows of others as they came, sealed and signed: a hub that was lost is filled from these where their desk is gone.
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

-- Content that the hub has, by the SHA-256 of its text, in that generation of it.
CREATE TABLE hub_blob (
  sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32),
  generation TEXT NOT NULL
) STRICT, WITHOUT ROWID;
