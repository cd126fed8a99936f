import type { AnyRouter } from '@orpc/server';
import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Fault, fault, isFault } from '../contract/base/fault.ts';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import { reseal as resealStore } from '../store/reseal.ts';
import type { BackupFault } from '../store/safety/backup/trouble.ts';
import type { Store } from '../store/store.ts';
import { syncFile, syncFolder } from '../disk/durable.ts';
import { endLook } from '../store/file/opening/look.ts';
import { missingFile } from '../store/file/opening/lock.ts';
import { openFault } from '../store/file/opening/open.ts';
import { storeFileName } from '../store/file/file-names.ts';
import { foldLog, headOf, readHead } from '../store/file/opening/sealed.ts';
import { hasKeys, readKeys } from '../store/keys/keys-file.ts';
import { primitiveFaults } from '../store/keys/primitives.ts';
import { type Vault, newVault } from '../store/keys/vault.ts';
import { type Check, verifyStore } from '../store/safety/verify/verify.ts';
import { type RestoreInput, restoreAsked } from './safety/backup/recovery.ts';
import { areKeysMissing, finishRestore } from './safety/backup/restore-desk.ts';
import { tend, tendEvery, warmAfter, warmUp } from './safety/backup/tend.ts';
import { readCatalogue } from './catalogue/files.ts';
import { type ClosedDesk, type Opener, closedDesk, isOpener } from './opening/closed.ts';
import type { Client } from './core/session/client.ts';
import { type DeskContext, type SealingFault } from './core/context.ts';
import { closedOffice, giveRecoveryKey, settleKeys } from './core/keys/account-keys.ts';
import type { MadeBackup, Ports } from './core/ports.ts';
import { oneByOne } from './core/one-by-one.ts';
import { owesBy } from './common/office/people/factor-demand.ts';
import { countWhileClosed } from './common/office/people/check-password.ts';
import { type CityByCommand, cityByCommand } from './centre/city/command-line.ts';
import { endTelling, keepTelling } from './centre/city/telling.ts';
import { type CentreByCommand, centreByCommand } from './centre/hub/command-line.ts';
import { type CallResult, dispatch, parseInput, refused } from './calls/dispatch.ts';
import {
  type DeskFault,
  type Opening,
  closeRegister,
  openBlank,
  openLook,
  openRegister,
} from './opening/open-register.ts';
import { type CallDescription, describeCalls, routerOf } from './calls/router.ts';
import { toldInFull } from './core/bug.ts';

type Report = { readonly ok: boolean; readonly checks: readonly (Check & { readonly ok: boolean })[] };

/** The desk: everything the product does, reachable without a window. */
export type Desk = {
  call(name: string, input: unknown, client: Client): Promise<CallResult>;
  readonly router: AnyRouter;
  calls(): CallDescription[];
  /** Looks at the whole file and believes nothing; for IT and for tests. */
  verify(): Report;
  /** What whoever is signed in owes before they do anything, by a call or otherwise. */
  owes(client: Client): Fault | null;
  /** Whether the office is sealed and nobody has signed in yet: hardly anything can be asked. */
  isClosed(): boolean;
  /** Sets the desk's clock, to stand or to run on from there, or gives it back to the machine. A real office refuses. */
  setClock(now: number | null, then?: 'stands' | 'runs'): Fault<'practice-only'> | null;
  /** Why the file is not to be worked with any more, where it went away or a page of it cannot be read; the shells show the recovery. */
  lost(): Fault | null;
  /** Whether an office is set up in this folder, and whether it is a practice office. */
  office(): 'none' | 'practice' | 'real';
  /** One proven backup into a folder. */
  backup(place: string): Promise<MadeBackup | BackupFault | Fault<'sign-in-required'>>;
  /** Joins a centre, or exchanges with it, as somebody asks for it by hand; `client` is who that is, where the register is sealed. */
  readonly centre: CentreByCommand;
  /** The same of the city that a centre tells its figures. */
  readonly city: CityByCommand;
  /** Looks after the desk while a window is open: a backup each hour, a look at the whole register each day. `close` ends it. */
  keep(): void;
  /** Does beforehand what the first reception would wait for; `keep` sees to it a moment after a window was opened. */
  warm(): Promise<void>;
  /** What `keep` does each minute. */
  tend(): Promise<void>;
  /** @param lastly a backup before the file is closed, where something happened since the last one */
  close(lastly?: 'with-backup'): Promise<void>;
};

