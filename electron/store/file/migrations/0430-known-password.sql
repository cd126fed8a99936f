-- The passwords an account had last, the present one among them (desk/common/office/people/known-passwords.ts): none of them is taken again. Of each only what
-- tells whether another is the same one, with the salt and the cost it was worked out with. Of accounts from before there is nothing until their next password.
CREATE TABLE known_password (
  account_id INTEGER NOT NULL REFERENCES account,
  number INTEGER NOT NULL,
  ln INTEGER NOT NULL,
  r INTEGER NOT NULL,
  p INTEGER NOT NULL,
  salt BLOB NOT NULL,
  digest BLOB NOT NULL,
  PRIMARY KEY (account_id, number)
) STRICT, WITHOUT ROWID;
