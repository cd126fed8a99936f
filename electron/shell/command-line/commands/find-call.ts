import { isContractProcedure } from '@orpc/contract';
import type { CallMeta } from '../../../contract/base/call.ts';
import { contract } from '../../../contract/contract.ts';
import { commands } from '../commands.ts';
import { UsageError } from '../options.ts';

/** Kind and role of a call by its name, from the contract alone: no desk has to be open to know them. */
export function findCall(name: string): CallMeta | undefined {
  let found: unknown = contract;
  for (const part of name.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part)) return undefined;
    found = (found as Record<string, unknown>)[part];
  }
  return isContractProcedure(found) ? (found['~orpc'].meta as CallMeta) : undefined;
}

/** What to say of a command that is none: the one that was meant, as far as letters tell. */
export function unknownCommand(name: string): UsageError {
  if (name === '') return new UsageError('Thiếu lệnh.', 'The command is missing.');
  const meant = findCall(name) === undefined ? nearest(name) : `call ${name}`;
  return new UsageError(
    `Không có lệnh «${name}». Gần nhất là «${meant}».`,
    `There is no command “${name}”. The nearest is “${meant}”.`,
  );
}

/** `check` alone is as near to `paper.check` as may be. */
function nearest(name: string): string {
  const ranked = [...Object.keys(commands), 'help']
    .map((command) => ({
      command,
      far: Math.min(...[command, ...command.split('.')].map((word) => distance(name.toLowerCase(), word))),
    }))
    .toSorted((a, b) => a.far - b.far);
  return ranked[0]?.command ?? '';
}

/** How many letters are to be changed, added, left out or swapped with the next to make one word the other. */
function distance(from: string, to: string): number {
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let row = 1; row <= from.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= to.length; at += 1) {
      const same = from[row - 1] === to[at - 1];
      const changed = (last[at - 1] ?? 0) + (same ? 0 : 1);
      const swaps = at > 1 && from[row - 1] === to[at - 2] && from[row - 2] === to[at - 1];
      const swapped = swaps ? (before[at - 2] ?? 0) + 1 : changed;
      next.push(Math.min((last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, changed, swapped));
    }
    [before, last] = [last, next];
  }
  return last[to.length] ?? 0;
}
