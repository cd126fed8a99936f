import { type Tag, type TagBudget, TooLarge, attributeOf, plainOf, tagsOf } from './xml-tags.ts';

/** The sheets of a workbook of Excel as rows of cells, from the parts of its zip. What it may come to is bounded: see `most`. */

/** A list of a ward has hundreds of rows and a dozen columns. */
export const most = {
  rows: 20_000,
  columns: 200,
  /** What a cell may hold; Excel itself ends at 32,767. A name has 1,000. */
  letters: 4000,
  sheets: 100,
  tags: 4_000_000,
  /** Places in rows, of all sheets together. */
  cells: 4_000_000,
} as const;

export type WorkbookSheet = {
  readonly name: string;
  readonly rows: string[][];
  /** Rows with something in them that stand behind the last that is read. */
  readonly beyond: number;
  /** The sheet itself is put away, as old lists are. */
  readonly isHidden: boolean;
  /** Columns that it does not show. */
  readonly hidden: ReadonlySet<number>;
  /** Rows with something in them that it does not show: a filter stands over them, or they were put away. */
  readonly hiddenRows: number;
  /** Cells that count something and have no answer, or an error for one. */
  readonly unanswered: number;
};

type Parts = ReadonlyMap<string, string>;
type Budget = { readonly tags: TagBudget; cells: number };

/** The sheets in which something stands, in their order. @throws TooLarge */
export function sheetsOf(parts: Parts): readonly WorkbookSheet[] {
  const budget: Budget = { tags: { left: most.tags }, cells: most.cells };
  const strings = sharedStrings(parts.get('xl/sharedStrings.xml') ?? '', budget);
  const targets = new Map<string, string>();
  for (const tag of tagsOf(parts.get('xl/_rels/workbook.xml.rels') ?? '', budget.tags))
    if (tag.name === 'Relationship' && !tag.isEnd) {
      const target = (attributeOf(tag, 'Target') ?? '').replace(/^\/?(?:xl\/)?/, '');
      targets.set(attributeOf(tag, 'Id') ?? '', `xl/${target}`);
    }
  const sheets: WorkbookSheet[] = [];
  // Many names for one part are one sheet.
  const taken = new Set<string>();
  for (const tag of tagsOf(parts.get('xl/workbook.xml') ?? '', budget.tags)) {
    if (tag.name !== 'sheet' || tag.isEnd) continue;
    const target = targets.get(attributeOf(tag, 'r:id') ?? attributeOf(tag, 'id') ?? '') ?? '';
    const part = parts.get(target);
    if (part === undefined || taken.has(target)) continue;
    taken.add(target);
    if (taken.size > most.sheets) throw new TooLarge();
    const sheet = rowsOf(part, strings, budget);
    const isHidden = /hidden/i.test(attributeOf(tag, 'state') ?? '');
    if (sheet.rows.length > 0) sheets.push({ name: attributeOf(tag, 'name') ?? '', isHidden, ...sheet });
  }
  return sheets;
}

/** The runs of a text together; how it is read aloud stands behind them (`rPh`) and is no part of it. */
class RunsOfText {
  readonly #xml: string;
  #text = '';
  #from = -1;
  #isAloud = false;

  constructor(xml: string) {
    this.#xml = xml;
  }

