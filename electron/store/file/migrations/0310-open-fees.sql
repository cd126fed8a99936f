-- Files that have a fee open, so that what is owed is counted without reading every file there ever was. A projection of the entries of cases; amounts are not
-- in it, for they hang on the incentives of the list.

-- Open fees alike: of the same names and bases, filed by the same way for the same procedure. Named by what it says, so it is the same in every file.
CREATE TABLE fee_shape (
  shape_id INTEGER PRIMARY KEY,
  fees TEXT NOT NULL CHECK (json_valid(fees)),
  channel TEXT NOT NULL,
  procedure_code TEXT NOT NULL
) STRICT;

CREATE TABLE fee_open (
  case_id INTEGER PRIMARY KEY REFERENCES subject,
  shape_id INTEGER NOT NULL REFERENCES fee_shape,
  -- The day whose rules hold for it, in days since 1970.
  day INTEGER NOT NULL,
  -- Its result was handed out all the same.
  returned INTEGER NOT NULL
) STRICT;
CREATE INDEX fee_open_alike ON fee_open (shape_id, returned, day);
