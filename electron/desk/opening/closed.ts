import path from 'node:path';
import { type Fault, fault, isFault } from '../../contract/base/fault.ts';
import type { Status } from '../../contract/common/office/office.ts';
import { toCivilTime } from '../../domain/base/civil-time.ts';
import { storeFileName } from '../../store/file/file-names.ts';
import { headOf } from '../../store/file/opening/sealed.ts';
import type { Keys } from '../../store/keys/keys-file.ts';
import { wasteSlotTime } from '../../store/keys/slots.ts';
import { type Vault, unlock, unlockByRecovery } from '../../store/keys/vault.ts';
import type { Client } from '../core/session/client.ts';
import type { DeskContext } from '../core/context.ts';
import { secretOf } from '../core/keys/account-keys.ts';
import { type CallResult, dispatch, parseInput, refused, withoutOffice } from '../calls/dispatch.ts';
import type { Tried } from '../common/office/people/check-password.ts';
import { type Failures, remainingWait, waitSeconds } from '../common/office/people/password.ts';

/** What opens a closed desk: a password, or the key on paper. */
export type Opener = 'account.signIn' | 'keys.recover';

export function isOpener(name: string): name is Opener {
  return name === 'account.signIn' || name === 'keys.recover';
}

/** What a sealed desk is before anybody has signed in since it started: it knows who may open it, and holds no key. */
export type ClosedDesk = {
  readonly practice: boolean;
  /** Answers what the shipped lists hold and what the key file says in the clear; everything else asks to sign in. */
  answer(name: string, input: unknown, client: Client): Promise<CallResult>;
  /** The office's keys, for the right password or the key on paper. One guess at a time; waiting doubles as on an open desk. */
  unlock(by: Opener, input: unknown): Promise<Vault | Fault>;
  /** Wrong passwords since the program started that were not told yet, by name; they are from then on. */
  takeTries(): readonly Tried[];
};

/** So many names are remembered at once. */
const mostTries = 1000;

type Given = {
  /** A desk over no office (open-register.ts). */
  readonly blank: DeskContext;
  readonly keys: Keys;
  readonly now: () => number;
};

export function closedDesk({ blank, keys, now }: Given): ClosedDesk {
  const { dataFolder, clock } = blank.ports;
  const tries = new Map<string, Failures>();
  /** How many of them the register has heard of. */
  const told = new Map<string, number>();
  const { practice } = keys.office;

  async function guess(username: string, password: string): Promise<Vault | Fault> {
    const at = Math.floor(clock.now() / 1000);
    const before = tries.get(username) ?? { failures: 0, lastFailureAt: null };
    const wait = remainingWait(before, at);
    if (wait > 0) return fault('sign-in-refused', { waitSeconds: wait });
    const salt = headOf(path.join(dataFolder, storeFileName));
    const isNamed = keys.accounts.some((one) => one.username === username);
    if (!isNamed) await wasteSlotTime(password, practice);
    const vault =
      isNamed && Buffer.isBuffer(salt) ? await unlock(dataFolder, keys, salt, username, password) : undefined;
    if (vault !== undefined) return vault;
    if (tries.size >= mostTries) {
      tries.clear();
      told.clear();
    }
    tries.set(username, { failures: before.failures + 1, lastFailureAt: at });
    return fault('sign-in-refused', { waitSeconds: waitSeconds(before.failures + 1) });
  }

  /** 128 bits are guessed by nobody, so nobody waits. */
  function recover(typed: string): Promise<Vault | Fault> {
    const secret = secretOf(typed);
    if (isFault(secret)) return Promise.resolve(secret);
    const salt = headOf(path.join(dataFolder, storeFileName));
    const vault = Buffer.isBuffer(salt) ? unlockByRecovery(dataFolder, keys, salt, secret) : undefined;
    return Promise.resolve(vault ?? fault('recovery-key-wrong', {}));
  }

  return {
    practice,
    takeTries() {
      const fresh = [...tries].map(([username, { failures, lastFailureAt }]) => {
        const times = failures - (told.get(username) ?? 0);
        told.set(username, failures);
        return { username, times, lastFailureAt };
      });
      return fresh.filter(({ times }) => times > 0);
    },
    unlock(by, input) {
      const parsed = parseInput(by, input);
      if (isFault(parsed)) return Promise.resolve(parsed);
      if (by === 'keys.recover')
        return blank.inTurn('unlock', () => recover((parsed.value as { recoveryKey: string }).recoveryKey));
      const { username, password } = parsed.value as { username: string; password: string };
      return blank.inTurn('unlock', () => guess(username, password));
    },
    async answer(name, input, client) {
      const parsed = parseInput(name, input);
      if (isFault(parsed)) return refused(parsed);
      client.session = null;
      if (name === 'system.status') return { ok: true, value: await statusOf(blank, keys, now()) };
      if (name === 'account.signOut') return { ok: true, value: { done: true } };
      if (name === 'office.setUp' || name === 'office.openPractice') return refused(fault('already-set-up', {}));
      // The shipped lists, this machine, and what is given.
      if (withoutOffice.has(name)) return dispatch(blank, name, input, client);
      return refused(fault(client.expired ? 'session-expired' : 'sign-in-required', {}));
    },
  };
}

async function statusOf(blank: DeskContext, { office }: Keys, now: number): Promise<Status> {
  const { unitName, centreName, deskName, deskCode, practice } = office;
  const { looksOnly } = blank;
  return {
    setUp: true,
    practice,
    unitName,
    centreName,
    deskName,
    deskCode,
    user: null,
    now: toCivilTime(now),
    clock: { state: 'good', lastEntryAt: null },
    printer: await blank.printQueue.printerState(''),
    receiptPrinter: null,
    sparePrinter: null,
    unsettledPrints: 0,
    printsMark: '',
    missingPapers: null,
    standsFor: [],
    requests: 0,
    corrections: 0,
    proposals: 0,
    outbox: { count: 0, oldestAt: null },
    centre: null,
    heard: 0,
    withoutReceipt: [],
    lastBackupAt: null,
    backupTrouble: false,
    runsOut: [],
    register: 'unchecked',
    sealing: 'sealed',
    passwords: 'unknown',
    lookOnly: looksOnly === null ? null : { code: looksOnly.fault, data: { ...looksOnly.data } },
    version: blank.ports.version,
  };
}
