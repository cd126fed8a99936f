import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { OwnFieldList } from '../../contract/catalogue/own-fields.ts';
import {
  Bank,
  CalendarDay,
  type FormerUnit,
  FormerUnitsRow,
  IdentifierRow,
  Incentive,
  ListedProcedure,
  MoreProcedure,
  NationwideProcedure,
  Procedure,
  ProcedureLegs,
  type ProcedureTerm,
  ProcessFrame,
  ProvinceRow,
  ReceiptLaw,
  type Unit,
  UnitRow,
  type UnitType,
} from '../../contract/catalogue/lists.ts';
import { type Fault, fault, isFault } from '../../contract/base/fault.ts';
import { firstIssue } from '../../contract/base/input-issues.ts';
import { canonicalJson } from '../../domain/base/canonical-json.ts';
import { damageReason, encodingReasons, findDamagedText, readTextFile } from '../../paper/forms/text-file.ts';
import type { Catalogue } from '../../domain/catalogue/catalogue.ts';
import { electronicTemplate } from '../../domain/counter/money/fee-receipt.ts';
import { processFlaw } from '../../domain/routing/process.ts';

const head = { version: z.iso.date(), source: z.array(z.string().min(1)).min(1) };

/** No two rows may answer to the same key: the second would never be found. */
function unique<T>(key: (row: T) => string) {
  return (rows: readonly T[], context: z.RefinementCtx): void => {
    const seen = new Set<string>();
    for (const [index, row] of rows.entries()) {
      if (seen.has(key(row))) context.addIssue({ code: 'custom', path: [index, key(row)], message: 'row-twice' });
      seen.add(key(row));
    }
  };
}

/** One case of a procedure has one limit on any day and for any way a file comes in. */
function oneLimitADay({ terms }: Procedure, context: z.RefinementCtx): void {
  for (const [index, term] of terms.entries()) {
    const double = terms.slice(0, index).find((other) => other.key === term.key && overlap(other, term));
    if (double !== undefined)
      context.addIssue({ code: 'custom', path: ['terms', index, term.key], message: 'row-twice' });
  }
}

function overlap(a: ProcedureTerm, b: ProcedureTerm): boolean {
  const apart =
    (a.until !== null && b.from !== null && a.until < b.from) ||
    (b.until !== null && a.from !== null && b.until < a.from);
  const shared =
    a.channels === undefined || b.channels === undefined || a.channels.some((one) => b.channels?.includes(one));
  return !apart && shared;
}

/** A list with its date and where it was taken from. */
function listOf<S extends z.ZodType>(data: S) {
  return z.strictObject({ ...head, data });
}

const UnitsFile = listOf(
  z.strictObject({
    provinces: z.array(ProvinceRow).superRefine(unique((row) => row[0])),
    communes: z.array(UnitRow).superRefine(unique((row) => row[0])),
    formerUnits: z.array(FormerUnitsRow),
  }),
);

const ProceduresFile = listOf(
  z.strictObject({
    procedures: z.array(Procedure.superRefine(oneLimitADay)).superRefine(unique((row) => row.code)),
    listedOnly: z.array(ListedProcedure).superRefine(unique((row) => row.code)),
  }),
);

const MoreFile = listOf(
  z
    .array(
      MoreProcedure.refine(({ procedure }) => procedure.verified === null, 'what was read stands in the first list'),
    )
    .superRefine(unique((row) => row.procedure.code)),
);

/** What procedures of the lists ask beside; an office sets it otherwise in its own catalogue. */
const OwnFieldsFile = listOf(
  z.array(z.strictObject({ code: z.string(), fields: OwnFieldList })).superRefine(unique((row) => row.code)),
);

const IdentifiersFile = listOf(
  z
    .array(IdentifierRow)
    .superRefine(unique((row) => row[0]))
    .superRefine(unique((row) => row[1])),
);
const NationwideFile = listOf(z.array(NationwideProcedure).superRefine(unique((row) => row.code)));

const HolidaysFile = listOf(z.array(CalendarDay).superRefine(unique((row) => row.date)));
const BanksFile = listOf(z.array(Bank));

const IncentivesFile = listOf(
  z
    .array(Incentive.refine(({ from, until }) => until === null || from <= until, 'the window ends before it begins'))
    .superRefine(unique((row) => row.id)),
);

const LegsFile = listOf(z.array(ProcedureLegs).superRefine(unique((row) => row.code)));
const ReceiptsFile = listOf(ReceiptLaw.extend({ electronicTemplate: z.string().regex(electronicTemplate) }));

const ProcessesFile = listOf(
  z
    .array(ProcessFrame.refine(({ steps }) => processFlaw(steps) === null, 'the steps are no process'))
    .superRefine(unique((row) => row.id))
    .refine((rows) => rows.filter(({ units }) => units === undefined).length === 1, 'one frame is for all the rest'),
);

const typeNames: Readonly<Record<UnitType, string>> = { phuong: 'Phường', xa: 'Xã', 'dac-khu': 'Đặc khu' };

/**
 * Reads the lists of `resources/data`. A file that is missing, is not JSON, or breaks its schema gives the fault
 * `data-broken` with the first thing wrong in it; nothing is half read.
 */
