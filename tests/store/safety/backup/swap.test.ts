import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  clearWork,
  dropUnplanned,
  endSwap,
  resumeSwap,
  swapIn,
} from '../../../../electron/store/safety/backup/swap.ts';
import { newFolder } from '../../../support/desk/folder.ts';

const swapped = { testimony: { desk: 'a', seq: 1, hash: 'b', marks: [] }, practice: true } as const;

/** A register and the one that stands ready beside it, with what lies under the plan's name. */
function ready(lay: (plan: string) => void = () => undefined): { folder: string; register: string; made: string } {
  const folder = newFolder();
  mkdirSync(join(folder, 'restoring'));
  const [register, made] = [join(folder, 'desk.sqlite'), join(folder, 'restoring', 'desk.sqlite')];
  writeFileSync(register, 'the old one');
  writeFileSync(made, 'the new one');
  lay(join(folder, 'restoring', 'plan.json'));
  return { folder, register, made };
}

describe('a plan that cannot be read is no leave to remove what stands ready', () => {
  test.each<[string, (plan: string) => void]>([
    ['half of it', (plan) => writeFileSync(plan, '{"kept":"kept/2026')],
    ['not a file', (plan) => mkdirSync(plan)],
  ])('%s', (_what, lay) => {
    const { folder, register, made } = ready(lay);
    for (const work of [dropUnplanned, clearWork, resumeSwap]) expect(() => work(folder)).toThrow(/plan|EISDIR/);
    expect([register, made].map((path) => readFileSync(path, 'utf8'))).toEqual(['the old one', 'the new one']);
  });
});

test('without a plan nothing was begun, and what was made ready goes', () => {
  const { folder, register } = ready();
  expect(resumeSwap(folder)).toBe(null);
  dropUnplanned(folder);
  expect(existsSync(join(folder, 'restoring'))).toBe(false);
  expect(readFileSync(register, 'utf8')).toBe('the old one');
});

test('a process that ended behind the plan: the next one goes through with it', () => {
  const { folder, register } = ready();
  const end = (step: string): void => {
    if (step === 'planned') throw new Error('ended');
  };
  expect(() => swapIn(folder, '2026-11-23T090000', swapped, end)).toThrow('ended');
  expect(readFileSync(register, 'utf8')).toBe('the old one');
  expect(resumeSwap(folder)).toMatchObject(swapped);
  expect(readFileSync(register, 'utf8')).toBe('the new one');
  expect(readFileSync(join(folder, 'kept', '2026-11-23T090000', 'desk.sqlite'), 'utf8')).toBe('the old one');
  endSwap(folder);
});

test('a lock that cannot be had because it is none is no other desk at work', () => {
  const { folder } = ready();
  expect(() =>
    swapIn(folder, '2026-11-23T090000', swapped, () => {
      throw new Error('ended');
    }),
  ).toThrow('ended');
  mkdirSync(join(folder, 'lock.sqlite'));
  expect(() => resumeSwap(folder)).toThrow();
});
