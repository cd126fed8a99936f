import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BurstKey,
  type BurstState,
  type Outcome,
  characterOfCode,
  endPauseMs,
  idle,
  insert,
  isTail,
  pause,
  keyPressed,
  release,
  scanShapeOf,
} from '../../../renderer/scanner/burst.ts';

const card = '079190001234||Nguyen Thi Dang Anh|04031990|Nu|12 Le Loi, Phuong Cat Lai, TP. Ho Chi Minh|02072024';

type Typed = { readonly through: string; readonly outcomes: Outcome[]; readonly state: BurstState };

function codeOf(character: string): { code: string; shift: boolean } {
  for (const code of [
    ...[...'0123456789'].map((digit) => `Digit${digit}`),
    ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `Key${letter}`),
    'Backslash',
    'Minus',
    'Comma',
    'Period',
    'Slash',
    'Space',
    'Semicolon',
  ]) {
    for (const shift of [false, true]) if (characterOfCode(code, shift) === character) return { code, shift };
  }
  return { code: '', shift: false };
}

function keyOf(character: string, at: number, more: Partial<BurstKey> = {}): BurstKey {
  return { key: character, ...codeOf(character), at, modified: false, repeat: false, composing: false, ...more };
}

/** Plays keys; what is let through before a recognition is taken back, as the hook does with the field. */
function play(keys: readonly BurstKey[], pauseAfter = true): Typed {
  let state = idle;
  let through = '';
  let since = '';
  const outcomes: Outcome[] = [];
  function note(outcome: Outcome | undefined) {
    if (outcome === undefined) return;
    outcomes.push(outcome);
    if (outcome.kind === 'typed') through += outcome.text;
  }
  for (const key of keys) {
    if (state.phase === 'taking' && key.at - state.lastAt > endPauseMs) {
      const step = pause(state);
      state = step.state;
      note(step.outcome);
    }
    const step = keyPressed(state, key);
    state = step.state;
    const character = [...key.key].length === 1 ? key.key : '';
    if (step.act === 'begin') {
      through += since;
      since = character;
    } else if (step.act === 'pass') since += character;
    else if (step.act === 'recognise') since = '';
    note(step.outcome);
  }
  through += since;
  if (pauseAfter) note(pause(state).outcome);
  return { through, outcomes, state };
}

function keysOf(text: string, gap: number | readonly number[], more: Partial<BurstKey> = {}): BurstKey[] {
  let at = 1000;
  return [...text].map((character, index) => {
    at += typeof gap === 'number' ? gap : (gap[index % gap.length] ?? 0);
    return keyOf(character, at, more);
  });
}

const enter = (after: readonly BurstKey[], gap = 5): BurstKey => ({
  ...keyOf('', (after.at(-1)?.at ?? 0) + gap),
  key: 'Enter',
  code: 'Enter',
});