export type { DeskFault };

/** Opens the desk over its folder, or says why it cannot: the shell shows that and deletes nothing. A sealed one opens with the first sign-in. */
export function createDesk(ports: Ports): Desk | DeskFault {
  const refused = finishRestore(ports);
  if (refused !== null) return refused;
  // What was looked at when a process ended.
  endLook(ports.dataFolder);
  return deskOf(ports, null);
}

/** The same over a register that does not open, to read what can still be read of it. */
export function createLook(ports: Ports, why: Fault): Desk | DeskFault {
  return deskOf(ports, why);
}

function deskOf(ports: Ports, looksOnly: Fault | null): Desk | DeskFault {
  const catalogue = readCatalogue(path.join(ports.resourcesFolder, 'data'));
  if (isFault(catalogue)) return catalogue;
  const house = createHouse(ports, catalogue, looksOnly);
  const refused = house.begin();
  return refused ?? deskOver(house);
}

/** The register behind the desk as it comes and goes: none, plain and open, sealed and closed, sealed and open. */
type House = ReturnType<typeof createHouse>;

function createHouse(ports: Ports, catalogue: Catalogue, looksOnly: Fault | null) {
  let open: DeskContext | null = null;
  let closed: ClosedDesk | null = null;
  let lost: Fault | null = null;
  let shownClock: { readonly now: number | null; readonly then: 'stands' | 'runs' } | undefined;

  const inTurn = oneByOne();

  const opening = (vault: Vault | null): Opening => ({ ports, catalogue, vault, looksOnly, setUpSealed, reseal });
  const openThis = looksOnly === null ? openRegister : openLook;
  /** While the register is exchanged whoever asks waits. */
  let moving: Promise<void> | undefined;

  /** The first 16 bytes of the register decide: a plain one is opened now, whatever keys lie beside it. */
  function begin(): DeskFault | null {
    const file = path.join(ports.dataFolder, storeFileName);
    let head: ReturnType<typeof headOf>;
    try {
      head = readHead(file);
    } catch (error) {
      // It is there and its first bytes cannot be had: the disk's fault, and not the register's.
      if (existsSync(file) && hasKeys(ports.dataFolder)) return openFault(error, ports.dataFolder, file);
    }
    const sealed = head === undefined ? hasKeys(ports.dataFolder) : head !== 'plain' && hasKeys(ports.dataFolder);
    if (!sealed) {
      const context = openThis(opening(null));
      if (isFault(context))
        return areKeysMissing(ports, head) ? fault('keys-missing', { path: ports.dataFolder }) : context;
      open = context;
      return null;
    }
    // Keys are written last but one: a register of which they are left was there.
    if (head === undefined) return missingFile(ports.dataFolder) ?? fault('store-damaged', { reason: 'no head' });
    const keys = readKeys(ports.dataFolder, head as Buffer);
    if (isFault(keys)) return keys;
    closed = closedDesk({ blank: openBlank(opening(null)), keys, now: () => shownClock?.now ?? ports.clock.now() });
    return null;
  }

  async function setUpSealed<T>(
    outer: DeskContext,
    recovery: Uint8Array,
    fill: (sealed: DeskContext) => Promise<T>,
  ): Promise<T | SealingFault> {
    return outer.inTurn('set up', async (): Promise<T | SealingFault> => {
      // Asked again: while it waited another window may have set the office up.
      if (open !== outer || outer.findOffice() !== undefined) return fault('already-set-up', {});
      const wrong = await primitiveFaults();
      if (wrong.length > 0) return fault('store-unusable', { path: ports.dataFolder, reason: wrong.join(', ') });
      const folder = path.join(ports.dataFolder, sealingFolder);
      rmSync(folder, { recursive: true, force: true });
      const vault = newVault(ports.dataFolder);
      const { machineFolder: _elsewhere, ...beside } = ports;
      const inner = openRegister({ ...opening(vault), ports: { ...beside, dataFolder: folder } });
      if (isFault(inner)) return inner;
      let filled: T;
      try {
        filled = await fill(inner);
        const unwritten = isFault(filled) ? null : giveRecoveryKey(inner, recovery, null);
        if (unwritten !== null) return unwritten;
        if (!isFault(filled)) vault.settle(closedOffice(inner));
      } finally {
        await closeRegister(inner);
      }
      if (!isFault(filled)) await place(outer, folder, vault);
      rmSync(folder, { recursive: true, force: true });
      return filled;
    });
  }

  /** The keys are on disk, and the register stands ready beside the empty one. */
  async function place(outer: DeskContext, folder: string, vault: Vault): Promise<void> {
    foldLog(path.join(folder, storeFileName), vault.fileKey);
    syncFile(path.join(folder, storeFileName));
    await closeRegister(outer);
    renameSync(path.join(folder, storeFileName), path.join(ports.dataFolder, storeFileName));
    syncFolder(ports.dataFolder);
    const context = openRegister(opening(vault));
    if (isFault(context)) lost = context;
    else open = context;
  }

  function reseal(
    outer: DeskContext,
    vault: Vault,
    write: (store: Store) => Fault | null,
  ): Promise<DeskContext | Fault> {
    return outer.inTurn('set up', () =>
      outer.inTurn('backup', async () => {
        if (open !== outer) return fault('sign-in-required', {});
        let moved = (): void => undefined;
        moving = new Promise((resolve) => (moved = resolve));
        const [practice, now] = [outer.practice(), outer.now()];
        try {
          await closeRegister(outer);
          open = null;
          const keys = vault.textFor(null);
          const { dataFolder: folder, random } = ports;
          const from = outer.vault?.fileKey ?? null;
          const to = vault.fileKey;
          const refused = await resealStore({
            folder,
            from,
            to,
            keys,
            now,
            random: (size) => random.bytes(size),
            practice,
            write,
          });
          return reopen(outer.vault, vault) ?? refused ?? open ?? fault('sign-in-required', {});
        } catch (error) {
          ports.log.write('reseal-broke', {
            error: toldInFull(error),
          });
          return (
            reopen(outer.vault, vault) ?? fault('store-unusable', { path: ports.dataFolder, reason: String(error) })
          );
        } finally {
          moving = undefined;
          moved();
        }
      }),
    );
  }

  /** At a computer that holds no office: the register of a backup is this folder's from here on. Whatever is refused leaves it as it was. */
  async function restoreFirst(outer: DeskContext, asked: RestoreInput): Promise<CallResult> {
    return outer.inTurn('set up', async (): Promise<CallResult> => {
      if (open !== outer || outer.findOffice() !== undefined) return refused(fault('recovery-not-needed', {}));
      let moved = (): void => undefined;
      moving = new Promise((resolve) => (moved = resolve));
      try {
        await closeRegister(outer);
        open = null;
        const restored = await restoreAsked(ports, asked, true);
        const trouble = begin();
        if (trouble !== null) lost = trouble;
        if (isFault(restored)) return refused(restored);
        return trouble === null ? { ok: true, value: restored } : refused(trouble);
      } finally {
        moving = undefined;
        moved();
      }
    });
  }

  /** Whichever of the two keys the register has now. */
  function reopen(before: Vault | null, after: Vault): DeskFault | null {
    const refused = finishRestore(ports);
    if (refused !== null) return (lost = refused);
    const head = headOf(path.join(ports.dataFolder, storeFileName));
    const isNew = Buffer.isBuffer(head) && head.equals(after.fileKey.salt);
    const context = openRegister(opening(isNew ? after : before));
    if (isFault(context)) {
      lost = context;
      return context;
    }
    open = context;
    (isNew ? before : after)?.close();
    if (isNew) holdKeys(context, after);
    return null;
  }

  /** The first sign-in since the start, or the key on paper: keys, file, checks, and only then who it is that signed in. What does not end in a session ends closed. */
  async function unlockBy(name: Opener, input: unknown, client: Client, door: ClosedDesk): Promise<CallResult> {
    const wrong = await primitiveFaults();
    if (wrong.length > 0) return refused(fault('store-unusable', { path: ports.dataFolder, reason: wrong.join(', ') }));
    const vault = await door.unlock(name, input);
    if (isFault(vault)) return refused(vault);
    // While the password was looked at another window may have opened the office.
    if (open !== null) {
      vault.close();
      return dispatch(open, name, input, client);
    }
    const context = openThis(opening(vault));
    if (isFault(context)) {
      vault.close();
      if (context.fault !== 'store-locked') lost = context;
      return refused(context);
    }
    if (shownClock !== undefined) context.clock.set(shownClock.now, shownClock.then);
    if (looksOnly === null) countWhileClosed(context, door.takeTries());
    const answer = await dispatch(context, name, input, client);
    if (!answer.ok) {
      await closeRegister(context);
      vault.close();
      return answer;
    }
    open = context;
    closed = null;
    if (looksOnly === null) holdKeys(context, vault);
    return answer;
  }

  /** The key file is what the register says, and what it cannot vouch for is told. */
  function holdKeys(context: DeskContext, vault: Vault): void {
    try {
      if (!vault.isVouchedFor) ports.log.write('keys-file-changed');
      settleKeys(context);
      vault.settle(closedOffice(context));
    } catch (error) {
      // The file opens as it is; the next opening tries again.
      ports.log.write('keys-not-written', { error: String(error) });
    }
  }

  async function call(name: string, input: unknown, client: Client): Promise<CallResult> {
    await moving;
    if (name === 'recovery.leave' && looksOnly !== null) {
      lost = looksOnly;
      return { ok: true, value: { done: true } };
    }
    if (open !== null && name === 'recovery.restore' && looksOnly === null && open.findOffice() === undefined) {
      const parsed = parseInput(name, input);
      if (isFault(parsed)) return refused(parsed);
      const asked = parsed.value as RestoreInput;
      const restored = await restoreFirst(open, asked);
      // Who stood for it by their password works on; whose phone is asked for a code signs in as ever.
      if (restored.ok && asked.username !== undefined && asked.password !== undefined)
        await call('account.signIn', { username: asked.username, password: asked.password }, client);
      return restored;
    }
    if (open !== null) return dispatch(open, name, input, client);
    if (closed === null) return refused(lost ?? fault('sign-in-required', {}));
    const door = closed;
    if (isOpener(name))
      return inTurn(() => (open === null ? unlockBy(name, input, client, door) : dispatch(open, name, input, client)));
    return door.answer(name, input, client);
  }

  return {
    begin,
    context: () => open,
    call,
    isPractice: () => open?.practice() ?? closed?.practice ?? false,
    showClock(now: number | null, then: 'stands' | 'runs'): void {
      if (open === null) shownClock = { now, then };
      else open.clock.set(now, then);
    },
    lost: () => lost ?? open?.lost() ?? null,
    async close(): Promise<void> {
      const last = open;
      if (last === null) return;
      await closeRegister(last);
      last.vault?.close();
    },
  };
}

