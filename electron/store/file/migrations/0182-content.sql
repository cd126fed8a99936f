-- What entries rest on and name by its SHA-256, where it has no table of its own (docs/adr/0021-references-and-content.md): lists of days off.
-- Catalogues lie in catalogue_procedure, forms in form_kept, processes in process_kept.
CREATE TABLE content_kept (
  sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32),
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
