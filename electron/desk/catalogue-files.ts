import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { type Fault, fault, isFault } from '../contract/fault.ts';
import { firstIssue } from '../contract/input-issues.ts';
import type {
  Catalogue,
  FormerUnit,
  Procedure,
  ProcedureLegs,
  ProcessFrame,
  Unit,
  UnitType,
} from '../domain/catalogue/catalogue.ts';
import {
  BanksFile,
  HolidaysFile,
  IncentivesFile,
  LegsFile,
  ProceduresFile,
  ProcessesFile,
  ReceiptsFile,
  UnitsFile,
} from './catalogue-schema.ts';

const typeNames: Readonly<Record<UnitType, string>> = { phuong: 'Phường', xa: 'Xã', 'dac-khu': 'Đặc khu' };

/**
 * Reads the seven lists of `resources/data`. A file that is missing, is not JSON, or breaks its schema gives the fault
 * `data-broken` with the first thing wrong in it; nothing is half read. The version is that of the procedures.
 */
export function readCatalogue(folder: string): Catalogue | Fault<'data-broken'> {
  const units = readList(folder, 'units.json', UnitsFile);
  if (isFault(units)) return units;
  const procedures = readList(folder, 'procedures.json', ProceduresFile);
  if (isFault(procedures)) return procedures;
  const holidays = readList(folder, 'holidays.json', HolidaysFile);
  if (isFault(holidays)) return holidays;
  const banks = readList(folder, 'banks.json', BanksFile);
  if (isFault(banks)) return banks;
  const incentives = readList(folder, 'incentives.json', IncentivesFile);
  if (isFault(incentives)) return incentives;
  const receipts = readList(folder, 'receipts.json', ReceiptsFile);
  if (isFault(receipts)) return receipts;
  const legs = readList(folder, 'legs.json', LegsFile);
  if (isFault(legs)) return legs;

  const processes = readList(folder, 'processes.json', ProcessesFile);
  if (isFault(processes)) return processes;

  return {
    version: procedures.version,
    provinces: units.data.provinces.map(([code, name, fullName, type]) => ({ code, name, fullName, type })),
    units: units.data.communes.map(unitOf),
    formerUnits: Object.fromEntries(units.data.formerUnits.map(([code, rows]) => [code, rows.map(formerUnitOf)])),
    // zod says `undefined` where the domain says “left out”; in JSON the two are one.
    procedures: procedures.data.procedures as readonly Procedure[],
    listedOnly: procedures.data.listedOnly,
    days: holidays.data,
    calendar: { version: holidays.version, source: holidays.source },
    banks: banks.data,
    incentives: incentives.data,
    receiptLaw: receipts.data,
    legs: legs.data as readonly ProcedureLegs[],
    processFrames: processes.data as readonly ProcessFrame[],
  };
}

function unitOf([code, name, type, provinceCode]: [string, string, UnitType, string]): Unit {
  return { code, name, fullName: `${typeNames[type]} ${name}`, type, provinceCode };
}

function formerUnitOf([code, name, share]: [string, string, FormerUnit['share']]): FormerUnit {
  return { code, name, share };
}

function readList<S extends z.ZodType>(folder: string, file: string, schema: S): z.infer<S> | Fault<'data-broken'> {
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return missing
      ? fault('data-broken', { file, reason: 'không thấy tệp', reasonEn: 'file not found' })
      : fault('data-broken', { file, reason: 'không phải JSON đúng', reasonEn: 'it is not valid JSON' });
  }
  const parsed = schema.safeParse(raw);
  return parsed.success ? parsed.data : fault('data-broken', { file, ...firstIssue(schema, raw, parsed.error) });
}
