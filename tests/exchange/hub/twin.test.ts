import { describe, expect, test } from 'vitest';
import type { HubLink } from '../../../electron/exchange/hub/link.ts';
import { createTwin, type Twin } from '../../support/centre/hub/twin.ts';
import { enrolKey, faultOf, heldBy, publicKeyOf, rowAfter, uuidOf } from '../../support/centre/hub/rows.ts';

function newTwin(codes: readonly string[]): { twin: Twin; numbers: number[] } {
  let made = 0;
  const twin = createTwin({ centre: '27112', now: () => 1_000, newUuid: () => uuidOf(900 + ++made) });
  const numbers = codes.map((code) => {
    const enrolled = twin.enrol({ code, enrolKey });
    if (enrolled.is !== 'enrolled') throw new Error(enrolled.is);
    return enrolled.desk.no;
  });
  return { twin, numbers };
}

async function joinedLinks(codes: readonly string[]): Promise<{ twin: Twin; links: HubLink[] }> {
  const { twin, numbers } = newTwin(codes);
  const links = numbers.map((no) => twin.link(no));
  for (const [at, link] of links.entries())
    await link.join({ uuid: uuidOf(numbers[at] ?? 0), publicKey: publicKeyOf(numbers[at] ?? 0), format: 1 });
  return { twin, links };
}

describe('enrolment', () => {
  test('the number is that of the code where it is free, else the next above all', () => {
    const { twin, numbers } = newTwin(['Q3', 'Q1', 'Q03', 'Q1A']);
    expect(numbers).toEqual([3, 1, 4, 5]);
    expect(twin.enrol({ code: 'Q3', enrolKey })).toEqual({ is: 'taken' });
    expect(twin.enrol({ code: 'Quầy 3', enrolKey })).toEqual({ is: 'malformed' });
    expect(twin.enrol({ code: 'Q8', enrolKey, number: 4 })).toEqual({ is: 'taken' });
    expect(twin.enrol({ code: 'Q8', enrolKey, number: 10_000 })).toEqual({ is: 'malformed' });
  });

  test('desk n has n·1000 to n·1000+999, and its code', async () => {
    const { twin } = newTwin(['Q3']);
    expect((await twin.link(3).hello()).claims).toEqual([
      { kind: 'case', first: 3000, last: 3999, desk: 3 },
      { kind: 'desk-code:Q3', first: 0, last: 0, desk: 3 },
    ]);
  });

  test('a number is bound to one UUID and one key for ever', async () => {
    const { twin } = newTwin(['Q1', 'Q2']);
    const one = twin.link(1);
    const told = { uuid: uuidOf(1), publicKey: publicKeyOf(1), format: 1 };
    expect(await one.join(told)).toEqual({ is: 'joined' });
    expect(await one.join({ ...told, format: 2 })).toEqual({ is: 'joined' });
    expect(await one.join({ ...told, uuid: uuidOf(9) })).toEqual({ is: 'taken' });
    expect(await one.join({ ...told, publicKey: publicKeyOf(9) })).toEqual({ is: 'taken' });
    expect(await twin.link(2).join(told)).toEqual({ is: 'taken' });
    expect((await one.hello()).desks[0]).toMatchObject({ uuid: uuidOf(1), format: 2, lastSeen: 1_000 });
  });

  test('before it has joined a desk says hello and join alone', async () => {
    const { twin } = newTwin(['Q1']);
    const link = twin.link(1);
    await link.hello();
    expect(await faultOf(link.append(rowAfter(undefined, 1, 1)))).toBe('hub-refused');
    expect(await faultOf(link.pull([], 0, 1000))).toBe('hub-refused');
    expect(await faultOf(link.claim({ kind: 'receipt:B', first: 0, last: 0 }))).toBe('hub-refused');
  });

  test('an unknown number and a second connection of one desk are refused', async () => {
    const { twin } = newTwin(['Q1']);
    expect(await faultOf(twin.link(7).hello())).toBe('hub-refused');
    const first = twin.link(1);
    await first.hello();
    expect(await faultOf(twin.link(1).hello())).toBe('hub-place-taken');
    await first.end();
    expect(await faultOf(twin.link(1).hello())).toBe('none');
  });
});

