import { randomUUID } from 'node:crypto';
import type { HubPlace } from './code.ts';
import type {
  Appended,
  ChainHead,
  Claim,
  Claimed,
  GoneDesk,
  Grant,
  Hello,
  HubDesk,
  Joining,
  PulledRow,
  RowKind,
  SealedRow,
} from './link.ts';
import { HubFault, type HubLink } from './link.ts';
import type { Now } from './pinned.ts';
import { hubVersion, isClaim } from './tables/rules.ts';
import { verifierOf } from './scram.ts';
import { type HubSession, openSession, valueOf } from './session.ts';

/** Of this run of the program: whoever comes again with the same one takes over what a cut left behind; a copied folder runs as another. */
const process = randomUUID();

type Options = { readonly now?: Now; readonly process?: string };

/**
 * Opens a desk's connection to its hub. Faults: hub-away, hub-not-encrypted, hub-other-fingerprint, hub-certificate-expired, hub-refused, hub-place-taken,
 * hub-other-version, hub-full.
 */
export async function openLink(place: HubPlace, options: Options = {}): Promise<HubLink> {
  const session = await openSession(place, options.now);
  try {
    const [told] = await session.ask<{ version: number | null }>('SELECT hub.version() AS version');
    if (told?.version !== hubVersion) throw new HubFault('hub-other-version');
    await enter(session, options.process ?? process);
    await session.ask('LISTEN hub');
    await session.ask(`LISTEN ${rivals}`);
    return linkOver(session, place.role);
  } catch (error) {
    await session.end();
    throw error;
  }
}

/** Here is said that a place was asked for which somebody holds; with the name of its role, which is the same for both. */
const rivals = 'hub_rival';

async function enter(session: HubSession, as: string): Promise<void> {
  try {
    await session.ask('SELECT hub.enter($1)', [as]);
  } catch (error) {
    // Whoever holds the place hears of it: one of the two is a copy, and neither knows which.
    if (error instanceof HubFault && error.code === 'hub-place-taken')
      await session.ask('SELECT pg_notify($1, session_user::text)', [rivals]).catch(() => undefined);
    throw error;
  }
}

/**
 * The first coming with a code: its word is put out of use and a new one, which the desk made and has kept already, in its place. So a code that somebody
 * saw is worth nothing afterwards; and who finds it refused knows that somebody came first. Where the answer was lost the new word opens and the code does not.
 */
export async function spendCode(place: HubPlace, newWord: string, options: Options = {}): Promise<void> {
  const session = await openSession(place, options.now);
  try {
    // A role may give itself a word and nothing else. The verifier has no character that would end the text.
    await session.ask(`ALTER ROLE CURRENT_USER PASSWORD '${verifierOf(newWord)}'`);
  } finally {
    await session.end();
  }
}

/** Milliseconds between two hints that are told on. */
const hintsApart = 20;

const columns = 'pos, desk, kind, first_seq, last_seq, prev, head, format, key_id, sig, body';
const tenValues = '$1, $2, $3, $4, $5, $6, $7, $8, $9, $10';

