import { otherProcedure } from '../../../../../electron/contract/catalogue/office-list.ts';
import type { ProcedureHit } from '../../../../../electron/contract/catalogue/procedure.ts';

type Hit = Pick<ProcedureHit, 'code' | 'name' | 'field' | 'successor' | 'insteadOf'>;

/** What was typed as a name: single spaces. */
export function nameOf(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

export type FoundProcedures = { readonly procedures: readonly Hit[]; readonly meant: boolean };

/**
 * What was typed, as a procedure that stands in no list: the last of the choices, or the first where nothing that was found is meant by it. A code, or a
 * few letters, is no name.
 */
export function withOther({ procedures, meant }: FoundProcedures, text: string): readonly Hit[] {
  const name = nameOf(text);
  if (name.length < shortestName || !/\p{L}.*\s.*\p{L}/su.test(name)) return procedures;
  const other = { code: otherProcedure, name, field: '', successor: null, insteadOf: [] };
  return meant ? [...procedures, other] : [other, ...procedures];
}
const shortestName = 8;
