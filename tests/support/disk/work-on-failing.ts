import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { newClient } from '../../../electron/desk/core/session/client.ts';
import { restoreDesk, restoreInPlace } from '../../../electron/desk/safety/backup/restore-desk.ts';
import { type Desk, createDesk } from '../../../electron/desk/desk.ts';
import { listBackups } from '../../../electron/store/safety/backup/manifest.ts';
import { fakePrinter, monday, password, portsOf, reception } from '../desk/test-desk.ts';
import { type Failure, failingDisk } from './failing-disk.ts';

/**
 * Does one act of an office again and again, each time with another call to the disk failing: the first write, the second, and so on until the act
 * needs no more of them; the same for syncs, openings and renames. Prints what was answered each time. Run in a process of its own by
 * disk-failing.test.ts, on a copy of the office in `made`, in the folder `below` of which alone anything fails.
 */
const [act = '', made = '', below = '', step = '1'] = process.argv.slice(2);
const every = Number(step);
/** What is long is tried at fewer places unless all are asked for. */
const singly = every > 20 ? 3 : 6;
const disk = failingDisk(below);
const office = path.join(below, 'office');
const place = path.join(below, 'stick');
const clock = { at: monday };
const log: { event: string; data: unknown }[] = [];
let numbers: string[] = [];

const ports = () => portsOf(office, clock, fakePrinter(), log);

/** What each trial begins with, made once: the office, and what the act needs besides. */
const prepared = `${below}-prepared`;

