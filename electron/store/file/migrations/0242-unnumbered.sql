-- People who asked for certified copies by name and showed no card: found by their names among themselves.
CREATE INDEX person_unnumbered ON person (full_name) WHERE id_number = '';
