import { cpSync } from 'node:fs';
import path from 'node:path';
import { fault, isFault } from '../../../../electron/contract/base/fault.ts';
import { joinCentre } from '../../../../electron/desk/centre/hub/join.ts';
import { type HubTrouble, leaveCentre, syncOnce } from '../../../../electron/desk/centre/hub/service.ts';
import { HubFault, type HubLink } from '../../../../electron/exchange/hub/link.ts';
import { type Twin, type TwinCopy, createTwin } from './twin.ts';
import { headsHere } from '../../../../electron/store/centre/exchange/commits.ts';
import { centreKeys, findCentre } from '../../../../electron/store/centre/hub/centre.ts';
import type { Db } from '../../../../electron/store/file/db.ts';
import { seeded } from '../../data/seeded.ts';
import { newFolder } from '../../desk/folder.ts';
import { type HubDesk, codeFor, openHubDesk, practiceFolder, twinWay } from './hub-desks.ts';
import { monday, reception } from '../../desk/test-desk.ts';
import { createEntryWatch } from './entry-watch.ts';

/** A process that ended in the middle of an exchange. */
class Killed extends Error {}

const overCodes: ReadonlySet<string> = new Set(['hub-desk-copied', 'hub-refused']);

/** What one desk had of all when it wrote something: noted beside it, whatever it says of that itself. */
type Wrote = {
  readonly desk: string;
  readonly from: number;
  readonly to: number;
  readonly had: Record<string, number>;
};

export type HubWorld = Awaited<ReturnType<typeof openHubWorld>>;

