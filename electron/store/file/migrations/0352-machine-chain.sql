-- The machine's own chain (sign-ins, prints) lies at the hub as a backup (docs/adr/0026-the-hub.md): up to which entry, and the row of the journal it lies in.
ALTER TABLE hub_centre ADD COLUMN machine_seq INTEGER NOT NULL DEFAULT 0;
ALTER TABLE hub_centre ADD COLUMN machine_row INTEGER NOT NULL DEFAULT 0;

-- What the machine in whose place this one stands told of itself: to be read in the office's log, and in no chain of this file.
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
CREATE INDEX hub_machine_at ON hub_machine (at);
