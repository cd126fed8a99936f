import type { CivilDate } from '../../contract/base/values.ts';
import type { PetitionFact } from '../../domain/report/bieu-06a.ts';
import type { Db } from '../file/db.ts';

/**
 * The seam to the petitions register: what it tells Biểu 06a of each petition that was received by the end of a period, one after another, as the
 * register is at this moment. Null for as long as there is no such register: nothing is known then, which is not the same as no petition.
 */
export function petitionFacts(
  _db: Db,
  _days: { readonly from: CivilDate; readonly to: CivilDate },
): Iterable<PetitionFact> | null {
  return null;
}
