import { createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import type { Contract } from '../../electron/contract/contract.ts';
import { faultOf } from './fault.ts';

export type DeskClient = ContractRouterClient<Contract>;

type Link = Pick<FetchLink<Record<never, never>>, 'call'>;

/** In a browser the loopback host answers beside this page; in Electron the main process hands over a port. */
function findLink(): Promise<Link> {
  if (/^https?:$/.test(location.protocol)) {
    return Promise.resolve(new FetchLink({ url: `${location.origin}/call` }));
  }
  return new Promise((resolve) => {
    window.addEventListener('message', function take(event) {
      const [port] = event.ports;
      if (event.source !== window || event.data !== 'desk-port' || port === undefined) return;
      window.removeEventListener('message', take);
      port.start();
      resolve(new PortLink({ port }));
    });
  });
}

const opened = findLink();
const link: Link = { call: async (...call) => (await opened).call(...call) };

/** The one door to the desk: every call of the contract, typed. Faults arrive as errors; read them with `faultOf`. */
export const deskClient: DeskClient = createORPCClient(link);

/** The same calls for react-query: `useQuery(desk.case.get.queryOptions({ input: { caseId } }))`. */
export const desk = createTanstackQueryUtils(deskClient);

const sessionFaults: readonly string[] = ['sign-in-required', 'session-expired'];

function askStatusAgain(): void {
  void queries.invalidateQueries({ queryKey: desk.system.status.key() });
}

/** What has been done may be on the work list, or off it now. */
function onSuccess(): void {
  askStatusAgain();
  void queries.invalidateQueries({ queryKey: desk.work.key() });
  void queries.invalidateQueries({ queryKey: desk.intake.key() });
}

function onError(error: unknown): void {
  if (sessionFaults.includes(faultOf(error)?.code ?? '')) askStatusAgain();
}

/** Nothing is retried and nothing waits for a network: the desk is on this machine and a fault is an answer. */
export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError, onSuccess }),
  defaultOptions: {
    queries: {
      retry: false,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      staleTime: 1000,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
