import type { BundleRow } from '../../../../electron/contract/routing/bundle.ts';
import type { Texts } from '../../../text/languages.ts';

type BundleTexts = Texts['bundles'];

/** Where papers are, as a clerk says it. */
export function whereWords({ kind, name }: BundleRow['place'], texts: BundleTexts): string {
  return texts.places[kind](name);
}

type Checked = {
  readonly here: readonly BundleRow[];
  readonly elsewhere: readonly BundleRow[];
  readonly unknown: readonly string[];
  readonly relabel: readonly { readonly caseId: string; readonly voidNumber: string; readonly number: string }[];
};

export type ScanOutcome = { readonly tone: 'good' | 'late'; readonly words: string };

/** What the last scan of a stock-taking was, in one sentence; undefined until the desk has answered it. */
export function outcomeOfScan(scan: string | undefined, checked: Checked, texts: BundleTexts): ScanOutcome | undefined {
  if (scan === undefined) return undefined;
  if (checked.unknown.includes(scan)) return { tone: 'late', words: texts.unknown(scan) };
  const old = checked.relabel.find(({ voidNumber }) => voidNumber === scan);
  if (old !== undefined) return { tone: 'late', words: texts.voidLabel(old.voidNumber, old.number) };
  const foreign = checked.elsewhere.find(({ number }) => number === scan);
  if (foreign !== undefined)
    return { tone: 'late', words: texts.checkedForeign(scan, whereWords(foreign.place, texts)) };
  return checked.here.some(({ number }) => number === scan)
    ? { tone: 'good', words: texts.checkedHere(scan) }
    : undefined;
}
