import path from 'node:path';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { enrolCentre, initCity } from '../../../../electron/exchange/city/owner.ts';
import { readCityCode, writeCityCode } from '../../../../electron/exchange/city/code.ts';
import { type HubBox, startBox } from '../../../../electron/exchange/hub/box/box.ts';
import { newFolder } from '../../desk/folder.ts';

/** The database of a city on this machine, in a folder that goes with the run. */
export async function startCity(folder = newFolder()): Promise<HubBox> {
  const box = await startBox({ folder, env: process.env });
  await initCity(box.owner);
  return box;
}

export async function codeOf(box: HubBox, centre: string, again = false): Promise<string> {
  const { code } = await enrolCentre(box.owner, { centre, again });
  const read = readCityCode(code);
  if (read === undefined) throw new Error('the code is not read');
  // By this machine's own address: what others it has may be closed by its firewall.
  return writeCityCode({ ...read, place: { ...read.place, addresses: [`127.0.0.1:${box.port}`] } });
}

/** Each file under a folder, by its name there, with its bytes. */
export function* filesUnder(folder: string): Generator<readonly [name: string, bytes: Buffer]> {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name);
    if (statSync(file, { throwIfNoEntry: false })?.isFile() === true) yield [name, readFileSync(file)];
  }
}
