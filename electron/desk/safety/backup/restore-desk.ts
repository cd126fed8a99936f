import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import {
  type RestoreFault,
  type Restored,
  readableBackup,
  restoreBackup,
  restoreOver,
} from '../../../store/safety/backup/restore.ts';
import { type Swapped, endSwap, keptFolder, resumeSwap } from '../../../store/safety/backup/swap.ts';
import { type Testimony, type Witness, openWitness } from '../../../store/file/opening/witness.ts';
import { type OpenFault, openFault, openToRead } from '../../../store/file/opening/open.ts';
import { storeFileName } from '../../../store/file/file-names.ts';
import { type FileKey, headOf } from '../../../store/file/opening/sealed.ts';
import { type KeysFault, hasKeys, readKeys } from '../../../store/keys/keys-file.ts';
import { unlock, unlockByRecovery } from '../../../store/keys/vault.ts';
import { type FoundBackup, counterOf, listBackups } from '../../../store/safety/backup/manifest.ts';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { recoveryKeyAsSecond } from '../../../domain/entries/signed.ts';
import { mayStand, unfitAsSecond } from '../../../domain/common/office/second-person.ts';
import { type Account, listAccounts } from '../../../store/common/office/accounts.ts';
import { areTwoPersonsAsked, findOffice, isPractice } from '../../../store/common/office/settings.ts';
import { accountKeyId, secretOf } from '../../core/keys/account-keys.ts';
import { passwordMatches } from '../../common/office/people/password.ts';
import type { Ports } from '../../core/ports.ts';
import { besideName } from './schedule.ts';
import { witnessFiles } from '../../core/witness-place.ts';

/** The register of a backup as the desk of a folder that holds none. Whoever gives it back is asked for as where it takes a register's place. */
export function restoreDesk(
  ports: Ports,
  from: string,
  ...persons: readonly RestorePerson[]
): Promise<Restored | SealedRestoreFault> {
  return restoreBy(ports, from, persons, restoreBackup);
}

/**
 * The register of a backup in the place of one that cannot be worked with; what was there is kept.
 * @param blank where that one holds no office: a spare computer, just started
 */
export async function restoreInPlace(
  ports: Ports,
  from: string,
  persons: readonly RestorePerson[] = [],
  blank = false,
): Promise<Restored | SealedRestoreFault> {
  return restoreBy(ports, from, persons, (asked) => restoreOver({ ...asked, blank }), otherOffice);
}

/** Who was proven: user names, and the key on paper by the name it stands under. */
type Proven = readonly string[];

/** Whether two keep this office by what any of these backups says: whoever chooses one from before they did is no less asked for the other. */
export function isKeptByTwo(among: readonly FoundBackup[], { manifest }: FoundBackup): boolean {
  return among.some(({ manifest: other }) => other.two === true && counterOf(other) === counterOf(manifest));
}

/**
 * Whether two keep it by a register itself, opened by the key of the chosen backup: what stands beside a file anybody can write anew. Asked are the register that
 * is to be replaced, as far as it can be read, those that were replaced before, and every backup beside the data and beside the chosen one.
 */
function wereTwo(dataFolder: string, chosen: FoundBackup, key: FileKey | null): boolean {
  const counter = toldBy(chosen.folder, key)?.counter;
  const places = [path.join(dataFolder, besideName), path.join(dataFolder, keptFolder), path.dirname(chosen.folder)];
  const folders = new Set([dataFolder, ...places.flatMap(foldersIn)].map((folder) => path.resolve(folder)));
  return [...folders].some((folder) => {
    const told = toldBy(folder, key);
    return told?.two === true && told.counter === counter;
  });
}

function foldersIn(place: string): string[] {
  try {
    return readdirSync(place, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => path.join(place, name));
  } catch {
    return [];
  }
}

/** What a register says of whose it is and who keeps it; undefined where it does not open by this key, or cannot be read so far. */
function toldBy(folder: string, key: FileKey | null): { readonly two: boolean; readonly counter: string } | undefined {
  if (!existsSync(path.join(folder, storeFileName))) return undefined;
  try {
    const db = openToRead(folder, key);
    try {
      const office = findOffice(db);
      if (office === undefined) return undefined;
      return { two: areTwoPersonsAsked(db), counter: counterOf({ ...office, practice: isPractice(db) }) };
    } finally {
      db.close();
    }
  } catch {
    return undefined;
  }
}

/**
 * Of an office that two keep, two have to stand for what takes the register's place, as its backup knows them: the register itself does not open. Or the key
 * on paper, which lets whoever has it in by the sign-in screen too. A plain office that one person keeps is brought back by one who may stand for it.
 */
