-- Sổ chứng thực: every number of certification with the paper that bears it (NĐ 23/2015 Điều 13). A projection of the entries `certified` of cases.

CREATE TABLE certification (
  -- The book, the desk and the year: `BS.Q3-2026`.
  series TEXT NOT NULL,
  serial INTEGER NOT NULL,
  case_id INTEGER NOT NULL REFERENCES subject,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- Null where nobody wrote what the paper is called.
  paper TEXT,
  pages INTEGER NOT NULL,
  copies INTEGER NOT NULL,
  -- Whole đồng, by the rule of that day; null where no amount was known.
  fee INTEGER,
  signer TEXT NOT NULL,
  title TEXT NOT NULL,
  -- A number stands on one paper; where a copied desk gave it once more, both are kept and told.
  PRIMARY KEY (series, serial, case_id)
) STRICT, WITHOUT ROWID;
-- A book is printed by the month.
CREATE INDEX certification_of_book ON certification (kind, at);
CREATE INDEX certification_of_case ON certification (case_id);