/** Three desks or as many as are asked for, a hub in memory, and everything that goes wrong between them; all of it from one seed. */
export async function openHubWorld(seed: number, many = 3) {
  const draw = seeded(seed);
  const clock = { at: monday };
  const uuids = seeded(seed + 1_000_000);
  const twin: Twin = createTwin({
    centre: '27112',
    now: () => clock.at,
    newUuid: () => `00000000-0000-4000-8000-${String(uuids(1_000_000_000)).padStart(12, '0')}`,
    soon: (run) => run(),
  });
  const happened = new Map<string, number>();
  const count = (what: string, times = 1): void => void happened.set(what, (happened.get(what) ?? 0) + times);
  const apart = new Set<number>();
  let isCalm = true;
  let isKilled = false;
  let codes = 0;
  const wrote: Wrote[] = [];
  const watch = createEntryWatch('27112', twin);
  const files = () => desks.map(({ context }) => context.store.db);
  /** A folder or the hub is put away, or put back: with it goes what nobody else has. */
  async function losing(what: 'folder' | 'hub', act: () => Promise<void> | void, other: readonly Db[] = []) {
    const all = [...files(), ...other];
    for (const db of all) watch.note(db);
    watch.look(all);
    await act();
    count(`entries gone with a ${what}`, watch.settle(files()));
  }

  /** A line that breaks: before it is said, after it was done, or with the process that said it. */
  function broken(link: HubLink, no: number): HubLink {
    async function over<T>(said: () => Promise<T>, isRead = false): Promise<T> {
      if (isCalm) return said();
      const luck = draw(100);
      if (apart.has(no) || luck < 3) {
        count('cut');
        throw new HubFault('hub-away');
      }
      if (isRead) return said();
      const answer = await said();
      if (luck >= 97) {
        count('reply lost');
        throw new HubFault('hub-away');
      }
      if (luck === 50 || luck === 51) {
        isKilled = true;
        throw new Killed();
      }
      return answer;
    }
    return {
      ...link,
      hello: () => over(() => link.hello(), true),
      join: (one) => over(() => link.join(one)),
      append: (row) =>
        over(async () => {
          const answer = await link.append(row);
          if (answer.is === 'taken' && row.kind === 'register')
            watch.took({ desk: row.desk, seq: row.lastSeq, hash: row.head.toString('hex') });
          return answer;
        }),
      appendFor: (row) => over(() => link.appendFor(row)),
      tellGone: (one) => over(() => link.tellGone(one)),
      pull: (have, after, most) => over(() => link.pull(have, after, Math.min(most, 1 + draw(40_000))), true),
      claim: (one) => over(() => link.claim(one)),
      grant: (to, one) => over(() => link.grant(to, one)),
      putBlob: (sha256, blob) => over(() => link.putBlob(sha256, blob)),
      blob: async (sha256) => {
        if (isCalm || draw(4) > 0) return over(() => link.blob(sha256), true);
        count('blob missing');
        return undefined;
      },
    };
  }

  const way = twinWay(twin, broken);
  const desks: HubDesk[] = [];
  for (const name of Array.from({ length: many }, (_, at) => `Q${at + 1}`)) {
    const desk = openHubDesk(name, await practiceFolder(), seed * 10 + desks.length, way);
    desk.clock.at = monday + (draw(7200) - 3600) * 1000;
    desks.push(desk);
    await join(desk, name);
  }
  let copy: TwinCopy | undefined;
  const backups = new Map<HubDesk, string>();
  let next = many + 1;
  /** Brought back from an old copy, and not at the hub since. */
  const unmet = new Set<HubDesk>();

  /** A desk and the hub that both came back from old copies at once agree on a history that others know otherwise: that is told to those, and nothing heals it. */
  async function meetFirst(): Promise<void> {
    const before = isCalm;
    isCalm = true;
    for (const desk of desks.filter((one) => unmet.has(one))) await carry(desk);
    isCalm = before;
  }

  async function join(desk: HubDesk, name: string): Promise<void> {
    codes += 1;
    const before = isCalm;
    isCalm = true;
    const done = await joinCentre(desk.context, codeFor(twin, name, seed * 1000 + codes), name);
    isCalm = before;
    if (isFault(done)) throw new Error(`${name} does not join: ${JSON.stringify(done)}`);
  }

  /** An exchange of one desk, in whatever weather; what it was told. */
  async function exchange(desk: HubDesk): Promise<HubTrouble | null> {
    // Most of the time both clocks agree; now and then one of them is an hour off.
    clock.at = desk.clock.at + (draw(8) === 0 ? (draw(3) - 1) * 3_600_000 : draw(60_000));
    const done = await syncOnce(desk.context);
    if (!isKilled) return isFault(done) ? done : null;
    // The desk takes it for a mistake of its own, and is given no time to go on after it: what it had in memory is gone.
    isKilled = false;
    count('killed');
    twin.cut();
    await desk.close();
    desk.open();
    return fault('hub-away', {});
  }

  async function carry(desk: HubDesk): Promise<void> {
    const trouble = await exchange(desk);
    if (isOver(trouble)) await startAnew(desk);
    if (trouble === null) unmet.delete(desk);
  }

  /** Its folder is a copy, or is of before it came with the word that it has now. */
  function isOver(trouble: HubTrouble | null): boolean {
    return trouble !== null && overCodes.has(trouble.fault);
  }

  /** Whoever was told that its folder is a copy comes with a new code: with an empty folder, or with its own. */
  async function startAnew(desk: HubDesk): Promise<void> {
    unmet.delete(desk);
    if (draw(2) === 0) {
      count('went on');
      await join(desk, `Q${next}`);
      next += 1;
      return;
    }
    count('began anew');
    await losing('folder', async () => {
      twin.close(findCentre(desk.context.store.db)?.no ?? 0);
      await desk.close();
      backups.delete(desk);
      desk.open(await practiceFolder());
    });
    await join(desk, `Q${next}`);
    next += 1;
  }

  async function copyOf(desk: HubDesk): Promise<string> {
    await desk.close();
    const folder = newFolder();
    cpSync(path.join(desk.folder, 'desk.sqlite'), path.join(folder, 'desk.sqlite'));
    desk.open();
    return folder;
  }

  function reception_(of: number) {
    const id = `0193f6b0-0000-7000-9000-${String(seed * 100_000 + of).padStart(12, '0')}`;
    return reception({ requestId: id, procedureCode: '2.000815' });
  }
  let received = 0;

  /** Two computers of one folder, of which each receives. */
  async function clone(desk: HubDesk): Promise<void> {
    count('cloned');
    const wasCalm = isCalm;
    const other = openHubDesk(desk.name, await copyOf(desk), seed * 77 + received, way);
    other.clock.at = desk.clock.at;
    let both = true;
    for (const one of [desk, other]) {
      received += 1;
      // Nothing is received at night, or by a clock that nobody trusts.
      both = (await one.call('clerk', 'case.receive', reception_(received))).ok && both;
    }
    isCalm = true;
    const order = draw(2) === 0 ? [desk, other] : [other, desk];
    const told: (HubTrouble | null)[] = [];
    for (const one of order) told.push(await exchange(one));
    // One that waits for the centre's key brings nothing yet.
    const speaks = centreKeys(desk.context.store.db).length > 0;
    const [first, second] = told.map((one) => one?.fault ?? null);
    // Of a folder that was put back, and not at the hub since, neither computer need be the desk that the hub knows: then both are told, and alike.
    const isRight = first === null ? second === 'hub-desk-copied' : unmet.has(desk) && second === first;
    if (both && speaks && !(isRight && told.every((one) => one === null || isOver(one))))
      throw new Error(`seed ${seed}: two computers of one folder were told ${String(first)}, ${String(second)}`);
    if (told.every(isOver)) await bothComeAnew(desk, other, order);
    isCalm = wasCalm;
    await losing('folder', () => other.close(), [other.context.store.db]);
    if (told[order.indexOf(desk)] === null) unmet.delete(desk);
    if (order[1] === desk && first === null && second === 'hub-desk-copied') await startAnew(desk);
  }

  /** Neither of two computers of one folder is let in as the desk that it was: each comes with a code of its own, and the copy tells what it alone has before it is put away. */
  async function bothComeAnew(desk: HubDesk, other: HubDesk, order: readonly HubDesk[]): Promise<void> {
    count('both came anew');
    for (const one of order) {
      if (one === desk) {
        await startAnew(desk);
        continue;
      }
      await join(other, `Q${next}`);
      next += 1;
    }
    // Whoever has the key of the centre gives it to who waits.
    for (const one of [...desks, other]) await exchange(one);
    twin.close(findCentre(other.context.store.db)?.no ?? 0);
  }

  async function restoreHub(): Promise<void> {
    if (copy === undefined) return;
    count('hub restored');
    await meetFirst();
    const kept = copy;
    await losing('hub', () => twin.restore(kept));
    await toldAnew();
  }

  async function wipeHub(): Promise<void> {
    count('hub wiped');
    await meetFirst();
    await losing('hub', () => twin.wipe());
    copy = undefined;
    for (const desk of desks) {
      const { code } = findCentre(desk.context.store.db) ?? { code: '' };
      await join(desk, code);
    }
    await refill();
  }

  /** What desks that are gone told is brought by those who have it. */
  async function refill(): Promise<void> {
    twin.openRefill(true);
    const before = isCalm;
    isCalm = true;
    for (const desk of desks) await exchange(desk);
    isCalm = before;
    twin.openRefill(false);
  }

  /** Each hears of it at the first contact. */
  async function toldAnew(): Promise<void> {
    const before = isCalm;
    isCalm = true;
    for (const desk of desks) {
      const trouble = await exchange(desk);
      const notices = findCentre(desk.context.store.db)?.notices ?? [];
      // One that was let in after that copy was made is let in again.
      if (trouble?.fault === 'hub-refused') {
        await join(desk, findCentre(desk.context.store.db)?.code ?? '');
        continue;
      }
      if (trouble === null && !notices.some(({ code }) => code === 'hub-set-up-anew'))
        throw new Error(`seed ${seed}: ${desk.name} was not told that the hub is another`);
      if (trouble?.fault === 'hub-desk-copied') await startAnew(desk);
    }
    await refill();
    isCalm = before;
  }

  /** Out, and back with a new code after something was done outside. */
  async function leaveAndComeBack(desk: HubDesk): Promise<void> {
    const wasCalm = isCalm;
    isCalm = true;
    const left = await leaveCentre(desk.context);
    isCalm = wasCalm;
    if (left !== null) return;
    count('left');
    received += 1;
    await desk.call('clerk', 'case.receive', reception_(received));
    await join(desk, `Q${next}`);
    next += 1;
  }

  async function restoreDesk(desk: HubDesk): Promise<void> {
    const folder = backups.get(desk);
    if (folder === undefined) return;
    count('desk restored');
    await losing('folder', async () => {
      await desk.close();
      backups.delete(desk);
      desk.open(folder);
    });
    unmet.add(desk);
    // Either it comes to the hub first, or somebody works at it first.
    if (draw(2) === 0) await carry(desk);
  }

  async function disturb(desk: HubDesk): Promise<void> {
    const luck = draw(160);
    const { no } = findCentre(desk.context.store.db) ?? { no: 0 };
    if (luck < 8) apart.add(no);
    else if (luck < 20) apart.clear();
    else if (luck < 22) copy = twin.snapshot();
    else if (luck === 22 || luck === 155 || luck === 159) await restoreHub();
    else if (luck === 23) await wipeHub();
    else if (luck < 27) backups.set(desk, await copyOf(desk));
    else if (luck === 27) await restoreDesk(desk);
    else if (luck === 28) await clone(desk);
    else if (luck === 158) await leaveAndComeBack(desk);
    else if (luck < 32) {
      count('desk killed');
      await desk.close();
      desk.open();
    }
  }

  const before = new Map<HubDesk, Record<string, number>>();
  function note(desk: HubDesk): void {
    const uuid = findCentre(desk.context.store.db)?.uuid ?? '';
    const had = before.get(desk);
    const now = headsHere(desk.context.store.db);
    const others = (heads: Record<string, number>) => JSON.stringify({ ...heads, [uuid]: 0 });
    // A step in which something came says nothing certain of what was there before it.
    if (had !== undefined && (now[uuid] ?? 0) > (had[uuid] ?? 0) && others(had) === others(now))
      wrote.push({ desk: uuid, from: (had[uuid] ?? 0) + 1, to: now[uuid] ?? 0, had });
    before.set(desk, now);
  }

  return {
    twin,
    desks,
    happened,
    wrote,
    watch,
    carry,
    /** After each step of a life. */
    after: async (desk: HubDesk): Promise<void> => {
      note(desk);
      watch.note(desk.context.store.db);
      await disturb(desk);
      before.set(desk, headsHere(desk.context.store.db));
    },
    storm: (): void => void (isCalm = false),
    /** Everybody reaches everybody, until nobody has anything to say. */
    heal: async (): Promise<number> => {
      isCalm = true;
      apart.clear();
      for (let round = 1; round <= 8; round += 1) {
        let moved = 0;
        for (const desk of desks) {
          const done = await syncOnce(desk.context);
          if (isFault(done) && isOver(done)) {
            await startAnew(desk);
            moved += 1;
          } else if (isFault(done)) throw new Error(`seed ${seed}: ${desk.name} ${JSON.stringify(done)}`);
          else moved += done.pushed + done.pulled;
        }
        if (moved === 0) return round;
      }
      throw new Error(`seed ${seed}: they do not come to an end`);
    },
    close: async (): Promise<void> => {
      for (const desk of desks) await desk.close();
    },
  };
}
