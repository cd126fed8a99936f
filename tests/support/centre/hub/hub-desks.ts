import { afterEach } from 'vitest';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import type { Synced } from '../../../../electron/contract/centre/hub/hub.ts';
import type { Role } from '../../../../electron/contract/common/office/office.ts';
import { type CallResult, dispatch } from '../../../../electron/desk/calls/dispatch.ts';
import { newClient } from '../../../../electron/desk/core/session/client.ts';
import type { DeskContext } from '../../../../electron/desk/core/context.ts';
import type { HubWay } from '../../../../electron/desk/core/ports.ts';
import { joinCentre } from '../../../../electron/desk/centre/hub/join.ts';
import { endConnected } from '../../../../electron/desk/centre/hub/keeper.ts';
import { syncOnce } from '../../../../electron/desk/centre/hub/service.ts';
import { stateOf } from '../../../../electron/desk/centre/hub/state.ts';
import { readCode, writeCode } from '../../../../electron/exchange/hub/code.ts';
import { HubFault, type HubLink } from '../../../../electron/exchange/hub/link.ts';
import { enrolKeyOf } from '../../../../electron/exchange/hub/seal.ts';
import type { Twin } from './twin.ts';
import { uuidText, uuidV7 } from '../../../../electron/store/file/rows/codecs.ts';
import { seeded } from '../../data/seeded.ts';
import { newFolder } from '../../desk/folder.ts';
import { openContextOver } from '../../desk/test-context.ts';
import { fakePrinter, monday, openTestDesk, password, portsOf, reception } from '../../desk/test-desk.ts';

/** A desk with a folder of its own that may be closed, copied and opened again, and its way to a hub. */
export type HubDesk = {
  readonly name: string;
  folder: string;
  context: DeskContext;
  readonly clock: { at: number; ran?: () => number; boot?: () => string };
  readonly log: { event: string; data: unknown }[];
  call(who: Role, name: string, input?: unknown): Promise<CallResult>;
  get(who: Role, name: string, input?: unknown): Promise<any>;
  /** Without a goodbye to the hub: as a process that was killed. */
  close(): Promise<void>;
  /** The same desk over its folder, or over another. */
  open(folder?: string): void;
};

let template: Promise<string> | undefined;

async function makeTemplate(): Promise<string> {
  const made = openTestDesk({ at: monday - 7_200_000 });
  await made.get('office.openPractice', { cases: 0, seed: 1, password });
  await made.desk.close();
  return made.folder;
}

export async function practiceFolder(): Promise<string> {
  template ??= makeTemplate();
  const folder = newFolder();
  cpSync(path.join(await template, 'desk.sqlite'), path.join(folder, 'desk.sqlite'));
  return folder;
}

/** A code for a desk of the twin, as `hub enrol` prints one. */
export function codeFor(twin: Twin, desk: string, seed: number, centre = '27112'): string {
  const draw = seeded(seed);
  const enrolPrivate = Buffer.from(Uint8Array.from({ length: 32 }, () => draw(256)));
  const enrolled = twin.enrol({ code: desk, enrolKey: enrolKeyOf(enrolPrivate) });
  if (enrolled.is !== 'enrolled') throw new Error(`${desk} is not enrolled: ${enrolled.is}`);
  const { no } = enrolled.desk;
  const place = {
    addresses: ['twin:5432'],
    fingerprint: 'ab'.repeat(32),
    database: 'centre',
    role: `desk_${no}`,
    secret: `word-${no}-${seed}`,
  };
  return writeCode({ centre, desk, no, place, enrolPrivate });
}

