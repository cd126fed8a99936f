import type { z } from 'zod';
import { officeCalls, type OfficeSettings, type Role } from '../../../electron/contract/office.ts';

/** The form as it is typed: every field a text. */
export type OfficeValues = {
  unitCode: string;
  caseUnitCode: string;
  centreName: string;
  phone: string;
  lookupAddress: string;
  numberAuthority: 'centre' | 'city';
  deskCode: string;
  deskName: string;
  first: string;
  last: string;
  morningFrom: string;
  morningTo: string;
  afternoonFrom: string;
  afternoonTo: string;
  printer: string;
  paperSize: 'A5' | 'A4';
  backupFolder: string;
  accounts: { fullName: string; username: string; role: Role; password: string }[];
};

/** Defaults that are right for most; hours as the city's centres keep them, to be corrected by the office. */
export const officeDefaults: OfficeValues = {
  unitCode: '',
  caseUnitCode: '',
  centreName: '',
  phone: '',
  lookupAddress: 'dichvucong.gov.vn',
  numberAuthority: 'centre',
  deskCode: 'Q1',
  deskName: 'Quầy 1',
  first: '1',
  last: '300',
  morningFrom: '07:30',
  morningTo: '11:30',
  afternoonFrom: '13:00',
  afternoonTo: '17:00',
  printer: '',
  paperSize: 'A5',
  backupFolder: '',
  accounts: [
    { fullName: '', username: '', role: 'admin', password: '' },
    { fullName: '', username: '', role: 'clerk', password: '' },
  ],
};

const setUpSchema = officeCalls.setUp['~orpc'].inputSchema;
export type SetUpInput = z.input<NonNullable<typeof setUpSchema>>;

/** The form as the call wants it. An empty afternoon is an office that works one shift. */
export function setUpInput(values: OfficeValues): SetUpInput {
  const shifts = [
    { start: values.morningFrom, end: values.morningTo },
    { start: values.afternoonFrom, end: values.afternoonTo },
  ];
  const settings: OfficeSettings = {
    unitCode: values.unitCode,
    caseUnitCode: values.caseUnitCode.trim().toUpperCase(),
    centreName: values.centreName,
    phone: values.phone,
    lookupAddress: values.lookupAddress,
    numberAuthority: values.numberAuthority,
    desk: {
      code: values.deskCode.trim().toUpperCase(),
      name: values.deskName,
      blocks: [{ first: Number(values.first), last: Number(values.last) }],
    },
    otherDesks: [],
    hours: shifts.filter((shift) => shift.start !== '' || shift.end !== ''),
    printer: values.printer,
    paperSize: values.paperSize,
    backupFolder: values.backupFolder,
  };
  return { settings, accounts: values.accounts };
}

const fieldOfPath: Readonly<Record<string, keyof OfficeValues>> = {
  'settings.desk.code': 'deskCode',
  'settings.desk.name': 'deskName',
  'settings.desk.blocks.0.first': 'first',
  'settings.desk.blocks.0.last': 'last',
  'settings.desk.blocks.0': 'first',
  'settings.hours': 'morningFrom',
  'settings.hours.0.start': 'morningFrom',
  'settings.hours.0.end': 'morningTo',
  'settings.hours.1.start': 'afternoonFrom',
  'settings.hours.1.end': 'afternoonTo',
};

/** `settings.desk.code` -> `deskCode`; `accounts.0.username` stays as it is. */
export function fieldName(path: string): string {
  return fieldOfPath[path] ?? path.replace(/^settings\./, '');
}

/** What is wrong, field by field, as keys of `common.issues`: the contract's own schema is asked. */
export function findIssues(values: OfficeValues): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const parsed = setUpSchema?.safeParse(setUpInput(values));
  for (const issue of parsed?.error?.issues ?? []) {
    const field = fieldName(issue.path.join('.'));
    if (!found.has(field)) found.set(field, issue.message);
  }
  return found;
}
