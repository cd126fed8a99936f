import { logLine } from '../log/log-line.ts';
import { type CommandName, isCommand } from './commands.ts';
import { UsageError, helpOf, shortUsage, usage } from './options.ts';
import { type ExitCode, say, type World } from './world.ts';

type Command = (words: readonly string[], world: World) => Promise<ExitCode>;

/** Each command loads only what it needs, so that a first answer does not wait for the rest. */
const runners: Readonly<Record<CommandName, () => Promise<Command>>> = {
  calls: () => import('./commands/one-line.ts').then((file) => file.runCalls),
  demo: () => import('./commands/one-line.ts').then((file) => file.runDemo),
  call: () => import('./commands/call.ts').then((file) => file.runCall),
  batch: () => import('./commands/call.ts').then((file) => file.runBatch),
  serve: () => import('./commands/serve.ts').then((file) => file.runServe),
  'paper.check': () => import('./commands/one-line.ts').then((file) => file.runPaperCheck),
  'check-receipt': () => import('./commands/check-receipt.ts').then((file) => file.runCheckReceipt),
  export: () => import('./commands/export.ts').then((file) => file.runExport),
  'self-test': () => import('./commands/self-test.ts').then((file) => file.runSelfTest),
  log: () => import('./commands/log.ts').then((file) => file.runLog),
  backup: () => import('./commands/backup.ts').then((file) => file.runBackup),
  restore: () => import('./commands/backup.ts').then((file) => file.runRestore),
  join: () => import('./commands/centre.ts').then((file) => file.runJoin),
  sync: () => import('./commands/centre.ts').then((file) => file.runSync),
  city: () => import('./commands/city.ts').then((file) => file.runCity),
  hub: () => import('./commands/hub.ts').then((file) => file.runHub),
  national: () => import('./commands/office-data.ts').then((file) => file.runNational),
  pack: () => import('./commands/office-data.ts').then((file) => file.runPack),
  update: () => import('./commands/update.ts').then((file) => file.runUpdate),
  verify: () => import('./commands/one-line.ts').then((file) => file.runVerify),
};

/** Runs one command and says how it ended. Never throws. */
export async function runCommandLine([name = '', ...words]: readonly string[], world: World): Promise<ExitCode> {
  try {
    const asksHelp = name === 'help' || isHelp(name);
    const asked = asksHelp ? words[0] : name;
    if (asked === undefined) return tell(world, usage);
    if (!isCommand(asked)) throw (await import('./commands/find-call.ts')).unknownCommand(asked);
    if (asksHelp || words.some(isHelp)) return tell(world, helpOf(asked));
    const command = await runners[asked]();
    return await command(words, world);
  } catch (error) {
    if (error instanceof UsageError) {
      // What was wrong stands last, where whoever typed it looks; above it how this command is typed, or all of them.
      world.stderr.write(isCommand(name) ? shortUsage(name) : `${usage}\n`);
      say(world, error.vi, error.en);
      return 2;
    }
    say(world, 'Có lỗi ngoài dự kiến; xem dòng dưới.', 'Something unexpected went wrong; see the line below.');
    world.stderr.write(`${logLine(Date.now(), 'command-failed', { command: name, error })}\n`);
    return 3;
  }
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h';
}

/** What was asked for is an answer: it goes to stdout. */
function tell({ stdout }: World, text: string): ExitCode {
  stdout.write(text);
  return 0;
}
