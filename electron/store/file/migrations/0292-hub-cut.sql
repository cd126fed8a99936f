-- Where the rows of the own register that went to the hub ended (docs/adr/0026-the-hub.md): sent again to a hub that was set up anew they are cut alike, so that what a colleague
-- kept of them fits together with what is there.
CREATE TABLE hub_cut (
  last_seq INTEGER PRIMARY KEY
) STRICT;
