-- How the register counts a case, where its dates alone do not tell. All of it is projected from the journal.

-- Late for good: promised anew only after its day, or asked for papers more than once (QĐ 766, formula 2.1).
ALTER TABLE case_summary ADD COLUMN counts_late INTEGER NOT NULL DEFAULT 0;
-- Withdrawn or stopped: before, on or after the promised day (-1, 0, 1). Null for a case that goes on, and for one closed before this was kept.
ALTER TABLE case_summary ADD COLUMN closed_past INTEGER;
-- Its term is in hours and ends at its hour (BLDS Điều 147 k1), not with its day.
ALTER TABLE case_summary ADD COLUMN by_hour INTEGER NOT NULL DEFAULT 0;

-- Reasons that had to be given, newest first, for a supervisor to look over.
CREATE INDEX journal_confirmed ON journal (seq) WHERE type = 'confirmed';