async function standForRestore(
  { folder, file }: FoundBackup,
  key: FileKey | null,
  persons: readonly RestorePerson[],
  keptByTwo: boolean,
): Promise<
  Proven | KeepersFault | Fault<'second-person-needed' | 'second-person-unfit' | 'sign-in-refused' | 'sign-in-required'>
> {
  const known = keepersIn(folder, file, key, keptByTwo);
  if (isFault(known)) return known;
  if (known === 'nobody') return [];
  // A plain file has no key on paper that could be proven by it. Of a sealed one the key opened the file, or the restore ended before this: it lies in an
  // envelope that two closed, and is all that is left where no password is known.
  const standing = key === null ? persons.filter((one) => !('recoveryKey' in one)) : persons;
  const { people, two } = known;
  if (standing.length === 0) return fault(two && persons.length > 0 ? 'second-person-needed' : 'sign-in-required', {});
  if (two && standing.length < 2 && !standing.some((one) => 'recoveryKey' in one))
    return fault('second-person-needed', {});
  const proven: Account[] = [];
  for (const person of standing) {
    if ('recoveryKey' in person) continue;
    const account = people.find(({ username }) => username === person.username);
    if (
      account === undefined ||
      account.disabled ||
      !(await isPasswordOf(folder, headOf(file), account, person.password))
    )
      return fault('sign-in-refused', { waitSeconds: 1 });
    if (!mayStand(account.role)) return fault('second-person-unfit', { why: 'role' });
    proven.push(account);
  }
  const [first, second] = proven;
  const unfit = first === undefined || second === undefined ? null : unfitAsSecond(first, second);
  return unfit === null ? standing.map(nameOf) : fault('second-person-unfit', { why: unfit });
}

type Keepers = { readonly people: readonly Account[]; readonly two: boolean };

type KeepersFault = OpenFault | Fault<'backup-not-proven'>;

/**
 * The people of a backup who are asked for its return. Whose file does not even tell that is nobody's to bring back; a drive that does not give the file out is
 * said to be what it is, for the next attempt may find it well.
 */
function keepersIn(
  folder: string,
  file: string,
  key: FileKey | null,
  keptByTwo: boolean,
): Keepers | 'nobody' | KeepersFault {
  try {
    const db = openToRead(folder, key);
    try {
      const people = listAccounts(db);
      if (keptByTwo || areTwoPersonsAsked(db)) return { people, two: true };
      // Whose password opened a sealed one was proven by that; of invented people, and where nobody has a password, nobody can be asked.
      const hasKeeper = people.some(({ role, disabled, password }) => mayStand(role) && !disabled && password !== '');
      return key === null && !isPractice(db) && hasKeeper ? { people, two: false } : 'nobody';
    } finally {
      db.close();
    }
  } catch (error) {
    const trouble = openFault(error, folder, file);
    return isOfDrive(trouble)
      ? trouble
      : fault('backup-not-proven', { path: file, reason: 'the people in it cannot be read' });
  }
}

/** Whether the drive did not give the file out; what is in the file is another matter. */
function isOfDrive(trouble: OpenFault): boolean {
  if (trouble.fault === 'store-unusable') return /^(SQLITE_CANTOPEN|E[A-Z]+)/.test(trouble.data.reason);
  return trouble.fault === 'disk-failing' || trouble.fault === 'disk-full';
}

async function isPasswordOf(
  folder: string,
  head: ReturnType<typeof headOf>,
  account: Account,
  password: string,
): Promise<boolean> {
  if (accountKeyId(account) === undefined) return passwordMatches(password, account.password);
  const keys = Buffer.isBuffer(head) ? readKeys(folder, head) : undefined;
  if (keys === undefined || isFault(keys) || !Buffer.isBuffer(head)) return false;
  const vault = await unlock(folder, keys, head, account.username, password);
  vault?.close();
  return vault !== undefined;
}

/** What opens a sealed backup: a password, or the key on paper. */
export type RestorePerson = { readonly username: string; readonly password: string } | { readonly recoveryKey: string };

/** As the register's first entry names who stood for its return. */
function nameOf(person: RestorePerson): string {
  return 'recoveryKey' in person ? recoveryKeyAsSecond : person.username;
}

type SealedRestoreFault =
  | RestoreFault
  | KeysFault
  | Fault<
      | 'backup-foreign'
      | 'keys-foreign'
      | 'keys-no-slot'
      | 'recovery-key-length'
      | 'recovery-key-mistyped'
      | 'recovery-key-wrong'
      | 'sign-in-required'
      | 'second-person-needed'
      | 'second-person-unfit'
      | 'sign-in-refused'
    >;

