-- What somebody set for themselves at this counter (filters of lists that they named, how far they are with their lessons): as scratch paper it is kept with
-- the register and no history. Small lists, each replaced as a whole.
CREATE TABLE preference (
  account_id INTEGER NOT NULL REFERENCES account,
  name TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  PRIMARY KEY (account_id, name)
) STRICT;
