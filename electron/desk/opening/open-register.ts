import path from 'node:path';
import { applyDueSettings } from '../catalogue/packs/due-settings.ts';
import { type Fault, fault, isFault } from '../../contract/base/fault.ts';
import type { Catalogue } from '../../domain/catalogue/catalogue.ts';
import { createPaper } from '../../paper/paper.ts';
import { hasGivenNumbers } from '../../store/safety/backup/restore.ts';
import { isUnwitnessed, markWitnessed } from '../safety/backup/pass-over.ts';
import { missingFile } from '../../store/file/opening/lock.ts';
import { storeTrouble } from '../../store/file/opening/open.ts';
import { type Witness, openWitness } from '../../store/file/opening/witness.ts';
import type { Vault } from '../../store/keys/vault.ts';
import { findCatalogueVersion, isPractice } from '../../store/common/office/settings.ts';
import { openReader } from '../../store/safety/reader/reader.ts';
import { type Store, openBlankStore, openLook as openLookStore, openStore } from '../../store/store.ts';
import { listBackups } from '../../store/safety/backup/manifest.ts';
import { backupsFault } from '../../store/safety/backup/older-than.ts';
import { openingFinding, witnessFault } from '../../store/safety/verify/opening.ts';
import { centreTurns } from '../centre/hub/turn.ts';
import { createChecker } from '../safety/backup/checker.ts';
import { besideName, createBackupKeeper } from '../safety/backup/schedule.ts';
import { type DeskContext, type Reseal, type SealingFault, type SetUpSealed, openContext } from '../core/context.ts';
import { createLookUps } from '../core/session/who-looked.ts';
import type { Ports } from '../core/ports.ts';
import { witnessFiles } from '../core/witness-place.ts';
import { endTelling } from '../centre/city/telling.ts';
import { adoptCatalogue, adoptChangedCalendar } from '../common/office/set-up.ts';
import { createPrintQueue } from '../papers/print-queue.ts';
import { toldInFull } from '../core/bug.ts';

export type DeskFault = SealingFault;

/** What the register is opened with beside its folder. */
export type Opening = {
  readonly ports: Ports;
  readonly catalogue: Catalogue;
  readonly vault: Vault | null;
  /** Why it is only looked at. */
  readonly looksOnly?: Fault | null;
  readonly setUpSealed: SetUpSealed;
  readonly reseal: Reseal;
};

/** Opens the register of a folder and looks at it, or says why it cannot be worked with. What was opened is closed where it cannot. */
export function openRegister(opening: Opening): DeskContext | DeskFault {
  const { ports, vault } = opening;
  const files = witnessFiles(ports);
  const opened: { store?: Store } = {};
  const witness = openWitness({
    readFrom: [files.real, files.practice],
    writeTo: () => (opened.store !== undefined && isPractice(opened.store.db) ? files.practice : files.real),
    failed: (error) => ports.log.write('witness-not-written', { error: String(error) }),
    wrote: () => markWitnessed(ports),
  });
  // A register of which something is known outside it did not begin today.
  const gone = witness.before === null ? null : missingFile(ports.dataFolder);
  if (gone !== null) return gone;
  const store = openStore({
    folder: ports.dataFolder,
    holder: ports.holder,
    random: (size) => ports.random.bytes(size),
    key: vault?.fileKey ?? null,
    witness,
  });
  if (isFault(store)) return store;
  opened.store = store;
  try {
    const refused = openingFault(store, witness, ports);
    if (refused === null) {
      const desk = ready(openOver(opening, store));
      desk.unwitnessed.waits = isUnwitnessed(ports, witness) && !desk.practice() && hasGivenNumbers(store.db);
      return desk;
    }
    store.close();
    return refused;
  } catch (error) {
    // Whatever a damaged file makes of the start: a person is shown ways out, and IT the words of the error.
    ports.log.write('desk-not-opened', {
      error: toldInFull(error),
    });
    store.close();
    return (
      storeTrouble(error) ?? fault('store-damaged', { reason: error instanceof Error ? error.message : String(error) })
    );
  }
}

/** The register as it can still be read, in a copy; nothing of the folder is changed, and no check keeps anybody from looking. */
export function openLook(opening: Opening): DeskContext | DeskFault {
  const { ports, vault } = opening;
  const store = openLookStore(ports.dataFolder, (size) => ports.random.bytes(size), vault?.fileKey ?? null);
  if (isFault(store)) return store;
  try {
    return openOver({ ...opening, ports: { ...ports, dataFolder: store.folder } }, store);
  } catch (error) {
    store.close();
    return storeTrouble(error) ?? fault('store-damaged', { reason: String(error) });
  }
}

/** A desk without any office, which nothing can be written into: what anybody may ask of the shipped lists. */
export function openBlank(opening: Opening): DeskContext {
  return openOver(
    opening,
    openBlankStore((size) => opening.ports.random.bytes(size)),
  );
}

/** Gives up what was opened: nothing of it is in use any more when this resolves. */
export async function closeRegister(desk: DeskContext): Promise<void> {
  desk.end();
  await endTelling(desk);
  await desk.printQueue.close();
  await desk.checker.close();
  await desk.reader.close();
  desk.lookUps.keep();
  desk.store.close();
}

/** Where the witness is silent the register's own backups speak for it. */
function openingFault(store: Store, witness: Witness, { dataFolder }: Ports): DeskFault | null {
  const older =
    witness.before === null
      ? backupsFault(
          store.db,
          listBackups(path.join(dataFolder, besideName)).map(({ manifest }) => manifest),
        )
      : witnessFault(store.db, witness.before);
  if (older !== null) return older;
  const finding = openingFinding(store.db);
  return finding === null ? null : fault('store-damaged', { reason: finding });
}

function openOver(
  { ports, catalogue, vault, looksOnly = null, setUpSealed, reseal }: Opening,
  store: Store,
): DeskContext {
  const paper = createPaper({
    formsFolder: path.join(ports.resourcesFolder, 'forms'),
    fontsFolder: ports.fontsFolder ?? path.join(ports.resourcesFolder, 'fonts'),
    overrideFolder: path.join(ports.dataFolder, 'forms'),
    packedForm: (form) => desk.findPackedForm(form),
  });
  const printQueue = createPrintQueue(() => desk);
  const desk: DeskContext = openContext({
    ports,
    store,
    vault,
    looksOnly,
    setUpSealed,
    reseal,
    reader: openReader(ports.dataFolder, vault?.fileKey ?? null),
    catalogue,
    paper,
    printQueue,
    lookUps: createLookUps(() => desk),
    backups: createBackupKeeper(() => desk),
    checker: createChecker(() => desk),
    centre: centreTurns(() => desk),
  });
  return desk;
}

function ready(desk: DeskContext): DeskContext {
  adoptNewerCatalogue(desk);
  adoptChangedCalendar(desk);
  applyDueSettings(desk, null);
  desk.printQueue.recover();
  return desk;
}

/** A new build may bring a new catalogue: an office that is set up adopts it before the first call, and notes that it did. */
function adoptNewerCatalogue(desk: DeskContext): void {
  if (desk.findOffice() === undefined || findCatalogueVersion(desk.store.db) === desk.catalogue.version) return;
  const done = desk.store.write(null, desk.now(), (tx) => adoptCatalogue(tx, desk.catalogue));
  if (isFault(done)) desk.ports.log.write('catalogue-not-adopted', { fault: done.fault });
}
