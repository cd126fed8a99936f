import type { z } from 'zod';
import { type OfficeSettings, type Role, officeCalls } from '../../../../electron/contract/common/office/office.ts';

/** The form as it is typed: every field a text. */
export type OfficeValues = {
  unitCode: string;
  caseUnitCode: string;
  /** The identifier that a list proposed; while it stands in the field as it was proposed, nobody of the office vouches for it. */
  proposedCode: string;
  centreName: string;
  phone: string;
  lookupAddress: string;
  numberAuthority: 'centre' | 'city';
  deskCode: string;
  deskName: string;
  first: string;
  last: string;
  /** Blocks after the first, as `901-950, 1001-1100`. */
  moreBlocks: string;
  otherDesks: { code: string; name: string; blocks: string; symbols: string }[];
  morningFrom: string;
  morningTo: string;
  afternoonFrom: string;
  afternoonTo: string;
  /** A third session, for an office that has one. */
  eveningFrom: string;
  eveningTo: string;
  /** All three empty: no account, and no payment code. */
  accountBin: string;
  accountNumber: string;
  accountName: string;
  /** All four empty: no receipts are issued. */
  taxCode: string;
  receiptLetters: string;
  paperTemplate: string;
  paperSymbol: string;
  certificationNumbers: (typeof certificationNumbers)[number];
  certificationSigning: (typeof certificationSigning)[number];
  /** The code of the desk that keeps the office's book; '' where nobody was named. */
  certificationKeeper: string;
  wallShows: (typeof wallShows)[number];
  printer: string;
  paperSize: 'A5' | 'A4';
  backupFolder: string;
  accounts: { fullName: string; username: string; role: Role; password: string }[];
};

/** Defaults that are right for most; hours as the city's centres keep them, to be corrected by the office. */
export const officeDefaults: OfficeValues = {
  unitCode: '',
  caseUnitCode: '',
  proposedCode: '',
  centreName: '',
  phone: '',
  lookupAddress: 'dichvucong.gov.vn',
  numberAuthority: 'centre',
  deskCode: 'Q1',
  deskName: 'Quầy 1',
  first: '1',
  last: '300',
  moreBlocks: '',
  otherDesks: [],
  morningFrom: '07:30',
  morningTo: '11:30',
  afternoonFrom: '13:00',
  afternoonTo: '17:00',
  eveningFrom: '',
  eveningTo: '',
  accountBin: '',
  accountNumber: '',
  accountName: '',
  taxCode: '',
  receiptLetters: '',
  paperTemplate: '',
  paperSymbol: '',
  certificationNumbers: 'desk',
  certificationSigning: 'at-once',
  certificationKeeper: '',
  wallShows: 'nobody',
  printer: '',
  paperSize: 'A5',
  backupFolder: '',
  accounts: [
    { fullName: '', username: '', role: 'admin', password: '' },
    { fullName: '', username: '', role: 'clerk', password: '' },
  ],
};

const setUpSchema = officeCalls.setUp['~orpc'].inputSchema;
type SetUpInput = z.input<NonNullable<typeof setUpSchema>>;

/** What a new office is set up with. */
export function setUpInput(values: OfficeValues): SetUpInput {
  return { settings: settingsOf(values), accounts: values.accounts, attended: true };
}

/**
 * The form as the calls want it. An empty afternoon is an office that works one shift. `before` is what was in force: what this form does
 * not show (margins and further printers, a fourth shift) stays as it was.
 */
