-- What was asked under a request's id: the first half of SHA-256 over the call and its content. The same id with other content is another
-- request and is refused; an id from before this table is answered as it was. Not history: nothing is derived from it.
CREATE TABLE request (
  request_id BLOB PRIMARY KEY CHECK (length(request_id) = 16),
  asked BLOB NOT NULL CHECK (length(asked) = 16)
) STRICT, WITHOUT ROWID;

-- By which version of the program a derived index was made, where its rules may change: an index of another version is made again.
CREATE TABLE made_by (
  what TEXT PRIMARY KEY,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
