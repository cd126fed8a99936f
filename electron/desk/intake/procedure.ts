import type { Procedure } from '../../domain/catalogue/catalogue.ts';
import type { IntakeFacts } from '../../domain/entries/intake.ts';
import { findAdoptedProcedure } from '../../store/catalogue/catalogue.ts';
import type { Room } from '../room.ts';

/** The procedure as it was when the file came, which may not be how it is today. */
export function getIntakeProcedure(room: Room, { catalogueVersion, procedureCode }: IntakeFacts): Procedure {
  const adopted = findAdoptedProcedure(room.store.db, catalogueVersion, procedureCode);
  if (adopted === undefined) throw new Error(`procedure ${procedureCode} of ${catalogueVersion} was never adopted`);
  return adopted as Procedure;
}
