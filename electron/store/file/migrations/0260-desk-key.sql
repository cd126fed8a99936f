-- What a desk signs its receipts with (docs/adr/0022-signed-receipts.md). Its public half stands in the journal, in `desk-key`; the private half is inside the file and
-- in no entry, so that no other desk ever has it. Of the file's own desk alone: a register that came back from a backup draws another one.
CREATE TABLE desk_key (
  desk_id INTEGER PRIMARY KEY REFERENCES desk,
  seed BLOB NOT NULL CHECK (length(seed) = 32)
) STRICT;
