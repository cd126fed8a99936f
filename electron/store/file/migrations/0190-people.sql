-- Of an account: whether its password is for one sign-in alone and is to be replaced by one of its own, since when it has it, and when it was last used.
-- Names that nobody has are made to wait like the others, so what was tried on them is kept beside, without any of it saying that they exist.
ALTER TABLE account ADD COLUMN must_change INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN password_set_at INTEGER;
ALTER TABLE account ADD COLUMN last_sign_in_at INTEGER;
-- The secret that a phone shares, as base32, and the step of the last code: none counts twice.
ALTER TABLE account ADD COLUMN factor TEXT;
ALTER TABLE account ADD COLUMN factor_step INTEGER;
UPDATE account SET
  password_set_at = (SELECT max(at) FROM journal JOIN subject USING (subject_id)
    WHERE kind = 2 AND CAST(name AS TEXT) = username AND type IN ('account-added', 'password-set')),
  last_sign_in_at = (SELECT max(at) FROM journal JOIN subject USING (subject_id)
    WHERE kind = 2 AND CAST(name AS TEXT) = username AND type = 'signed-in');
-- Receipts that were made void and issued again are few among the entries, and each is countersigned.
CREATE INDEX journal_corrected ON journal (seq) WHERE type = 'corrected';
CREATE TABLE tried_name (
  username TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  last_failure_at INTEGER NOT NULL
) STRICT;
-- Who looked at whom: a case that was opened, a number that was asked for, a list that was taken away. Once for each in ten minutes (`slot`, since 1970). It
-- is no history of the register: it changes nothing, goes to no other desk and is kept for a year and a month.
CREATE TABLE look_up (
  slot INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account,
  kind TEXT NOT NULL CHECK (kind IN ('case', 'number', 'paper', 'export', 'ahead')),
  about TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (slot, account_id, kind, about)
) STRICT, WITHOUT ROWID;