describe('append', () => {
  test('rows come in order; the same again is had, another there is a fork, a hole is a gap', async () => {
    const { links } = await joinedLinks(['Q1', 'Q2']);
    const [one, two] = links as [HubLink, HubLink];
    const first = rowAfter(undefined, 1, 3);
    const second = rowAfter(first, 1, 2);
    expect(await one.append(second)).toEqual({ is: 'gap', seq: 0 });
    expect(await one.append(first)).toEqual({ is: 'taken', pos: 1 });
    expect(await two.append(rowAfter(undefined, 2, 1))).toEqual({ is: 'taken', pos: 2 });
    expect(await one.append(first)).toEqual({ is: 'have' });
    expect(await one.append({ ...first, head: Buffer.alloc(32, 7) })).toEqual({ is: 'forked', seq: 3 });
    expect(await one.append({ ...second, prev: Buffer.alloc(32, 7) })).toEqual({ is: 'forked', seq: 3 });
    expect(await one.append(second)).toEqual({ is: 'taken', pos: 3 });
    expect((await two.hello()).heads).toEqual([heldBy(second), heldBy(rowAfter(undefined, 2, 1))]);
  });

  test('a row that was cut otherwise than before is no fork: it is told where the chain ends', async () => {
    const { links } = await joinedLinks(['Q1']);
    const first = rowAfter(undefined, 1, 3);
    await links[0]?.append(first);
    expect(await links[0]?.append({ ...first, lastSeq: 2, head: Buffer.alloc(32, 9) })).toEqual({ is: 'gap', seq: 3 });
  });

  test.each([
    ['another desk’s', { desk: uuidOf(2) }],
    ['a kind that there is not', { kind: 'other' as 'register' }],
    ['places that are none', { firstSeq: 0 }],
    ['an end before its beginning', { firstSeq: 3, lastSeq: 2 }],
    ['a short hash', { head: Buffer.alloc(31) }],
    ['a short signature', { sig: Buffer.alloc(63) }],
    ['no body', { body: Buffer.alloc(0) }],
    ['a body over 1 MiB', { body: Buffer.alloc(1024 * 1024 + 1) }],
    ['no form', { format: 0 }],
    ['a key’s name that is none', { keyId: 'a b' }],
  ])('%s is malformed', async (_, wrong) => {
    const { links } = await joinedLinks(['Q1', 'Q2']);
    expect(await links[0]?.append({ ...rowAfter(undefined, 1, 1), ...wrong })).toEqual({ is: 'malformed' });
  });

  test('a desk that left appends nothing and comes in no more; what it had stays spent', async () => {
    const { twin, links } = await joinedLinks(['Q1', 'Q2']);
    const [one] = links as [HubLink];
    await one.leave();
    expect(await one.append(rowAfter(undefined, 1, 1))).toEqual({ is: 'closed' });
    expect(await faultOf(one.hello())).toBe('hub-refused');
    await one.end();
    expect(await faultOf(twin.link(1).hello())).toBe('hub-refused');
    expect(twin.enrol({ code: 'Q1', enrolKey })).toEqual({ is: 'taken' });
    expect(twin.enrol({ code: 'Q1A', enrolKey, number: 1 })).toEqual({ is: 'taken' });
  });
});

describe('pull', () => {
  test('begins with what is lacking, leaves out what is had, and goes on behind a page', async () => {
    const { links } = await joinedLinks(['Q1', 'Q2', 'Q3']);
    const [one, two, three] = links as [HubLink, HubLink, HubLink];
    const a = rowAfter(undefined, 1, 2);
    const b = rowAfter(undefined, 2, 2);
    const c = rowAfter(a, 1, 1);
    await one.append(a);
    await two.append(b);
    await one.append(c);
    expect((await three.pull([], 0, 1_000)).map((row) => row.pos)).toEqual([1, 2, 3]);
    expect((await three.pull([heldBy(a)], 0, 1_000)).map((row) => row.pos)).toEqual([2, 3]);
    expect((await three.pull([], 0, a.body.length)).map((row) => row.pos)).toEqual([1]);
    expect((await three.pull([], 0, 0)).map((row) => row.pos)).toEqual([1]);
    expect((await three.pull([], 1, 0)).map((row) => row.pos)).toEqual([2]);
    expect(await three.pull([heldBy(c), heldBy(b)], 0, 1_000)).toEqual([]);
  });

  test('a machine chain goes to its own desk alone, and its head is told to no other', async () => {
    const { links } = await joinedLinks(['Q1', 'Q2']);
    const [one, two] = links as [HubLink, HubLink];
    const row = { ...rowAfter(undefined, 1, 2), kind: 'machine' as const };
    await one.append(row);
    expect((await one.pull([], 0, 1_000)).map((found) => found.pos)).toEqual([1]);
    expect(await two.pull([], 0, 1_000)).toEqual([]);
    expect((await one.hello()).heads).toEqual([heldBy(row)]);
    expect((await two.hello()).heads).toEqual([]);
  });
});

