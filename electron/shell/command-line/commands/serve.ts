import { once } from 'node:events';
import { isDisaster } from '../../../contract/base/disasters.ts';
import { type Fault, isFault } from '../../../contract/base/fault.ts';
import type { Desk } from '../../../desk/desk.ts';
import { nodePorts } from '../../node-ports.ts';
import { placesBelow, sourceRoot } from '../../places.ts';
import { findCount, findNow, getData, readWords, UsageError } from '../options.ts';
import { exitCodeOf, faultAnswer } from '../outcome.ts';
import { type ExitCode, type World, writeJson } from '../world.ts';

/** `serve`: the browser shell without a window; prints its link, and lasts until told to end. */
export async function runServe(words: readonly string[], world: World): Promise<ExitCode> {
  const read = readWords(words, 'serve');
  const port = findCount(read, 'port') ?? 0;
  if (port > 65_535) throw new UsageError('--port lớn nhất là 65535.', '--port is at most 65535.');
  const dataFolder = getData(read);
  const now = findNow(read);
  const { createHost } = await import('../../browser/serve.ts');
  const { openDoor } = await import('../../desk-door.ts');
  const { rendererFolder, ...places } = placesBelow(sourceRoot);
  const ports = nodePorts({ dataFolder, ...places, opener: 'serve' });
  const door = openDoor(ports);
  try {
    const refused = readyAt(door.desk(), now);
    if (refused !== null) {
      const answer = faultAnswer(refused);
      await writeJson(world, answer);
      return exitCodeOf(answer);
    }
    const host = await createHost(door, { rendererFolder, port, log: ports.log });
    await writeJson(world, { url: host.url });
    if (!world.stop.aborted) await once(world.stop, 'abort');
    await host.close();
    return 0;
  } finally {
    await door.close();
  }
}

/**
 * Why there is nothing to serve, or not at that time: only a practice office may be given a clock. A register that a backup can take the place of is served:
 * its page is the recovery.
 */
function readyAt(desk: Desk | Fault, now: number | undefined): Fault | null {
  if (isFault(desk)) return isDisaster(desk.fault, 'restore') ? null : desk;
  return now === undefined ? null : desk.setClock(now, 'runs');
}
