-- What an officer proposed to ask a citizen for, where a supervisor decides (NĐ 118/2025 Điều 19 k5, beyond once and three working
-- days), and nobody answered: a projection of the journal.
CREATE TABLE supplement_proposal (
  case_id INTEGER PRIMARY KEY REFERENCES subject,
  proposed_at INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT;
