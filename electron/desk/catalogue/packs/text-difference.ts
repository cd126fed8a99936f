/** What two texts of one form say differently, line by line as a person reads them: what is printed, and not how it is laid out. */

type Change = { readonly before: string; readonly after: string };

/** So many comparisons are made at most; longer ones are compared as sets. */
const mostCells = 4_000_000;

export function textDifference(one: string, other: string): readonly Change[] {
  const [before, after] = [textsOf(one), textsOf(other)];
  if (before.length * after.length > mostCells) return asSets(before, after);
  return paired(edits(before, after));
}

/** A word of the forms' own language: `paragraph`, `mau-01`, `2026-12-01`. */
const ofForms = /^[\w.:-]*$/;

/** All texts in a form's JSON that are printed, in their order. */
function textsOf(json: string): string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      if (!ofForms.test(value) && /\p{L}.*\p{L}/su.test(value)) found.push(value.replaceAll('**', ''));
    } else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) walk(inner);
  };
  walk(JSON.parse(json));
  return found;
}

type Edit = { readonly gone?: string; readonly come?: string };

/** The longest that both have in common stays; the rest went or came. */
function edits(before: readonly string[], after: readonly string[]): readonly (Edit | null)[] {
  const width = after.length + 1;
  const length = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      length[i * width + j] =
        before[i] === after[j]
          ? (length[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(length[(i + 1) * width + j] ?? 0, length[i * width + j + 1] ?? 0);
  const made: (Edit | null)[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [gone, come] = [before[i], after[j]];
    if (gone !== undefined && gone === come) {
      made.push(null);
      i += 1;
      j += 1;
    } else if (
      come === undefined ||
      (gone !== undefined && (length[(i + 1) * width + j] ?? 0) >= (length[i * width + j + 1] ?? 0))
    ) {
      made.push({ gone: gone ?? '' });
      i += 1;
    } else {
      made.push({ come });
      j += 1;
    }
  }
  return made;
}

/** What went and what came at one place is one change. */
function paired(made: readonly (Edit | null)[]): readonly Change[] {
  const changes: Change[] = [];
  let [gone, come]: [string[], string[]] = [[], []];
  for (const edit of [...made, null]) {
    if (edit !== null) {
      if (edit.gone !== undefined) gone.push(edit.gone);
      if (edit.come !== undefined) come.push(edit.come);
      continue;
    }
    for (let at = 0; at < Math.max(gone.length, come.length); at += 1)
      changes.push({ before: gone[at] ?? '', after: come[at] ?? '' });
    [gone, come] = [[], []];
  }
  return changes;
}

function asSets(before: readonly string[], after: readonly string[]): readonly Change[] {
  const [had, has] = [new Set(before), new Set(after)];
  return [
    ...[...had].filter((text) => !has.has(text)).map((text) => ({ before: text, after: '' })),
    ...[...has].filter((text) => !had.has(text)).map((text) => ({ before: '', after: text })),
  ];
}
