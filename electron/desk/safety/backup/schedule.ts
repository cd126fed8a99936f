import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import { toCivilTime } from '../../../domain/base/civil-time.ts';
import { type BackupWhy, isBackupDue, outlived } from '../../../domain/safety/backup/rotation.ts';
import { copyBackup, makeBackup } from '../../../store/safety/backup/make.ts';
import { type FoundBackup, brokenIn, counterOf, listBackups } from '../../../store/safety/backup/manifest.ts';
import { deskUuidOf } from '../../../store/safety/backup/new-desk.ts';
import { areTwoPersonsAsked } from '../../../store/common/office/settings.ts';
import { ownDeskUuids } from '../../../store/journal/journal.ts';
import { listAccounts } from '../../../store/common/office/accounts.ts';
import type { BackupFault } from '../../../store/safety/backup/trouble.ts';
import { papersFolder } from '../../../paper/printers/spooler.ts';
import { keptFolder } from '../../../store/safety/backup/swap.ts';
import { shredFolder } from '../../../disk/durable.ts';
import { newestVersion } from '../../../store/file/migrate.ts';
import { storeFileName } from '../../../store/file/file-names.ts';
import { headOf } from '../../../store/file/opening/sealed.ts';
import { findElsewhere, isPlaceThere, rememberElsewhere } from './elsewhere.ts';
import type { DeskContext } from '../../core/context.ts';
import type { BackupKeeper, BackupPlace, MadeBackup } from '../../core/ports.ts';

/** Backups beside the data: they help when the file is damaged, and not when the disk is. */
export const besideName = 'backups';

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/**
 * Makes backups and keeps them in rotation: one proven beside the data, the same at the office's second place. A place that is not there is
 * told and tried again; it never keeps the other one from being made.
 */
