-- A file that went on as another desk while the one it was went on elsewhere (docs/adr/0036-going-on-as-another-desk.md). An island has NULL in both.

-- Of a desk that this file was until then (`other` is 1 from there on): rows of the journal up to this one are this file's own past, later ones came from elsewhere.
ALTER TABLE desk ADD COLUMN own_until INTEGER;

-- Somebody else may have gone on as that desk. 1, 3: where both part is not known yet; 2: it is. 1, 2: somebody may be at work there, so its drawers and lists are not this
-- counter's.
ALTER TABLE desk ADD COLUMN stranger INTEGER;