async function restoreBy(
  ports: Ports,
  from: string,
  persons: readonly RestorePerson[],
  restore: typeof restoreBackup,
  refuse: typeof otherOffice = () => null,
): Promise<Restored | SealedRestoreFault> {
  const backup = readableBackup(from);
  if (isFault(backup)) return backup;
  const beside = listBackups(path.join(ports.dataFolder, besideName));
  const refused = refuse(beside, backup);
  if (refused !== null) return refused;
  // The key on paper opens it where it is given, whoever stands beside it.
  const who = persons.find((one) => 'recoveryKey' in one) ?? persons[0];
  const key = await keyOf(backup, who);
  if (isFault(key)) return key;
  const { before } = testify(ports, null);
  const keptByTwo =
    before?.two === true ||
    isKeptByTwo([...beside, ...listBackups(path.dirname(backup.folder))], backup) ||
    wereTwo(ports.dataFolder, backup, key);
  const stood = await standForRestore(backup, key, persons, keptByTwo);
  if (isFault(stood)) return stood;
  // What opened the file was proven by that.
  const opener = key === null || who === undefined ? [] : [nameOf(who)];
  const restored = await restore({
    from,
    folder: ports.dataFolder,
    now: ports.clock.now(),
    random: (size) => ports.random.bytes(size),
    marks: before?.marks ?? null,
    key,
    persons: [...new Set([...stood, ...opener])],
  });
  if (isFault(restored)) return restored;
  testify(ports, restored.testimony, restored.manifest.practice);
  endSwap(ports.dataFolder);
  return restored;
}

/** What opens a sealed backup; null for a plain one. */
async function keyOf(
  backup: FoundBackup,
  who: RestorePerson | undefined,
): Promise<FileKey | null | SealedRestoreFault> {
  const head = headOf(backup.file);
  if (!Buffer.isBuffer(head) || !hasKeys(backup.folder)) return null;
  const keys = readKeys(backup.folder, head);
  if (isFault(keys)) return keys;
  if (who === undefined) return fault('sign-in-required', {});
  if ('recoveryKey' in who) {
    const secret = secretOf(who.recoveryKey);
    if (isFault(secret)) return secret;
    return unlockByRecovery(backup.folder, keys, head, secret)?.fileKey ?? fault('recovery-key-wrong', {});
  }
  const names = keys.accounts.map(({ username }) => username);
  if (!names.includes(who.username))
    return fault('keys-no-slot', { username: who.username, accounts: names.toSorted().join(', ') });
  const vault = await unlock(backup.folder, keys, head, who.username, who.password);
  return vault?.fileKey ?? fault('sign-in-refused', { waitSeconds: 1 });
}

/** A backup of another counter would put that one's numbers into this one's place: which counter this is, the newest backup beside the data says. */
export function otherOffice(
  besideData: readonly FoundBackup[],
  { manifest }: FoundBackup,
): Fault<'backup-foreign'> | null {
  const own = besideData[0]?.manifest;
  if (own === undefined || counterOf(own) === counterOf(manifest)) return null;
  const { centreName, desk } = manifest;
  return fault('backup-foreign', { centreName, deskName: desk.name, own: `${own.centreName}, ${own.desk.name}` });
}

/**
 * Whether a register that does not open without keys is a sealed one whose keys are gone, and no damaged one: a backup beside it has the keys of this very
 * file, by its first bytes.
 */
export function areKeysMissing({ dataFolder }: Ports, head: ReturnType<typeof headOf>): boolean {
  if (!Buffer.isBuffer(head)) return false;
  return listBackups(path.join(dataFolder, besideName)).some(({ folder }) => !isFault(readKeys(folder, head)));
}

/** An exchange that was under way when the last process ended is gone through with before anything is opened; where it cannot be, nothing is. */
export function finishRestore(ports: Ports): OpenFault | null {
  const { dataFolder } = ports;
  let swapped: Swapped | null;
  try {
    swapped = resumeSwap(dataFolder);
  } catch (error) {
    return openFault(error, dataFolder, path.join(dataFolder, storeFileName));
  }
  if (swapped === null) return null;
  testify(ports, swapped.testimony, swapped.practice);
  endSwap(dataFolder);
  return null;
}

/** What the witness of a folder says, or what it is to say from now on. */
function testify(ports: Ports, said: Testimony | null, practice = false): Pick<Witness, 'before'> {
  const { real, practice: beside } = witnessFiles(ports);
  const witness = openWitness({
    readFrom: [real, beside],
    writeTo: () => (practice ? beside : real),
    failed: (error) => ports.log.write('witness-not-written', { error: String(error) }),
  });
  if (said !== null) witness.note(said, 'at-once');
  witness.close();
  return witness;
}
