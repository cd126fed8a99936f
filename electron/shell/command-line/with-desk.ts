import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isFault } from '../../contract/fault.ts';
import type { Desk, DeskFault } from '../../desk/desk.ts';
import { logLine } from '../log-line.ts';
import { nodePorts } from '../node-ports.ts';
import { placesBelow, sourceRoot } from '../places.ts';
import type { World } from './world.ts';

/**
 * Opens the desk of a data folder, does one thing with it, and closes it whatever happens. The desk is loaded here and not
 * above: what was asked wrongly is answered without it.
 */
export async function withDesk<T>(
  world: World,
  { dataFolder, opener }: { readonly dataFolder: string; readonly opener: string },
  use: (desk: Desk) => Promise<T>,
): Promise<T | DeskFault> {
  const log = {
    write(event: string, data?: Record<string, unknown>) {
      world.stderr.write(`${logLine(Date.now(), event, data)}\n`);
    },
  };
  const { resourcesFolder, version } = placesBelow(sourceRoot);
  const { createDesk } = await import('../../desk/desk.ts');
  const desk = createDesk(nodePorts({ dataFolder, resourcesFolder, version, opener, log }));
  if (isFault(desk)) return desk;
  try {
    return await use(desk);
  } finally {
    await desk.close();
  }
}

/** As `withDesk`, on an empty folder that is gone afterwards: for calls that need no office. */
export async function withEmptyDesk<T>(world: World, use: (desk: Desk) => Promise<T>): Promise<T | DeskFault> {
  const folder = await mkdtemp(path.join(tmpdir(), 'desk-'));
  try {
    return await withDesk(world, { dataFolder: folder, opener: 'call' }, use);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
