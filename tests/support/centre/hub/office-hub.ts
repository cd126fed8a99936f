import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findBinaries } from '../../../../electron/exchange/hub/box/binaries.ts';
import { type HubBox, startBox } from '../../../../electron/exchange/hub/box/box.ts';
import { type EnrolmentCode, type HubPlace, readCode } from '../../../../electron/exchange/hub/code.ts';
import type { HubLink } from '../../../../electron/exchange/hub/link.ts';
import { enrol, init } from '../../../../electron/exchange/hub/owner.ts';
import { openLink } from '../../../../electron/exchange/hub/postgres.ts';
import { publicKeyOf, uuidOf } from './rows.ts';

/** A real hub for tests, in a folder that goes with the run. */

export const centre = '27112';

export function newFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'hub-'));
}

/** A PostgreSQL that the product takes is on this machine; where none is, the tests that need one are skipped by their names. */
export const hasPostgres = findBinaries(process.env, path.join(newFolder(), 'lib')).some(({ major }) => major >= 15);

/** `init` leaves the database as a hub of the centre. */
export async function startHub(folder = newFolder(), port?: number): Promise<HubBox> {
  const box = await startBox({ folder, env: process.env, ...(port === undefined ? {} : { port }) });
  await init(box.owner, centre);
  return box;
}

export async function enrolled(box: HubBox, desk: string): Promise<EnrolmentCode> {
  const code = readCode((await enrol(box.owner, { centre, desk })).code);
  if (code === undefined) throw new Error('the code is not read');
  // By this machine's own address: what others it has may be closed by its firewall.
  return { ...code, place: { ...code.place, addresses: [`127.0.0.1:${box.port}`] } };
}

/** A connection as another process would open it. */
export function openAnew(place: HubPlace): Promise<HubLink> {
  return openLink(place, { process: randomUUID() });
}

export async function joined(box: HubBox, desk: string): Promise<{ no: number; place: HubPlace; link: HubLink }> {
  const { no, place } = await enrolled(box, desk);
  const link = await openAnew(place);
  await link.join({ uuid: uuidOf(no), publicKey: publicKeyOf(no), format: 1 });
  return { no, place, link };
}
