-- Other agencies: the legs of cases, and the lists by which papers go from hand to hand. All of it is projected from the journal.

-- Legs that a supervisor set for a procedure.
CREATE TABLE leg_override (
  code TEXT PRIMARY KEY,
  legs TEXT NOT NULL CHECK (json_valid(legs))
) STRICT;

-- One row for each case that goes through other agencies: `state` is its legs as the case's actions fold to them
-- (domain/leg-state.ts); the rest says of the leg whose turn it is what lists are made of. `by_at` is the next moment it has to keep.
CREATE TABLE case_leg (
  case_id INTEGER PRIMARY KEY REFERENCES subject,
  stage TEXT NOT NULL,
  way TEXT NOT NULL,
  agency TEXT NOT NULL,
  by_at INTEGER,
  state TEXT NOT NULL CHECK (json_valid(state))
) STRICT;
CREATE INDEX case_leg_open ON case_leg (stage, by_at) WHERE stage <> 'finished';

-- Cases whose papers are with neither the citizen nor the archive nor the clerk who received them.
CREATE TABLE bundle_away (
  case_id INTEGER PRIMARY KEY REFERENCES subject,
  place TEXT NOT NULL CHECK (json_valid(place))
) STRICT;

-- `state` is the fold of the list's entries (domain/hand-over.ts).
CREATE TABLE hand_over (
  hand_over_id INTEGER PRIMARY KEY REFERENCES subject,
  number TEXT NOT NULL UNIQUE,
  day INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  received_at INTEGER,
  state TEXT NOT NULL CHECK (json_valid(state))
) STRICT;
CREATE INDEX hand_over_unsigned ON hand_over (made_at) WHERE received_at IS NULL;
CREATE INDEX hand_over_of_day ON hand_over (day, serial);

-- Cases that a list named and that were not there when it was signed, until another list names them.
CREATE TABLE hand_over_missing (
  case_id INTEGER PRIMARY KEY REFERENCES subject,
  hand_over_id INTEGER NOT NULL REFERENCES subject
) STRICT;

-- What has not been passed on yet, oldest first.
CREATE INDEX case_to_pass_on ON case_summary (accepted_at) WHERE status = 2;
