-- How far the look at every case came that is under way: the last case that was looked at. NULL: none is.
ALTER TABLE city_link ADD COLUMN looking INTEGER;
