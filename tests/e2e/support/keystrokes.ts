import { type Locator, type Page, expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const table = readFileSync(path.resolve(import.meta.dirname, '../../../docs/topics/keystrokes.md'), 'utf8');

/** The figures of a row of the page, in their order. */
function figuresOf(job: string): number[] {
  const row = table.split('\n').find((line) => line.startsWith(`| ${job} |`));
  if (row === undefined) throw new Error(`docs/topics/keystrokes.md has no row «${job}»`);
  return row
    .split('|')
    .slice(2)
    .map((cell) => Number(cell.replace(/^\s*≤/, '')));
}

/** What a job took is what docs/topics/keystrokes.md prints: one more fails, and so does one fewer. */
export function expectKeys(job: string, keys: { readonly pressed: number }): void {
  process.stdout.write(`    ${job}: ${keys.pressed} keys\n`);
  test.info().annotations.push({ type: 'measured', description: `${job}: ${keys.pressed} keys` });
  expect(keys.pressed, job).toBe(figuresOf(job)[0]);
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

/** Seconds of somebody who does it for the first time: docs/topics/keystrokes.md states them. */
const pace = { key: 0.4, click: 2, word: 0.2, row: 0.5, decision: 10 } as const;

/** A person who does a job for the first time: beside the keys, where the mouse goes, what is to be read and what is to be decided. */
export class FirstTime extends Keys {
  clicks = 0;
  words = 0;
  rows = 0;
  decisions = 0;

  async click(what: Locator): Promise<void> {
    this.clicks += 1;
    await what.click();
  }

  /** A list is opened, and one of it chosen. */
  async choose(what: Locator, label: string): Promise<void> {
    this.clicks += 2;
    await what.selectOption({ label });
  }

  /** Every word of it that is seen; what a closed list holds is not, and a paper is looked at, not read. */
  async read(what: Locator): Promise<void> {
    this.words += await what.evaluate((all: HTMLElement) => {
      const texts = document.createTreeWalker(all, 4);
      let words = 0;
      while (texts.nextNode() !== null) {
        const at = texts.currentNode.parentElement;
        const isSeen = at?.checkVisibility() === true && at.closest('select, svg, [role=img]') === null;
        if (isSeen)
          words += (texts.currentNode.nodeValue ?? '').split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length;
      }
      return words;
    });
  }

  /** Down a table, for what is odd in it. */
  async glance(table: Locator): Promise<void> {
    this.rows += await table.getByRole('row').count();
  }

  decide(): void {
    this.decisions += 1;
  }

  get minutes(): number {
    const { pressed, clicks, words, rows, decisions } = this;
    const seconds =
      pressed * pace.key + clicks * pace.click + words * pace.word + rows * pace.row + decisions * pace.decision;
    return seconds / 60;
  }
}

/** The row of the page has keys, clicks, words, rows, decisions, minutes and what is wanted. Longer fails; so does a page that tells more than half a minute too many. */
export function expectMinutes(job: string, hand: FirstTime): void {
  const { pressed, clicks, words, rows, decisions, minutes } = hand;
  const said = `${job}: ${pressed} keys, ${clicks} clicks, ${words} words, ${rows} rows, ${decisions} decisions, ${minutes.toFixed(1)} minutes`;
  process.stdout.write(`    ${said}\n`);
  test.info().annotations.push({ type: 'measured', description: said });
  const [keys, mouse, , , decided, told = 0, wanted = 0] = figuresOf(job);
  expect([pressed, clicks, decisions], job).toEqual([keys, mouse, decided]);
  expect(minutes, job).toBeLessThanOrEqual(told);
  expect(told - minutes, `${job}: docs/topics/keystrokes.md tells more`).toBeLessThan(0.5);
  expect(told, job).toBeLessThanOrEqual(wanted);
}

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
