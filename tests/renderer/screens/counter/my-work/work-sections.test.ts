import { describe, expect, test } from 'vitest';
import type { WorkGroupName, WorkList, WorkRow } from '../../../../../electron/contract/counter/work/work.ts';
import { itemsOf, rowAfter, sectionsOf } from '../../../../../renderer/screens/counter/my-work/work-sections.ts';

const row = (caseId: string, change: Partial<WorkRow> = {}): WorkRow => ({
  caseId,
  number: `H29.999-261123-${caseId}`,
  applicantName: 'NGUYỄN THỊ ÁNH',
  procedureName: 'Đăng ký khai sinh',
  status: 'processing',
  dueAt: '2026-11-25T17:00:00+07:00',
  holderName: null,
  held: false,
  apologyDue: false,
  until: null,
  daysLeft: null,
  readyAt: null,
  papers: null,
  place: null,
  legStage: null,
  ...change,
});

const group = (name: WorkGroupName, ids: readonly string[], more = false): WorkList['groups'][number] => ({
  group: name,
  count: { value: more ? 99 : ids.length, more },
  rows: ids.map((id) => row(id)),
});

const list = {
  groups: [
    group('overdue', ['1', '2']),
    group('today', []),
    group('within-24h', ['3']),
    group('within-48h', ['4'], true),
    group('within-72h', []),
    group('supplement', []),
    group('to-return', ['5']),
    group('error', ['5']),
    group('waiting', ['9']),
  ],
};

describe('the sections of the work list', () => {
  test('have a key each, and the hours are one section', () => {
    const sections = sectionsOf(list);
    expect(sections.map(({ name, keys, count }) => [keys, name, count.value, count.more])).toEqual([
      ['1', 'overdue', 2, false],
      ['2', 'today', 0, false],
      ['3', 'soon', 100, true],
      ['4', 'supplement', 0, false],
      ['5', 'to-return', 1, false],
      ['6', 'error', 1, false],
      ['7', 'waiting', 1, false],
    ]);
    expect(itemsOf(sections).map(({ row: { caseId } }) => caseId)).toEqual(['1', '2', '3', '4', '5', '5', '9']);
    expect(new Set(itemsOf(sections).map(({ key }) => key)).size).toBe(7);
  });

  test('of inner clocks stand only where one ran out, under the keys after the rest', () => {
    const groups = [...list.groups, group('step-late', []), group('leg-late', ['8'])];
    expect(
      sectionsOf({ groups })
        .map(({ name, keys }) => [keys, name])
        .slice(7),
    ).toEqual([['9', 'leg-late']]);
    expect(sectionsOf({ groups: [group('promise-changed', ['8'])] }).at(-1)).toMatchObject({
      keys: '0',
      name: 'promise-changed',
    });
  });

  test('after an act one stands on the same case, or on what came into its place', () => {
    const items = itemsOf(sectionsOf(list));
    expect(rowAfter(items, 'within-24h 3', 0)).toBe(2);
    expect(rowAfter(items, 'overdue gone', 1)).toBe(1);
    expect(rowAfter(items, 'overdue gone', 40)).toBe(6);
    expect(rowAfter([], null, 3)).toBe(0);
  });
});
