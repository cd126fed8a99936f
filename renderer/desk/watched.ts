import { type QueryKey, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { desk, deskClient, queries } from './client.ts';

/** What runs long at the desk: how far it is, and how it is given up. Each is asked for under a name of its own. */

/** Two windows that ask for the same do not give up each other's. */
const thisWindow = crypto.randomUUID().slice(0, 8);

/** A name for what is asked for here, the same for as long as the same is asked. */
export function useWatchName(asked: readonly (string | number | undefined)[]): string {
  const own = useId();
  let sum = 0x811c9dc5;
  for (const sign of asked.join(' ')) sum = Math.imul(sum ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return `${thisWindow} ${own} ${sum.toString(16)}`;
}

/** How often it is asked how far it is. */
const askedEveryMs = 700;

export type Progress = { readonly done: number; readonly of: number } | null;

export function useProgress(watch: string, underWay: boolean): Progress {
  const progress = useQuery({
    ...desk.report.progress.queryOptions({ input: { watch } }),
    enabled: underWay,
    refetchInterval: askedEveryMs,
  });
  return underWay ? (progress.data ?? null) : null;
}

/** What is under way, as `UnderWay` shows it (parts/controls). */
export type LongWork = {
  readonly underWay: boolean;
  readonly stopped: boolean;
  readonly progress: Progress;
  readonly stop: () => void;
  readonly again: () => void;
};

/** Whether somebody gave up what goes by this name. Whoever turns to something else, or leaves, gives it up. */
export function useStop(watch: string, queryKey: QueryKey) {
  const [stopped, setStopped] = useState('');
  useEffect(
    () => () => {
      void giveUp(queryKey, watch);
    },
    // The key says no more than the name does.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [watch],
  );
  return {
    stopped: stopped === watch,
    stop: () => {
      setStopped(watch);
      void giveUp(queryKey, watch);
    },
    goOn: () => setStopped(''),
  };
}

/** A query that runs long, with how it is given up and gone on with. */
export function useLongWork(
  watch: string,
  { stopped, stop, goOn }: ReturnType<typeof useStop>,
  { underWay, refetch }: { readonly underWay: boolean; readonly refetch: () => unknown },
): LongWork {
  const progress = useProgress(watch, underWay);
  function again(): void {
    goOn();
    void refetch();
  }
  return { underWay, stopped, progress, stop, again };
}

async function giveUp(queryKey: QueryKey, watch: string): Promise<void> {
  // What was answered already stays; what is under way is no longer waited for.
  await queries.cancelQueries({ queryKey });
  await deskClient.report.cancel({ watch });
}
