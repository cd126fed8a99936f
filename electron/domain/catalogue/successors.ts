import type { Procedure } from '../../contract/catalogue/lists.ts';
import type { CivilDate } from '../../contract/base/values.ts';

type Coded = Pick<Procedure, 'code' | 'successor'>;

/** A procedure that was found, and the codes of those it has taken the place of. */
export type Led<P> = { readonly procedure: P; readonly insteadOf: readonly string[] };

/**
 * What was found, a procedure that another has taken the place of under that other, each once and where it stood first. One whose
 * successor is not in the list, or not in force yet, stays: the code of before still leads somewhere.
 */
export function ledToSuccessors<P extends Coded>(
  found: readonly P[],
  find: (code: string, from: P) => P | undefined,
  today: CivilDate,
): readonly Led<P>[] {
  const led = new Map<string, { procedure: P; insteadOf: string[] }>();
  for (const one of found) {
    const next = successorOf(one, find, today);
    const { code } = next ?? one;
    const known = led.get(code) ?? { procedure: next ?? one, insteadOf: [] };
    if (next !== undefined) known.insteadOf.push(one.code);
    led.set(code, known);
  }
  return [...led.values()];
}

function successorOf<P extends Coded>(
  one: P,
  find: (code: string, from: P) => P | undefined,
  today: CivilDate,
): P | undefined {
  const { code, successor } = one;
  if (successor === null || successor.code === code) return undefined;
  return successor.from === null || successor.from <= today ? find(successor.code, one) : undefined;
}
