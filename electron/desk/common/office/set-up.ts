import type { Unit } from '../../../contract/catalogue/lists.ts';
import { createHash } from 'node:crypto';
import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import type { OfficeSettings, Role } from '../../../contract/common/office/office.ts';
import { canonicalJson } from '../../../domain/base/canonical-json.ts';
import { leaseBlock } from '../../../domain/base/numbering.ts';
import { fold } from '../../../domain/base/vietnamese.ts';
import type { Catalogue } from '../../../domain/catalogue/catalogue.ts';
import { keepCatalogue } from '../../../store/catalogue/catalogue.ts';
import { keepCalendar } from '../../../store/centre/content/content.ts';
import type { PublicKeys } from '../../../store/keys/primitives.ts';
import { deskOfSymbol, symbolsOf } from '../../../store/counter/money/symbols.ts';
import { addAccount } from '../../../store/common/office/accounts.ts';
import type { KnownPassword } from '../../../store/common/office/known-passwords.ts';
import { findCalendarHash } from '../../../store/common/office/settings.ts';
import type { Writer } from '../../../store/store.ts';
import { changedPromises } from '../../counter/case/changed-promises.ts';
import type { DeskContext } from '../../core/context.ts';
import { counterName } from '../../core/counter.ts';
import { keyEvent } from '../../core/keys/account-keys.ts';

export type AccountToAdd = {
  readonly username: string;
  readonly fullName: string;
  readonly role: Role;
  /** Of a plain office the hash of the password; of a sealed one the name of the key that it opens. */
  readonly passwordHash: string;
  readonly keys?: PublicKeys;
  /** What is remembered of it, so that it is not taken again. */
  readonly known: KnownPassword | undefined;
  /** Whether somebody else knows the password, which is then for one sign-in alone. */
  readonly mustChange?: boolean;
};

/** Writes a new office into an empty file: its catalogue, its settings, its people. */
export function writeOffice(
  tx: Writer,
  office: { settings: OfficeSettings; practice: boolean; accounts: readonly AccountToAdd[]; catalogue: Catalogue },
  /** Seconds since 1970. */
  at: number,
): void {
  const { settings, practice, accounts, catalogue } = office;
  adoptCatalogue(tx, catalogue);
  adoptCalendar(tx, catalogue, { looked: 0, changed: 0 });
  tx.append({ kind: 'office' }, { type: 'office-set-up', settings, practice });
  for (const { username, fullName, role, passwordHash, keys, known, mustChange = false } of accounts) {
    addAccount(tx.db, { username, fullName, role, password: passwordHash }, { at, mustChange, known });
    tx.append({ kind: 'account', username }, { type: 'account-added', fullName, role });
    if (keys !== undefined) tx.append({ kind: 'account', username }, keyEvent(keys));
  }
}

/** Keeps the catalogue for good and notes its whole hash and its day: cases name the version they were received under. */
export function adoptCatalogue(tx: Writer, catalogue: Catalogue): void {
  keepCatalogue(
    tx.db,
    catalogue.version,
    catalogue.procedures.map((procedure) => ({ code: procedure.code, name: procedure.name, body: procedure })),
  );
  const { version, sha256, dated } = catalogue;
  tx.append({ kind: 'office' }, { type: 'catalogue-adopted', version, sha256, dated });
}

/** What is wrong with an office's settings, if anything: an unknown unit, or two desks with one number of cases or receipts. */
export function settingsFault(
  settings: OfficeSettings,
  catalogue: Catalogue,
): Fault<'unit-unknown' | 'block-overlaps' | 'receipt-symbol-taken'> | null {
  if (!catalogue.units.some(({ code }) => code === settings.unitCode))
    return fault('unit-unknown', { code: settings.unitCode });
  const desks = [settings.desk, ...settings.otherDesks];
  const standing: { desk: string; first: number; last: number }[] = [];
  for (const { code, blocks } of desks) {
    for (const block of blocks) {
      const leased = leaseBlock(standing, { ...block, desk: code });
      if ('fault' in leased) return leased;
      standing.push(leased);
    }
  }
  return takenSymbol(settings);
}

/** Each desk numbers its receipts by itself, so a symbol is one desk's alone: our way to part the numbers, which NĐ 254/2026 Điều 25 k5 wants parted. What other desks have is what was told here. */
function takenSymbol({ receipts, otherDesks }: OfficeSettings): Fault<'receipt-symbol-taken'> | null {
  const own = symbolsOf({ receipts });
  for (const { name, symbols = [] } of otherDesks) {
    const symbol = symbols.find((taken) => own.includes(taken.trim().toUpperCase()));
    if (symbol !== undefined) return fault('receipt-symbol-taken', { symbol, desk: name });
  }
  return null;
}