describe('a scanner is recognised by pace and shape', () => {
  test.each([
    ['a fast scanner', 1],
    ['a usual scanner', 8],
    ['a slow scanner', 34],
    ['a scanner that stutters', [2, 2, 45, 2, 30, 2]],
  ] as const)('%s', (_name, gap) => {
    const keys = keysOf(card, gap);
    const typed = play([...keys, enter(keys)]);
    expect(typed.outcomes).toEqual([{ kind: 'scan', shape: 'card', text: card }]);
    expect(typed.through).toBe('');
    expect(typed.state).toEqual(idle);
  });

  test('without Enter the pause ends it', () => {
    expect(play(keysOf(card, 8)).outcomes).toEqual([{ kind: 'scan', shape: 'card', text: card }]);
  });

  test('a hiccup of 100 ms in the middle does not cut it in two', () => {
    const keys = keysOf(card, [...Array.from({ length: 30 }, () => 5), 100]);
    expect(play(keys).outcomes).toEqual([{ kind: 'scan', shape: 'card', text: card }]);
  });

  test('Enter ends it and never reaches the page', () => {
    const keys = keysOf(card, 5);
    let state = idle;
    for (const one of keys) state = keyPressed(state, one).state;
    expect(keyPressed(state, enter(keys)).act).toBe('end');
  });

  test('Tab after it, or between its fields, never moves the focus', () => {
    const tab = (at: number): BurstKey => ({ ...keyOf('', at), key: 'Tab', code: 'Tab' });
    const keys = keysOf(card, 5);
    let state = idle;
    for (const one of keys) state = keyPressed(state, one).state;
    expect(keyPressed(state, tab(state.lastAt + 5)).act).toBe('swallow');
    expect(play([...keys, tab(state.lastAt + 5)]).outcomes).toEqual([{ kind: 'scan', shape: 'card', text: card }]);
    const between = keys.map((key) => (key.key === '|' ? tab(key.at) : key));
    expect(play(between).outcomes).toEqual([{ kind: 'scan', shape: 'card', text: card.replaceAll('|', '\t') }]);
  });

  test('a health-insurance card is passed on, so that the desk can name it', () => {
    const health = 'GD4790012345678|4e677579|01/01/1990|1|4e677579|79 - 034|01/01/2026|-';
    expect(play(keysOf(health, 5)).outcomes).toEqual([{ kind: 'scan', shape: 'card', text: health }]);
  });

  test.each(['H29.175-261123-0042', 'Q3-261123-0042', '000.00.01.H29-260310-0420'])(
    'the code %s of a receipt',
    (code) => {
      const keys = keysOf(code, 6);
      expect(play([...keys, enter(keys)]).outcomes).toEqual([{ kind: 'scan', shape: 'code', text: code }]);
    },
  );

  test('twelve digits alone are an id number', () => {
    const keys = keysOf('079190001234', 6);
    expect(play([...keys, enter(keys)]).outcomes).toEqual([{ kind: 'scan', shape: 'id-number', text: '079190001234' }]);
  });

  test('what stood in front is kept: only the scan is taken', () => {
    const slow = keysOf('ghi chú ', 180);
    const last = slow.at(-1)?.at ?? 0;
    const fast = keysOf(card, 5).map((key) => ({ ...key, at: key.at + last }));
    const typed = play([...slow, ...fast]);
    expect(typed.through).toBe('ghi chú ');
    expect(typed.outcomes).toEqual([{ kind: 'scan', shape: 'card', text: card }]);
  });
});

describe('layout, control characters, shortcuts', () => {
  test('a layout that turns | and the digits into other signs is read by the physical keys', () => {
    const french = [...'à&é"\'(-è_ç'];
    const keys = keysOf(card, 5).map((key) => {
      const digit = /^Digit(\d)$/.exec(key.code)?.[1];
      if (digit !== undefined && !key.shift) return { ...key, key: french[Number(digit)] ?? '' };
      return key.code === 'Backslash' ? { ...key, key: 'µ' } : key;
    });
    expect(play(keys).outcomes).toEqual([{ kind: 'scan', shape: 'card', text: card }]);
  });

  test('control characters, as characters or as Ctrl keys, are stripped and start no shortcut', () => {
    const keys = keysOf(card, 5);
    const control: BurstKey = { ...keyOf('p', 0), modified: true, at: (keys[29]?.at ?? 0) + 1 };
    const group: BurstKey = { ...keyOf('', 0), key: '\u001d', at: (keys[39]?.at ?? 0) + 1 };
    const mixed = [...keys.slice(0, 30), control, ...keys.slice(30, 40), group, ...keys.slice(40)];
    let state = idle;
    for (const key of mixed.slice(0, 30)) state = keyPressed(state, key).state;
    expect(keyPressed(state, control).act).toBe('swallow');
    expect(play(mixed).outcomes).toEqual([{ kind: 'scan', shape: 'card', text: card }]);
  });

  test('a Ctrl key among the first keys of a burst starts no shortcut either', () => {
    let state = idle;
    for (const key of keysOf('07919', 4)) state = keyPressed(state, key).state;
    expect(keyPressed(state, { ...keyOf('k', 1024), modified: true, control: true }).act).toBe('swallow');
  });

  test('Shift between the keys changes nothing', () => {
    const keys = keysOf(card, 6).flatMap((key) =>
      key.shift ? [{ ...key, key: 'Shift', code: 'ShiftLeft', at: key.at - 2 }, key] : [key],
    );
    expect(play(keys).outcomes).toEqual([{ kind: 'scan', shape: 'card', text: card }]);
  });
});

