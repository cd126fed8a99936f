-- The inner process of procedures, and where files and papers are.

-- The steps a supervisor set, by procedure code; a projection of the office's entries.
CREATE TABLE process_override (
  code TEXT PRIMARY KEY,
  steps TEXT NOT NULL CHECK (json_valid(steps))
) STRICT;

-- The steps that cases began with, by the hash of their text, so that a case keeps its process when the office has a new one. Kept like
-- forms: no projection.
CREATE TABLE process_kept (
  id TEXT PRIMARY KEY,
  steps TEXT NOT NULL CHECK (json_valid(steps))
) STRICT, WITHOUT ROWID;

-- Cases that left the counter and are not closed: a table as small as the office's work, however long its history. `state` is their
-- fold (domain/whereabouts.ts); the columns are what lists are read by. A projection.
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
CREATE INDEX step_by_due ON whereabouts (step_due_at) WHERE step_due_at IS NOT NULL;
CREATE INDEX bundle_of_keeper ON whereabouts (keeper) WHERE keeper IS NOT NULL;
CREATE INDEX bundle_awaited ON whereabouts (awaited_at) WHERE awaited_at IS NOT NULL;
CREATE INDEX bundle_missing ON whereabouts (missing_at) WHERE missing_at IS NOT NULL;
CREATE INDEX bundle_lost ON whereabouts (lost_at) WHERE lost_at IS NOT NULL;