async function prepare({ ready }: Act): Promise<void> {
  rmSync(below, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  cpSync(made, office, { recursive: true });
  await ready?.();
  rmSync(prepared, { recursive: true, force: true });
  renameSync(below, prepared);
}

function fresh(): void {
  rmSync(below, { recursive: true, force: true });
  cpSync(prepared, below, { recursive: true });
}

type Said = { readonly code: string; readonly message?: string };

function faultIn(value: object): Said {
  return 'fault' in value ? { code: String(value.fault) } : { code: 'ok' };
}

async function ask(desk: Desk, name: string, input: unknown, username = 'clerk'): Promise<Said & { value?: any }> {
  const client = newClient();
  const accountId = ['clerk', 'officer', 'supervisor', 'admin'].indexOf(username) + 1;
  client.session = { accountId, username, fullName: username, role: username as 'clerk', lastUsedAt: clock.at };
  const answer = await desk.call(name, input, client);
  return answer.ok ? { code: 'ok', value: answer.value } : { code: answer.fault.code, message: answer.fault.message };
}

function opened(): Desk {
  const desk = createDesk(ports());
  if ('fault' in desk) throw new Error(`does not open: ${JSON.stringify(desk)}`);
  return desk;
}

async function openedFor(username: string): Promise<Desk> {
  const desk = opened();
  if (!desk.isClosed()) return desk;
  const answer = await desk.call('account.signIn', { username, password }, newClient());
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  return desk;
}

async function receive(desk: Desk): Promise<Said> {
  const got = await ask(desk, 'case.receive', reception());
  if (got.code === 'ok') numbers.push(got.value.number.local);
  return got;
}

/** What is so after each trial, once the disk is well: the office opens, all of it holds, all that was acknowledged is there, and the next case follows. */
async function whole(desk: Desk): Promise<void> {
  const next = await receive(desk);
  if (next.code !== 'ok') throw new Error(`afterwards: ${next.code}`);
  if (new Set(numbers).size !== numbers.length) throw new Error(`a number twice: ${numbers.join(' ')}`);
  for (const number of numbers) {
    const { value } = await ask(desk, 'case.search', { text: number });
    if (value?.hits.length !== 1) throw new Error(`${number} is not there`);
  }
  const { checks } = desk.verify();
  const found = checks.flatMap((check) => check.found);
  if (found.length > 0) throw new Error(found.join('; '));
}

type Act = {
  readonly ready?: () => Promise<void>;
  /** What is there before the disk fails; answers what is then done while it does, and what is looked at afterwards. */
  readonly begin: () => Promise<{ readonly run: () => Promise<Said>; readonly after: (said: Said) => Promise<void> }>;
};

async function over(desk: Desk, run: () => Promise<Said>) {
  return {
    run,
    after: async () => {
      const next = await receive(desk);
      if (next.code !== 'ok') throw new Error(`afterwards: ${next.code}`);
      await desk.close();
      const again = await openedFor('clerk');
      await whole(again);
      await again.close();
    },
  };
}

/** A case, its backup, and another case after it. */
async function withBackup(): Promise<void> {
  const desk = await openedFor('clerk');
  await receive(desk);
  const backup = await desk.backup(place);
  if ('fault' in backup) throw new Error(backup.fault);
  await receive(desk);
  await desk.close();
}

const newest = () => listBackups(place)[0]?.folder ?? '';

const acts: Readonly<Record<string, Act>> = {
  receive: {
    begin: async () => {
      const desk = await openedFor('clerk');
      return over(desk, () => receive(desk));
    },
  },
  draft: {
    begin: async () => {
      const desk = await openedFor('clerk');
      const body = { filler: 'Đơn đề nghị '.repeat(2000) };
      return over(desk, () => ask(desk, 'draft.save', { draftId: crypto.randomUUID(), label: 'nháp', body }));
    },
  },
  open: {
    begin: async () => {
      let desk: Desk | undefined;
      return {
        run: async () => {
          const found = createDesk(ports());
          if ('fault' in found) return { code: found.fault };
          desk = found;
          return { code: 'ok' };
        },
        after: async () => {
          await desk?.close();
          const again = await openedFor('clerk');
          await whole(again);
          await again.close();
        },
      };
    },
  },
  backup: {
    begin: async () => {
      const desk = await openedFor('clerk');
      return over(desk, async () => faultIn(await desk.backup(place)));
    },
  },
  restore: {
    ready: async () => {
      await withBackup();
      rmSync(office, { recursive: true });
      // What came after the backup is gone with the computer.
      numbers.pop();
    },
    begin: async () => {
      const run = async () => faultIn(await restoreDesk(ports(), newest()));
      return {
        run,
        after: async (said) => {
          if (said.code !== 'ok' && !existsSync(path.join(office, 'desk.sqlite'))) {
            const again = await run();
            if (again.code !== 'ok') throw new Error(`restored again: ${again.code}`);
          }
          const desk = await openedFor('clerk');
          await whole(desk);
          await desk.close();
        },
      };
    },
  },
  restoreOver: {
    ready: withBackup,
    begin: async () => {
      return {
        run: async () => faultIn(await restoreInPlace(ports(), newest())),
        after: async () => {
          const again = await openedFor('clerk');
          await whole(again);
          await again.close();
        },
      };
    },
  },
  password: {
    begin: async () => {
      const desk = await openedFor('clerk');
      const next = 'Quay-Mot-Cua-9';
      return {
        run: () => ask(desk, 'account.setPassword', { username: 'clerk', password: next, current: password }),
        after: async (said) => {
          await desk.close();
          const again = opened();
          const right = said.code === 'ok' ? next : password;
          const answer = await again.call('account.signIn', { username: 'clerk', password: right }, newClient());
          if (!answer.ok) throw new Error(`after ${said.code}: ${answer.fault.code}`);
          await whole(again);
          await again.close();
        },
      };
    },
  },
  turn: {
    begin: async () => {
      const desk = await openedFor('admin');
      return {
        run: () => ask(desk, 'keys.turn', { password, reason: 'có người nghỉ việc' }, 'admin'),
        after: async () => {
          await desk.close();
          const again = await openedFor('clerk');
          await whole(again);
          await again.close();
        },
      };
    },
  },
};

const failures: readonly Failure[] = [
  { kind: 'write', error: 'ENOSPC', stays: true },
  { kind: 'write', error: 'EIO', stays: false },
  { kind: 'write', error: 'EFBIG', stays: true },
  { kind: 'sync', error: 'EIO', stays: false },
  { kind: 'sync', error: 'ENOSPC', stays: true },
  { kind: 'open', error: 'EIO', stays: false },
  { kind: 'open', error: 'EROFS', stays: true },
  { kind: 'rename', error: 'EIO', stays: false },
  { kind: 'rename', error: 'ENOSPC', stays: true },
];

const trials: object[] = [];
const chosen = acts[act];
if (chosen === undefined) throw new Error(`no act ${act}`);
await prepare(chosen);
const acknowledged = [...numbers];
for (const failure of failures) {
  for (let at = 1; ; at += at < singly ? 1 : every) {
    fresh();
    numbers = [...acknowledged];
    log.length = 0;
    const { run, after } = await chosen.begin();
    disk.fail(failure, at);
    let said: Said;
    try {
      said = await run();
    } catch (error) {
      said = { code: 'threw', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
    const where = disk.mend();
    const trial = { ...failure, at, where, ...said, log: log.map(({ event, data }) => ({ event, data })) };
    let broken: string | null = null;
    try {
      await after(said);
    } catch (error) {
      broken = error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
    if (where === null) break;
    trials.push({ ...trial, broken });
  }
}
disk.end();
process.stdout.write(JSON.stringify(trials, (key, value: unknown) => (key === 'value' ? undefined : value)));