export function settingsOf(values: OfficeValues, before?: OfficeSettings): OfficeSettings {
  const shifts = [
    { start: values.morningFrom, end: values.morningTo },
    { start: values.afternoonFrom, end: values.afternoonTo },
    { start: values.eveningFrom, end: values.eveningTo },
  ];
  const {
    account: _account,
    receipts: _receipts,
    caseUnitCodeProposed: _proposed,
    certification,
    peopleOnWall: _people,
    ...kept
  } = before ?? {};
  return {
    ...kept,
    unitCode: values.unitCode,
    caseUnitCode: values.caseUnitCode.trim().toUpperCase(),
    ...(isProposed(values) ? { caseUnitCodeProposed: true as const } : {}),
    centreName: values.centreName,
    phone: values.phone,
    lookupAddress: values.lookupAddress,
    numberAuthority: values.numberAuthority,
    desk: {
      code: values.deskCode.trim().toUpperCase(),
      name: values.deskName,
      blocks: [{ first: Number(values.first), last: Number(values.last) }, ...readBlocks(values.moreBlocks)],
    },
    otherDesks: values.otherDesks.map(({ code, name, blocks, symbols }) => ({
      code: code.trim().toUpperCase(),
      name,
      blocks: readBlocks(blocks),
      ...(symbols.trim() === '' ? {} : { symbols: readSymbols(symbols) }),
    })),
    hours: [...shifts.filter((shift) => shift.start !== '' || shift.end !== ''), ...(before?.hours.slice(3) ?? [])],
    printer: values.printer,
    paperSize: values.paperSize,
    backupFolder: values.backupFolder,
    ...moneyOf(values),
    ...certificationOf(values, certification),
    ...(values.wallShows === 'holders' ? { peopleOnWall: true as const } : {}),
  };
}

export function isProposed({
  caseUnitCode,
  proposedCode,
}: Pick<OfficeValues, 'caseUnitCode' | 'proposedCode'>): boolean {
  return proposedCode !== '' && caseUnitCode.trim().toUpperCase() === proposedCode;
}

export const certificationNumbers = ['desk', 'office'] as const;
export const wallShows = ['nobody', 'holders'] as const;
export const certificationSigning = ['at-once', 'leader'] as const;

/** What nobody ever chose is left out. */
function certificationOf(
  { certificationNumbers: numbers, certificationSigning: signing, certificationKeeper: keptBy }: OfficeValues,
  before: OfficeSettings['certification'],
): Pick<OfficeSettings, 'certification'> {
  const kept = numbers === 'desk' || keptBy === '' ? {} : { keptBy };
  const isUsual = numbers === 'desk' && signing === 'at-once';
  return before === undefined && isUsual ? {} : { certification: { numbers, signing, ...kept } };
}

/** What is wholly empty is left out; what is half typed goes to the contract, which says what is missing. */
function moneyOf(values: OfficeValues): Pick<OfficeSettings, 'account' | 'receipts'> {
  const trimmed = (name: 'accountNumber' | 'accountName' | 'taxCode' | 'paperTemplate' | 'paperSymbol') =>
    values[name].trim();
  const account = { bin: values.accountBin, number: trimmed('accountNumber'), name: trimmed('accountName') };
  const letters = values.receiptLetters.trim().toUpperCase();
  const paper = { template: trimmed('paperTemplate'), symbol: trimmed('paperSymbol') };
  const receipts = {
    taxCode: trimmed('taxCode'),
    ...(letters === '' ? {} : { letters }),
    ...(isEmpty(paper) ? {} : { paper }),
  };
  return { ...(isEmpty(account) ? {} : { account }), ...(isEmpty(receipts) ? {} : { receipts }) };
}

function isEmpty(fields: Readonly<Record<string, unknown>>): boolean {
  return Object.values(fields).every((field) => field === '');
}

/** `1-300, 901–950` as blocks; what is no block becomes one without numbers, which the contract refuses, so that it is seen. */
export function readBlocks(text: string): { first: number; last: number }[] {
  return text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [, first = 'none', last = 'none'] = /^(\d+)\s*[-–]\s*(\d+)$/.exec(part) ?? [];
      return { first: Number(first), last: Number(last) };
    });
}

function blocksText(blocks: readonly { first: number; last: number }[]): string {
  return blocks.map(({ first, last }) => `${first}-${last}`).join(', ');
}

