import { randomUUID } from 'node:crypto';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { endConnected, keepConnected } from '../../../../electron/desk/centre/hub/connection.ts';
import { hubOf } from '../../../../electron/desk/centre/hub/service.ts';
import type { HubWay } from '../../../../electron/desk/core/ports.ts';
import type { HubBox } from '../../../../electron/exchange/hub/box/box.ts';
import { readCode, writeCode } from '../../../../electron/exchange/hub/code.ts';
import { openLink, spendCode } from '../../../../electron/exchange/hub/postgres.ts';
import { newSecret } from '../../../../electron/exchange/hub/scram.ts';
import { numbersTwice } from '../../../../electron/store/centre/exchange/conflicts.ts';
import { findCentre } from '../../../../electron/store/centre/hub/centre.ts';
import { verifyStore } from '../../../../electron/store/safety/verify/verify.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { enrolled, hasPostgres, startHub } from '../../../support/centre/hub/office-hub.ts';
import {
  type HubDesk,
  closedAfterwards,
  joined,
  openHubDesk,
  practiceFolder,
  received,
  syncFault,
  synced,
} from '../../../support/centre/hub/hub-desks.ts';
import { password } from '../../../support/desk/test-desk.ts';

/** Two computers that go on from one copied folder, at a real hub: found at the first contact, before either has received anything, and told to both. */
describe.skipIf(!hasPostgres)('a cloned desk', () => {
  let box: HubBox;
  // A centre each: who joins one where nobody is at work waits for its key, and is told so.
  beforeEach(async () => {
    box = await startHub();
  });
  afterEach(() => box.stop());
  const open = closedAfterwards();

  let seeds = 0;

  /** Each computer runs a program of its own. */
  function wayOf(clock: () => number): HubWay {
    const own = { process: randomUUID() };
    return {
      readCode: async (text) => readCode(text),
      newSecret: async () => newSecret(),
      spendCode: (place, word) => spendCode(place, word, own),
      openLink: async (place) => {
        const link = await openLink(place, own);
        // Receptions are of a working day, whenever this runs: the hub's clock is that of its desks.
        return { ...link, hello: async () => ({ ...(await link.hello()), now: clock() }) };
      },
    };
  }

  async function computer(name: string): Promise<HubDesk> {
    const way = wayOf(() => desk.clock.at);
    const desk: HubDesk = openHubDesk(name, await practiceFolder(), (seeds += 1), way);
    open.push(desk);
    return desk;
  }

  async function codeOf(name: string): Promise<string> {
    return writeCode(await enrolled(box, name));
  }

  /** Another computer with the folder that the first has now. */
  async function copied(desk: HubDesk): Promise<HubDesk> {
    await desk.close();
    const copy = await computer(`copy of ${desk.name}`);
    await copy.close();
    const folder = newFolder();
    cpSync(path.join(desk.folder, 'desk.sqlite'), path.join(folder, 'desk.sqlite'));
    desk.open();
    copy.open(folder);
    copy.clock.at = desk.clock.at;
    return copy;
  }

  async function sitDown(desk: HubDesk): Promise<void> {
    desk.clock.at += 60_000;
    await desk.get('clerk', 'account.signIn', { username: 'clerk', password });
  }

  const serialOf = async (desk: HubDesk, of: number): Promise<number> =>
    Number((await received(desk, of)).number.local.split('-').at(-1));
  const codesOf = (desk: HubDesk) => (findCentre(desk.context.store.db)?.notices ?? []).map(({ code }) => code);

  async function agree(desks: readonly HubDesk[]): Promise<void> {
    for (let round = 0; round < 3; round += 1) for (const desk of desks) await synced(desk);
    const hashes = [];
    for (const desk of desks) hashes.push((await synced(desk)).stateHash);
    expect(new Set(hashes).size).toBe(1);
    for (const { context } of desks) {
      expect(numbersTwice(context.store.db)).toEqual([]);
      expect(verifyStore(context.store.db).flatMap(({ found }) => found)).toEqual([]);
    }
  }

  test('one after the other: the second to come is told at its first exchange, the first at its next; no number is given twice', async () => {
    const [one, two] = [await computer('Q1'), await computer('Q2')];
    await joined(one, await codeOf('Q1'));
    await joined(two, await codeOf('Q2'));
    await sitDown(one);
    for (const desk of [one, two, one]) await synced(desk);
    const copy = await copied(one);
    // Somebody sits down at each; nobody has received anything yet.
    for (const desk of [one, copy]) await sitDown(desk);
    await synced(one);
    expect(await syncFault(copy)).toBe('hub-desk-copied');
    expect((await copy.get('admin', 'hub.state')).link).toMatchObject({ state: 'stopped' });
    expect((await synced(one)).notices.map(({ code }) => code)).toEqual(['hub-copy-met']);
    const given = [];
    for (let nth = 0; nth < 3; nth += 1)
      for (const [at, desk] of [one, copy].entries()) given.push(await serialOf(desk, 100 + nth * 2 + at));
    expect(given).toEqual([1000, 1500, 1001, 1501, 1002, 1502]);
    await joined(copy, await codeOf('Q5'));
    await agree([one, two, copy]);
    expect(await serialOf(copy, 120)).toBe(5000);
    await agree([one, two, copy]);
  });

  test('both at once: the hub turns the second away, and the one that is connected hears of it', async () => {
    const one = await computer('Q3');
    await joined(one, await codeOf('Q3'));
    await sitDown(one);
    const copy = await copied(one);
    keepConnected(one.context);
    await expect.poll(() => hubOf(one.context).standing.state, { timeout: 20_000 }).toBe('connected');
    expect(await syncFault(copy)).toBe('hub-place-taken');
    await expect.poll(() => codesOf(one), { timeout: 20_000 }).toContain('hub-copy-met');
    expect([await serialOf(one, 200), await serialOf(copy, 201)]).toEqual([3000, 3500]);
    // What stands there stays told after the next exchanges.
    await endConnected(one.context);
    expect((await synced(one)).notices.map(({ code }) => code)).toEqual(['hub-copy-met']);
    await joined(copy, await codeOf('Q6'));
    await agree([one, copy]);
  });
});
