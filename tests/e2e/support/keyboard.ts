import { type CDPSession, type Page, expect } from '@playwright/test';

/** The keys of a counter, counted; and a scanner, which is a keyboard that types a whole card in half a second. */

type Key = {
  readonly key: string;
  readonly code?: string;
  readonly text?: string;
  readonly windowsVirtualKeyCode?: number;
};

function keyOf(character: string): Key {
  if (/\d/.test(character)) return { key: character, code: `Digit${character}`, text: character };
  if (/[a-z]/i.test(character)) return { key: character, code: `Key${character.toUpperCase()}`, text: character };
  return { key: character, text: character };
}

const enter: Key = { key: 'Enter', code: 'Enter', text: '\r' };

/** Sends keys with times of their own, so that a busy machine does not make the scanner look like a hand. */
async function send(session: CDPSession, keys: readonly Key[], gapMs: number): Promise<void> {
  // The last key is now and the first was before: what a hand does next comes after them.
  let timestamp = (Date.now() - keys.length * gapMs) / 1000;
  const sent: Promise<unknown>[] = [];
  for (const key of keys) {
    timestamp += gapMs / 1000;
    sent.push(session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, timestamp }));
    sent.push(session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: key.key, timestamp }));
  }
  await Promise.all(sent);
}

/** What the scanner types, and Enter, into whatever has the focus. */
export async function scan(page: Page, text: string, gapMs = 4): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await send(session, [...[...text].map(keyOf), enter], gapMs);
  await session.detach();
}

/** A scanner that stays plugged in. A session with the browser is dearer the more there were of them: a day of hundreds of scans wants one. */
export async function pluggedScanner(page: Page): Promise<(text: string) => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  return (text) => send(session, [...[...text].map(keyOf), enter], 4);
}

/** The same with a Telex input method on: it holds the letters, and types others in their place. */
export async function scanThroughTelex(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const keys = [...text]
    .map(keyOf)
    .map((key) =>
      /[a-z]/i.test(key.key) ? { key: 'Process', code: key.code ?? '', windowsVirtualKeyCode: 229 } : key,
    );
  await send(session, [...keys, enter], 4);
  await session.detach();
}

/** A keyboard that counts: a scan is no keystroke, Ctrl with Enter is one. */
export function countingKeyboard(page: Page) {
  const count = { keystrokes: 0 };
  return {
    count,
    async press(keys: string): Promise<void> {
      count.keystrokes += 1;
      await page.keyboard.press(keys);
    },
    async type(text: string): Promise<void> {
      count.keystrokes += text.length;
      await page.keyboard.type(text, { delay: 60 });
    },
  };
}

/** One thing that reaches the window from a scanner, an input method or a program that types for either. */
export type Stroke =
  | {
      readonly key: string;
      readonly code?: string;
      readonly text?: string;
      readonly modifiers?: number;
      readonly vk?: number;
    }
  | { readonly insert: string }
  | { readonly compose: string }
  | { readonly alt: string; readonly letter: string };

const altKey = { key: 'Alt', code: 'AltLeft', windowsVirtualKeyCode: 18 } as const;

/** Plays a recorded stream through the browser's own input protocol. Keys carry times of their own; text has the time it comes. */
export async function play(page: Page, strokes: readonly Stroke[], gapMs = 4): Promise<void> {
  const session = await page.context().newCDPSession(page);
  let timestamp = Date.now() / 1000;
  const down = (key: object, modifiers = 0) =>
    session.send('Input.dispatchKeyEvent', { type: 'keyDown', modifiers, timestamp, ...key });
  const up = ({ text: _text, ...key }: { readonly key: string; readonly text?: string }, modifiers = 0) =>
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', modifiers, timestamp, ...key });
  for (const stroke of strokes) {
    timestamp += gapMs / 1000;
    if ('insert' in stroke) await session.send('Input.insertText', { text: stroke.insert });
    else if ('compose' in stroke) {
      const at = stroke.compose.length;
      await session.send('Input.imeSetComposition', { text: stroke.compose, selectionStart: at, selectionEnd: at });
      await session.send('Input.insertText', { text: stroke.compose });
    } else if ('alt' in stroke) {
      await down(altKey, 1);
      for (const digit of stroke.alt) {
        const pad = { key: digit, code: `Numpad${digit}`, windowsVirtualKeyCode: 96 + Number(digit), isKeypad: true };
        await down(pad, 1);
        await up(pad, 1);
      }
      await up(altKey);
      if (stroke.letter !== '') await session.send('Input.insertText', { text: stroke.letter });
    } else {
      const { modifiers = 0, vk, ...key } = stroke;
      const sent = { ...key, ...(vk === undefined ? {} : { windowsVirtualKeyCode: vk }) };
      await down(sent, modifiers);
      await up(sent, modifiers);
    }
  }
  await session.detach();
}

const punctuation: Readonly<Record<string, string>> = {
  '|': 'Backslash',
  ',': 'Comma',
  '.': 'Period',
  ' ': 'Space',
  '-': 'Minus',
  '/': 'Slash',
  ']': 'BracketRight',
  '\\': 'Backslash',
  '~': 'Backquote',
  '*': 'Digit8',
};
const shifted = '|~*';

/** The keys a scanner set to the United States layout presses for a text; what has no key there is `other`’s. */
export function strokesOf(
  text: string,
  other: (character: string) => Stroke[] = (text) => [{ insert: text }],
): Stroke[] {
  return [...text].flatMap((character): Stroke[] => {
    if (character === '\t') return [{ key: 'Tab', code: 'Tab', vk: 9 }];
    if (character === '\n') return [{ key: 'Enter', code: 'Enter', text: '\r', vk: 13 }];
    if (character < ' ') return [controlStroke(character)];
    if (character > '~') return other(character);
    const modifiers = /[A-Z]/.test(character) || shifted.includes(character) ? 8 : 0;
    const code = /\d/.test(character)
      ? `Digit${character}`
      : /[a-z]/i.test(character)
        ? `Key${character.toUpperCase()}`
        : (punctuation[character] ?? '');
    return [{ key: character, code, text: character, modifiers }];
  });
}

/** STX is Ctrl+B, GS Ctrl+]: so a keyboard sends control characters. */
function controlStroke(character: string): Stroke {
  const number = character.charCodeAt(0);
  if (number === 0x1d) return { key: ']', code: 'BracketRight', modifiers: 2, vk: 221 };
  const letter = String.fromCharCode(number + 96);
  return { key: letter, code: `Key${letter.toUpperCase()}`, modifiers: 2, vk: number + 64 };
}

/** The next key is for something on the screen, not for the page's body. */
export async function expectFocusKept(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate('document.activeElement.tagName')).not.toBe('BODY');
}
