import type { AnyRouter } from '@orpc/server';
import path from 'node:path';
import { type Fault, fault, isFault } from '../contract/fault.ts';
import { createPaper } from '../paper/paper.ts';
import { findCatalogueVersion } from '../store/office/settings.ts';
import { openStore } from '../store/store.ts';
import { type Check, verifyStore } from '../store/verify/verify.ts';
import { readCatalogue } from './catalogue/files.ts';
import type { Client } from './core/client.ts';
import { type DeskContext, openContext } from './core/context.ts';
import type { Ports } from './core/ports.ts';
import { type CallResult, dispatch } from './dispatch.ts';
import { adoptCatalogue, adoptChangedCalendar } from './office/set-up.ts';
import { createPrintQueue } from './papers/print-queue.ts';
import { type CallDescription, describeCalls, routerOf } from './router.ts';

export type { Client };

export type Report = { readonly ok: boolean; readonly checks: readonly (Check & { readonly ok: boolean })[] };

/** The desk: everything the product does, reachable without a window. */
export type Desk = {
  call(name: string, input: unknown, client: Client): Promise<CallResult>;
  readonly router: AnyRouter;
  calls(): CallDescription[];
  /** Looks at the whole file and believes nothing; for IT and for tests. */
  verify(): Report;
  /** Sets the desk's clock, to stand or to run on from there, or gives it back to the machine. A real office refuses. */
  setClock(now: number | null, then?: 'stands' | 'runs'): Fault<'practice-only'> | null;
  /** Whether an office is set up in this folder, and whether it is a practice office. */
  office(): 'none' | 'practice' | 'real';
  close(): Promise<void>;
};

export type DeskFault = Fault<
  'store-locked' | 'store-newer' | 'store-damaged' | 'store-foreign' | 'store-unusable' | 'disk-full' | 'data-broken'
>;

/** Opens the desk over its folder, or says why it cannot: the shell shows that and deletes nothing. */
export function createDesk(ports: Ports): Desk | DeskFault {
  const catalogue = readCatalogue(path.join(ports.resourcesFolder, 'data'));
  if (isFault(catalogue)) return catalogue;
  const store = openStore({
    folder: ports.dataFolder,
    holder: ports.holder,
    random: (size) => ports.random.bytes(size),
  });
  if (isFault(store)) return store;
  const paper = createPaper({
    formsFolder: path.join(ports.resourcesFolder, 'forms'),
    fontsFolder: path.join(ports.resourcesFolder, 'fonts'),
    overrideFolder: path.join(ports.dataFolder, 'forms'),
  });
  const printQueue = createPrintQueue(() => desk);
  const desk: DeskContext = openContext({ ports, store, catalogue, paper, printQueue });
  adoptNewerCatalogue(desk);
  adoptChangedCalendar(desk);
  printQueue.recover();
  return deskOver(desk);
}

function deskOver(desk: DeskContext): Desk {
  return {
    call: (name, input, client) => dispatch(desk, name, input, client),
    router: routerOf(desk),
    calls: describeCalls,
    verify: () => {
      const checks = verifyStore(desk.store.db).map((check) => ({ ...check, ok: check.found.length === 0 }));
      return { ok: checks.every(({ ok }) => ok), checks };
    },
    setClock: (now, then) => {
      if (now !== null && !desk.practice()) return fault('practice-only', {});
      desk.clock.set(now, then);
      return null;
    },
    office: () => (desk.findOffice() === undefined ? 'none' : desk.practice() ? 'practice' : 'real'),
    close: async () => {
      await desk.printQueue.close();
      desk.store.close();
    },
  };
}

/** A new build may bring a new catalogue: an office that is set up adopts it before the first call, and notes that it did. */
function adoptNewerCatalogue(desk: DeskContext): void {
  if (desk.findOffice() === undefined || findCatalogueVersion(desk.store.db) === desk.catalogue.version) return;
  const done = desk.store.write(null, desk.now(), (tx) => adoptCatalogue(tx, desk.catalogue));
  if (isFault(done)) desk.ports.log.write('catalogue-not-adopted', { fault: done.fault });
}
