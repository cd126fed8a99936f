import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HubBox } from '../../../../electron/exchange/hub/box/box.ts';
import type { Claim, GoneDesk, HubLink, PulledRow, SealedRow } from '../../../../electron/exchange/hub/link.ts';
import { HubFault } from '../../../../electron/exchange/hub/link.ts';
import { readCode } from '../../../../electron/exchange/hub/code.ts';
import { OwnerRefusal, enrol, setRefill } from '../../../../electron/exchange/hub/owner.ts';
import { createTwin, type Twin } from '../../../support/centre/hub/twin.ts';
import { centre, enrolled, hasPostgres, openAnew, startHub } from '../../../support/centre/hub/office-hub.ts';
import { enrolKey, hashOf, publicKeyOf, rowAfter, uuidOf } from '../../../support/centre/hub/rows.ts';

/** A small generator of its own, so that a seed is a run on every machine. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const codes = ['Q1', 'Q2', 'Q7', 'Q7A', 'Q3'] as const;

describe.skipIf(!hasPostgres)('the twin and PostgreSQL', () => {
  let box: HubBox;
  let twin: Twin;
  let links: { no: number; twin: HubLink; sql: HubLink }[];

  beforeAll(async () => {
    box = await startHub();
    twin = createTwin({ centre, now: () => 1 });
    links = [];
    for (const code of codes) {
      const sql = await enrolled(box, code);
      const enrolment = twin.enrol({ code, enrolKey });
      expect(enrolment).toMatchObject({ is: 'enrolled', desk: { no: sql.no } });
      links.push({ no: sql.no, twin: twin.link(sql.no), sql: await openAnew(sql.place) });
    }
  });
  afterAll(async () => {
    for (const { sql } of links) await sql.end();
    await box.stop();
  });

  /** Calls as desks make them, and as a desk whose program is another might. */
  function calls(next: (below: number) => number, known: Map<string, SealedRow>) {
    const pick = <T>(all: readonly T[]): T => all[next(all.length)] as T;
    const anyNo = () => pick([...links.map(({ no }) => no), 55]);
    function row(no: number): SealedRow {
      const kind = pick(['register', 'register', 'machine'] as const);
      const before = known.get(`${no}.${kind}`);
      const good = { ...rowAfter(before, no, 1 + next(4), 1 + next(300)), kind };
      const bytes = (length: number) => hashOf(next(3)).subarray(0, length);
      return pick<() => SealedRow>([
        () => good,
        () => good,
        () => good,
        () => good,
        () => good,
        () => before ?? good,
        () => ({ ...good, prev: bytes(32) }),
        () => ({ ...good, firstSeq: good.firstSeq + pick([-1, 1, 5]) }),
        () => ({ ...good, lastSeq: good.lastSeq - pick([1, 2, 3]) }),
        () => ({ ...(before ?? good), head: bytes(32) }),
        () => ({ ...good, desk: uuidOf(anyNo()) }),
        () => ({ ...good, head: bytes(31) }),
        () => ({ ...good, sig: Buffer.alloc(pick([0, 63, 65])) }),
        () => ({ ...good, format: pick([0, -1, 32_767, 32_768, 3_000_000_000]) }),
        () => ({ ...good, keyId: pick(['', 'a b', 'k-2', 'x'.repeat(65), 'khóa']) }),
        () => ({ ...good, body: Buffer.alloc(pick([0, 1024 * 1024, 1024 * 1024 + 1])) }),
      ])();
    }
    function claim(): Omit<Claim, 'desk'> {
      const first = pick([0, 1, 999, 1000, 2500, 7999, 8000, 20_000]) + next(3);
      return {
        kind: pick(['case', 'case', 'receipt:BL/26', 'receipt:Thu phí', 'desk-code:Q9', 'Case', 'a:', 'a:\n']),
        first,
        last: first + pick([0, 0, 1, 10, 5000, -1, 10_000_000]),
      };
    }
    return (): { name: string; ask: (link: HubLink) => Promise<unknown> } => {
      const no = anyNo();
      const have = links
        .filter(() => next(2) === 0)
        .map((one) => ({
          desk: uuidOf(one.no),
          kind: pick(['register', 'machine'] as const),
          seq: next(60),
          head: Buffer.alloc(32),
        }));
      const [after, most] = [pick([0, 0, 3, 40]), pick([0, 100, 5_000, 5_000_000])];
      const [sealed, key] = [Buffer.alloc(pick([0, 1, 50, 4096, 4097]), no), pick(['k1', 'k2', 'k 3'])];
      const sha = pick([hashOf(next(9)).toString('hex'), 'ab', hashOf(1).toString('hex').toUpperCase()]);
      const content = Buffer.alloc(pick([0, 1, 100]), next(200));
      const gone: GoneDesk = {
        no: pick([9, 20, no, 0, 10_000]),
        code: pick(['Q9', 'Q20', 'Q1', 'X']),
        uuid: pick([uuidOf(no), uuidOf(9), uuidOf(20)]),
        publicKey: pick([publicKeyOf(9), Buffer.alloc(31)]),
        enrolKey,
      };
      const wanted = claim();
      const joining = { uuid: uuidOf(no), publicKey: publicKeyOf(pick([no, no, no, 4])), format: pick([1, 1, 2, 0]) };
      const mine = (link: HubLink) => links.find((one) => one.twin === link || one.sql === link)?.no ?? 0;
      return pick<() => { name: string; ask: (link: HubLink) => Promise<unknown> }>([
        ...Array.from({ length: 8 }, () => () => {
          const rows = new Map(links.map((one) => [one.no, row(one.no)]));
          return { name: 'append', ask: (link: HubLink) => link.append(rows.get(mine(link)) ?? row(1)) };
        }),
        () => ({ name: 'pull', ask: (link) => link.pull(have, after, most) }),
        () => ({ name: 'pull', ask: (link) => link.pull(have, after, most) }),
        () => ({ name: 'claim', ask: (link) => link.claim(wanted) }),
        () => ({ name: 'claim', ask: (link) => link.claim(wanted) }),
        () => ({ name: 'grant', ask: (link) => link.grant(no, { keyId: key, sealed }) }),
        () => ({ name: 'putBlob', ask: (link) => link.putBlob(sha, content) }),
        () => ({ name: 'blob', ask: (link) => link.blob(sha) }),
        () => ({ name: 'join', ask: (link) => link.join(joining) }),
        () => ({ name: 'hello', ask: (link) => link.hello() }),
        () => ({ name: 'tellGone', ask: (link) => link.tellGone(gone) }),
        () => {
          const other = { ...row(pick([9, 20, no])), kind: pick(['register', 'machine'] as const) };
          return { name: 'appendFor', ask: (link: HubLink) => link.appendFor(other) };
        },
      ])();
    };
  }

  async function answerOf(asked: Promise<unknown>): Promise<unknown> {
    try {
      return plain(await asked);
    } catch (error) {
      if (error instanceof HubFault) return { fault: error.code };
      throw error;
    }
  }

  /** The hub's own clock and its generation are not the twin's; every other word is. Of bytes their length and their hash. */
  function plain(answer: unknown): unknown {
    if (Buffer.isBuffer(answer)) return `${answer.length} ${hashOf(answer.toString('latin1')).toString('hex')}`;
    if (Array.isArray(answer)) return answer.map(plain);
    if (typeof answer !== 'object' || answer === null) return answer ?? null;
    const kept = Object.entries(answer).filter(([key]) => !['now', 'generation', 'enrolKey'].includes(key));
    return Object.fromEntries(
      kept.map(([key, value]) => [key, ['lastSeen', 'closedAt'].includes(key) ? value !== null : plain(value)]),
    );
  }

  test('give the same answers to 2,000 calls, and hold the same rows after them', async () => {
    const next = numbersFrom(20_261_201);
    const known = new Map<string, SealedRow>();
    const newCall = calls(next, known);
    const told: Record<string, number> = {};
    for (let turn = 0; turn < 2_000; turn += 1) {
      // Nobody is in at first, the fifth leaves, and for a while the refill is open.
      if (turn === 700 || turn === 1_500) {
        twin.openRefill(turn === 700);
        await setRefill(box.owner, centre, turn === 700);
      }
      const link = links[next(links.length)] ?? links[0];
      if (link === undefined) throw new Error('no desk');
      const { name, ask } = turn === 1_200 ? { name: 'leave', ask: (one: HubLink) => one.leave() } : newCall();
      const desk = turn === 1_200 ? (links[4] ?? link) : link;
      const [ours, theirs] = [await answerOf(ask(desk.twin)), await answerOf(ask(desk.sql))];
      expect({ turn, name, desk: desk.no, answer: theirs }).toEqual({ turn, name, desk: desk.no, answer: ours });
      const how =
        (ours as { is?: string; fault?: string } | null)?.is ?? (ours as { fault?: string } | null)?.fault ?? 'answer';
      told[`${name} ${how}`] = (told[`${name} ${how}`] ?? 0) + 1;
      for (const row of twin.rows().slice(known.get('all')?.lastSeq ?? 0)) remember(known, row);
    }
    // Every answer that there is was given, so that nothing above was the same by being nothing.
    for (const [name, answers] of Object.entries(wanted))
      for (const answer of answers) expect(told, `${name} ${answer}`).toHaveProperty([`${name} ${answer}`]);
    const [first] = links;
    const all = (link: HubLink | undefined) => link?.pull([], 0, 16 * 1024 * 1024);
    expect(plain(await all(first?.sql))).toEqual(plain(await all(first?.twin)));
    expect(twin.rows().length).toBeGreaterThan(100);
  });

  test('and to a desk in the place of the one that left: its machine’s rows too, and nobody else’s', async () => {
    const left = links[4];
    if (left === undefined) throw new Error('five desks');
    await expect(enrol(box.owner, { centre, desk: 'Q1B', after: 'Q1' })).rejects.toThrow(
      new OwnerRefusal('not-closed', 'Q1'),
    );
    const code = readCode((await enrol(box.owner, { centre, desk: 'Q3A', after: 'Q3' })).code);
    if (code === undefined) throw new Error('a code is read');
    expect(twin.enrol({ code: 'Q3A', enrolKey, after: left.no })).toMatchObject({ desk: { no: code.no } });
    const place = { ...code.place, addresses: [`127.0.0.1:${box.port}`] };
    const after = { twin: twin.link(code.no), sql: await openAnew(place) };
    const joining = { uuid: uuidOf(code.no), publicKey: publicKeyOf(code.no), format: 2 };
    for (const link of [after.twin, after.sql]) expect(await link.join(joining)).toEqual({ is: 'joined' });
    for (const ask of [(link: HubLink) => link.hello(), (link: HubLink) => link.pull([], 0, 16 * 1024 * 1024)])
      expect(await answerOf(ask(after.sql))).toEqual(await answerOf(ask(after.twin)));
    const machines = (await after.sql.pull([], 0, 16 * 1024 * 1024)).filter(({ kind }) => kind === 'machine');
    expect(new Set(machines.map(({ desk }) => desk))).toEqual(new Set([uuidOf(left.no)]));
    await after.sql.end();
  });

  const wanted = {
    append: ['taken', 'have', 'gap', 'forked', 'malformed', 'closed', 'hub-refused'],
    appendFor: ['taken', 'closed', 'malformed', 'hub-refused'],
    claim: ['claimed', 'taken', 'hub-refused'],
    join: ['joined', 'taken', 'hub-refused'],
    tellGone: ['told', 'taken', 'closed', 'hub-refused'],
    pull: ['answer', 'hub-refused'],
    grant: ['answer', 'hub-refused'],
    putBlob: ['answer', 'hub-refused'],
    blob: ['answer', 'hub-refused'],
    hello: ['answer', 'hub-refused'],
  };

  function remember(known: Map<string, SealedRow>, row: PulledRow): void {
    known.set(`${Number(row.desk.slice(-12))}.${row.kind}`, row);
    known.set('all', { ...row, lastSeq: row.pos });
  }
});