/** Where a register is set up before it is in its place. */
const sealingFolder = 'sealing';

function deskOver(house: House): Desk {
  let keeping: NodeJS.Timeout | undefined;
  let warming: NodeJS.Timeout | undefined;
  const tendOpen = async (when?: 'closing'): Promise<void> => {
    const desk = house.context();
    if (desk === null || desk.looksOnly !== null) return;
    // A sealed office is opened by its first sign-in; from then on it is connected.
    if (keeping !== undefined && when === undefined) keepTelling(desk);
    await tend(desk, when);
  };
  return {
    call: house.call,
    router: routerOf(house.call),
    calls: describeCalls,
    verify: () => {
      const desk = house.context();
      if (desk === null) throw new Error('a closed office cannot be looked at');
      const checks = verifyStore(desk.store.db).map((check) => ({ ...check, ok: check.found.length === 0 }));
      return { ok: checks.every(({ ok }) => ok), checks };
    },
    setClock: (now, then = 'stands') => {
      if (now !== null && !house.isPractice()) return fault('practice-only', {});
      house.showClock(now, then);
      return null;
    },
    office: () =>
      house.context()?.findOffice() === undefined && house.context() !== null
        ? 'none'
        : house.isPractice()
          ? 'practice'
          : 'real',
    owes: (client) => owesBy(house.context(), client),
    isClosed: () => house.context() === null,
    lost: house.lost,
    backup: async (place) => (await house.context()?.backups.make('asked', place)) ?? fault('sign-in-required', {}),
    centre: centreByCommand(house.context),
    city: cityByCommand(house.context),
    keep: () => {
      const desk = house.context();
      if (desk !== null) keepTelling(desk);
      keeping ??= setInterval(() => void tendOpen(), tendEvery).unref();
      warming ??= setTimeout(() => void warmUp(house.context()), warmAfter).unref();
    },
    warm: () => warmUp(house.context()),
    tend: () => tendOpen(),
    close: async (lastly) => {
      clearInterval(keeping);
      clearTimeout(warming);
      const desk = house.context();
      await desk?.printQueue.close();
      await desk?.checker.close();
      if (desk !== null) await endTelling(desk);
      if (lastly === 'with-backup') await tendOpen('closing');
      await house.close();
    },
  };
}
