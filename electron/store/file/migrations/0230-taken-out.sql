-- Bodies that were taken out elsewhere (docs/adr/0020-entries-of-other-desks.md). An entry of another desk may come with the digest of its body and any text beside it: what
-- stands there counts once an entry of the office names it, and the true body takes its place whenever that comes.

-- None on an island, and few anywhere.
CREATE INDEX journal_taken_out ON journal (desk_id, desk_seq) WHERE body_digest IS NOT NULL;

-- Append-only but for two things: the body and the salt of an entry may be taken out where an entry of the office says on what ground (store/verify/erase.ts); and in an
-- entry of another desk that came without its body, what stands in its place may change, for no hash covers it (store/journal/taken-out.ts). Of form 1 and of the
-- machine neither.
DROP TRIGGER journal_never_changes;
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
