import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Ports } from './ports.ts';

/**
 * Where the witness of a data folder stands: of a real office on this machine outside the folder, so that an older folder put back does not
 * bring an older witness with it, and named for the folder's path; of a practice office in its folder, which goes as it came.
 */
export function witnessFiles({ dataFolder, machineFolder }: Pick<Ports, 'dataFolder' | 'machineFolder'>): {
  readonly real: string;
  readonly practice: string;
} {
  const practice = path.join(dataFolder, 'witness');
  if (machineFolder === undefined) return { real: practice, practice };
  const name = createHash('sha256').update(path.resolve(dataFolder)).digest('hex').slice(0, 32);
  return { real: path.join(machineFolder, `${name}.witness`), practice };
}
