import { procedureCalls } from '../../../../../electron/contract/catalogue/procedure.ts';
import type { LegInfo, NewLeg } from '../../../../../electron/contract/routing/legs.ts';
import { processCalls, type ProcessStep, type StepRole } from '../../../../../electron/contract/routing/process.ts';
import type { Term } from '../../../../../electron/contract/base/values.ts';
import { msPerMinute } from '../../../../../electron/domain/base/civil-time.ts';
import { type ProcessFlaw, processFlaw } from '../../../../../electron/domain/routing/process.ts';

/** A time as it is typed; `none` where only the promise to the citizen limits it. */
export type TimeText = { readonly value: string; readonly unit: Term['unit'] | 'none' };
export type StepRow = TimeText & { readonly key: string; readonly name: string; readonly role: StepRole };
export type LegRow = TimeText & {
  readonly key: string;
  readonly agency: string;
  readonly unitCode?: string | undefined;
  readonly work: string;
  readonly way: NewLeg['way'];
};

function timeText(term: Term | null): TimeText {
  if (term === null) return { value: '', unit: 'none' };
  return { value: term.unit === 'same-day' ? '' : String(term.value), unit: term.unit };
}

/** What is no whole number becomes one that the contract refuses, so that it is seen. */
function termOf({ value, unit }: TimeText): Term | null {
  if (unit === 'none') return null;
  return unit === 'same-day' ? { value: 1, unit } : { value: Number(value) || 0, unit };
}

export function stepRows(steps: readonly ProcessStep[]): readonly StepRow[] {
  return steps.map(({ name, role, time }, index) => ({ key: `kept-${index}`, name, role, ...timeText(time) }));
}

export function stepsOf(rows: readonly StepRow[]): ProcessStep[] {
  return rows.map(({ name, role, ...time }) => ({ name: name.trim(), role, time: termOf(time) }));
}

export function legRows(legs: readonly LegInfo[]): readonly LegRow[] {
  return legs.map(({ agency, unitCode, work, way, term }, index) => ({
    key: `kept-${index}`,
    agency,
    unitCode,
    work,
    way,
    ...timeText(term),
  }));
}

export function legsOf(rows: readonly LegRow[]): NewLeg[] {
  return rows.map(({ agency, unitCode, work, way, ...time }) => ({
    agency,
    ...(unitCode === undefined ? {} : { unitCode }),
    work,
    way,
    term: termOf(time),
  }));
}

/** Another agency is another unit: a code that was kept would name the old one. */
export function withAgency(row: LegRow, agency: string): LegRow {
  return { ...row, agency, unitCode: undefined };
}

/** The row at `index`, one place up (-1) or down (1); the list as it was where there is no such place. */
export function moved<R>(rows: readonly R[], index: number, by: -1 | 1): readonly R[] {
  const [row, other] = [rows[index], rows[index + by]];
  if (row === undefined || other === undefined) return rows;
  return rows.with(index, other).with(index + by, row);
}

export type Sessions = readonly { readonly start: number; readonly end: number }[];

/** The office's sessions, as the reckoning of steps wants them. */
export function sessionsOf(hours: readonly { readonly start: string; readonly end: string }[]): Sessions {
  const at = (text: string) => {
    const [hour = 0, minute = 0] = text.split(':').map(Number);
    return (hour * 60 + minute) * msPerMinute;
  };
  return hours.map(({ start, end }) => ({ start: at(start), end: at(end) }));
}

/** What is wrong, by field (`1.name`, `2.value`, `list`, `reason`): the contract's own schema is asked, then the rule of the process. */
export function processIssues(rows: readonly StepRow[], reason: string): ReadonlyMap<string, string> {
  const steps = stepsOf(rows);
  const found = rowIssues(processCalls.setProcess['~orpc'].inputSchema?.safeParse({ code: '1', steps, reason }));
  const flaw = processFlaw(steps);
  const at = flaw === null ? undefined : flawField(flaw, rows);
  return flaw === null || at === undefined || found.has(at) ? found : new Map([[at, flaw], ...found]);
}

export function legIssues(rows: readonly LegRow[], reason: string): ReadonlyMap<string, string> {
  const legs = legsOf(rows);
  return rowIssues(procedureCalls.setLegs['~orpc'].inputSchema?.safeParse({ code: '1', legs, reason }));
}

const byRow = new Intl.Collator('en', { numeric: true });

/** The first field that is wrong in the order of the rows, the second before the eleventh; what stands below them comes last. */
export function firstWrong(issues: ReadonlyMap<string, string>): string | undefined {
  return [...issues.keys()].toSorted(byRow.compare)[0];
}

function flawField(flaw: ProcessFlaw, rows: readonly StepRow[]): string {
  switch (flaw) {
    case 'nobody-handles':
      return 'list';
    case 'reception-first':
      return '0.role';
    case 'return-last':
      return `${rows.length - 1}.role`;
    case 'name-twice': {
      const names = rows.map(({ name }) => name.trim().toLocaleLowerCase('vi'));
      return `${names.findIndex((name, index) => names.indexOf(name) !== index)}.name`;
    }
  }
}

type Parsed =
  | { readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] } | undefined }
  | undefined;

/** `steps.2.time.value` -> `2.value`; of the list itself -> `list`. */
function rowIssues(parsed: Parsed): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { path } of parsed?.error?.issues ?? []) {
    const [list, row, field] = path.map(String);
    const time = field === 'time' || field === 'term';
    const name = list === 'reason' ? 'reason' : row === undefined ? 'list' : `${row}.${time ? 'value' : field}`;
    if (!found.has(name)) found.set(name, time ? 'time' : name === 'reason' ? 'reason' : 'field');
  }
  return found;
}
