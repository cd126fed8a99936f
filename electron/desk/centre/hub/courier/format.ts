import type { HubDesk } from '../../../../exchange/hub/link.ts';
import { rowFormat } from '../../../../exchange/hub/seal.ts';

/** The highest form of a row that every desk of the centre has told it reads: nobody writes what a colleague could not read. */
export function formatOfAll(desks: readonly Pick<HubDesk, 'uuid' | 'closedAt' | 'format'>[]): number {
  const told = desks.filter(({ uuid, closedAt }) => uuid !== null && closedAt === null).map(({ format }) => format);
  return Math.max(1, Math.min(rowFormat, ...told));
}

/** The form of a row that is sealed with a key of that number. */
export function formatFor(desks: Parameters<typeof formatOfAll>[0], number: number): number {
  return number > 0 ? Math.min(2, formatOfAll(desks)) : 1;
}
