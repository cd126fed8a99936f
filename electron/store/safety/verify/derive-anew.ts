import { foldVersion } from '../../../domain/base/vietnamese.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { renewIntakeWords } from '../../counter/intake/intake.ts';
import { derivePassedOn, renewPetitionWords } from '../../counter/petition/petition.ts';
import { countingRules } from '../../../domain/books/report/counting-rules.ts';
import { lookAnew } from '../../centre/city/city.ts';
import { deriveLate } from '../../counter/case/case.ts';
import { deriveOpenFees } from '../../counter/money/open-fees.ts';
import { rebuildSearch, searchVersion } from '../../common/person/name-index.ts';
import { rebuildProjections } from './rebuild.ts';

/**
 * By which rules what stands in derived tables was derived. 2: a person stands once for each name they filed under (migration 0170). 3: a person's
 * particulars are those of the cases that are theirs, whatever was corrected meanwhile (migration 0180). 4: of two promises on paper the earlier is kept, and the second signature
 * of a list beside the first (ADR 29). A higher number has every file of before derived anew, once, at its next opening.
 */
const projectionVersion = 4;
const rules = {
  projection: projectionVersion,
  fold: foldVersion,
  search: searchVersion,
  fees: 1,
  late: 2,
  passedOn: 1,
  counted: countingRules,
} as const;

/**
 * What was derived by other rules is derived anew: cases under the name they were filed under, and indexes of folded names, for what is typed
 * today would not meet what was folded then. In one transaction: after a crash the old rows and their old numbers stand, and the next
 * opening begins anew.
 */
export function deriveAnew(db: Db): void {
  const made = preparedValue(db, 'SELECT version FROM made_by WHERE what = ?');
  const isOld = (what: keyof typeof rules) => made.get(what) !== rules[what];
  const old = (['projection', 'fold', 'search', 'fees', 'late', 'passedOn', 'counted'] as const).filter(isOld);
  if (old.length === 0) return;
  db.transaction(() => {
    // A new file has no projections to derive. What is projected is folded by the rules of today.
    if (old.includes('projection') && preparedValue(db, 'SELECT 1 FROM person LIMIT 1').get() !== undefined)
      rebuildProjections(db);
    else if (old.includes('fold') || old.includes('search')) rebuildSearch(db);
    // Of a file from before they were kept; where everything is derived anew they are too.
    if (old.includes('fees') && !old.includes('projection')) deriveOpenFees(db);
    if (old.includes('late') && !old.includes('projection')) deriveLate(db);
    if (old.includes('passedOn') && !old.includes('projection')) derivePassedOn(db);
    // What its city was told of past files was counted by other rules.
    if (old.includes('counted')) lookAnew(db);
    if (old.includes('fold')) {
      renewIntakeWords(db);
      renewPetitionWords(db);
    }
    const note = prepared(
      db,
      'INSERT INTO made_by (what, version) VALUES (?, ?) ON CONFLICT (what) DO UPDATE SET version = excluded.version',
    );
    for (const what of old) note.run(what, rules[what]);
  }).immediate();
}
