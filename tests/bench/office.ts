import { rmSync, statSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { type Client, newClient } from '../../electron/desk/core/session/client.ts';
import { type Desk, createDesk } from '../../electron/desk/desk.ts';
import type { HubWay } from '../../electron/desk/core/ports.ts';
import { HubFault } from '../../electron/exchange/hub/link.ts';
import { nodePorts } from '../../electron/shell/node-ports.ts';

export const root = path.resolve(import.meta.dirname, '../..');
// As the command line does.
enableCompileCache(path.join(root, 'node_modules/.cache/compile'));
export const password = 'Quay-Mot-Cua-1';

export type BenchOffice = {
  readonly desk: Desk;
  readonly client: Client;
  readonly folder: string;
  ask(name: string, input: unknown): Promise<any>;
};

/** Opens an office of the product as the shells do; `onDurable` is told the moment a case is on disk. Alone: it never finds its centre's hub. */
export async function openOffice(
  folder: string,
  onDurable: () => void = () => undefined,
  alone = false,
): Promise<BenchOffice> {
  const log = { write: () => undefined };
  const ports = nodePorts({
    dataFolder: folder,
    resourcesFolder: path.join(root, 'resources'),
    version: 'bench',
    opener: 'bench',
    log,
  });
  const desk = createDesk({ ...ports, onDurable, ...(alone ? { hub: noWay } : {}) });
  if ('fault' in desk) throw new Error(desk.fault);
  const client = newClient();
  async function ask(name: string, input: unknown): Promise<any> {
    const answer = await desk_.call(name, input, client);
    if (!answer.ok) throw new Error(`${name}: ${answer.fault.message}`);
    return answer.value;
  }
  const desk_: Desk = desk;
  if (desk.office() === 'practice') await ask('account.signIn', { username: 'clerk', password });
  return { desk, client, folder, ask };
}

const away = () => Promise.reject(new HubFault('hub-away'));
const noWay: HubWay = { readCode: away, newSecret: away, spendCode: away, openLink: away };

/** A practice office of so many cases, made anew; another seed makes other cases. The seconds it took. */
export async function makeOffice(folder: string, cases: number, sealed = false, seed = 1): Promise<number> {
  rmSync(folder, { recursive: true, force: true });
  const office = await openOffice(folder);
  const begun = performance.now();
  await office.ask('office.openPractice', { cases, seed, password, sealed });
  await office.desk.close();
  return (performance.now() - begun) / 1000;
}

/** Bytes of the office's file. */
export function fileSize(folder: string): number {
  return statSync(path.join(folder, 'desk.sqlite')).size;
}

/** A reception of an invented person; no two are alike. */
export function reception(index: number): Record<string, unknown> {
  const serial = String(index).padStart(6, '0');
  return {
    procedureCode: '1.004222',
    channel: 'direct',
    applicant: {
      kind: 'citizen',
      fullName: `Nguyễn Thị Thử ${['An', 'Bình', 'Cúc', 'Dung', 'Đào'][index % 5]}`,
      idNumber: `079190${serial}`,
      dateOfBirth: '1990-03-04',
      sex: 'female',
      address: `${index} đường số 7, Phường Cát Lái`,
      phone: `0900${serial}`,
    },
    components: [{ index: 0, originals: 1, copies: 0 }],
    quantity: 1,
    resultDelivery: { kind: 'desk' },
    print: false,
    requestId: crypto.randomUUID(),
  };
}