export function readCatalogue(folder: string): Catalogue | Fault<'data-broken'> {
  const readList = listReader(folder);
  const units = readList('units.json', UnitsFile);
  if (isFault(units)) return units;
  const identifiers = readList('identifiers.json', IdentifiersFile);
  if (isFault(identifiers)) return identifiers;
  const nationwide = readList('nationwide.json', NationwideFile);
  if (isFault(nationwide)) return nationwide;
  const procedures = readList('procedures.json', ProceduresFile);
  if (isFault(procedures)) return procedures;
  const ownFields = readList('own-fields.json', OwnFieldsFile);
  if (isFault(ownFields)) return ownFields;
  const asked = new Map(ownFields.data.map(({ code, fields }) => [code, fields]));
  const asking = procedures.data.procedures.map((procedure): Procedure => {
    const fields = asked.get(procedure.code);
    return fields === undefined ? procedure : { ...procedure, ownFields: fields };
  });
  const holidays = readList('holidays.json', HolidaysFile);
  if (isFault(holidays)) return holidays;
  const banks = readList('banks.json', BanksFile);
  if (isFault(banks)) return banks;
  const incentives = readList('incentives.json', IncentivesFile);
  if (isFault(incentives)) return incentives;
  const more = readList('procedures-more.json', MoreFile, { trusted: true });
  if (isFault(more)) return more;
  const twice = more.data.find(({ procedure }) =>
    procedures.data.procedures.some(({ code }) => code === procedure.code),
  );
  if (twice !== undefined) {
    const { code } = twice.procedure;
    const reason = `thủ tục ${code} có ở cả hai danh mục`;
    return fault('data-broken', {
      file: 'procedures-more.json',
      reason,
      reasonEn: `procedure ${code} is in both lists`,
    });
  }
  const receipts = readList('receipts.json', ReceiptsFile);
  if (isFault(receipts)) return receipts;
  const legs = readList('legs.json', LegsFile);
  if (isFault(legs)) return legs;

  const processes = readList('processes.json', ProcessesFile);
  if (isFault(processes)) return processes;

  return {
    ...nameOf(asking),
    dated: procedures.version,
    provinces: units.data.provinces.map(([code, name, fullName, type]) => ({ code, name, fullName, type })),
    units: units.data.communes.map(unitOf),
    formerUnits: Object.fromEntries(units.data.formerUnits.map(([code, rows]) => [code, rows.map(formerUnitOf)])),
    identifiers: new Map(identifiers.data.map(([unit, code, grade]) => [unit, { code, grade }])),
    identifierList: { version: identifiers.version, source: identifiers.source },
    procedures: asking,
    more: more.data,
    moreDated: more.version,
    nationwide: nationwide.data,
    listedOnly: procedures.data.listedOnly,
    days: holidays.data,
    calendar: { version: holidays.version, source: holidays.source },
    banks: banks.data,
    incentives: incentives.data,
    receiptLaw: receipts.data,
    legs: legs.data,
    processFrames: processes.data,
  };
}

const nameLength = 16;

/** A catalogue is named by what stands in it: its first sixteen digits name it in every case, the whole hash stands in the journal. */
function nameOf(procedures: readonly Procedure[]): Pick<Catalogue, 'version' | 'sha256'> {
  const sha256 = hash('sha256', canonicalJson(procedures));
  return { version: sha256.slice(0, nameLength), sha256 };
}

function unitOf([code, name, type, provinceCode]: [string, string, UnitType, string]): Unit {
  return { code, name, fullName: `${typeNames[type]} ${name}`, type, provinceCode };
}

function formerUnitOf([code, name, share]: [string, string, FormerUnit['share']]): FormerUnit {
  return { code, name, share };
}

/** The lists as they are shipped, by the SHA-256 of their bytes: the tests have looked for damaged letters in these, and no start does it again. */
const checkedName = 'checked.json';

function readChecked(folder: string): Readonly<Record<string, string>> {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(path.join(folder, checkedName), 'utf8')));
  } catch {
    // Without it each list is checked.
    return {};
  }
}

function listReader(folder: string) {
  const checked = readChecked(folder);
  return <S extends z.ZodType>(
    file: string,
    schema: S,
    // A long list that the tests have read by its schema as it is shipped is not read by it at every start.
    { trusted = false }: { readonly trusted?: boolean } = {},
  ): z.infer<S> | Fault<'data-broken'> => {
    let raw: unknown;
    let isChecked = false;
    try {
      const bytes = readFileSync(path.join(folder, file));
      isChecked = hash('sha256', bytes) === checked[file];
      const read = readTextFile(bytes);
      if ('refused' in read) {
        const { vi: reason, en: reasonEn } = encodingReasons[read.refused];
        return fault('data-broken', { file, reason, reasonEn });
      }
      raw = JSON.parse(read.text);
    } catch (error) {
      const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      return missing
        ? fault('data-broken', { file, reason: 'không thấy tệp', reasonEn: 'file not found' })
        : fault('data-broken', { file, reason: 'không phải JSON đúng', reasonEn: 'it is not valid JSON' });
    }
    if (isChecked && trusted) return raw as z.infer<S>;
    const damaged = isChecked ? undefined : findDamagedText(raw);
    if (damaged !== undefined) return fault('data-broken', { file, ...damageReason(damaged) });
    const parsed = schema.safeParse(raw);
    return parsed.success ? parsed.data : fault('data-broken', { file, ...firstIssue(parsed.error) });
  };
}
