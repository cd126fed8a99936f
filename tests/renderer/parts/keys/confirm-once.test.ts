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

describe('Ctrl+Enter pressed again in a hurry', () => {
  test.each([
    [
      'the dialog has gone beneath it, twice',
      [
        [0, 1],
        [150, 0],
        [300, 0],
      ],
      [false, true, true],
    ],
    [
      'the same dialog hears it',
      [
        [0, 1],
        [150, 1],
      ],
      [false, false],
    ],
    [
      'a dialog came up, which asks something else',
      [
        [0, 0],
        [150, 1],
      ],
      [false, false],
    ],
    [
      'by a hand that has seen what came to the front',
      [
        [0, 1],
        [400, 0],
      ],
      [false, false],
    ],
    [
      'of two dialogs the upper has gone',
      [
        [0, 2],
        [100, 1],
      ],
      [false, true],
    ],
  ] as const)('%s', (_name, presses, echoes) => {
    const isEcho = createConfirmOnce();
    expect(presses.map(([at, layer]) => isEcho(press(at), layer))).toEqual(echoes);
  });

  test('another key is never one', () => {
    const isEcho = createConfirmOnce();
    expect(isEcho(press(0), 1)).toBe(false);
    expect(isEcho(press(50, { ctrlKey: false }), 0)).toBe(false);
    expect(isEcho(press(60, { key: 'b', code: 'KeyB', ctrlKey: false, altKey: true }), 0)).toBe(false);
  });
});
