import type { Procedure } from '../../contract/catalogue/lists.ts';
import type { Person, Submitter } from '../../contract/person/person.ts';
import { inventPeople } from './people.ts';
import type { SeededRandom } from './random.ts';

/** Who comes through the door, and for what. About two and a half cases a person; some come back for the same again. */
export type Visits = {
  next(wanted: Procedure | undefined): { readonly applicant: Person; readonly procedure: Procedure };
  /** Somebody else, with the paper that lets them file. */
  submitter(): Submitter;
};

const newcomers = 0.4;
const comeBackSoon = 0.15;
const remembered = 512;

export function inventVisits(
  seed: number,
  random: SeededRandom,
  draw: (random: SeededRandom, person: Person) => Procedure,
): Visits {
  const people = inventPeople(seed);
  const recent: { readonly index: number; readonly procedure: Procedure }[] = [];
  let visits = 0;

  function pair(wanted: Procedure | undefined): { index: number; procedure: Procedure } {
    const isNew = people.count() === 0 || random.chance(newcomers);
    if (!isNew && wanted === undefined && random.chance(comeBackSoon)) return random.pick(recent);
    const index = isNew ? people.add() : random.below(people.count());
    return { index, procedure: wanted ?? draw(random, people.get(index)) };
  }

  return {
    next: (wanted) => {
      const visit = pair(wanted);
      recent[visits % remembered] = visit;
      visits += 1;
      return { applicant: people.get(visit.index), procedure: visit.procedure };
    },
    submitter: () => ({ ...people.get(people.addCitizen()), authorisation: 'Giấy ủy quyền có chứng thực chữ ký' }),
  };
}
