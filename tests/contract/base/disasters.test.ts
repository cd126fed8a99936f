import { expect, test } from 'vitest';
import { type Disaster, disasters, disastersThat, isDisaster } from '../../../electron/contract/base/disasters.ts';
import { exitCodeOf } from '../../../electron/shell/command-line/outcome.ts';
import { recovery } from '../../../renderer/text/screens/safety/recovery.ts';

const all = Object.keys(disasters) as Disaster[];

test('what may be met at an opening has a word of what is safe, in both languages', () => {
  for (const code of disastersThat('opening'))
    for (const words of [recovery.vi, recovery.en]) expect(words.safe[code], code).toMatch(/\.$/);
});

test('whoever is shown data that cannot be worked with, or sent to a backup, meets it at an opening', () => {
  for (const code of all)
    if (isDisaster(code, 'look') || isDisaster(code, 'restore')) expect(isDisaster(code, 'opening'), code).toBe(true);
});

test.each(all)('%s ends a command with 3, and with 1 where only another program has the data open', (code) => {
  const answer = { ok: false, fault: { code, message: '', data: {} } } as const;
  expect(exitCodeOf(answer)).toBe(code === 'store-locked' ? 1 : 3);
});

test('a screen leaves for the recovery where asking again would find the same', () => {
  expect(disastersThat('lasts')).toEqual(
    disastersThat('opening').filter((code) => code !== 'store-locked' && code !== 'disk-failing'),
  );
});

test('another fault is none', () => {
  expect(isDisaster('sign-in-refused', 'ends')).toBe(false);
  expect(exitCodeOf({ ok: false, fault: { code: 'sign-in-refused', message: '', data: {} } })).toBe(1);
});
