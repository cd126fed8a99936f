-- Money. Both tables are projections: what happened to a receipt and to a till is in the journal.

-- `state` is the fold of the receipt's entries (domain/fiscal-receipt.ts). No number is given twice in a series: the key says so.
CREATE TABLE receipt (
  receipt_id INTEGER PRIMARY KEY REFERENCES subject,
  case_id INTEGER NOT NULL REFERENCES subject,
  day INTEGER NOT NULL,
  template TEXT NOT NULL,
  symbol TEXT NOT NULL,
  number INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (json_valid(state)),
  UNIQUE (template, symbol, number)
) STRICT;
CREATE INDEX receipt_of_day ON receipt (day);
CREATE INDEX receipt_of_case ON receipt (case_id);

-- One row for each opening of a till; `state` is the fold of its entries (domain/till.ts).
CREATE TABLE till_session (
  till_id INTEGER NOT NULL REFERENCES subject,
  session INTEGER NOT NULL,
  opened_day INTEGER NOT NULL,
  closed_day INTEGER,
  state TEXT NOT NULL CHECK (json_valid(state)),
  PRIMARY KEY (till_id, session)
) STRICT, WITHOUT ROWID;