  meet({ name, isEnd, isWhole, at, to }: Tag): void {
    if (name === 'rPh') this.#isAloud = !isEnd && !isWhole;
    if (name !== 't' || isWhole) return;
    if (isEnd && this.#from >= 0 && !this.#isAloud && this.#text.length < most.letters)
      this.#text += textBetween(this.#xml, this.#from, at);
    this.#from = isEnd ? -1 : to;
  }

  /** What was met since it was last asked. */
  take(): string {
    const text = this.#text.slice(0, most.letters);
    [this.#text, this.#from, this.#isAloud] = ['', -1, false];
    return text;
  }
}

function textBetween(xml: string, from: number, to: number): string {
  return plainOf(xml.slice(from, Math.min(to, from + most.letters * 2)).replace(/<!\[CDATA\[|\]\]>/g, ''));
}

function sharedStrings(xml: string, { tags }: Budget): readonly string[] {
  const strings: string[] = [];
  const runs = new RunsOfText(xml);
  for (const tag of tagsOf(xml, tags)) {
    if (tag.name !== 'si') runs.meet(tag);
    else if (tag.isEnd || tag.isWhole) strings.push(runs.take());
  }
  return strings;
}

type Cell = { readonly place: number; readonly type: string; value: string; isCounted: boolean };

/** Rows of a sheet as they are numbered there, blank ones too; a cell that is merged downwards stands in each of its rows. */
function rowsOf(xml: string, strings: readonly string[], budget: Budget): Omit<WorkbookSheet, 'name' | 'isHidden'> {
  const rows: string[][] = [];
  const merged: string[] = [];
  const runs = new RunsOfText(xml);
  const hidden = new Set<number>();
  let [beyond, hiddenRows, unanswered] = [0, 0, 0];
  let isRowHidden = false;
  let at = -1;
  let row: string[] = [];
  let cell: Cell | undefined;
  let valueFrom = -1;
  const endCell = () => {
    if (cell === undefined) return;
    const text = cellText(cell, runs.take(), strings);
    if (text === '' && (cell.isCounted || cell.type === 'e')) unanswered += 1;
    if (text !== '' && cell.place < most.columns) row[cell.place] = text;
    cell = undefined;
  };
  const endRow = () => {
    endCell();
    if (row.length > 0 && isRowHidden) hiddenRows += 1;
    if (row.length > 0 && at >= most.rows) beyond += 1;
    else if (row.length > 0) {
      budget.cells -= row.length;
      if (budget.cells < 0) throw new TooLarge();
      rows[at] = Array.from(row, (one) => one ?? '');
    }
    row = [];
  };
  for (const tag of tagsOf(xml, budget.tags)) {
    const { name, isEnd, isWhole } = tag;
    if (name === 'row') {
      endRow();
      if (isEnd) continue;
      isRowHidden = isTrue(attributeOf(tag, 'hidden'));
      const told = Number(attributeOf(tag, 'r') ?? at + 2) - 1;
      at = Number.isInteger(told) && told >= 0 ? told : at + 1;
    } else if (name === 'c') {
      const after: number = cell === undefined ? row.length : cell.place + 1;
      endCell();
      if (!isEnd && !isWhole)
        cell = {
          place: columnOf(attributeOf(tag, 'r') ?? '') ?? Math.max(after, row.length),
          type: attributeOf(tag, 't') ?? '',
          value: '',
          isCounted: false,
        };
    } else if (name === 'v' && cell !== undefined) {
      if (isEnd && valueFrom >= 0) cell.value = textBetween(xml, valueFrom, tag.at);
      valueFrom = isEnd || isWhole ? -1 : tag.to;
    } else if (name === 'f' && cell !== undefined) cell.isCounted = true;
    else if (name === 'col' && !isEnd && isTrue(attributeOf(tag, 'hidden'))) hide(hidden, tag);
    else if (name === 'mergeCell' && !isEnd) merged.push(attributeOf(tag, 'ref') ?? '');
    else if (cell !== undefined) runs.meet(tag);
  }
  endRow();
  const whole = Array.from(rows, (one) => one ?? []);
  for (const reference of merged) fillDown(whole, reference, budget);
  return { rows: whole, beyond, hidden, hiddenRows, unanswered };
}

function isTrue(said: string | undefined): boolean {
  return said === '1' || said === 'true';
}

function hide(hidden: Set<number>, tag: Tag): void {
  const [first, last] = ['min', 'max'].map((name) => Number(attributeOf(tag, name) ?? Number.NaN)) as [number, number];
  for (let column = first; column <= Math.min(last, most.columns); column += 1) hidden.add(column - 1);
}

function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellText({ type, value }: Cell, inline: string, strings: readonly string[]): string {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'inlineStr':
      return inline;
    case 'e':
      return '';
    default:
      return value;
  }
}

function fillDown(rows: string[][], reference: string, budget: Budget): void {
  const [from, to] = reference.split(':');
  const column = columnOf(from ?? '');
  const [first, last] = [from, to].map((one) => Number(/\d{1,7}$/.exec(one ?? '')?.[0]) - 1) as [number, number];
  // Titles go over several columns; only what stands beside several rows is meant for each of them.
  if (column === undefined || column >= most.columns || columnOf(to ?? '') !== column || !(last > first)) return;
  const text = rows[first]?.[column] ?? '';
  if (text === '') return;
  for (const row of rows.slice(first + 1, last + 1)) {
    budget.cells -= 1 + Math.max(0, column - row.length);
    if (budget.cells < 0) throw new TooLarge();
    while (row.length < column) row.push('');
    if ((row[column] ?? '') === '') row[column] = text;
  }
}
