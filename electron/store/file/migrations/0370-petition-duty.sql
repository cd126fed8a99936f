-- What this office owes of each petition, so that the list is a page and its counts are read from an index, however many there are
-- (store/petition/petition.ts). 0 nothing, 1 an answer, 2 an answer, and the clock had stood before, 3 its publication, 4 a word of its sender's.
ALTER TABLE petition ADD COLUMN duty INTEGER NOT NULL DEFAULT 0;

-- What the clock of that duty runs from: the answer where it is to be published, and when it came of all others.
ALTER TABLE petition ADD COLUMN duty_since INTEGER NOT NULL DEFAULT 0;

UPDATE petition SET duty = CASE
  WHEN status = 'awaiting' THEN 4
  WHEN status = 'open' AND json_array_length(state, '$.pauses') > 0 THEN 2
  WHEN status = 'open' THEN 1
  WHEN status = 'answered' AND published_at IS NULL AND state ->> '$.facts.content' <> 'other' THEN 3
  ELSE 0 END;
UPDATE petition SET duty_since = CASE duty WHEN 3 THEN ended_at ELSE arrived_at END;

-- The words stand in it, so that what they lead to is counted without reading the petitions.
CREATE INDEX petition_duty ON petition (duty, duty_since, words);
