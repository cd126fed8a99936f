import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CaseActionType } from '../../../electron/domain/entries/case.ts';
import type { IntakeEvent } from '../../../electron/domain/entries/intake.ts';
import type { KitEvent } from '../../../electron/domain/entries/kit.ts';
import type { HandOverEvent } from '../../../electron/domain/entries/hand-over.ts';
import type { PetitionEvent } from '../../../electron/domain/entries/petition.ts';
import type { ReceiptEvent, TillEvent } from '../../../electron/domain/entries/money.ts';
import { tamper } from '../../support/desk/test-store.ts';
import { openTestDesk } from '../../support/desk/test-desk.ts';

/**
 * Everything that can be told of a case, of a file that waits, of a list, a kit, a till and a receipt. Each table is exhaustive: a new
 * kind of entry does not compile until it is said here whether a practice office has it. `true`, or why it cannot.
 */
type Told<T extends string> = Readonly<Record<T, true | string>>;

const nothingApart = 'a practice office is one desk: nothing in it is told apart, so there is nothing to decide';

const ofCase: Told<CaseActionType> = {
  decided: nothingApart,
  received: true,
  corrected: true,
  'bundle-moved': true,
  'bundle-missed': true,
  'bundle-lost': true,
  'bundle-settled': true,
  'leg-sent': true,
  'leg-not-arrived': true,
  'leg-received': true,
  'leg-finished': true,
  'leg-returned-incomplete': true,
  'official-code-attached': 'the city’s system gives it, and there is no link to it yet: nothing writes this entry',
  transferred: true,
  'taken-over': true,
  'handed-back': true,
  assigned: true,
  passed: true,
  reworked: true,
  'supplement-requested': true,
  'supplement-proposed': true,
  'supplement-declined': true,
  'verification-needed': 'depends on what the catalogue knows of verification; the learner does it',
  supplemented: true,
  'obligation-requested': true,
  'obligation-met': true,
  withdrawn: true,
  'reception-undone': 'a mistake of a minute that is the learner’s to make and to take back',
  stopped: true,
  refused: true,
  extended: true,
  finished: true,
  announced: true,
  certified:
    'what was certified before the learner came was received and answered as any case; the counter of certification is theirs to try',
  returned: true,
  'return-undone': true,
  'error-reported': true,
  'result-corrected': true,
  archived: true,
  'fee-set': true,
  'fee-waived': true,
  'fees-collected': true,
  'fees-refunded': true,
  'receipt-replaced': true,
  'receipt-error-told': true,
  'document-made': true,
  'papers-returned': true,
  resumed: true,
  confirmed: true,
  'inquiry-sent': true,
  'inquiry-answered': true,
  'identity-checked': true,
  'own-fields-set': 'what a declaration says is the learner’s to write: past cases were received without it',
};
const ofTill: Told<TillEvent['type']> = {
  'till-opened': true,
  'till-collected': true,
  'till-refunded': true,
  'till-adjusted': true,
  'till-counted': true,
  'till-handed-over': true,
  'till-taken-over': true,
  'till-closed': true,
};
const ofReceipt: Told<ReceiptEvent['type']> = {
  'receipt-issued': true,
  'receipt-refunded': true,
  'receipt-error-noticed': true,
  'receipt-superseded': true,
};
const ofIntake: Told<IntakeEvent['type']> = {
  decided: nothingApart,
  arrived: true,
  amended: true,
  seen: true,
  guided: true,
  'supplement-asked': true,
  completed: true,
  'turned-away': true,
  'taken-back': true,
  accepted: true,
  'document-made': true,
};
const ofList: Told<HandOverEvent['type']> = {
  decided: nothingApart,
  'hand-over-made': true,
  'hand-over-received': true,
  'document-made': true,
};
const ofKit: Told<KitEvent['type']> = {
  'kit-set-aside': true,
  'document-made': true,
  'sheets-voided': true,
  'sheets-restored': true,
};
const ofPetition: Told<PetitionEvent['type']> = {
  decided: nothingApart,
  'document-made': nothingApart,
  'petition-received': true,
  'petition-reclassified': true,
  'petition-assigned': true,
  'petition-forwarded': true,
  'petition-sent-back': true,
  'petition-supplement-asked': true,
  'petition-supplemented': true,
  'petition-refused': true,
  'petition-extended': true,
  'petition-answered': true,
  'petition-published': true,
  'petition-withdrawn': true,
  'petition-closed': true,
};
/** By the kind of its subject in the file. */
const entries = {
  case: [3, ofCase],
  till: [5, ofTill],
  receipt: [6, ofReceipt],
  intake: [7, ofIntake],
  list: [8, ofList],
  kit: [9, ofKit],
  petition: [10, ofPetition],
} as const;

const declared = 'a declaration prints what the learner types: past files were received without it';

