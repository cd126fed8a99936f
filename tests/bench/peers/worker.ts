import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Contestant, ContestantName, Receptions } from './contestant.ts';
import { readKept } from './reception-rows.ts';
import { deskContestant } from './write/write-desk.ts';
import { pouchContestant } from './write/write-pouchdb.ts';
import { bareContestant, typeOrmContestant } from './write/write-sqlite.ts';

/**
 * `node worker.ts CONTESTANT PLACE RECEPTION`: one contestant in a process of its own, so that it can be killed. It answers each line
 * of its input with a line: `time FROM COUNT` with milliseconds, `present INDEX` with what is there, `stream FROM` with each index
 * when it is committed, until the plug is pulled.
 */
const open: Readonly<Record<ContestantName, (place: string, rows: Receptions) => Contestant | Promise<Contestant>>> = {
  desk: (place) => deskContestant(place),
  bare: bareContestant,
  'typeorm-insert': (place, rows) => typeOrmContestant(place, rows, 'insert'),
  'typeorm-save': (place, rows) => typeOrmContestant(place, rows, 'save'),
  pouchdb: (place, rows) => pouchContestant(place, rows, { sync: false, shape: 'rows' }),
  'pouchdb-sync': (place, rows) => pouchContestant(place, rows, { sync: true, shape: 'rows' }),
  'pouchdb-one': (place, rows) => pouchContestant(place, rows, { sync: true, shape: 'one' }),
};

/** Written at once: an answer that waits in this process is lost with it, and nobody was told. */
function say(answer: unknown): void {
  writeSync(1, `${JSON.stringify(answer)}\n`);
}

async function obey(contestant: Contestant, line: string): Promise<void> {
  const [order, first = 0, many = 0] = line.split(' ').map((word, at) => (at === 0 ? word : Number(word))) as [
    string,
    number?,
    number?,
  ];
  switch (order) {
    case 'time': {
      const times: number[] = [];
      for (let index = first; index < first + many; index += 1) times.push(await contestant.write(index));
      return say(times);
    }
    case 'present':
      return say(await contestant.present(first));
    case 'stream':
      for (let index = first; ; index += 1) {
        await contestant.write(index);
        say(index);
      }
    default:
      throw new Error(`no order ${order}`);
  }
}

/** Where this file is, for who starts it. */
export const workerFile = import.meta.filename;

if (import.meta.main) {
  const [, , name, place, kept] = process.argv;
  if (name === undefined || place === undefined || kept === undefined) throw new Error('CONTESTANT PLACE RECEPTION');
  const contestant = await open[name as ContestantName](place, readKept(kept));
  say('ready');
  for await (const line of createInterface({ input: process.stdin })) await obey(contestant, line);
  await contestant.close();
}