/** A symbol that is set anew and that another counter of the centre has: by its own settings, or by a receipt that it issued. Practice offices share one. */
export function takenElsewhere(
  desk: DeskContext,
  before: OfficeSettings,
  next: OfficeSettings,
): Fault<'receipt-symbol-taken'> | null {
  if (desk.practice()) return null;
  const known = symbolsOf(before);
  for (const symbol of symbolsOf(next).filter((one) => !known.includes(one))) {
    const uuid = deskOfSymbol(desk.store.db, symbol, desk.nowCivil().slice(2, 4));
    if (uuid !== undefined) return fault('receipt-symbol-taken', { symbol, desk: counterName(desk, uuid) });
  }
  return null;
}

type Count = { readonly looked: number; readonly changed: number };

/** Notes by which days promises are counted from here on, where they come from, and how many printed ones they would have dated otherwise. */
function adoptCalendar(tx: Writer, catalogue: Catalogue, { looked, changed }: Count): void {
  const { version, source } = catalogue.calendar;
  const sha256 = hashOf(catalogue);
  keepCalendar(tx.db, catalogue.days);
  tx.append({ kind: 'office' }, { type: 'calendar-adopted', version, source, sha256, looked, changed });
}

/** A new build may bring other days: an office that is set up adopts them before the first call. The printed dates stay: what was printed is a promise. */
export function adoptChangedCalendar(desk: DeskContext): void {
  if (desk.findOffice() === undefined || findCalendarHash(desk.store.db) === hashOf(desk.catalogue)) return;
  const { looked, changes } = changedPromises(desk);
  const done = desk.store.write(null, desk.now(), (tx) =>
    adoptCalendar(tx, desk.catalogue, { looked, changed: changes.length }),
  );
  if (isFault(done)) desk.ports.log.write('calendar-not-adopted', { fault: done.fault });
}

/** Of the days themselves: a list that was only dated anew counts every promise as before. */
function hashOf({ days }: Catalogue): string {
  return createHash('sha256').update(canonicalJson(days)).digest('hex');
}

/** What the list says the identifier of a unit is; null for one that stands in no list. */
export function listedIdentifier({ identifiers }: Catalogue, unitCode: string) {
  return identifiers.get(unitCode) ?? null;
}

export function identifierListView({ identifierList: { version: dated, source } }: Catalogue) {
  return { dated, source: source.join('; ') };
}

/** Whether an identifier is a list's word or the office's own is not changed by saving other settings. */
export function keepProposed(before: OfficeSettings, next: OfficeSettings): OfficeSettings {
  if (before.caseUnitCode !== next.caseUnitCode) return next;
  const { caseUnitCodeProposed: _asked, ...settings } = next;
  return before.caseUnitCodeProposed === true ? { ...settings, caseUnitCodeProposed: true } : settings;
}

/** The identifier is the office's own from here on: the settings no longer call it proposed, and the journal says who said so and why. */
export function confirmIdentifier(tx: Writer, before: OfficeSettings, document: string, everywhere: boolean): void {
  const { caseUnitCodeProposed: _proposed, ...settings } = before;
  tx.append(
    { kind: 'office' },
    { type: 'identifier-confirmed', code: settings.caseUnitCode, document, ...(everywhere ? { everywhere } : {}) },
  );
  tx.append(
    { kind: 'office' },
    {
      type: 'settings-changed',
      settings,
      reason: document,
      ...(everywhere ? { everywhere: ['caseUnitCode', 'caseUnitCodeProposed'] } : {}),
    },
  );
}

type Found = Pick<Unit, 'code' | 'name' | 'fullName' | 'type'> & { readonly province: string };

/** Communes by the words of their name or province, marks or not, in any order, or by code; those whose name begins so come first. */
export function findUnits(catalogue: Catalogue, text: string, limit: number): Found[] {
  const words = fold(text)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const provinces = new Map(catalogue.provinces.map(({ code, name }) => [code, name]));
  const wanted = words.join(' ');
  return catalogue.units
    .map(({ code, name, fullName, type, provinceCode }) => {
      const province = provinces.get(provinceCode) ?? '';
      return { code, name, fullName, type, province };
    })
    .filter(({ code, fullName, province }) => {
      const where = `${fold(fullName)} ${fold(province)} ${code}`;
      return words.every((word) => where.includes(word));
    })
    .toSorted((a, b) => rank(a, wanted) - rank(b, wanted))
    .slice(0, limit);
}

function rank({ name, fullName }: Found, wanted: string): number {
  return [fold(name), fold(fullName)].some((whole) => whole.startsWith(wanted)) ? 0 : 1;
}
