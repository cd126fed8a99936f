import type { CaseView } from '../../../../../electron/contract/counter/case/case.ts';
import type { ProcedureDetail } from '../../../../../electron/contract/catalogue/procedure.ts';
import { paperName, usualCounts } from '../../../../../electron/domain/catalogue/components.ts';

/** What the last request for papers asked for, line by line as its slip says it; nothing where it named nothing. */
export function askedItems(actions: CaseView['actions']): readonly string[] {
  const items = actions.findLast(({ type }) => type === 'supplement-requested')?.detail['items'];
  return Array.isArray(items) ? items.map(String) : [];
}

type Component = Pick<ProcedureDetail['components'][number], 'index' | 'name' | 'short' | 'originals' | 'copies'>;

/** The component that a line of the slip is, by any name it goes under, with how many are usually handed in; undefined for words of one's own. */
export function componentOf(components: readonly Component[], item: string) {
  const said = plain(item);
  const found = components.find((one) => [one.name, one.short, paperName(one)].some((name) => plain(name) === said));
  return found === undefined ? undefined : { index: found.index, counts: usualCounts(found) };
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .trim()
    .replace(/[.;,]$/u, '')
    .toLocaleLowerCase('vi');
}

/** Complete is what every line of the slip came for (NĐ 118/2025 Điều 16 k3, 19 k5): the lines that are still open. */
export function openItems(items: readonly string[], ticked: ReadonlySet<number>): readonly number[] {
  return items.flatMap((_item, index) => (ticked.has(index) ? [] : [index]));
}
