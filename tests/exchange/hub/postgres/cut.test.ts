import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HubBox, startBox } from '../../../../electron/exchange/hub/box/box.ts';
import type { HubPlace } from '../../../../electron/exchange/hub/code.ts';
import type { Appended, HubLink, SealedRow } from '../../../../electron/exchange/hub/link.ts';
import { HubFault } from '../../../../electron/exchange/hub/link.ts';
import { openLink } from '../../../../electron/exchange/hub/postgres.ts';
import { lineTo } from '../../../support/centre/hub/cut-line.ts';
import { hasPostgres, joined, newFolder, openAnew, startHub } from '../../../support/centre/hub/office-hub.ts';
import { faultOf, rowAfter } from '../../../support/centre/hub/rows.ts';

describe.skipIf(!hasPostgres)('a hub whose lines and processes fall', () => {
  const folder = newFolder();
  let box: HubBox;
  beforeAll(async () => {
    box = await startHub(folder);
  });
  afterAll(() => box.stop());

  test('a line cut at any byte of a row or of its answer: asked again it is had or taken, and is there once', async () => {
    const { place, link, no } = await joined(box, 'Q1');
    await link.end();
    const line = await lineTo(box.port);
    const through: HubPlace = { ...place, addresses: [`127.0.0.1:${line.port}`] };
    const own = randomUUID();
    const told = { lost: 0, have: 0, taken: 0 };
    let last: SealedRow | undefined;
    let open = await openLink(through, { process: own });
    for (let round = 0; round < 60; round += 1) {
      const row = rowAfter(last, no, 1, 800);
      // Over the row, its answer and past both, one way and the other.
      line.cutAfter(1 + ((round * 37) % (round % 2 === 0 ? 1_300 : 190)), round % 2 === 0 ? 'up' : 'down');
      let answer: Appended | undefined;
      while (answer === undefined) {
        try {
          answer = await open.append(row);
        } catch (error) {
          if (!(error instanceof HubFault) || error.code !== 'hub-away') throw error;
          told.lost += 1;
          open = await again(through, own);
        }
      }
      if (answer.is !== 'taken' && answer.is !== 'have') throw new Error(`round ${round}: ${answer.is}`);
      told[answer.is] += 1;
      last = row;
    }
    await open.end();
    await line.close();
    expect(told.lost).toBeGreaterThan(20);
    expect(told.have).toBeGreaterThan(5);
    expect(told.taken).toBeGreaterThan(20);
    const reader = await openAnew(place);
    const rows = await reader.pull([], 0, 1_000_000);
    expect(rows.map(({ firstSeq }) => firstSeq)).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
    await reader.end();
  });

  /** The line may be cut while it is opened, too. */
  async function again(through: HubPlace, own: string): Promise<HubLink> {
    for (;;) {
      try {
        return await openLink(through, { process: own });
      } catch (error) {
        if (!(error instanceof HubFault) || error.code !== 'hub-away') throw error;
      }
    }
  }

  test('a cable that is pulled: the same desk comes again and ends what hangs; a copied folder does not', async () => {
    const { place, link, no } = await joined(box, 'Q2');
    await link.end();
    const line = await lineTo(box.port);
    const own = randomUUID();
    const hanging = await openLink({ ...place, addresses: [`127.0.0.1:${line.port}`] }, { process: own });
    await hanging.hello();
    line.freeze();
    expect(await faultOf(openLink(place, { process: randomUUID() }))).toBe('hub-place-taken');
    const next = await openLink(place, { process: own });
    expect(await next.append(rowAfter(undefined, no, 1))).toMatchObject({ is: 'taken' });
    await next.end();
    await line.close();
  });

  test('a line cut in a turn: the next has it', async () => {
    const [one, two] = [await joined(box, 'Q3'), await joined(box, 'Q4')];
    await one.link.end();
    const line = await lineTo(box.port);
    const cut = await openAnew({ ...one.place, addresses: [`127.0.0.1:${line.port}`] });
    let begun: () => void = () => undefined;
    const inside = new Promise<void>((done) => (begun = done));
    const first = faultOf(
      cut.turn(async () => {
        begun();
        await line.close();
        await cut.hello();
      }),
    );
    await inside;
    expect(await first).toBe('hub-away');
    expect(await two.link.turn(async () => 'mine')).toBe('mine');
    await two.link.end();
  });

  test('PostgreSQL is killed in the middle of writing and started again: what was acknowledged is there', async () => {
    const desks = [await joined(box, 'Q5'), await joined(box, 'Q6'), await joined(box, 'Q7')];
    const acknowledged = new Map<number, SealedRow[]>(desks.map(({ no }) => [no, []]));
    const killAt = 40;
    let written = 0;
    const work = desks.map(async ({ no, link }) => {
      for (;;) {
        const own = acknowledged.get(no) ?? [];
        const row = rowAfter(own.at(-1), no, 1, 2_000);
        const answer = await link.append(row);
        if (answer.is !== 'taken') throw new Error(answer.is);
        own.push(row);
        written += 1;
        if (written === killAt)
          process.kill(
            Number(readFileSync(path.join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]),
            'SIGKILL',
          );
        // Backends of a server that was killed write on for a moment; the desk's own line to them is not waited for.
        if (written > killAt + 200) throw new HubFault('hub-away');
      }
    });
    expect(await Promise.all(work.map(faultOf))).toEqual(['hub-away', 'hub-away', 'hub-away']);
    await box.ended;
    for (const { link } of desks) await link.end();

    const { port, fingerprint } = box;
    box = await startBox({ folder, env: process.env });
    expect({ port, fingerprint }).toEqual({
      port: box.port,
      fingerprint: box.fingerprint,
    });
    for (const { no, place } of desks) {
      const link = await openAnew(place);
      const rows = await link.pull([], 0, 10_000_000);
      const own = rows.filter(({ desk }) => desk.endsWith(String(no)));
      const promised = acknowledged.get(no) ?? [];
      expect(own.length).toBeGreaterThanOrEqual(promised.length);
      expect(own.slice(0, promised.length).map(({ head }) => head)).toEqual(promised.map(({ head }) => head));
      // A row whose answer was lost may be there too, and is had when it is brought again.
      const next = rowAfter(promised.at(-1), no, 1, 2_000);
      expect((await link.append(next)).is).toBe(own.length > promised.length ? 'have' : 'taken');
      await link.end();
    }
  });
});
