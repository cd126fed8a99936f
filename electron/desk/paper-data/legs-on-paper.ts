import { termText } from '../../domain/deadline/explanation.ts';
import type { PlannedLeg } from '../../domain/entries/case.ts';
import type { Mau01Data } from '../../paper/forms/data.ts';

/** Who decides, as the receipt says it: one other agency and from when its time runs, or each agency of an interlinked file. */
export function legsOnPaper(legs: readonly PlannedLeg[]): Pick<Mau01Data, 'decidedBy' | 'legs'> {
  const [first] = legs;
  if (first === undefined) return {};
  if (legs.length === 1 && first.way !== 'here' && first.sendBy !== null)
    return { decidedBy: { agency: first.agency, sendBy: first.sendBy } };
  return {
    legs: legs.map(({ agency, work, term }) => ({
      agency,
      work,
      ...(term === null ? {} : { term: termText(term, 'vi') }),
    })),
  };
}
