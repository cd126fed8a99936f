import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Client, newClient } from '../../../electron/desk/core/session/client.ts';
import type { Ports, Printing } from '../../../electron/desk/core/ports.ts';
import { type Desk, createDesk } from '../../../electron/desk/desk.ts';
import type { SpoolOutcome } from '../../../electron/domain/common/printing/print-job.ts';
import { newFolder } from './folder.ts';

export const password = 'Quay-Mot-Cua-1';

/** The printer's rim: what was sent, and what the spooler will say of it. */
export type FakePrinter = Printing & {
  readonly sent: {
    readonly printer: string;
    readonly title: string;
    readonly size: string;
    readonly pdf: Uint8Array;
  }[];
  outcome: SpoolOutcome;
};

export function fakePrinter(): FakePrinter {
  const printer: FakePrinter = {
    sent: [],
    outcome: 'printed',
    list: async () => [{ name: 'laser', description: 'Laser', state: 'ready', reason: null, isDefault: true }],
    submit: async (order) => {
      if (order.printer !== 'laser') return { fault: 'printer-missing', data: { printer: order.printer } };
      printer.sent.push(order);
      return { spoolId: `laser-${printer.sent.length}` };
    },
    state: async () => ({ state: printer.outcome, reason: null }),
    cancel: async () => {
      if (printer.outcome === 'queued') printer.outcome = 'failed';
    },
  };
  return printer;
}

export type TestDesk = {
  readonly desk: Desk;
  readonly folder: string;
  readonly printer: FakePrinter;
  readonly log: { event: string; data: unknown }[];
  readonly client: Client;
  /** Milliseconds since 1970; tests move it by hand. */
  clock: { at: number };
  call(name: string, input?: unknown): Promise<any>;
  /** As `call`, but throws on a fault: for what must go well. */
  get(name: string, input?: unknown): Promise<any>;
  /** Sits somebody of the practice office down at once: the password's own tests are in account.test.ts. */
  sit(username: 'clerk' | 'officer' | 'supervisor' | 'admin'): void;
  /** Closes the desk and opens the same folder again. */
  reopen(): Promise<TestDesk>;
  end(): Promise<void>;
};

export const monday = Date.parse('2026-11-23T09:00:00+07:00');

/** A desk over a folder of its own, with a clock, a random and a printer that the test holds. */
export function openTestDesk(options: { folder?: string; at?: number; resources?: string } = {}): TestDesk {
  const folder = options.folder ?? newFolder();
  const clock = { at: options.at ?? monday };
  const log: TestDesk['log'] = [];
  const printer = fakePrinter();
  const ports = portsOf(folder, clock, printer, log);
  const desk = createDesk(options.resources === undefined ? ports : { ...ports, resourcesFolder: options.resources });
  if ('fault' in desk) throw new Error(`the desk does not open: ${desk.fault}`);
  const client = newClient();

  async function get(name: string, input: unknown = {}): Promise<any> {
    const result = await desk_.call(name, input, client);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.fault)}`);
    return result.value;
  }
  const desk_: Desk = desk;
  return {
    desk,
    folder,
    printer,
    log,
    client,
    clock,
    call: (name, input = {}) => desk.call(name, input, client),
    get,
    sit: (username) => {
      const accountId = ['clerk', 'officer', 'supervisor', 'admin'].indexOf(username) + 1;
      client.session = { accountId, username, fullName: username, role: username, lastUsedAt: clock.at };
    },
    reopen: async () => {
      await desk.close();
      return openTestDesk({ ...options, folder, at: clock.at });
    },
    end: async () => {
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function portsOf(
  folder: string,
  clock: { at: number; ran?: () => number; boot?: () => string },
  printing: Printing,
  log: TestDesk['log'],
): Ports {
  let random = 1;
  return {
    dataFolder: folder,
    resourcesFolder: path.resolve(import.meta.dirname, '../../../resources'),
    version: 'test',
    holder: 'a test',
    clock: {
      now: () => clock.at,
      ...(clock.ran === undefined ? {} : { ran: clock.ran }),
      ...(clock.boot === undefined ? {} : { boot: clock.boot }),
    },
    random: {
      uuid: () => crypto.randomUUID(),
      bytes: (size) => Uint8Array.from({ length: size }, () => (random = (random * 48_271) % 2_147_483_647) & 0xff),
    },
    printing,
    log: { write: (event, data) => void log.push({ event, data }) },
  };
}

/** A practice office without cases, made once: making one takes a password's third of a second. */
let template: Promise<string> | undefined;

async function makeTemplate(): Promise<string> {
  const made = openTestDesk({ at: monday - 3_600_000 });
  await made.get('office.openPractice', { cases: 0, seed: 1, password });
  await made.desk.close();
  return made.folder;
}

/** A practice office without cases, its clerk at the desk. */
export async function openPracticeDesk(options: { at?: number; resources?: string } = {}): Promise<TestDesk> {
  template ??= makeTemplate();
  const folder = newFolder();
  cpSync(path.join(await template, 'desk.sqlite'), path.join(folder, 'desk.sqlite'));
  const test = openTestDesk({ folder, ...options });
  test.sit('clerk');
  return test;
}

/** Moves the desk's clock to a civil time, and sits somebody down at it. */
export function clockAt(at: TestDesk, time: string, who: Parameters<TestDesk['sit']>[0] = 'clerk'): void {
  at.clock.at = Date.parse(`${time}+07:00`);
  at.sit(who);
}

/** Somebody was at the counter that day: a clock that leaps over more than a fortnight is asked about before anything is dated by it. */
export async function someoneCame(at: TestDesk, time: string): Promise<void> {
  clockAt(at, time);
  await at.get('account.signOut');
}

/** A birth registration of an invented person. */
export function reception(change: Record<string, unknown> = {}): Record<string, any> {
  return {
    procedureCode: '1.001193',
    channel: 'direct',
    applicant: {
      kind: 'citizen',
      fullName: 'NGUYỄN THỊ ĐẶNG ÁNH',
      idNumber: '079190001234',
      dateOfBirth: '1990-03-04',
      sex: 'female',
      address: '12 Lê Lợi, Phường Cát Lái',
      phone: '0901234567',
    },
    submitter: null,
    components: [{ index: 0, originals: 1, copies: 0 }],
    quantity: 1,
    resultDelivery: { kind: 'desk' },
    print: false,
    requestId: crypto.randomUUID(),
    ...change,
  };
}
