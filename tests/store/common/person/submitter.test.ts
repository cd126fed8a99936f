import { afterAll, beforeAll, expect, test } from 'vitest';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import { keepCatalogue } from '../../../../electron/store/catalogue/catalogue.ts';
import { findSubmitterName } from '../../../../electron/store/counter/case/case.ts';
import { migrate } from '../../../../electron/store/file/migrate.ts';
import { searchCases } from '../../../../electron/store/counter/search/search.ts';
import { type Store, openStore } from '../../../../electron/store/store.ts';
import { tableFindings } from '../../../../electron/store/safety/verify/checks/tables.ts';
import { newFolder } from '../../../support/desk/folder.ts';

type Someone = { readonly fullName: string; readonly idNumber: string; readonly phone?: string };

let store: Store;
const caseIdOf = (nth: number) => `00000000-0000-7000-8000-${String(nth).padStart(12, '0')}`;

/** One case: whose it is, and who filed it for them. Its number ends in its place. */
function file(nth: number, applicant: Someone, submitter?: Someone): void {
  const written = store.write(null, Date.UTC(2026, 10, 23) + nth * 1000, (tx) =>
    tx.append({ kind: 'case', caseId: caseIdOf(nth) }, receivedBody(nth, applicant, submitter)),
  );
  if (isFault(written)) throw new Error(written.fault);
}

function receivedBody(nth: number, applicant: Someone, submitter?: Someone) {
  return {
    type: 'received' as const,
    number: { local: `Q1-261123-${1000 + nth}`, official: null },
    serial: 1000 + nth,
    day: '2026-11-23',
    procedureCode: '1.000001',
    catalogueVersion: '1',
    channel: 'direct' as const,
    applicant: { kind: 'citizen' as const, ...applicant },
    ...(submitter === undefined
      ? {}
      : { submitter: { kind: 'citizen' as const, authorisation: 'Giấy ủy quyền 12', ...submitter } }),
    components: [],
    quantity: 1,
    resultDelivery: { kind: 'desk' as const },
    term: { value: 3, unit: 'working-day' as const },
    dueAt: '2026-11-26T17:00:00+07:00',
    steps: [],
    fees: [],
  };
}

const child = { fullName: 'K’Brếu Đăng Khoa', idNumber: '068219000001' };
const binh = { fullName: 'Trần Văn Bình', idNumber: '079085000001', phone: '+84 912 345 678' };
const cuc = { fullName: 'H’Hen Niê', idNumber: '066199000007', phone: '0905123456' };

beforeAll(() => {
  const opened = openStore({ folder: newFolder(), holder: 'test', random: (size) => new Uint8Array(size) });
  if (isFault(opened)) throw new Error(opened.fault);
  store = opened;
  keepCatalogue(store.db, '1', [{ code: '1.000001', name: 'Đăng ký khai sinh', body: {} }]);
  file(1, child, binh);
  file(2, { fullName: 'Lê Thị Hoa', idNumber: '079190001234' });
  file(3, { fullName: 'Công ty TNHH Sông Xanh', idNumber: '0312345678' }, cuc);
  // His own case stands before those he filed for others.
  file(4, binh);
});
afterAll(() => store.close());

const found = (text: string) => searchCases(store.db, text, 20).map(({ number }) => Number(number.slice(-4)) - 1000);

test.each([
  ['tran van binh', [4, 1]],
  ['bình trần văn', [4, 1]],
  ['van bi', [4, 1]],
  ['079085000001', [4, 1]],
  ['079085000001||Trần Văn Bình|01021985|Nam|', [4, 1]],
  ['0001', [4, 1]],
  ['binh 000001', [4, 1]],
  ['0912 345 678', [4, 1]],
  ['84912345678', [4, 1]],
  ['h hen nie', [3]],
  ['hen ni', [3]],
  ['+84 905 123 456', [3]],
  ['3456', [3]],
  ['hoa 3456', []],
  ['le thi hoa', [2]],
])('%s finds the cases of whom it is, then of who filed it', (text, cases) => {
  expect(found(text)).toEqual(cases);
});

test('the name of who filed it is at hand', () => {
  expect(findSubmitterName(store.db, caseIdOf(1))).toBe('Trần Văn Bình');
  expect(findSubmitterName(store.db, caseIdOf(2))).toBeNull();
});

test('a corrected receipt that names another, or nobody, is found by that', () => {
  const { type: _type, number: _number, fees, ...facts } = receivedBody(1, child);
  const correct = (submitter: Someone | undefined, serial: number, voided: number) =>
    store.write(null, Date.UTC(2026, 10, 24) + serial * 1000, (tx) =>
      tx.append(
        { kind: 'case', caseId: caseIdOf(1) },
        {
          ...facts,
          fees,
          ...(submitter === undefined
            ? {}
            : { submitter: { kind: 'citizen' as const, authorisation: 'GUQ', ...submitter } }),
          type: 'corrected',
          requestId: caseIdOf(serial),
          reason: 'Ghi nhầm người nộp',
          number: { local: `Q1-261123-${serial}`, official: null },
          serial,
          voided: `Q1-261123-${voided}`,
          voidedDay: '2026-11-23',
          voidedSerial: voided,
        },
      ),
    );
  correct(cuc, 1101, 1001);
  expect(found('hen nie')).toEqual([3, 101]);
  expect(found('tran van binh')).toEqual([4]);
  expect(tableFindings(store.db).found).toEqual([]);
  correct(undefined, 1102, 1101);
  expect(found('hen nie')).toEqual([3]);
  expect(tableFindings(store.db).found).toEqual([]);
});

test('a file from before submitters were kept gets them from its journal', () => {
  file(5, { fullName: 'Phạm Thị Dung', idNumber: '079180000055' }, { ...binh, fullName: 'Trần Văn Bính' });
  const kept = store.db.prepare('SELECT * FROM case_submitter ORDER BY case_id').all();
  store.db.exec(`DROP TABLE case_submitter; DELETE FROM migration WHERE name = '0130-submitter.sql'`);
  migrate(store.db);
  expect(store.db.prepare('SELECT * FROM case_submitter ORDER BY case_id').all()).toEqual(kept);
  expect(kept).toHaveLength(2);
});
