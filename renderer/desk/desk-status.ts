import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Status } from '../../electron/contract/common/office/office.ts';
import { desk } from './client.ts';

function statusOptions() {
  return desk.system.status.queryOptions({
    input: {},
    // Where other counters speak too, what they did is on the screen within a second or two.
    refetchInterval: (query) => ((query.state.data?.centre ?? null) === null ? 5000 : 1500),
    staleTime: 5000,
  });
}

/** What the bottom bar says, asked every 5 s and after each act (client.ts). */
export function useStatus() {
  return useQuery(statusOptions());
}

/**
 * What `select` takes of the last known status, inside the frame, where it is always known; throws outside it. The answer differs every
 * 5 s by its clock: whoever takes only what they need is drawn again only when that differs.
 */
export function useKnownStatus<Part>(select: (status: Status) => Part): Part {
  // In a frame of its own: what is taken may itself be undefined, as the spare printer where there is none.
  const { data } = useQuery({ ...statusOptions(), select: (status) => ({ part: select(status) }) });
  if (data === undefined) throw new Error('the frame stands only when the status is known');
  return data.part;
}

/** So long a desk may be busy: a reception is on disk within a second, and opening a large office takes a few. */
const silentForMs = 12_000;

/** Whether the desk has been away for so long that it is gone. A program that runs again opens a window of its own and does not know this one. */
export function useDeskGone(): boolean {
  const { isError } = useStatus();
  const [gone, setGone] = useState(false);
  useEffect(() => {
    if (!isError) return undefined;
    const timer = window.setTimeout(() => setGone(true), silentForMs);
    return () => {
      window.clearTimeout(timer);
      setGone(false);
    };
  }, [isError]);
  return gone;
}

/** `2026-11-30` by the desk's clock. */
export function todayOf({ now }: Status): string {
  return now.slice(0, 10);
}

/** The moment by the desk's clock, to the minute. */
export function minuteOf({ now }: Status): string {
  return `${now.slice(0, 16)}:00+07:00`;
}

/** Who is signed in; null while nobody is. */
export function userOf({ user }: Status): Status['user'] {
  return user;
}

export function roleOf({ user }: Status): NonNullable<Status['user']>['role'] | undefined {
  return user?.role;
}
