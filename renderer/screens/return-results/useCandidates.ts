import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { WorkList } from '../../../electron/contract/case/work.ts';
import { desk } from '../../desk/client.ts';
import type { Candidate } from './ReturnList.tsx';
import { returnableFirst } from './returnable.ts';

const limit = 30;

function waitingOf(list: WorkList | undefined): readonly Candidate[] {
  return list?.groups.find(({ group }) => group === 'to-return')?.rows ?? [];
}

/** The cases to choose from: what was found, or what waits to be fetched while nothing is typed. */
export function useCandidates(text: string, shown: boolean) {
  const found = useQuery({
    ...desk.case.search.queryOptions({ input: { text, limit }, gcTime: 30_000 }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
  const waiting = useQuery({
    ...desk.work.list.queryOptions({ input: {}, staleTime: 0, refetchInterval: 60_000 }),
    enabled: shown,
  });
  const settled = text === '' ? waiting.data !== undefined : found.data !== undefined && !found.isPlaceholderData;

  /** The answer to what is typed now, waited for if it is still under way. */
  async function answer(): Promise<readonly Candidate[]> {
    if (text === '') return waitingOf(waiting.data ?? (await waiting.refetch()).data);
    const { data } = settled ? found : await found.refetch();
    return returnableFirst(data?.hits ?? []);
  }

  const candidates = text === '' ? waitingOf(waiting.data) : returnableFirst(found.data?.hits ?? []);
  return { candidates, settled, answer };
}
