import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { selfTest, thisMachine } from '../../../desk/support/self-test.ts';
import { nodePorts } from '../../node-ports.ts';
import { placesBelow, sourceRoot } from '../../places.ts';
import { readWords } from '../options.ts';
import { logOf } from '../with-desk.ts';
import { type ExitCode, type World, writeJson } from '../world.ts';

/** `self-test`: everything this machine must be able to do, a line of JSON for each thing. No register is opened. */
export async function runSelfTest(words: readonly string[], world: World): Promise<ExitCode> {
  const { options } = readWords(words, 'self-test');
  const { resourcesFolder, version } = placesBelow(sourceRoot);
  const dataFolder = options.data ?? '';
  // Printers want a folder for papers without one: theirs is taken away again, so that a folder that is not there is not made.
  const own = await mkdtemp(path.join(tmpdir(), 'desk-self-test-'));
  try {
    const ports = nodePorts({
      dataFolder: own,
      resourcesFolder,
      version,
      opener: 'self-test',
      log: logOf(world),
    });
    const machine = thisMachine(ports.clock.now());
    let wrong = false;
    for await (const said of selfTest(ports, machine, dataFolder === '' ? null : path.resolve(dataFolder))) {
      wrong ||= said.ok === false;
      await writeJson(world, said);
    }
    return wrong ? 1 : 0;
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}
