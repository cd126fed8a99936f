import { createHash } from 'node:crypto';
import { type Fault, fault } from '../contract/fault.ts';
import type { OfficeSettings, Role } from '../contract/office/office.ts';
import { canonicalJson } from '../domain/base/canonical-json.ts';
import { leaseBlock } from '../domain/base/numbering.ts';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import { keepCatalogue } from '../store/catalogue/catalogue.ts';
import { addAccount } from '../store/office/accounts.ts';
import type { Writer } from '../store/store.ts';
import { adoptCalendar } from './adopt-calendar.ts';

export type AccountToAdd = {
  readonly username: string;
  readonly fullName: string;
  readonly role: Role;
  readonly passwordHash: string;
};

/** Writes a new office into an empty file: its catalogue, its settings, its people. */
export function writeOffice(
  tx: Writer,
  office: { settings: OfficeSettings; practice: boolean; accounts: readonly AccountToAdd[]; catalogue: Catalogue },
): void {
  const { settings, practice, accounts, catalogue } = office;
  adoptCatalogue(tx, catalogue);
  adoptCalendar(tx, catalogue, { looked: 0, changed: 0 });
  tx.append({ kind: 'office' }, { type: 'office-set-up', settings, practice });
  for (const { username, fullName, role, passwordHash } of accounts) {
    addAccount(tx.db, { username, fullName, role, password: passwordHash });
    tx.append({ kind: 'account', username }, { type: 'account-added', fullName, role });
  }
}

/** Keeps the catalogue for good and notes its hash: cases name the version they were received under. */
export function adoptCatalogue(tx: Writer, catalogue: Catalogue): void {
  keepCatalogue(
    tx.db,
    catalogue.version,
    catalogue.procedures.map((procedure) => ({ code: procedure.code, name: procedure.name, body: procedure })),
  );
  const sha256 = createHash('sha256').update(canonicalJson(catalogue.procedures)).digest('hex');
  tx.append({ kind: 'office' }, { type: 'catalogue-adopted', version: catalogue.version, sha256 });
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

/** Each desk numbers its receipts by itself, so a symbol is one desk's alone (NĐ 254/2026 Điều 23 k2). What other desks have is what was told here. */
function takenSymbol({ receipts, otherDesks }: OfficeSettings): Fault<'receipt-symbol-taken'> | null {
  const own = [receipts?.letters, receipts?.paper?.symbol].flatMap((symbol) =>
    symbol === undefined ? [] : [symbol.toUpperCase()],
  );
  for (const { name, symbols = [] } of otherDesks) {
    const symbol = symbols.find((taken) => own.includes(taken.trim().toUpperCase()));
    if (symbol !== undefined) return fault('receipt-symbol-taken', { symbol, desk: name });
  }
  return null;
}