describe('what scanners put around a text', () => {
  test.each([']Q1', ']Q2\\000026', '\\000026', 'Q', '~', '\u0002', '\u001d', 'P01'])('%j before it', (prefix) => {
    const keys = keysOf(prefix + card, 5);
    const typed = play([...keys, enter(keys)]);
    expect(typed.outcomes).toEqual([{ kind: 'scan', shape: 'card', text: card }]);
    expect(typed.through).toBe('');
  });

  test('GS as Ctrl+] between the fields stays, for it parts them', () => {
    const keys = keysOf(card, 5).map((key) =>
      key.key === '|' ? { ...key, key: ']', code: 'BracketRight', shift: false, modified: true, control: true } : key,
    );
    expect(play(keys).outcomes).toEqual([{ kind: 'scan', shape: 'card', text: card.replaceAll('|', '\u001d') }]);
  });

  test('stars of Code 39 around a case code', () => {
    expect(play(keysOf('*H29.175-261123-0042*', 5)).outcomes).toEqual([
      { kind: 'scan', shape: 'code', text: 'H29.175-261123-0042' },
    ]);
  });

  test('what comes right behind its Enter is a tail, what a hand presses later is none', () => {
    const lineFeed = { ...keyOf('j', 1010), modified: true, control: true };
    expect(isTail(lineFeed, 1000)).toBe(true);
    expect(isTail({ ...enter([]), at: 1010 }, 1000)).toBe(true);
    expect(isTail({ ...lineFeed, at: 1200 }, 1000)).toBe(false);
    expect(isTail({ ...enter([]), at: 1010, modified: true, control: true }, 1000)).toBe(false);
    expect(isTail(keyOf('j', 1010), 1000)).toBe(false);
  });
});

describe('letters without keys', () => {
  const real = '079190001234||Nguyễn Thị Đặng Ánh|04031990|Nữ|12 Lê Lợi, Phường Cát Lái|02072024';

  /** Keys for what the United States layout has, `other` for the rest. */
  function stream(other: (state: BurstState, character: string, at: number) => BurstState): Outcome {
    let state = idle;
    let at = 1000;
    for (const character of real) {
      at += 5;
      if (character > '~') state = other(state, character, at);
      else {
        state = keyPressed(state, keyOf(character, at)).state;
        state = state.phase === 'taking' ? state : insert(state, { text: character, at }).state;
      }
    }
    const end = keyPressed(state, { ...keyOf('', at + 5), key: 'Enter', code: 'Enter' });
    return end.outcome ?? { kind: 'typed', text: '' };
  }

  const alt = (state: BurstState, number: number, at: number): BurstState =>
    release(
      [...String(number)].reduce(
        (before, digit) =>
          keyPressed(before, { ...keyOf('', at), key: digit, code: `Numpad${digit}`, modified: true, alt: true }).state,
        state,
      ),
      'Alt',
    ).state;

  test.each<[string, (state: BurstState, character: string, at: number) => BurstState]>([
    ['text alone', (state, text, at) => insert(state, { text, at }).state],
    [
      'an ALT code with its text',
      (state, text, at) => insert(alt(state, text.codePointAt(0) ?? 0, at), { text, at }).state,
    ],
    ['an ALT code that the machine makes nothing of', (state, text, at) => alt(state, text.codePointAt(0) ?? 0, at)],
    [
      'an ALT code whose text comes before Alt is let go',
      (state, text, at) => {
        const digits = [...String(text.codePointAt(0))].reduce(
          (before, digit) =>
            keyPressed(before, { ...keyOf('', at), key: digit, code: `Numpad${digit}`, modified: true, alt: true })
              .state,
          state,
        );
        return release(insert(digits, { text, at }).state, 'Alt').state;
      },
    ],
  ])('%s: every letter is kept, once', (_name, other) => {
    expect(stream(other)).toEqual({ kind: 'scan', shape: 'card', text: real });
  });

  test('an input method that gives its letters back is read, and said to have been there', () => {
    const outcome = stream((state, text, at) => {
      const taken = keyPressed(state, { ...keyOf('e', at), key: 'Process', composing: true }).state;
      return insert(taken, { text, at }).state;
    });
    expect(outcome).toEqual({ kind: 'scan', shape: 'card', text: real, throughInputMethod: true });
  });

  test('one that keeps a letter has damaged the scan', () => {
    const outcome = stream(
      (state, _text, at) => keyPressed(state, { ...keyOf('e', at), key: 'Process', composing: true }).state,
    );
    expect(outcome).toEqual({ kind: 'input-method' });
  });

  test('a word at once, from an on-screen keyboard, is a hand’s; a whole card is not', () => {
    expect(insert(idle, { text: '079190001234', at: 1000 })).toEqual({ state: idle, act: 'pass' });
    expect(insert(idle, { text: `]Q1${real}`, at: 1000 }).outcome).toEqual({ kind: 'scan', shape: 'card', text: real });
  });
});

