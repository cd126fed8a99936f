import path from 'node:path';
import { isFault } from '../../../electron/contract/base/fault.ts';
import { createChecker } from '../../../electron/desk/safety/backup/checker.ts';
import { createBackupKeeper } from '../../../electron/desk/safety/backup/schedule.ts';
import { readCatalogue } from '../../../electron/desk/catalogue/files.ts';
import { type Client, newClient } from '../../../electron/desk/core/session/client.ts';
import { type DeskContext, openContext } from '../../../electron/desk/core/context.ts';
import type { Ports } from '../../../electron/desk/core/ports.ts';
import { type CallResult, dispatch } from '../../../electron/desk/calls/dispatch.ts';
import { centreTurns } from '../../../electron/desk/centre/hub/turn.ts';
import { createPrintQueue } from '../../../electron/desk/papers/print-queue.ts';
import { createPaper } from '../../../electron/paper/paper.ts';
import { openReader } from '../../../electron/store/safety/reader/reader.ts';
import { openStore } from '../../../electron/store/store.ts';
import { type TestDesk, openPracticeDesk, portsOf } from './test-desk.ts';

export type TestContext = {
  readonly desk: DeskContext;
  readonly client: Client;
  readonly log: TestDesk['log'];
  call(name: string, input?: unknown): Promise<CallResult>;
  sit: TestDesk['sit'];
  end(): Promise<void>;
};

/**
 * Of one installation, as all desks of a process are: what does not change is read once. Fonts opened anew and each word shaped anew were half of what a test of
 * three desks took; that a paper is the same after others as alone is tests/paper's.
 */
const installed = new Map<string, ReturnType<typeof readInstalled>>();

function foldersIn(resources: string) {
  return { formsFolder: path.join(resources, 'forms'), fontsFolder: path.join(resources, 'fonts') };
}

function readInstalled(resources: string) {
  return {
    catalogue: readCatalogue(path.join(resources, 'data')),
    paper: createPaper(foldersIn(resources)),
  };
}

function installedIn(resources: string): ReturnType<typeof readInstalled> {
  const known = installed.get(resources) ?? readInstalled(resources);
  installed.set(resources, known);
  return known;
}

/** With `officeForms` the desk reads the forms by which its office replaces others. */
type Asked = { readonly officeForms?: boolean };

/** The desk over a folder, whatever is in it. */
export function openContextOver(
  ports: Ports,
  { officeForms = false }: Asked = {},
): { readonly desk: DeskContext; readonly close: () => Promise<void> } {
  const { catalogue, paper: shared } = installedIn(ports.resourcesFolder);
  const store = openStore({
    folder: ports.dataFolder,
    holder: ports.holder,
    random: (size) => ports.random.bytes(size),
  });
  if (isFault(catalogue) || isFault(store)) throw new Error('the desk does not open');
  const overrideFolder = path.join(ports.dataFolder, 'forms');
  const paper = officeForms ? createPaper({ ...foldersIn(ports.resourcesFolder), overrideFolder }) : shared;
  const reader = openReader(ports.dataFolder);
  const printQueue = createPrintQueue(() => desk);
  const desk: DeskContext = openContext({
    ports,
    store,
    vault: null,
    looksOnly: null,
    setUpSealed: () => Promise.reject(new Error('no test sets a sealed office up here')),
    reseal: () => Promise.reject(new Error('no test seals an office here')),
    reader,
    catalogue,
    paper,
    lookUps: { note: () => undefined, keep: () => undefined },
    printQueue,
    backups: createBackupKeeper(() => desk),
    checker: createChecker(() => desk),
    centre: centreTurns(() => desk),
  });
  return {
    desk,
    close: async () => {
      await printQueue.close();
      await desk.checker.close();
      await reader.close();
      store.close();
    },
  };
}

/** A practice office whose store the test can reach into: what the desk keeps behind its one door. */
export async function openTestContext(asked?: Asked): Promise<TestContext> {
  const at = await openPracticeDesk();
  await at.desk.close();
  const { desk, close } = openContextOver(portsOf(at.folder, at.clock, at.printer, at.log), asked);
  const client = newClient();
  return {
    desk,
    client,
    log: at.log,
    call: (name, input = {}) => dispatch(desk, name, input, client),
    sit: (username) => {
      at.sit(username);
      client.session = at.client.session;
    },
    end: async () => {
      await close();
      await at.end();
    },
  };
}
