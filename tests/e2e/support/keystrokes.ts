import { type Page, expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const table = readFileSync(path.resolve(import.meta.dirname, '../../../docs/topics/keystrokes.md'), 'utf8');

function keysOf(job: string): number {
  const row = table.split('\n').find((line) => line.startsWith(`| ${job} |`));
  const keys = Number(row?.split('|')[2]);
  if (!Number.isSafeInteger(keys)) throw new Error(`docs/topics/keystrokes.md has no row «${job}»`);
  return keys;
}

/** What a job took is what docs/topics/keystrokes.md prints: one more fails, and so does one fewer. */
export function expectKeys(job: string, keys: { readonly pressed: number }): void {
  process.stdout.write(`    ${job}: ${keys.pressed} keys\n`);
  test.info().annotations.push({ type: 'measured', description: `${job}: ${keys.pressed} keys` });
  expect(keys.pressed, job).toBe(keysOf(job));
}

/** Between two keys of a hand, in milliseconds. */
const handMs = 60;

/** A hand at a keyboard: one key a call, Telex for marks, nothing pasted. Never so fast that it is taken for a scanner. */
export class Keys {
  readonly #page: Page;
  pressed = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  /** A key, or several held together: one movement. */
  async press(keys: string): Promise<void> {
    this.pressed += 1;
    await this.#page.keyboard.press(keys, { delay: handMs });
  }

  async type(text: string): Promise<void> {
    this.pressed += text.length;
    await this.#page.keyboard.type(text, { delay: handMs });
  }

  /** Text with marks as an input method types it: counted by the keys that make it, sent as the letters that come of them. */
  async telex(text: string): Promise<void> {
    this.pressed += telexKeys(text).length;
    await this.#page.keyboard.type(text, { delay: handMs });
  }
}

const marks: Readonly<Record<string, string>> = {
  '\u0301': 's',
  '\u0300': 'f',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
  '\u0306': 'w',
  '\u031b': 'w',
};

/** 'nguyễn' -> 'nguyeexn': as many keys as Telex wants for it. */
function telexKeys(text: string): string {
  let keys = '';
  for (const letter of text.normalize('NFD')) {
    if (letter === '\u0302') keys += keys.replace(/[sfrxj]$/, '').slice(-1);
    else if (letter === 'đ') keys += 'dd';
    else keys += marks[letter] ?? letter;
  }
  return keys;
}
