-- Files that are not received yet (hồ sơ chờ tiếp nhận). A projection: what happened to them is in the journal.

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
-- Only what waits is listed, so the index stays as small as the desk's work.
CREATE INDEX intake_waiting ON intake (status, since) WHERE status IN (1, 5);