describe('an input method is told apart', () => {
  test.each([
    ['keys the input method holds', { composing: true, key: 'Process' }],
    ['letters rewritten by Backspace', { key: 'Backspace', code: 'Backspace' }],
  ] as const)('%s', (_name, change) => {
    const keys = keysOf(card, 5).map((key, index) => (index > 20 && index % 6 === 0 ? { ...key, ...change } : key));
    const typed = play([...keys, enter(keys)]);
    expect(typed.outcomes).toEqual([{ kind: 'input-method' }]);
    expect(typed.through).toBe('');
  });

  test('even when it holds every key', () => {
    const keys = keysOf(card, 5, { composing: true }).map((key) => ({ ...key, key: 'Process' }));
    expect(play(keys).outcomes).toEqual([{ kind: 'input-method' }]);
  });
});

describe('a hand is never a scanner', () => {
  test.each([
    ['slow typing of a whole card', card, 180],
    ['a fast typist', 'nguyen thi dang anh 079190001234', 90],
    ['a typist who rolls keys', '079190001234 nguyen', [20, 110, 25, 95]],
    ['digits on a keypad at record pace', '079190001234', 60],
  ] as const)('%s', (_name, text, gap) => {
    const typed = play(keysOf(text, gap));
    expect(typed.outcomes).toEqual([]);
    expect(typed.through).toBe(text);
  });

  test('a key held down', () => {
    const [first, ...rest] = keysOf('0'.repeat(60), 30);
    const typed = play([first!, ...rest.map((key) => ({ ...key, repeat: true }))]);
    expect(typed.outcomes).toEqual([]);
    expect(typed.through).toBe('0'.repeat(60));
  });

  test('words at any pace, because no scan begins with a name', () => {
    const typed = play(keysOf('nguyen thi dang anh', 2));
    expect(typed.outcomes).toEqual([]);
    expect(typed.through).toBe('nguyen thi dang anh');
  });

  test('digits too fast for a hand and too few for a card are given back whole', () => {
    const typed = play(keysOf('0901234567', 4));
    expect(typed.outcomes).toEqual([{ kind: 'typed', text: '0901234567' }]);
    expect(typed.through).toBe('0901234567');
  });

  test('slow typing of any text is let through as it is', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789|aâbHNđ. -'), maxLength: 60 });
    const gaps = fc.array(fc.integer({ min: 51, max: 400 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(text, gaps, (typed, pace) => {
        const played = play(keysOf(typed, pace));
        expect(played.outcomes).toEqual([]);
        expect(played.through).toBe(typed);
      }),
      { seed: 2026, numRuns: 300 },
    );
  });

  test('at any pace no character is lost: it is in the field, in the scan, or given back', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789|aH. '), maxLength: 60 });
    const gaps = fc.array(fc.integer({ min: 1, max: 160 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(text, gaps, (typed, pace) => {
        const played = play(keysOf(typed, pace));
        const scanned = played.outcomes.filter((outcome) => outcome.kind === 'scan').map((outcome) => outcome.text);
        expect(played.through.length + scanned.join('').length).toBeGreaterThanOrEqual(typed.trimEnd().length - 1);
        if (scanned.length === 0) expect(played.through).toBe(typed);
      }),
      { seed: 2026, numRuns: 500 },
    );
  });
});

describe('the shape of a pasted text', () => {
  test.each([
    [card, 'card'],
    [`${card}\r\n`, 'card'],
    ['079190001234', 'id-number'],
    ['H29.175-261123-0042', 'code'],
    ['Nguyễn Thị Đặng Ánh', undefined],
    ['0901 234 567', undefined],
    ['1.001193', undefined],
    ['12 Lê Lợi | Phường Cát Lái', undefined],
  ])('%s', (text, shape) => {
    expect(scanShapeOf(text)).toBe(shape);
  });
});