export function createBackupKeeper(getDesk: () => DeskContext): BackupKeeper {
  let running: Promise<unknown> | undefined;
  /** Read from the places once, then known. */
  let newest: FoundBackup | null | undefined;
  const troubles = new Map<string, Fault>();
  /** The second place, where it was not there when it was last looked for; undefined before that. */
  let missing: string | null | undefined;

  const beside = (): string => path.join(getDesk().ports.dataFolder, besideName);
  /** Empty where the office set none. */
  const second = (): string => getDesk().findOffice()?.backupFolder ?? '';

  /**
   * All that were made of this very register, also before it came back from one of them, the furthest first. Another office may have the same counter of
   * the same unit on the same stick, set up anew or gone on elsewhere: its history is another.
   */
  function ownIn(...from: readonly string[]): FoundBackup[] {
    const counter = counterOf({ ...getDesk().getOffice(), practice: getDesk().practice() });
    const own = new Set(ownDeskUuids(getDesk().store.db));
    return listBackups(...from).filter(
      ({ manifest }) => own.has(manifest.desk.uuid) && counterOf(manifest) === counter,
    );
  }

  /** Beside the data, and elsewhere where the office says so. */
  const bothPlaces = (): string[] => [beside(), second()].filter((place) => place !== '');

  /** Beside the data every account's key; on what is carried away only the keys of those who bring registers back. */
  function keysFor(place: string): string | null {
    const desk = getDesk();
    if (desk.vault === null) return null;
    if (place === beside() || desk.practice()) return desk.vault.textFor(null);
    const few = listAccounts(desk.store.db).filter(({ role }) => role === 'supervisor' || role === 'admin');
    return desk.vault.textFor(new Set(few.map(({ username }) => username)));
  }

  async function makeInto(place: string, why: BackupWhy): Promise<FoundBackup | BackupFault> {
    const desk = getDesk();
    const { desk: counter, unitCode, centreName } = desk.getOffice();
    const made = await makeBackup({
      folder: desk.ports.dataFolder,
      reader: desk.reader,
      place,
      keys: keysFor(place),
      facts: {
        app: desk.ports.version,
        schema: newestVersion(),
        desk: {
          uuid: deskUuidOf(desk.store.db),
          code: counter.code,
          name: counter.name,
          follows: ownDeskUuids(desk.store.db).length - 1,
        },
        unitCode,
        centreName,
        practice: desk.practice(),
        two: areTwoPersonsAsked(desk.store.db),
        why,
        madeAt: toCivilTime(desk.clock.dated()),
      },
    });
    note(place, made);
    if (!isFault(made)) rotate(place, made);
    return made;
  }

  async function copyInto(backup: FoundBackup, place: string): Promise<Fault | null> {
    const copied = await copyBackup(backup, place, keysFor(place));
    note(place, copied);
    if (isFault(copied)) return copied;
    remember(place, copied, toCivilTime(getDesk().clock.dated()));
    rotate(place, copied);
    return null;
  }

  function remember(place: string, { manifest: { madeAt } }: FoundBackup, at: string): void {
    rememberElsewhere(beside(), { path: place, madeAt, at });
  }

  function findHad(place: string): BackupPlace['had'] {
    const said = findElsewhere(beside());
    return said?.path === place ? { madeAt: said.madeAt, at: said.at } : null;
  }

  async function lookForSecond(): Promise<void> {
    const place = second();
    const isThere = place === '' || (await isPlaceThere(place));
    // The register may be closed by then: a command asks one thing and is gone.
    if (getDesk().hasEnded()) return;
    missing = isThere ? null : place;
    if (!isThere || place === '' || findHad(place) !== null) return;
    // A register that came back from there, or was set up over it, has put nothing there itself.
    const [there] = ownIn(place);
    if (there !== undefined) remember(place, there, there.manifest.madeAt);
  }

  function note(place: string, outcome: FoundBackup | Fault): void {
    const { log } = getDesk().ports;
    if (!isFault(outcome)) {
      troubles.delete(place);
      log.write('backup-made', { cases: outcome.manifest.cases, seconds: outcome.manifest.seconds });
      return;
    }
    troubles.set(place, outcome);
    log.write('backup-failed', { fault: outcome.fault, data: outcome.data });
  }

  /** What was just made stays, whatever a clock that stands still or went back says of its age. */
  function rotate(place: string, made: FoundBackup): void {
    const desk = getDesk();
    const kept = ownIn(place);
    const gone = outlived(
      kept.map(({ folder, manifest }) => ({ name: folder, at: Date.parse(manifest.madeAt), why: manifest.why })),
      desk.clock.dated(),
      desk.practice(),
    );
    for (const folder of gone.filter((one) => one !== made.folder)) {
      try {
        rmSync(folder, { recursive: true, force: true });
      } catch (error) {
        // An old backup too many is no harm: the next rotation finds it.
        desk.ports.log.write('backup-not-removed', { error });
      }
    }
  }

  /** The reader reads one thing after another anyway; and of two backups at once the second would hold nothing new. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = getDesk().inTurn('backup', work);
    running = turn;
    const ended = () => {
      if (running === turn) running = undefined;
    };
    turn.then(ended, ended);
    return turn;
  }

  async function make(why: BackupWhy, place?: string): Promise<MadeBackup | BackupFault> {
    return inTurn(async () => {
      const made = await makeInto(place ?? beside(), why);
      if (isFault(made)) return made;
      newest = made;
      const trouble = place === undefined && second() !== '' ? await copyInto(made, second()) : null;
      return { backup: made, trouble };
    });
  }

  function getNewest(): FoundBackup | null {
    if (getDesk().findOffice() === undefined) return null;
    newest ??= ownIn(...bothPlaces())[0] ?? null;
    return newest;
  }

  async function tick(when: 'hourly' | 'closing'): Promise<void> {
    const desk = getDesk();
    if (desk.findOffice() === undefined) return;
    await lookForSecond();
    if (running !== undefined && when === 'hourly') return;
    // What closes waits for what is under way: it may be all that is needed.
    await running?.catch(() => undefined);
    const last = getNewest();
    const head = Buffer.from(desk.store.journal.head().hash).toString('hex');
    const known = last === null ? null : { at: Date.parse(last.manifest.madeAt), head: last.manifest.last?.hash ?? '' };
    const due = when === 'closing' ? known?.head !== head : isBackupDue(known, desk.now(), head);
    if (due) await make(when);
    else if (last !== null && troubles.has(second())) await inTurn(() => copyInto(last, second()));
  }

  function troubleOf(place: string): Fault | null {
    const isMissing = place !== '' && missing === place;
    return troubles.get(place) ?? (isMissing ? fault('backup-place-missing', { path: place }) : null);
  }

  function trouble(): Fault | null {
    if (missing === undefined && getDesk().findOffice() !== undefined) {
      missing = null;
      lookForSecond().catch((error: unknown) => getDesk().ports.log.write('second-place-not-looked-at', { error }));
    }

    // A place the office has since given up troubles nobody.
    return [beside(), second()].map(troubleOf).find((one) => one !== null) ?? null;
  }

  function places(): BackupPlace[] {
    const both = [
      { path: beside(), second: false },
      { path: second(), second: true },
    ].filter(({ path: place }) => place !== '');
    if (second() !== '') missing = existsSync(second()) ? null : second();
    // Looked at again: what was the newest may have been taken away meanwhile.
    newest = undefined;
    return both.map((place) => ({
      ...place,
      backups: ownIn(place.path),
      broken: brokenIn(place.path),
      had: place.second ? findHad(place.path) : null,
      trouble: troubleOf(place.path),
    }));
  }

  function plainBackups(): string[] {
    return ownIn(...bothPlaces())
      .filter(({ file }) => headOf(file) === 'plain')
      .map(({ folder }) => folder);
  }

  /** Registers that a restore kept are for a person to look into and to take away. */
  function plainLeft(): string[] {
    if (getDesk().vault === null) return [];
    const { dataFolder } = getDesk().ports;
    const [kept, papers] = [path.join(dataFolder, keptFolder), path.join(dataFolder, papersFolder)];
    const registers = namesIn(kept).map((name) => path.join(kept, name));
    return [
      ...plainBackups(),
      ...registers.filter((one) => headOf(path.join(one, storeFileName)) === 'plain'),
      ...(namesIn(papers).length > 0 ? [papers] : []),
    ];
  }

  async function shredPlain(): Promise<void> {
    for (const folder of plainBackups()) {
      try {
        shredFolder(folder);
      } catch (error) {
        getDesk().ports.log.write('backup-not-removed', { error });
      }
      // Each is as large as the register: who waits for an answer is not kept waiting for all of them.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  const isRunning = (): boolean => running !== undefined;
  return { make, newest: getNewest, trouble, places, running: isRunning, plainLeft, shredPlain, tick };
}
