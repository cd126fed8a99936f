-- The centre that received a case which this office decides; null for one that was received here.
ALTER TABLE case_summary ADD COLUMN received_by_unit TEXT;
CREATE INDEX case_to_send_back ON case_summary (finished_at) WHERE received_by_unit IS NOT NULL AND status IN (3, 9);
