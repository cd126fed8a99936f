import { cpSync } from 'node:fs';
import path from 'node:path';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import { dispatch, type CallResult } from '../../../../electron/desk/calls/dispatch.ts';
import { newClient } from '../../../../electron/desk/core/session/client.ts';
import type { DeskContext } from '../../../../electron/desk/core/context.ts';
import type { Role } from '../../../../electron/contract/common/office/office.ts';
import { type Commit, commitsAfter, headsHere } from '../../../../electron/store/centre/exchange/commits.ts';
import type { TakenCommits } from '../../../../electron/store/centre/exchange/apply.ts';
import { uuidText, uuidV7 } from '../../../../electron/store/file/rows/codecs.ts';
import { seeded } from '../../data/seeded.ts';
import { newFolder } from '../../desk/folder.ts';
import { openContextOver } from '../../desk/test-context.ts';
import { fakePrinter, monday, openTestDesk, password, portsOf } from '../../desk/test-desk.ts';

/** A desk of one centre among several: its own file, its own code and block of numbers, its own clock. */
export type DeskApart = {
  readonly name: string;
  readonly context: DeskContext;
  readonly clock: { at: number };
  readonly log: { event: string; data: unknown }[];
  call(who: Role, name: string, input?: unknown): Promise<CallResult>;
  end(): Promise<void>;
};

const names = ['Q1', 'Q2', 'Q3'] as const;

/** The files of three desks before anything happened, made once: passwords take their time. */
let templates: Promise<readonly string[]> | undefined;

async function makeTemplates(): Promise<readonly string[]> {
  const folders: string[] = [];
  for (const [index, name] of names.entries()) {
    const at = openTestDesk({ at: monday - 7_200_000 + index });
    await at.get('office.openPractice', { cases: 0, seed: index + 1, password });
    at.sit('admin');
    const settings = await at.get('office.settings');
    const desk = {
      code: name,
      name: `Quầy ${index + 1}`,
      blocks: [{ first: index * 1000 + 1, last: index * 1000 + 999 }],
    };
    await at.get('office.changeSettings', {
      settings: { ...settings, desk, otherDesks: [] },
      reason: 'một trong ba quầy',
    });
    await at.desk.close();
    folders.push(at.folder);
  }
  return folders;
}

/** Three desks that know nothing of each other yet; all that is random in them comes from the seed. */
export async function openThreeApart(seed: number): Promise<readonly [DeskApart, DeskApart, DeskApart]> {
  templates ??= makeTemplates();
  const folders = await templates;
  return names.map((name, index) => openApart(name, folders[index] ?? '', seed * 10 + index)) as unknown as [
    DeskApart,
    DeskApart,
    DeskApart,
  ];
}

function openApart(name: string, template: string, seed: number): DeskApart {
  const folder = newFolder();
  cpSync(path.join(template, 'desk.sqlite'), path.join(folder, 'desk.sqlite'));
  return openOver(name, folder, seed);
}

/** A desk over a folder in which somebody worked already. */
export function openOver(name: string, folder: string, seed: number): DeskApart {
  const clock = { at: monday };
  const log: DeskApart['log'] = [];
  const draw = seeded(seed);
  const bytes = (size: number) => Uint8Array.from({ length: size }, () => draw(256));
  const ports = portsOf(folder, clock, fakePrinter(), log);
  const random = { bytes, uuid: () => uuidText(uuidV7(clock.at, bytes(10))) };
  const { desk: context, close } = openContextOver({ ...ports, random });
  return {
    name,
    context,
    clock,
    log,
    call: (who, call, input = {}) => {
      const client = newClient();
      const accountId = ['clerk', 'officer', 'supervisor', 'admin'].indexOf(who) + 1;
      client.session = { accountId, username: who, fullName: who, role: who, lastUsedAt: clock.at };
      return dispatch(context, call, input, client);
    },
    end: close,
  };
}

/** What one desk has and another lacks. */
export function lacking(from: DeskApart, to: DeskApart): readonly Commit[] {
  return commitsAfter(from.context.store.db, headsHere(to.context.store.db));
}

export function take(to: DeskApart, commits: readonly Commit[]): TakenCommits {
  const arrived = to.context.store.apply(commits);
  if (isFault(arrived)) throw new Error(arrived.fault);
  return arrived;
}

/** Everybody has everything. */
export function exchangeAll(desks: readonly DeskApart[]): void {
  for (const _round of desks)
    for (const to of desks) for (const from of desks) if (from !== to) take(to, lacking(from, to));
}
