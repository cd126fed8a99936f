import type { CDPSession, Page } from '@playwright/test';

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
  let timestamp = Date.now() / 1000;
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