function linkOver(session: HubSession, role: string): HubLink {
  /** Hints come as often as anybody likes to say them: the first is told on at once, and of those right behind it the newest. */
  let newest: number | undefined;
  let isResting = false;
  const hinted: ((pos: number) => void)[] = [];
  const met: (() => void)[] = [];
  function tellOn(): void {
    isResting = newest !== undefined;
    if (newest === undefined) return;
    const pos = newest;
    newest = undefined;
    for (const told of hinted) told(pos);
    setTimeout(tellOn, hintsApart).unref();
  }
  session.onNotice((payload) => {
    if (payload === role) for (const told of met) told();
    if (!/^\d{1,15}$/.test(payload)) return;
    newest = Number(payload);
    if (!isResting) tellOn();
  });

  async function put(name: 'append' | 'append_for', row: SealedRow): Promise<Appended> {
    const { desk, kind, firstSeq, lastSeq, prev, head, format, keyId, sig, body } = row;
    const [answer] = await session.ask<{ answer: string; place: string }>(
      `SELECT answer, place FROM hub.${name}(${tenValues})`,
      isAskable(row)
        ? [desk, kind, firstSeq, lastSeq, prev, head, format, keyId, sig, body]
        : Array<null>(10).fill(null),
    );
    const at = Number(answer?.place);
    switch (answer?.answer) {
      case 'taken':
        return { is: 'taken', pos: at };
      case 'gap':
      case 'forked':
        return { is: answer.answer, seq: at };
      case 'have':
      case 'closed':
      case 'malformed':
        return { is: answer.answer };
      default:
        throw new HubFault('hub-broken');
    }
  }
  const one = valueOf(session);

  async function pull(have: readonly ChainHead[], after: number, most: number): Promise<readonly PulledRow[]> {
    const had = JSON.stringify(have.map(({ desk, kind, seq }) => [desk, kind, seq]));
    const rows = await session.ask<Kept>(`SELECT ${columns} FROM hub.pull($1, $2, $3)`, [
      had,
      after,
      Math.min(most, 2_147_483_647),
    ]);
    return rows.map((row) => ({
      pos: Number(row.pos),
      desk: row.desk,
      kind: row.kind,
      firstSeq: Number(row.first_seq),
      lastSeq: Number(row.last_seq),
      prev: row.prev,
      head: row.head,
      format: row.format,
      keyId: row.key_id,
      sig: row.sig,
      body: row.body,
    }));
  }

  async function claim(wanted: Omit<Claim, 'desk'>): Promise<Claimed> {
    // What has no shape is not asked, so that the two ends need not agree on what a letter is.
    if (!isClaim(wanted)) throw new HubFault('hub-refused');
    const { kind, first, last } = wanted;
    const [theirs] = await session.ask<{ kind: string; first: string; last: string; desk: number }>(
      'SELECT kind, first, last, desk FROM hub.claim($1, $2, $3)',
      [kind, first, last],
    );
    if (theirs === undefined) return { is: 'claimed' };
    const by = { kind: theirs.kind, first: Number(theirs.first), last: Number(theirs.last), desk: theirs.desk };
    return { is: 'taken', by };
  }

  let before: Promise<unknown> = Promise.resolve();
  async function turn<T>(work: () => Promise<T>): Promise<T> {
    const run = async () => {
      // Asked again and again, and not waited for inside PostgreSQL: meanwhile this connection has other things to say.
      while (!(await one<boolean>('hub.take_turn()'))) await new Promise((next) => setTimeout(next, 100));
      try {
        return await work();
      } finally {
        // Where the connection is gone the turn went with it.
        await one('hub.end_turn()').catch(() => undefined);
      }
    };
    const next = before.then(run, run);
    before = next.catch(() => undefined);
    return next;
  }

  return {
    certificateUntil: session.certificateUntil,
    hello: async () => helloOf(await one<Told>('hub.hello()')),
    join: async ({ uuid, publicKey, format }: Joining) => {
      const is = await one<string>('hub.join($1, $2, $3)', [uuid, publicKey, format]);
      return { is: is === 'joined' ? is : 'taken' };
    },
    append: (row) => put('append', row),
    appendFor: (row) => put('append_for', row),
    tellGone: async ({ no, code, uuid, publicKey, enrolKey }: GoneDesk) => {
      const is = await one<string>('hub.tell_gone($1, $2, $3, $4, $5)', [no, code, uuid, publicKey, enrolKey]);
      return { is: is === 'told' || is === 'closed' ? is : 'taken' };
    },
    pull,
    claim,
    grant: async (to, { keyId, sealed }: Grant) => {
      await one('hub.grant($1, $2, $3)', [to, keyId, sealed]);
    },
    putBlob: async (sha256, sealed) => {
      await one('hub.put_blob($1, $2)', [sha256, sealed]);
    },
    blob: async (sha256) => (await one<Buffer | null>('hub.get_blob($1)', [sha256])) ?? undefined,
    turn,
    leave: async () => {
      await one('hub.leave()');
      // Nobody comes in with this desk's word any more; the connection stays until it is ended.
      await session.ask('ALTER ROLE CURRENT_USER PASSWORD NULL');
    },
    onHint: (told) => hinted.push(told),
    onRival: (told) => met.push(told),
    onEnd: (told) => session.onEnd(told),
    end: () => session.end(),
  };
}

/** What is not even of PostgreSQL's types is asked about as nothing at all, which has no form either. */
function isAskable({ desk, firstSeq, lastSeq, format }: SealedRow): boolean {
  const isWhole = [firstSeq, lastSeq, format].every((number) => Number.isSafeInteger(number));
  return isWhole && Math.abs(format) < 2 ** 31 && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(desk);
}

type Kept = {
  readonly pos: string;
  readonly desk: string;
  readonly kind: RowKind;
  readonly first_seq: string;
  readonly last_seq: string;
  readonly prev: Buffer;
  readonly head: Buffer;
  readonly format: number;
  readonly key_id: string;
  readonly sig: Buffer;
  readonly body: Buffer;
};

/** As `hub.hello()` says it: rows as lists, bytes in hexadecimal. */
type Told = {
  readonly generation: string;
  readonly centre: string;
  readonly version: number;
  readonly now: number;
  readonly pos: number;
  readonly refill: boolean;
  readonly desks: readonly (readonly [
    number,
    string,
    string | null,
    string | null,
    string,
    number,
    number | null,
    number | null,
  ])[];
  readonly heads: readonly (readonly [string, RowKind, number, string])[];
  readonly claims: readonly (readonly [string, number, number, number])[];
  readonly grants: readonly (readonly [string, string])[];
};

function helloOf({ desks, heads, claims, grants, ...told }: Told): Hello {
  return {
    ...told,
    desks: desks.map(([no, code, uuid, publicKey, enrolKey, format, lastSeen, closedAt]): HubDesk => ({
      no,
      code,
      uuid,
      publicKey: publicKey === null ? null : Buffer.from(publicKey, 'hex'),
      enrolKey: Buffer.from(enrolKey, 'hex'),
      format,
      lastSeen,
      closedAt,
    })),
    heads: heads.map(([desk, kind, seq, head]) => ({ desk, kind, seq, head: Buffer.from(head, 'hex') })),
    claims: claims.map(([kind, first, last, desk]) => ({ kind, first, last, desk })),
    grants: grants.map(([keyId, sealed]) => ({ keyId, sealed: Buffer.from(sealed, 'hex') })),
  };
}
