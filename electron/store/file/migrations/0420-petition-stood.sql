-- The stretches in which the clock of a petition stood that runs again (duty 2): which of those is the nearest, and how many are late, is told of this and of
-- when they came, without reading what they say (store/counter/petition/petition.ts).
ALTER TABLE petition ADD COLUMN stood TEXT;

UPDATE petition SET stood = state -> '$.pauses' WHERE duty = 2;

CREATE INDEX petition_stood ON petition (duty_since, petition_id, stood) WHERE duty = 2;
