-- A projection (docs/adr/0029-conflicts-decided.md). Two entries of one thing that desks told apart and that do not go together: `entry` does not stand, `against` does,
-- `decided` is the entry of who decided it, empty while nobody has. Nothing stands here on an island.
CREATE TABLE conflict (
  subject_id INTEGER NOT NULL REFERENCES subject,
  entry TEXT NOT NULL,
  against TEXT NOT NULL,
  decided TEXT NOT NULL,
  open INTEGER NOT NULL CHECK (open IN (0, 1)),
  PRIMARY KEY (subject_id, entry, against)
) STRICT, WITHOUT ROWID;
CREATE INDEX conflict_open ON conflict (subject_id) WHERE open = 1;
