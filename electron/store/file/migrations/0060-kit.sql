-- Serials that are printed on blank receipts (bộ giấy dự phòng): a projection of the journal. Ordinary receptions never give
-- them, whatever becomes of their sheet. state: 1 open, 2 used (by `case_id`), 3 void (store/kit-projection.ts).
CREATE TABLE kit_number (
  day INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  kit_id INTEGER NOT NULL REFERENCES subject,
  state INTEGER NOT NULL CHECK (state IN (1, 2, 3)),
  case_id INTEGER REFERENCES subject,
  PRIMARY KEY (day, serial)
) STRICT, WITHOUT ROWID;
CREATE INDEX kit_number_of_kit ON kit_number (kit_id);
-- As small as what is still to be entered.
CREATE INDEX kit_number_open ON kit_number (kit_id) WHERE state = 1;
