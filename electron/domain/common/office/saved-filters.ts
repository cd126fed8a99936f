import { SavedFilter, type SavedFilterKey, mostFilters } from '../../../contract/common/office/saved-filter.ts';

/**
 * The saved filters of one person, as they were kept, changed by one filter at a time. Another version may have kept some in a shape that this one cannot read:
 * it shows and counts none of those, and leaves them where they are.
 */
type Kept = readonly unknown[];

/** Those that this version can read, in the order of their keys. */
export function readSavedFilters(kept: Kept): readonly SavedFilter[] {
  return kept.flatMap((one) => {
    const filter = SavedFilter.safeParse(one);
    return filter.success ? [filter.data] : [];
  });
}

/** With one more; the same name in the same list again is another filter under it, at the same key. Undefined where its list is full. */
export function withSavedFilter(kept: Kept, filter: SavedFilter): Kept | undefined {
  const at = kept.findIndex((one) => isIt(one, filter));
  if (at !== -1) return kept.with(at, filter);
  const ofList = readSavedFilters(kept).filter(({ screen }) => screen === filter.screen);
  return ofList.length < mostFilters ? [...kept, filter] : undefined;
}

/** Without one; the same where it is not there. */
export function withoutSavedFilter(kept: Kept, which: SavedFilterKey): Kept {
  return kept.filter((one) => !isIt(one, which));
}

function isIt(one: unknown, { screen, name }: SavedFilterKey): boolean {
  const { screen: its, name: called } = Object(one) as { readonly screen?: unknown; readonly name?: unknown };
  return its === screen && called === name;
}
