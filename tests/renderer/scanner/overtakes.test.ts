import { describe, expect, test } from 'vitest';
import { type BurstKey, idle, keyPressed } from '../../../renderer/scanner/burst.ts';
import { overtakes } from '../../../renderer/scanner/overtakes.ts';

const keyOf = (key: string, more: Partial<BurstKey> = {}): BurstKey => ({
  key,
  code: '',
  at: 0,
  shift: false,
  modified: false,
  repeat: false,
  composing: false,
  ...more,
});

describe('whether a key may overtake those that are held before it', () => {
  const after = (key: BurstKey, gap: number): boolean => {
    const { state } = keyPressed(idle, keyOf('n'));
    return overtakes(keyPressed(state, { ...key, at: gap }).state, key);
  };
  const named = (key: string, more: Partial<BurstKey> = {}): BurstKey => keyOf(key, more);

  test.each([10, 49, 54, 300])(
    '%i ms behind a letter, Enter, Space and an act of the screen let it go first',
    (gap) => {
      for (const key of [
        named('Enter'),
        named(' '),
        named('F4'),
        named('n', { code: 'KeyN', modified: true, alt: true }),
      ])
        expect(after(key, gap), key.key).toBe(true);
    },
  );

  test('what a scanner, or a program that types for it, puts among the first signs does not', () => {
    for (const key of [
      named('Shift', { shift: true }),
      named('Control', { modified: true, control: true }),
      named('b', { code: 'KeyB', modified: true, control: true }),
      named('Backspace'),
      named('Unidentified'),
      named('Process', { composing: true }),
    ])
      expect(after(key, 10), key.key).toBe(false);
  });

  test('Ctrl with a letter of a hand, and Backspace, let it go first', () => {
    expect(after(named('a', { code: 'KeyA', modified: true, control: true }), 300)).toBe(true);
    expect(after(named('Backspace'), 300)).toBe(true);
  });
});
