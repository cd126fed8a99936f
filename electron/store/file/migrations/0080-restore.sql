-- What comes back from a backup goes on under a new name, so that two branches of one history are never taken for one.

-- The desk that this one goes on from, after a restore. The file's own desk is the last of those that follow row 1.
ALTER TABLE desk ADD COLUMN follows INTEGER REFERENCES desk;

-- A projection. Numbers that may stand on paper and on no record: given after the backup was made. They are never given again.
-- `series` is 'case 2026-11-29', 'receipt <template> <symbol>', 'paper <form> <year>', 'hand-over 2026-11-29' (domain/backup/series.ts).
CREATE TABLE spent_number (
  series TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (series, first)
) STRICT, WITHOUT ROWID;
