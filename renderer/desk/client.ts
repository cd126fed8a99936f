import { createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { MutationCache, QueryCache, QueryClient, type QueryKey, partialMatchKey } from '@tanstack/react-query';
import type { Contract } from '../../electron/contract/contract.ts';
import { faultOf } from './fault.ts';
import { fetchProven } from './host.ts';

export type DeskClient = ContractRouterClient<Contract>;

type Link = Pick<FetchLink<Record<never, never>>, 'call'>;

/** In a browser the loopback host answers beside this page; in Electron the main process hands over a port. */
function findLink(): Promise<Link> {
  if (/^https?:$/.test(location.protocol)) {
    return Promise.resolve(new FetchLink({ url: `${location.origin}/call`, fetch: fetchProven }));
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

type AnsweredCall = { readonly name: string; readonly input: unknown; readonly answer: unknown };
const watchers = new Set<(call: AnsweredCall) => void>();

/** Tells each call that the desk answered with a value, by its name in the contract. Answers how to stop. */
export function watchCalls(watcher: (call: AnsweredCall) => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

const link: Link = {
  call: async (path, input, ...rest) => {
    const answer = await (await opened).call(path, input, ...rest);
    for (const watcher of watchers) watcher({ name: path.join('.'), input, answer });
    return answer;
  },
};

/** The one door to the desk: every call of the contract, typed. Faults arrive as errors; read them with `faultOf`. */
export const deskClient: DeskClient = createORPCClient(link);

/** The same calls for react-query: `useQuery(desk.case.get.queryOptions({ input: { caseId } }))`. */
export const desk = createTanstackQueryUtils(deskClient);

const sessionFaults: readonly string[] = ['sign-in-required', 'session-expired'];

function askStatusAgain(): void {
  void queries.invalidateQueries({ queryKey: desk.system.status.key() });
}

/**
 * Expensive answers that only a call of their own subject changes: the catalogue, by what a supervisor sets; a preview and a promise, which
 * follow from what is typed; and what a person set for themselves.
 */
const changedByTheirOwn: readonly QueryKey[] = [
  desk.procedure.key(),
  desk.paper.preview.key(),
  desk.deadline.key(),
  desk.preference.key(),
];

/**
 * The one rule of what is asked again: after a write everything on the screen, and the rest when it is next shown. Left out are the
 * answers above, and what never changes (a kept paper, the units of the country): their queries say `staleTime: 'static'`.
 */
function askAgain(written: QueryKey = []): void {
  const untouched = changedByTheirOwn.filter((key) => !partialMatchKey(written, key));
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => !untouched.some((key) => partialMatchKey(queryKey, key)),
  });
}

/** Another counter wrote something: the same as a write here. */
export function otherCounterWrote(): void {
  askAgain();
}

function needsSignIn(error: unknown): boolean {
  return sessionFaults.includes(faultOf(error)?.code ?? '');
}

const queryCache = new QueryCache({
  onError: (error) => {
    if (needsSignIn(error)) askStatusAgain();
  },
});

/**
 * Who is there changes: then only that is asked, and the window asks the rest for whoever it is (app/DeskWindow.tsx). What the person before had open is
 * still on the page at this moment, and would be asked for under the next one's name.
 */
const changesWhoIsThere: readonly QueryKey[] = [
  desk.account.signIn.key({ type: 'mutation' }),
  desk.account.signOut.key({ type: 'mutation' }),
  desk.keys.recover.key({ type: 'mutation' }),
];

function askAfter(written: QueryKey = []): void {
  if (changesWhoIsThere.some((key) => partialMatchKey(written, key))) askStatusAgain();
  else askAgain(written);
}

const mutationCache = new MutationCache({
  onSuccess: (_answer, _input, _begun, { options }) => askAfter(options.mutationKey),
  onError: (error, _input, _begun, { options }) => {
    if (needsSignIn(error)) askStatusAgain();
    // What is refused may be refused because the screen is older than the desk.
    else if (faultOf(error) !== undefined) askAfter(options.mutationKey);
  },
});

/** So long an answer is good that somebody beside may change, though seldom: the catalogue, the settings, what a file costs. */
export const goodForMs = 60_000;

/** So often a list is asked for that others fill, while it stands in front. */
export const askedEveryMs = 60_000;

/**
 * So long it is kept what was asked about somebody who stood here: for a look elsewhere and back. There is another at each reception, and the next one's time
 * is no time to keep the last one's.
 */
export const keptOfPersonMs = 10_000;

/** Nothing is retried and nothing waits for a network: the desk is on this machine and a fault is an answer. */
export const queries: QueryClient = new QueryClient({
  queryCache,
  mutationCache,
  defaultOptions: {
    queries: {
      retry: false,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      staleTime: 1000,
      // A screen that is hidden for a while comes back with what it showed, and asks again.
      gcTime: 3_600_000,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/**
 * What chance drew for a person to copy (a key for paper, the key of a phone) stays what it is under their hand, whatever is asked again: it is drawn once for
 * each dialog, and forgotten with it.
 */
for (const drawn of [desk.keys.propose, desk.account.proposeFactor])
  queries.setQueryDefaults(drawn.key(), { staleTime: 'static', gcTime: 0 });

/** What a kept answer was the answer to: the input inside an oRPC query key, `[path, { input }]`. */
export function inputOf(
  query: { readonly queryKey: readonly unknown[] } | undefined,
): Readonly<Record<string, unknown>> {
  const [, options] = query?.queryKey ?? [];
  return (options as { readonly input?: Readonly<Record<string, unknown>> } | undefined)?.input ?? {};
}
