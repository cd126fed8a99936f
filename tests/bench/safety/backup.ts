import { rmSync } from 'node:fs';
import path from 'node:path';
import { isFault } from '../../../electron/contract/base/fault.ts';
import { restoreDesk } from '../../../electron/desk/safety/backup/restore-desk.ts';
import { nodePorts } from '../../../electron/shell/node-ports.ts';
import { openOffice, reception, root } from '../office.ts';
import { type Row, percentile, row } from '../row.ts';

/** A proven backup of an office and its restore into another folder; and how long a reception takes while the backup is made. */
export async function backupRows(
  folder: string,
  cases: string,
  who?: { readonly username: string; readonly password: string },
): Promise<Row[]> {
  const place = `${folder}-backups`;
  const spare = `${folder}-spare`;
  let durableAt = 0;
  const office = await openOffice(folder, () => {
    durableAt = performance.now();
  });
  const [accepts, searches]: [number[], number[]] = [[], []];
  let making = true;
  const quiet = await office.desk.backup(place);
  if (isFault(quiet)) throw new Error(quiet.fault);
  const busy = office.desk.backup(place).finally(() => (making = false));
  for (let index = 0; making; index += 1) {
    const begun = performance.now();
    await office.ask('case.receive', reception(900_000 + index));
    accepts.push(durableAt - begun);
    const asked = performance.now();
    await office.ask('case.search', { text: 'nguyen thi' });
    searches.push(performance.now() - asked);
    // A clerk is not that fast: between two cases a paper is drawn.
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const made = await busy;
  if (isFault(made)) throw new Error(made.fault);
  await office.desk.close();
  const ports = nodePorts({
    dataFolder: spare,
    resourcesFolder: path.join(root, 'resources'),
    version: 'bench',
    opener: 'bench',
    log: { write: () => undefined },
  });
  const begun = performance.now();
  const restored = await restoreDesk(ports, quiet.backup.folder, ...(who === undefined ? [] : [who]));
  const seconds = (performance.now() - begun) / 1000;
  if (isFault(restored)) throw new Error(restored.fault);
  for (const one of [place, spare]) rmSync(one, { recursive: true, force: true });
  const backup = quiet.backup.manifest.seconds;
  const p99 = percentile(accepts, 0.99);
  const p95 = percentile(searches, 0.95);
  return [
    row({ name: `verified backup, ${cases}`, value: backup, unit: 's', target: '≤ 10 s', met: backup <= 10 }),
    row({
      name: `restore into another folder, ${cases}`,
      value: seconds,
      unit: 's',
      target: '≤ 20 s',
      met: seconds <= 20,
    }),
    row({
      name: `accept while a backup of ${cases} is made: p99 of ${accepts.length}`,
      value: p99,
      unit: 'ms',
      target: '≤ 100 ms',
      met: p99 <= 100,
    }),
    row({
      name: `search call while a backup of ${cases} is made: p95 of ${searches.length}`,
      value: p95,
      unit: 'ms',
      target: '≤ 50 ms',
      met: p95 <= 50,
    }),
  ];
}
