import { useQuery } from '@tanstack/react-query';
import type { WorkList } from '../../../electron/contract/case/work.ts';
import { desk } from '../../desk/client.ts';
import type { Candidate } from './ReturnList.tsx';

function waitingOf(list: WorkList | undefined): readonly Candidate[] | undefined {
  return list === undefined ? undefined : (list.groups.find(({ group }) => group === 'to-return')?.rows ?? []);
}

/** What waits to be fetched, to choose from while nothing is typed. */
export function useWaiting(shown: boolean) {
  const waiting = useQuery({
    ...desk.work.list.queryOptions({ input: {}, staleTime: 0, refetchInterval: 60_000 }),
    enabled: shown,
  });
  return {
    rows: waitingOf(waiting.data),
    ask: async () => waitingOf((await waiting.refetch()).data) ?? [],
  };
}