/** What is in force, as it is typed. */
export function valuesOf(settings: OfficeSettings): OfficeValues {
  const [morning, afternoon, evening] = settings.hours;
  const [first, ...more] = settings.desk.blocks;
  return {
    unitCode: settings.unitCode,
    caseUnitCode: settings.caseUnitCode,
    proposedCode: settings.caseUnitCodeProposed === true ? settings.caseUnitCode : '',
    centreName: settings.centreName,
    phone: settings.phone,
    lookupAddress: settings.lookupAddress,
    numberAuthority: settings.numberAuthority,
    deskCode: settings.desk.code,
    deskName: settings.desk.name,
    first: String(first?.first ?? ''),
    last: String(first?.last ?? ''),
    moreBlocks: blocksText(more),
    otherDesks: settings.otherDesks.map(({ code, name, blocks, symbols = [] }) => ({
      code,
      name,
      blocks: blocksText(blocks),
      symbols: symbols.join(', '),
    })),
    morningFrom: morning?.start ?? '',
    morningTo: morning?.end ?? '',
    afternoonFrom: afternoon?.start ?? '',
    afternoonTo: afternoon?.end ?? '',
    eveningFrom: evening?.start ?? '',
    eveningTo: evening?.end ?? '',
    accountBin: settings.account?.bin ?? '',
    accountNumber: settings.account?.number ?? '',
    accountName: settings.account?.name ?? '',
    taxCode: settings.receipts?.taxCode ?? '',
    receiptLetters: settings.receipts?.letters ?? '',
    paperTemplate: settings.receipts?.paper?.template ?? '',
    paperSymbol: settings.receipts?.paper?.symbol ?? '',
    certificationNumbers: settings.certification?.numbers ?? 'desk',
    certificationSigning: settings.certification?.signing ?? 'at-once',
    certificationKeeper: settings.certification?.keptBy ?? '',
    wallShows: settings.peopleOnWall === true ? 'holders' : 'nobody',
    printer: settings.printer,
    paperSize: settings.paperSize,
    backupFolder: settings.backupFolder,
    accounts: [],
  };
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
  'settings.hours.2.start': 'eveningFrom',
  'settings.hours.2.end': 'eveningTo',
  'settings.account.bin': 'accountBin',
  'settings.account.number': 'accountNumber',
  'settings.account.name': 'accountName',
  'settings.receipts.taxCode': 'taxCode',
  'settings.receipts.letters': 'receiptLetters',
  'settings.receipts.paper.template': 'paperTemplate',
  'settings.receipts.paper.symbol': 'paperSymbol',
};

/** `settings.desk.code` -> `deskCode`; `accounts.0.username` stays as it is. */
export function fieldName(path: string): string {
  if (/^settings\.desk\.blocks\.[1-9]/.test(path)) return 'moreBlocks';
  return fieldOfPath[path] ?? path.replace(/^settings\./, '').replace(/^(otherDesks\.\d+\.(blocks|symbols)).*/, '$1');
}

/** What is wrong, field by field, as keys of `common.issues`: the contract's own schema is asked. */
export function findIssues(values: OfficeValues): ReadonlyMap<string, string> {
  return fieldIssues(setUpSchema?.safeParse(setUpInput(values)));
}

const changeSchema = officeCalls.changeSettings['~orpc'].inputSchema;

/** The same for a change of what is in force. */
export function findChangeIssues(settings: OfficeSettings, reason: string): ReadonlyMap<string, string> {
  return fieldIssues(changeSchema?.safeParse({ settings, reason }));
}

function fieldIssues(parsed: z.ZodSafeParseResult<unknown> | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const issues = parsed?.error?.issues ?? [];
  // Sessions of which one is half typed are out of order too: only the cause is told.
  const halfTyped = issues.some(({ path }) => path[1] === 'hours' && path.length > 2);
  for (const issue of issues) {
    if (halfTyped && issue.path[1] === 'hours' && issue.path.length === 2) continue;
    const field = fieldName(issue.path.join('.'));
    if (!found.has(field)) found.set(field, issue.message);
  }
  return found;
}

/** `AB, 25BLP1` as typed, one after the other. */
function readSymbols(text: string): string[] {
  return text.split(/[,;]/).flatMap((symbol) => (symbol.trim() === '' ? [] : [symbol.trim().toUpperCase()]));
}

export function inRunningText(unit: string): string {
  return `${unit.charAt(0).toLowerCase()}${unit.slice(1)}`;
}
