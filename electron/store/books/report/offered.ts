import type { Procedure } from '../../../contract/catalogue/lists.ts';
import type { Offered } from '../../../domain/books/report/offered.ts';
import { catalogueContent } from '../../catalogue/catalogue.ts';
import type { Db } from '../../file/db.ts';
import { preparedValue } from '../../file/rows/prepared.ts';
import { ofThisOffice } from '../../journal/subject.ts';

/**
 * What the index counted procedures of until rule 3 (`countingRules`): the product's own list that was in use at an entry, whoever decides, and rules without an
 * amount as free. Kept to prove what was kept then.
 */
export function offeredByOlderRules(db: Db, seen: number): Offered[] {
  const version = preparedValue(
    db,
    `SELECT body ->> '$.version' FROM journal WHERE ${ofThisOffice} AND type = 'catalogue-adopted' AND seq <= ? ORDER BY seq DESC LIMIT 1`,
  ).get(seen) as string | undefined;
  const rows = version === undefined ? [] : (catalogueContent(db, version) as readonly Partial<Procedure>[]);
  return rows
    .filter(({ successor }) => (successor ?? null) === null)
    .map(({ code = '', onlineLevel = null, fee, feeRules = [] }) => ({
      code,
      onlineLevel,
      hasFee: hadFee(fee?.amount ?? null, feeRules),
    }));
}

function hadFee(amount: number | null, rules: readonly object[]): boolean | null {
  if (amount !== null) return amount > 0;
  return rules.length === 0
    ? null
    : rules.some((rule) => Object.values(rule).some((value) => typeof value === 'number' && value > 0));
}
