/** One of many at which the desk refused, and its sentence why. */
export type RefusedOne<T> = { readonly one: T; readonly why: string };

/** Does the same to each, one after the other; where one is refused the next is tried all the same. Answers those that were. */
export async function eachTried<T>(
  all: readonly T[],
  act: (one: T) => Promise<void>,
  whyNot: (error: unknown) => string,
): Promise<readonly RefusedOne<T>[]> {
  const refused: RefusedOne<T>[] = [];
  for (const one of all) {
    try {
      await act(one);
    } catch (error) {
      refused.push({ one, why: whyNot(error) });
    }
  }
  return refused;
}
