import { logLine } from '../log-line.ts';
import { UsageError, usage } from './usage.ts';
import { type ExitCode, say, type World } from './world.ts';

type Command = (words: readonly string[], world: World) => Promise<ExitCode>;

/** Each command loads only what it needs, so that a first answer does not wait for the rest. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  calls: () => import('./calls.ts').then((file) => file.runCalls),
  demo: () => import('./demo.ts').then((file) => file.runDemo),
  call: () => import('./call.ts').then((file) => file.runCall),
  batch: () => import('./batch.ts').then((file) => file.runBatch),
  serve: () => import('./serve.ts').then((file) => file.runServe),
  'paper.check': () => import('./paper-check.ts').then((file) => file.runPaperCheck),
  verify: () => import('./verify.ts').then((file) => file.runVerify),
};

/** Runs one command and says how it ended. Never throws. */
export async function runCommandLine([name = '', ...words]: readonly string[], world: World): Promise<ExitCode> {
  if (name === 'help' || name === '--help' || name === '-h') {
    world.stderr.write(usage);
    return 0;
  }
  try {
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load === undefined) throw unknownCommand(name);
    const command = await load();
    return await command(words, world);
  } catch (error) {
    if (error instanceof UsageError) {
      say(world, error.vi, error.en);
      world.stderr.write(`\n${usage}`);
      return 2;
    }
    say(world, 'Có lỗi ngoài dự kiến; xem dòng dưới.', 'Something unexpected went wrong; see the line below.');
    world.stderr.write(`${logLine(Date.now(), 'command-failed', { command: name, error })}\n`);
    return 3;
  }
}

function unknownCommand(name: string): UsageError {
  if (name === '') return new UsageError('Thiếu lệnh.', 'The command is missing.');
  return new UsageError(`Không có lệnh «${name}».`, `There is no command “${name}”.`);
}
