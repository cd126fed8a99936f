-- Who fetched a result or papers of a file, by the number they showed: the page of a person tells what they fetched for others, and reads no journal for it
-- (store/counter/case/of-person.ts).
CREATE INDEX journal_handed_to ON journal (body ->> '$.detail.idNumber')
  WHERE type IN ('returned', 'papers-returned') AND body ->> '$.detail.idNumber' IS NOT NULL;
