import { readFileSync } from 'node:fs';
import { isFault } from '../../../contract/base/fault.ts';
import { type Client, newClient } from '../../../desk/core/session/client.ts';
import type { Desk } from '../../../desk/desk.ts';
import { type Words, UsageError, findCredentials, getData } from '../options.ts';
import { type Answer, exitCodeOf, faultAnswer } from '../outcome.ts';
import { prepare, withDesk } from '../with-desk.ts';
import { type ExitCode, type World, writeJson } from '../world.ts';

/** What a supervisor does with the office's data from the command line: signed in, one call, its answer as one JSON line. */
export async function callAsSupervisor(
  read: Words,
  world: World,
  {
    name,
    input,
    isRead,
    done,
  }: {
    readonly name: string;
    readonly input: object;
    readonly isRead: boolean;
    readonly done?: (value: unknown) => unknown;
  },
): Promise<ExitCode> {
  const credentials = findCredentials({ ...read, options: { user: 'supervisor', ...read.options } }, world.env);
  const answer = await withDesk(world, { dataFolder: getData(read), opener: name, isRead }, async (desk: Desk) => {
    const client: Client = newClient();
    const refused = await prepare(desk, client, { now: undefined, credentials });
    return refused ?? desk.call(name, input, client);
  });
  if (isFault(answer)) return ended(world, faultAnswer(answer));
  return ended(world, answer.ok && done !== undefined ? { ok: true, value: done(answer.value) } : answer);
}

export async function ended(world: World, answer: Answer): Promise<ExitCode> {
  await writeJson(world, answer);
  return exitCodeOf(answer);
}

/** The bytes of a file that was named; no file is a wrong usage. */
export function bytesOf(file: string | undefined): Buffer {
  if (file === undefined) throw new UsageError('Thiếu tên tệp.', 'The file is missing.');
  try {
    return readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new UsageError(`Không đọc được tệp «${file}» (${code}).`, `The file “${file}” cannot be read (${code}).`);
  }
}
