import { readFileSync } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { CivilTime } from '../../../contract/base/values.ts';
import { writeWhole } from '../../../disk/durable.ts';
import { makeFolder } from '../../../disk/shared.ts';

const fileName = 'elsewhere.json';

/** What was put last at the second place, and when: known while that is away, and where the register that names the place does not open. */
const shape = z.object({ path: z.string(), madeAt: CivilTime, at: CivilTime });
type PutElsewhere = z.infer<typeof shape>;

/** What lies at a place that may be gone tomorrow stands beside the data as well. @param beside the backups of the data folder */
export function rememberElsewhere(beside: string, said: PutElsewhere): void {
  makeFolder(beside);
  writeWhole(path.join(beside, fileName), JSON.stringify(said));
}

/** Null where nothing was put anywhere else, or nobody can read what. */
export function findElsewhere(beside: string): PutElsewhere | null {
  try {
    return shape.parse(JSON.parse(readFileSync(path.join(beside, fileName), 'utf8')));
  } catch {
    return null;
  }
}

/** Asked of the system beside the desk's work: a share of a network that is away may take its time to say so. */
export function isPlaceThere(place: string): Promise<boolean> {
  return access(place).then(
    () => true,
    () => false,
  );
}
