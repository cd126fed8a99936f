import type { WorkSection } from '../../../../electron/contract/common/office/saved-filter.ts';
import type { WorkCount, WorkGroupName, WorkList, WorkRow } from '../../../../electron/contract/counter/work/work.ts';

export type SectionName = WorkSection;

/** The groups of the desk's answer as a clerk thinks of them; each section has the key of its place. */
const groupsOf: Readonly<Record<SectionName, readonly WorkGroupName[]>> = {
  overdue: ['overdue'],
  today: ['today'],
  soon: ['within-24h', 'within-48h', 'within-72h'],
  untaken: ['untaken'],
  'held-later': ['held-later'],
  supplement: ['supplement'],
  'to-approve': ['to-approve'],
  'to-return': ['to-return'],
  error: ['error'],
  waiting: ['waiting'],
  'step-late': ['step-late'],
  'leg-late': ['leg-late', 'answer-late', 'leg-untimed'],
  'promise-changed': ['promise-changed'],
};

/** Offices without inner clocks, without agencies to wait for and with the calendar they began with never see these, nor does a counter that passes nothing on. */
const onlyWhenAny: ReadonlySet<SectionName> = new Set([
  'untaken',
  'held-later',
  'to-approve',
  'step-late',
  'leg-late',
  'promise-changed',
]);

/** Digits in the order of a counter's day; what came to it since has a letter. */
const keysOf: Readonly<Record<SectionName, string>> = {
  overdue: '1',
  today: '2',
  soon: '3',
  untaken: 'N',
  'held-later': 'C',
  supplement: '4',
  'to-approve': 'D',
  'to-return': '5',
  error: '6',
  waiting: '7',
  'step-late': '8',
  'leg-late': '9',
  'promise-changed': '0',
};

export type WorkItem = { readonly key: string; readonly group: WorkGroupName; readonly row: WorkRow };

export type Section = {
  readonly name: SectionName;
  readonly keys: string;
  readonly count: WorkCount;
  readonly groups: readonly {
    readonly group: WorkGroupName;
    readonly count: WorkCount;
    readonly items: readonly WorkItem[];
  }[];
};

export function sectionsOf(list: Pick<WorkList, 'groups'>): Section[] {
  const sections = (Object.keys(groupsOf) as SectionName[]).map((name) => {
    const groups = groupsOf[name].flatMap((wanted) => list.groups.filter(({ group }) => group === wanted));
    return {
      name,
      keys: keysOf[name],
      count: countOfAll(groups.map(({ count }) => count)),
      groups: groups.map(({ group, count, rows }) => ({
        group,
        count,
        // A case can stand in two groups: its result waits and has an error.
        items: rows.map((row) => ({ key: `${group} ${row.caseId}`, group, row })),
      })),
    };
  });
  return sections.filter(({ name, count }) => count.value > 0 || !onlyWhenAny.has(name));
}

function countOfAll(counts: readonly WorkCount[]): WorkCount {
  const value = counts.reduce((sum, count) => sum + count.value, 0);
  return { value, more: counts.some(({ more }) => more) };
}

export function itemsOf(sections: readonly Section[]): WorkItem[] {
  return sections.flatMap(({ groups }) => groups.flatMap(({ items }) => items));
}

/** The row to stand on when the list is new: the same case if it is still there, else what has come into its place. */
export function rowAfter(items: readonly { readonly key: string }[], key: string | null, index: number): number {
  const same = items.findIndex((item) => item.key === key);
  return same >= 0 ? same : Math.max(0, Math.min(index, items.length - 1));
}
