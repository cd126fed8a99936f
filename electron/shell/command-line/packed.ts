import { existsSync } from 'node:fs';
import { findDataPlace, foldersOf } from '../data-place.ts';
import { type CommandName, getCommand, isCommand } from './commands.ts';
import { runInProcess } from './process.ts';
import { say } from './world.ts';

/**
 * What `--cli` of the packed program gives: what whoever keeps the machines needs, and nothing that acts as a clerk. `call` and `batch` would
 * let any script on the PC receive files, `serve` and `demo` would open doors that an installed desk has no use for.
 */
export const packedCommands: readonly string[] = [
  'verify',
  'backup',
  'restore',
  'export',
  'check-receipt',
  'log',
  'self-test',
  'update',
  'hub',
  'city',
  'join',
  'sync',
];

/** A command that needs a data folder and names none is about the desk of this machine. */
export function wantsDataFolder(name: CommandName, words: readonly string[]): boolean {
  // Who keeps a city has no desk; a ward joins it, and sends.
  if (name === 'city' && !['join', 'push'].includes(words[0] ?? '')) return false;
  const { needs, takes } = getCommand(name);
  const isNamed = words.some((word) => word === '--data' || word.startsWith('--data='));
  return [...needs, ...takes].includes('data') && !isNamed;
}

/** Ends the process with the code of the command: Electron would wait for a window. */
export async function runPacked(
  [name = 'help', ...words]: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<never> {
  const code = await answer(name, words, env);
  // What was written last must be out before the end: on Windows a pipe is written to later.
  for (const stream of [process.stdout, process.stderr])
    await new Promise<void>((resolve) => stream.write('', () => resolve()));
  process.exit(code);
}

async function answer(
  name: string,
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const asksHelp = ['help', '--help', '-h'].includes(name);
  if (asksHelp && words[0] === undefined) {
    process.stdout.write(`--cli ${packedCommands.filter(isCommand).join(' | ')}\n`);
    return 0;
  }
  const command = asksHelp ? (words[0] ?? '') : name;
  if (!packedCommands.includes(command) || !isCommand(command)) {
    say(process, `Bản cài đặt không có lệnh «${command}».`, `The installed program has no command “${command}”.`);
    process.stderr.write(`--cli ${packedCommands.filter(isCommand).join(' | ')}\n`);
    return 2;
  }
  const rest = asksHelp || words.some((word) => word === '--help' || word === '-h');
  if (rest) return runInProcess([command, '--help'], env);
  // One looks for the folder by itself, the other has a folder that is no desk's.
  if (command === 'update' || command === 'hub' || !wantsDataFolder(command, words))
    return runInProcess([command, ...words], env);
  const place = findDataPlace(foldersOf(), false);
  if ('refused' in place) {
    say(process, place.refused.vi, place.refused.en);
    return 1;
  }
  // A new PC is tried before it has a register: then there is no folder to look at yet.
  if (command === 'self-test' && !existsSync(place.dataFolder)) return runInProcess([command, ...words], env);
  return runInProcess([command, '--data', place.dataFolder, ...words], env);
}
