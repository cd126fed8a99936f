import { openOffice, reception } from '../../office.ts';
import type { Contestant } from '../contestant.ts';

/** Far from the persons whose rows were recorded. */
const firstIndex = 800_000;

/** The desk itself: the whole way of `case.receive`, from its call to the disk. */
export async function deskContestant(folder: string): Promise<Contestant> {
  let durableAt = 0;
  const office = await openOffice(folder, () => {
    durableAt = performance.now();
  });
  return {
    write: async (index) => {
      const input = reception(firstIndex + index);
      const begun = performance.now();
      await office.ask('case.receive', input);
      return durableAt - begun;
    },
    present: async (index) => {
      const { applicant } = reception(firstIndex + index) as { applicant: { idNumber: string } };
      const { hits } = (await office.ask('case.search', { text: applicant.idNumber, limit: 5 })) as { hits: unknown[] };
      return { there: Math.min(1, hits.length), of: 1 };
    },
    close: async () => {
      await office.desk.close();
    },
  };
}
