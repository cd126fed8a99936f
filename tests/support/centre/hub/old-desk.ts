import { createDecipheriv, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

/**
 * A desk of the version before (commit 0aa6619a), as far as it speaks to a hub: frozen. It says what that one said in SQL, reads rows of form 1 alone, and brings the rows
 * that such a desk sealed (tests/exchange/hub/golden).
 */

const folder = path.resolve(import.meta.dirname, '../../../exchange/hub/golden');

type KeptRow = {
  readonly desk: string;
  readonly kind: string;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly prev: string;
  readonly head: string;
  readonly format: number;
  readonly keyId: string;
  readonly sig: string;
  readonly body: string;
};
export type OldStory = {
  readonly centre: string;
  readonly desk: string;
  readonly format: number;
  readonly seed: string;
  readonly keyId: string;
  readonly key: string;
  readonly rows: readonly KeptRow[];
};

export const oldStory = JSON.parse(readFileSync(path.join(folder, 'format-1.json'), 'utf8')) as OldStory;
/** The tables of a hub of that version. */
export const oldTables = readFileSync(path.join(folder, 'tables-1.sql'), 'utf8');

/** Asks PostgreSQL; what is refused is thrown. */
type Ask = <Row extends object>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

type PulledRow = {
  readonly desk: string;
  readonly kind: string;
  readonly first_seq: string;
  readonly last_seq: string;
  readonly prev: Buffer;
  readonly head: Buffer;
  readonly format: number;
  readonly key_id: string;
  readonly body: Buffer;
};

export type OldRead =
  | { readonly desk: string; readonly text: string }
  | { readonly desk: string; readonly newer: true };

export function oldDesk(ask: Ask) {
  const bytes = (text: string) => Buffer.from(text, 'base64');

  async function value<T>(text: string, values: readonly unknown[] = []): Promise<T> {
    const [row] = await ask<{ value: T }>(`SELECT ${text} AS value`, values);
    return (row as { value: T }).value;
  }

  async function enter(process: string): Promise<void> {
    // It goes on where the hub says this and nothing else.
    const version = await value<number>('hub.version()');
    if (version !== 1) throw new Error('hub-other-version');
    await ask('SELECT hub.enter($1)', [process]);
    await ask('LISTEN hub');
    const hello = await value<{ version: number; centre: string }>('hub.hello()');
    if (hello.version !== 1) throw new Error('hub-other-version');
    if (hello.centre !== oldStory.centre) throw new Error('hub-other-centre');
  }

  return {
    enter,
    join: (publicKey: Buffer) => value<string>('hub.join($1, $2, $3)', [oldStory.desk, publicKey, oldStory.format]),
    hello: () => value<{ heads: [string, string, number, string][] }>('hub.hello()'),
    async append(row: KeptRow): Promise<string> {
      const { desk, kind, firstSeq, lastSeq, prev, head, format, keyId, sig, body } = row;
      const [answer] = await ask<{ answer: string }>(
        'SELECT answer, place FROM hub.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
        [desk, kind, firstSeq, lastSeq, bytes(prev), bytes(head), format, keyId, bytes(sig), bytes(body)],
      );
      return answer?.answer ?? '';
    },
    grant: (to: number, keyId: string, sealed: Buffer) => ask('SELECT hub.grant($1, $2, $3)', [to, keyId, sealed]),
    async pull(): Promise<readonly OldRead[]> {
      const have = JSON.stringify([[oldStory.desk, 'register', 1_000_000]]);
      const rows = await ask<PulledRow>(
        'SELECT pos, desk, kind, first_seq, last_seq, prev, head, format, key_id, sig, body FROM hub.pull($1, 0, 16000000)',
        [have],
      );
      return rows.filter(({ kind }) => kind === 'register').map(read);
    },
  };
}

/** What a row says to that desk. What it cannot read it names: the rest of that chain is left where it is. */
function read(row: PulledRow): OldRead {
  const { desk, kind, first_seq: first, last_seq: last, prev, head, format, key_id: keyId, body } = row;
  if (format > 1) return { desk, newer: true };
  if (keyId !== oldStory.keyId) throw new Error('hub-row-other-key');
  const list = [
    oldStory.centre,
    desk,
    kind,
    Number(first),
    Number(last),
    prev.toString('hex'),
    head.toString('hex'),
    format,
    keyId,
  ];
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(oldStory.key, 'base64'), '', 'mot-cua-desk hub 1 row', 32));
  const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(`mot-cua-desk hub row 1\n${JSON.stringify(list)}`));
  decipher.setAuthTag(body.subarray(-16));
  const open = Buffer.concat([decipher.update(body.subarray(12, -16)), decipher.final()]);
  return { desk, text: inflateRawSync(open).toString('utf8') };
}
