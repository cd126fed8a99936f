/** One thing that was looked at: how many, what is wrong and where, and what an inspector may ask about. */
export type Finding = {
  readonly name: string;
  readonly looked: number;
  readonly found: readonly string[];
  readonly notes: readonly string[];
};

/** How many places of a kind are named; the rest is counted. */
const mostNamed = 20;

/** Gathers what is found of one thing. */
export function finding(name: string) {
  const found: string[] = [];
  const notes: string[] = [];
  let [looked, more] = [0, 0];
  return {
    look: () => void (looked += 1),
    wrong: (place: string) => void (found.length < mostNamed ? found.push(place) : (more += 1)),
    note: (text: string) => void (notes.length < mostNamed ? notes.push(text) : undefined),
    end: (): Finding => ({ name, looked, found: more === 0 ? found : [...found, `and ${more} more`], notes }),
  };
}

export type Checking = ReturnType<typeof finding>;
