import { useQuery } from '@tanstack/react-query';
import type { Status } from '../../electron/contract/office/office.ts';
import { desk } from './client.ts';

/** What the bottom bar says, asked every 5 s and after each act (desk.ts). */
export function useStatus() {
  return useQuery(desk.system.status.queryOptions({ input: {}, refetchInterval: 5000, staleTime: 5000 }));
}

/** The last known status inside the frame, where it is always known. Throws outside it. */
export function useKnownStatus(): Status {
  const { data } = useStatus();
  if (data === undefined) throw new Error('the frame stands only when the status is known');
  return data;
}
