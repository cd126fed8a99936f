import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { isFault } from '../../../electron/contract/base/fault.ts';
import { openFile } from '../../../electron/store/file/opening/open.ts';
import { openOffice, reception } from '../office.ts';

/** One row as the desk's file has it. */
export type TableRow = { readonly table: string; readonly values: Readonly<Record<string, unknown>> };
/** All rows that the commit of one reception writes, in the order in which they may be written. */
export type Reception = readonly TableRow[];

const firstIndex = 300_000;

/** What the commit of a reception writes: the table, and by what its rows are found. */
const written = [
  ['subject', 'subject_id = ?', 'case'],
  ['journal', `subject_id = ? AND type = 'received'`, 'case'],
  ['person', 'person_id = ?', 'person'],
  ['person_name', 'person_id = ?', 'person'],
  ['digit_tail', 'person_id = ?', 'person'],
  ['case_summary', 'case_id = ?', 'case'],
  ['number_use', 'case_id = ?', 'case'],
] as const;

/**
 * Receives a few cases in this office and takes the rows of the last one: the pattern of those that are written beside the desk. The names
 * are known to the register by then, as most names are.
 */
export async function recordReception(folder: string): Promise<Reception> {
  const office = await openOffice(folder);
  for (let index = 0; index < 6; index += 1) await office.ask('case.receive', reception(firstIndex + index));
  await office.desk.close();
  const db = openFile(folder, 'bench');
  if (isFault(db)) throw new Error(db.fault);
  const last = 'SELECT case_id AS "case", person_id AS person FROM case_summary ORDER BY case_id DESC LIMIT 1';
  const { case: caseId, person } = db.prepare(last).get() as { case: number; person: number };
  const rows = written.flatMap(([table, where, of]) => {
    const found = db.prepare(`SELECT * FROM ${table} WHERE ${where}`).all(of === 'case' ? caseId : person);
    return (found as Record<string, unknown>[]).map((values) => ({ table, values }));
  });
  db.close();
  return rows;
}

const counted = new Set(['subject_id', 'case_id', 'person_id', 'seq', 'desk_seq', 'clock', 'serial']);
/** As many as the desk tells apart. */
const tails = 1_771_561;

/** The same reception of another person and number: what must be new is new, what is spread over an index is spread. */
function nextReception(pattern: Reception, index: number): Reception {
  const step = index + 1;
  return pattern.map(({ table, values }) => ({
    table,
    values: Object.fromEntries(
      Object.entries(values).map(([column, value]) => [column, changed(table, column, value)]),
    ),
  }));

  function changed(table: string, column: string, value: unknown): unknown {
    if (typeof value === 'number' && counted.has(column)) return value + step;
    switch (`${table}.${column}`) {
      case 'digit_tail.tail':
        return ((value as number) + step * 7919) % tails;
      case 'subject.name':
        return spread(value as Uint8Array, step);
      case 'person.id_number':
        return `079199${String(step).padStart(6, '0')}`;
      case 'case_summary.number':
        return `${(value as string).slice(0, -4)}${String(step).padStart(6, '0')}`;
      default:
        return value;
    }
  }
}

function spread(bytes: Uint8Array, step: number): Buffer {
  const own = Buffer.from(bytes);
  own.writeUInt32BE(Math.imul(step, 0x9e3779b1) >>> 0, 0);
  own.writeUInt32BE(step, 12);
  return own;
}

export function keepReception(folder: string, pattern: Reception): string {
  const file = path.join(folder, 'reception.bin');
  writeFileSync(file, serialize(pattern));
  return file;
}

export function readKept(file: string): (index: number) => Reception {
  const pattern = deserialize(readFileSync(file)) as Reception;
  return (index) => nextReception(pattern, index);
}