/** The way to a twin; `around` may break each link. */
export function twinWay(twin: Twin, around: (link: HubLink, no: number) => HubLink = (link) => link): HubWay {
  let words = 0;
  /** A role has one word: who was brought back from before it came with this one is let in no more. */
  const wordOf = new Map<string, string>();
  /** Codes that somebody came with; whoever has one as well is told so by the hub itself. */
  const spent = new Set<string>();
  const strangers = new Set<string>();
  return {
    readCode: async (text) => readCode(text),
    newSecret: async () => `secret-${(words += 1)}`,
    spendCode: async ({ role, secret: code }, secret) => {
      if (spent.has(code)) strangers.add(secret);
      else wordOf.set(role, secret);
      spent.add(code);
    },
    openLink: async ({ role, secret }) => {
      // The word of a code opens until somebody came with it.
      const isUnspent = secret.startsWith('word-') && !spent.has(secret) && !wordOf.has(role);
      if (wordOf.get(role) !== secret && !strangers.has(secret) && !isUnspent) throw new HubFault('hub-refused');
      const no = Number(role.slice(5));
      return around(twin.link(no), no);
    },
  };
}

export function openHubDesk(name: string, folder: string, seed: number, way: HubWay): HubDesk {
  const clock: HubDesk['clock'] = { at: monday };
  const log: HubDesk['log'] = [];
  const draw = seeded(seed);
  const bytes = (size: number) => Uint8Array.from({ length: size }, () => draw(256));
  const open = (at: string) => {
    const ports = portsOf(at, clock, fakePrinter(), log);
    return openContextOver({
      ...ports,
      hub: way,
      random: { bytes, uuid: () => uuidText(uuidV7(clock.at, bytes(10))) },
    });
  };
  let opened = open(folder);
  const call: HubDesk['call'] = (who, call_, input = {}) => {
    const client = newClient();
    const accountId = ['clerk', 'officer', 'supervisor', 'admin'].indexOf(who) + 1;
    client.session = { accountId, username: who, fullName: who, role: who, lastUsedAt: clock.at };
    return dispatch(desk.context, call_, input, client);
  };
  const desk: HubDesk = {
    name,
    folder,
    context: opened.desk,
    clock,
    log,
    call,
    get: async (who, call_, input) => {
      const answer = await call(who, call_, input);
      if (!answer.ok)
        throw new Error(`${name} ${call_}: ${JSON.stringify(answer.fault)} ${JSON.stringify(log.at(-1))}`);
      return answer.value;
    },
    close: () => opened.close(),
    open: (at) => {
      desk.folder = at ?? desk.folder;
      opened = open(desk.folder);
      desk.context = opened.desk;
    },
  };
  return desk;
}

export async function joined(desk: HubDesk, code: string) {
  // Whatever it is just now: in so many words.
  const done = await joinCentre(desk.context, code, readCode(code)?.desk);
  if (isFault(done)) throw new Error(`${desk.name} does not join: ${JSON.stringify(done)}`);
  return done;
}

export async function synced(desk: HubDesk): Promise<Synced> {
  const done = await syncOnce(desk.context);
  if (isFault(done)) throw new Error(`${desk.name} does not exchange: ${JSON.stringify(done)}`);
  return done;
}

/** The same, and its supervisor lets in whoever waits, by the digits that stand on the other's screen. */
export async function letIn(desk: HubDesk): Promise<void> {
  await synced(desk);
  for (const { no, state, isThis, digits } of stateOf(desk.context)?.desks ?? [])
    if (state === 'waiting' && !isThis) await desk.get('supervisor', 'hub.approve', { no, digits });
}

/** What a test opens of desks, closed when it ends. */
export function closedAfterwards(): HubDesk[] {
  const open: HubDesk[] = [];
  afterEach(async () => {
    for (const desk of open.splice(0)) {
      await endConnected(desk.context);
      await desk.close();
    }
  });
  return open;
}

/** A counter of a practice office, among those that are closed afterwards. */
export async function practice(open: HubDesk[], name: string, way: HubWay): Promise<HubDesk> {
  const desk = openHubDesk(name, await practiceFolder(), open.length + 1, way);
  open.push(desk);
  return desk;
}

/** A reception with an id of its own. */
export function received(desk: HubDesk, of: number): Promise<any> {
  const requestId = `0193f6b0-0000-7000-8000-${String(of).padStart(12, '0')}`;
  return desk.get('clerk', 'case.receive', reception({ requestId }));
}

/** Why an exchange was none; null where it was one. */
export async function syncFault(desk: HubDesk): Promise<string | null> {
  const done = await syncOnce(desk.context);
  return isFault(done) ? done.fault : null;
}
