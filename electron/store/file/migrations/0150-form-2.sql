-- Entries of form 2 (docs/adr/0018-entry-form-2.md): the hash covers the body by its digest alone, so that a body can be taken out lawfully
-- with the chain whole. Columns are added and none is filled: an entry of form 1 has NULL in each, and keeps its hash.

-- Which of the desk's two chains it stands in: 0 the register, 1 the machine (sign-ins, prints). NULL: form 1, which had one for both.
ALTER TABLE journal ADD COLUMN chain INTEGER;
-- Which entry of its commit it is, in its chain: 0 the first.
ALTER TABLE journal ADD COLUMN step INTEGER;
-- What its desk had seen of others. NULL where there are none.
ALTER TABLE journal ADD COLUMN seen TEXT;
-- SHA-256 over salt and body, of a body that was taken out; of one that stands there it is made anew and kept nowhere.
ALTER TABLE journal ADD COLUMN body_digest BLOB;

-- How far each chain went at the end of its last commit: written once a commit, by who ends it. A journal that does not end there holds half of one.
CREATE TABLE chain (
  desk_id INTEGER NOT NULL REFERENCES desk,
  kind INTEGER NOT NULL CHECK (kind IN (0, 1)),
  desk_seq INTEGER NOT NULL,
  clock INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (desk_id, kind)
) STRICT, WITHOUT ROWID;

-- Append-only but for one thing: the body and the salt of an entry may be taken out where an entry of the office says on what ground
-- (store/verify/erase.ts). Of form 1 none may: there the body itself is in the hash.
DROP TRIGGER journal_never_changes;
CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal
WHEN OLD.chain IS NOT 0 OR OLD.body_digest IS NOT NULL OR length(NEW.body_digest) IS NOT 32 OR NEW.id <> zeroblob(16)
  OR NEW.seq <> OLD.seq OR NEW.desk_id <> OLD.desk_id OR NEW.desk_seq <> OLD.desk_seq OR NEW.clock <> OLD.clock OR NEW.at <> OLD.at
  OR NEW.account_id IS NOT OLD.account_id OR NEW.subject_id <> OLD.subject_id OR NEW.type <> OLD.type OR NEW.hash <> OLD.hash
  OR NEW.chain IS NOT OLD.chain OR NEW.step IS NOT OLD.step OR NEW.seen IS NOT OLD.seen
  OR NOT EXISTS (SELECT 1 FROM journal AS told JOIN subject USING (subject_id) WHERE kind = 1 AND name = CAST('office' AS BLOB)
    AND told.type = 'body-erased' AND length(told.body ->> '$.ground') > 0 AND told.body ->> '$.entry.seq' = OLD.desk_seq
    AND told.body ->> '$.entry.desk' = (SELECT uuid FROM desk WHERE desk.desk_id = OLD.desk_id))
BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;

-- The name of who wrote an entry is in its hash, and found by the account's row.
CREATE TRIGGER account_keeps_its_name BEFORE UPDATE OF username ON account WHEN NEW.username <> OLD.username BEGIN
  SELECT RAISE(ABORT, 'an account keeps its name');
END;