/** Papers that no practice office keeps, and why. */
const unkept: Readonly<Record<string, string>> = {
  'thong-bao-lai': nothingApart,
  'tk-hon-nhan': declared,
  'tk-ket-hon': declared,
  'tk-khai-sinh': declared,
  'tk-khai-tu': declared,
  'tk-trich-luc': declared,
  'hieu-chuan': 'a sheet of a printer, of no case; it is printed and not kept',
  'khoa-khoi-phuc': 'a key of the register; it is printed and never kept',
  'test-page': 'a sheet of a printer, of no case; it is printed and not kept',
  'thu-cuon': 'a sheet of a printer of rolls; it is printed and not kept',
  'thu-cuon-58': 'a sheet of a printer of rolls; it is printed and not kept',
  'mau-01-cuon': 'a receipt is kept so only where it was printed on a roll, and a practice office has no printer',
  'mau-01-cuon-58': 'a receipt is kept so only where it was printed on a roll, and a practice office has no printer',
  'bieu-06a': 'figures are taken out and not kept; that they were stands in the journal',
  'thu-thang': 'the settlement of a month is taken out and not kept; that it was stands in the journal',
  'du-lieu-ca-nhan':
    'a copy for a person and the list of who looked are taken out and not kept; that they were stands in the journal',
  'phi-chua-thu': 'the list of fees owed is taken out and not kept; that it was stands in the journal',
  'loi-chung': 'the wording is printed at the counter of certification, which is the learner’s to try',
  'so-chung-thuc': 'a month of a book is taken out and not kept; that it was stands in the journal',
  'so-pakn': 'the register of petitions is taken out and not kept; that it was stands in the journal',
  'bieu-07a': 'figures are taken out and not kept; that they were stands in the journal',
  'cat-giam': 'figures are taken out and not kept; that they were stands in the journal',
  'chi-so-766': 'figures are taken out and not kept; that they were stands in the journal',
  'bieu-08b': 'figures are taken out and not kept; that they were stands in the journal',
  'mau-07': 'the register is taken out and not kept; that it was stands in the journal',
};
/** Which receipt there is goes by the year (NĐ 254/2026 Điều 44 k2). */
const ofTheYear = { '2026-11-23': 'bien-lai', '2027-01-04': 'phieu-thu-tam' } as const;

const forms = readdirSync('resources/forms').map((file) => file.replace(/\.json$/, ''));

describe.each([
  [5, '2026-11-23'],
  [11, '2027-01-04'],
] as const)('a practice office of 400 cases (seed %i, %s)', (seed, date) => {
  const told = new Map<number, Set<string>>();
  const papers = new Set<string>();
  const exported: string[] = [];
  const doubts: unknown[] = [];

  beforeAll(async () => {
    const at = openTestDesk({ at: Date.parse(`${date}T08:00:00+07:00`) });
    await at.get('office.openPractice', { cases: 400, seed, password: 'x' });
    doubts.push(...at.desk.verify().checks.filter(({ ok }) => !ok));
    await at.desk.close();
    tamper(at.folder, (db) => {
      const rows = db
        .prepare(
          "SELECT kind, type, json_extract(body, '$.form') AS form, json_extract(body, '$.format') AS format FROM journal JOIN subject USING (subject_id)",
        )
        .all() as { kind: number; type: string; form: string | null; format: string | null }[];
      for (const { kind, type, form, format } of rows) {
        told.set(kind, (told.get(kind) ?? new Set()).add(type));
        if (type === 'document-made' && form !== null) papers.add(form);
        if (type === 'register-exported' && format !== null) exported.push(format);
      }
    });
    await at.end();
  });

  test.each(Object.entries(entries))('holds all that can be told of a %s', (_what, [kind, table]) => {
    const missing = Object.entries(table).flatMap(([type, has]) =>
      (has === true) === (told.get(kind)?.has(type) ?? false) ? [] : [type],
    );
    expect(missing).toEqual([]);
  });

  test('holds every paper', () => {
    const wanted = forms.filter(
      (form) => unkept[form] === undefined && !Object.values<string>(ofTheYear).includes(form),
    );
    // The days before a new year's first one have receipts of the old year.
    expect([...papers].filter((form) => form !== 'bien-lai').toSorted()).toEqual(
      [...wanted, ofTheYear[date]].filter((form) => form !== 'bien-lai').toSorted(),
    );
    expect(papers).toContain(ofTheYear[date]);
    expect(Object.keys(unkept).filter((form) => !forms.includes(form))).toEqual([]);
    expect(exported).toEqual(['pdf']);
  });

  test('is whole', () => {
    expect(doubts).toEqual([]);
  });
});

test('what is not there says why', () => {
  const reasons = Object.values(entries).flatMap(([, table]) => Object.values(table as Told<string>));
  const whys = [...reasons.filter((has) => has !== true), ...Object.values(unkept)];
  expect(whys.filter((why) => String(why).length < 20)).toEqual([]);
  // Five of them: a decision, of each kind of thing of which two desks may tell otherwise, and the paper of a petition, which is that of a decision.
  expect(reasons.filter((has) => has !== true)).toHaveLength(10);
});