describe('what belongs to one', () => {
  test('a claim that meets another desk’s is theirs; the same again is no fault', async () => {
    const { links } = await joinedLinks(['Q1', 'Q2']);
    const [one, two] = links as [HubLink, HubLink];
    const block = { kind: 'case', first: 500, last: 599 };
    expect(await one.claim(block)).toEqual({ is: 'claimed' });
    expect(await one.claim(block)).toEqual({ is: 'claimed' });
    expect(await two.claim({ kind: 'case', first: 590, last: 700 })).toEqual({
      is: 'taken',
      by: { ...block, desk: 1 },
    });
    expect(await two.claim({ kind: 'case', first: 1999, last: 2000 })).toMatchObject({ is: 'taken', by: { desk: 1 } });
    expect(await two.claim({ kind: 'receipt:B', first: 590, last: 700 })).toEqual({ is: 'claimed' });
    expect(await faultOf(two.claim({ kind: 'case', first: 9, last: 8 }))).toBe('hub-refused');
  });

  test('keys go to the desk they are sealed for; content stays as it was put', async () => {
    const { links } = await joinedLinks(['Q1', 'Q2']);
    const [one, two] = links as [HubLink, HubLink];
    await one.grant(2, { keyId: 'k1', sealed: Buffer.from('sealed') });
    expect((await two.hello()).grants).toEqual([{ keyId: 'k1', sealed: Buffer.from('sealed') }]);
    expect((await one.hello()).grants).toEqual([]);
    expect(await faultOf(one.grant(9, { keyId: 'k1', sealed: Buffer.from('x') }))).toBe('hub-refused');
    const name = 'ab'.repeat(32);
    await one.putBlob(name, Buffer.from('first'));
    await two.putBlob(name, Buffer.from('second'));
    expect(await two.blob(name)).toEqual(Buffer.from('first'));
    expect(await two.blob('cd'.repeat(32))).toBeUndefined();
  });

  test('one turn at a time, in the order of asking; a cut connection gives it on', async () => {
    const { twin, links } = await joinedLinks(['Q1', 'Q2', 'Q3']);
    const [one, two, three] = links as [HubLink, HubLink, HubLink];
    const told: string[] = [];
    let endFirst: () => void = () => undefined;
    const first = one.turn(() => new Promise<void>((resolve) => (endFirst = resolve)).then(() => told.push('one')));
    const second = two.turn(async () => told.push('two'));
    const third = three.turn(async () => told.push('three'));
    await Promise.resolve();
    expect(told).toEqual([]);
    endFirst();
    await Promise.all([first, second, third]);
    expect(told).toEqual(['one', 'two', 'three']);
    void one.turn(() => new Promise<void>(() => undefined));
    const next = two.turn(async () => told.push('after the cut'));
    twin.cut(1);
    await next;
    expect(told.at(-1)).toBe('after the cut');
  });

  test('a hint goes to the others', async () => {
    const { links } = await joinedLinks(['Q1', 'Q2']);
    const [one, two] = links as [HubLink, HubLink];
    const told: string[] = [];
    one.onHint((pos) => told.push(`one ${pos}`));
    two.onHint((pos) => told.push(`two ${pos}`));
    await one.append(rowAfter(undefined, 1, 1));
    await Promise.resolve();
    expect(told).toEqual(['two 1']);
  });
});

describe('what happens to a hub', () => {
  test('brought back to the past it says another generation and wants again what came after', async () => {
    const { twin, links } = await joinedLinks(['Q1']);
    const [one] = links as [HubLink];
    const first = rowAfter(undefined, 1, 2);
    const second = rowAfter(first, 1, 1);
    await one.append(first);
    const { generation } = await one.hello();
    const copy = twin.snapshot();
    await one.append(second);
    twin.restore(copy);
    expect(await faultOf(one.append(second))).toBe('hub-away');
    const again = twin.link(1);
    const hello = await again.hello();
    expect(hello.generation).not.toBe(generation);
    expect(hello.heads).toEqual([heldBy(first)]);
    expect(await again.append(second)).toEqual({ is: 'taken', pos: 2 });
  });

  test('an empty one is filled: rows of a desk that is gone come from a colleague, in refill alone', async () => {
    const { twin, links } = await joinedLinks(['Q1', 'Q2']);
    const gone = rowAfter(undefined, 2, 2);
    await links[1]?.append(gone);
    twin.wipe();
    twin.enrol({ code: 'Q1', enrolKey });
    const one = twin.link(1);
    await one.join({ uuid: uuidOf(1), publicKey: publicKeyOf(1), format: 1 });
    const desk = { no: 2, code: 'Q2', uuid: uuidOf(2), publicKey: publicKeyOf(2), enrolKey };
    expect(await one.tellGone(desk)).toEqual({ is: 'closed' });
    expect(await one.appendFor(gone)).toEqual({ is: 'closed' });
    twin.openRefill(true);
    expect(await one.appendFor(gone)).toEqual({ is: 'malformed' });
    expect(await one.tellGone({ ...desk, no: 1 })).toEqual({ is: 'taken' });
    expect(await one.tellGone(desk)).toEqual({ is: 'told' });
    expect(await one.tellGone(desk)).toEqual({ is: 'told' });
    expect(await one.appendFor(gone)).toEqual({ is: 'taken', pos: 1 });
    expect(twin.enrol({ code: 'Q5', enrolKey, number: 2 })).toEqual({ is: 'taken' });
    expect(await faultOf(twin.link(2).hello())).toBe('hub-refused');
  });
});
