import { msPerDay } from '../../../domain/base/civil-time.ts';
import { isFault } from '../../../contract/base/fault.ts';
import { keptIdNumbers } from '../../../contract/common/person/id-form.ts';
import { readCard } from '../../../domain/common/person/citizen-card.ts';
import { type CaseSummary, casesOfPerson } from '../../../store/counter/case/case.ts';
import { casesToReturnWith } from '../../../store/counter/case/of-person.ts';
import { findPerson } from '../../../store/common/person/person.ts';
import type { Handlers } from '../../core/handler.ts';
import { isIn } from '../../../contract/base/case-status.ts';
import { personRecord } from './record.ts';

/** A second file of the same procedure within this time is looked at before it is received: it may be the same file twice. */
const duplicateMilliseconds = 30 * msPerDay;
/** So many are handed out with one: a clerk looks at each paper. The rest comes behind them. */
const mostTogether = 50;

export const citizenCardHandlers: Handlers['citizenCard'] = {
  read: (desk, { scan }) => {
    const card = readCard(scan, desk.nowCivil().slice(0, 10));
    return isFault(card) ? card : { ...card, warnings: card.warnings.map(({ code }) => ({ code })) };
  },
};

export const personHandlers: Handlers['person'] = {
  record: (desk, asked) => ({ record: personRecord(desk, asked) }),

  earlier: (desk, { idNumber, procedureCode, toReturnWith }) => {
    const kept = keptIdNumbers(idNumber);
    const person = kept.map((one) => findPerson(desk.store.db, one)).find((one) => one !== undefined) ?? null;
    if (toReturnWith !== undefined) {
      const { cases, count } = casesToReturnWith(
        desk.store.db,
        { caseId: toReturnWith, idNumbers: kept },
        mostTogether,
      );
      return { person, cases: cases.map(viewEarlier), more: count - cases.length };
    }
    const cases = kept
      .flatMap((one) => casesOfPerson(desk.store.db, one, 20))
      .toSorted((a, b) => (a.acceptedAt < b.acceptedAt ? 1 : -1))
      .slice(0, 20);
    return { person, cases: cases.map(viewEarlier) };

    function viewEarlier(known: CaseSummary) {
      return { ...viewOf(known), possibleDuplicate: isDuplicate(known) };
    }

    function isDuplicate(known: CaseSummary): boolean {
      // What was taken back as a mistake is what is typed again.
      if (known.undone === true || known.procedureCode !== procedureCode) return false;
      return isIn(known.status, 'open') || desk.now() - Date.parse(known.acceptedAt) < duplicateMilliseconds;
    }
  },
};

function viewOf({ applicantName: _name, idNumber: _id, ...known }: CaseSummary) {
  return known;
}
