import { describe, expect, test } from 'vitest';
import { createConfirmOnce } from '../../../../renderer/parts/keys/confirm-once.ts';

const press = (timeStamp: number, more: Partial<KeyboardEvent> = {}) =>
  ({
    key: 'Enter',
    code: 'Enter',
    ctrlKey: true,
    altKey: false,
    shiftKey: false,
    metaKey: false,
    timeStamp,
    ...more,
  }) as KeyboardEvent;

/** What is pressed on which layer, in milliseconds; `began` says after which presses an act was begun. */
function heard(presses: readonly (readonly [at: number, layer: number])[], began: readonly number[]): boolean[] {
  let acts = 0;
  const { isEcho } = createConfirmOnce(() => acts);
  return presses.map(([at, layer], index) => {
    const echo = isEcho(press(at), layer);
    if (began.includes(index)) acts += 1;
    return echo;
  });
}

describe('Ctrl+Enter pressed again in a hurry', () => {
  test.each([
    [
      'the dialog has gone beneath it, twice',
      [
        [0, 1],
        [150, 0],
        [300, 0],
      ],
      [0],
      [false, true, true],
    ],
    [
      'the same dialog hears it once more, then it has gone',
      [
        [0, 1],
        [150, 1],
        [300, 0],
      ],
      [0],
      [false, false, true],
    ],
    [
      'a dialog came up, which asks something else',
      [
        [0, 0],
        [150, 1],
      ],
      [0],
      [false, false],
    ],
    [
      'by a hand that has seen what came to the front',
      [
        [0, 1],
        [400, 0],
      ],
      [0],
      [false, false],
    ],
    [
      'of two dialogs the upper has gone',
      [
        [0, 2],
        [100, 1],
      ],
      [0],
      [false, true],
    ],
    [
      'the first closed boxes and began nothing',
      [
        [0, 1],
        [100, 0],
      ],
      [],
      [false, false],
    ],
  ] as const)('%s', (_name, presses, began, echoes) => {
    expect(heard(presses, began)).toEqual(echoes);
  });

  test('another key between them is another wish, Ctrl itself is none', () => {
    for (const [key, echo] of [
      ['7', false],
      ['Control', true],
    ] as const) {
      let acts = 0;
      const { isEcho } = createConfirmOnce(() => acts);
      isEcho(press(0), 1);
      acts = 1;
      expect(isEcho(press(50, { key, code: key, ctrlKey: false }), 0)).toBe(false);
      expect(isEcho(press(100), 0)).toBe(echo);
    }
  });

  test('so is the mouse, or a word that came into a field', () => {
    let acts = 0;
    const { isEcho, forget } = createConfirmOnce(() => acts);
    isEcho(press(0), 1);
    acts = 1;
    forget();
    expect(isEcho(press(100), 0)).toBe(false);
  });
});
