-- A key that took another's place when desks left (docs/adr/0034-people-of-the-centre.md, Keys): the highest number is what this desk seals with. `excluded`: UUIDs of
-- the desks that were gone when it was made, JSON. `under`: the key before it, by which it is sealed on its way; NULL for the first.
ALTER TABLE hub_key ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
ALTER TABLE hub_key ADD COLUMN excluded TEXT NOT NULL DEFAULT '[]';
ALTER TABLE hub_key ADD COLUMN under TEXT;
