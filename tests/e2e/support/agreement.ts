import { expect } from '@playwright/test';
import { type Counter, wordsOf } from './counter.ts';

/** What is known of a case when its journey is over. */
export type Ended = { readonly number: string; readonly status: string; readonly procedure: string };

/** What is printed on each form, to be found again in the words of its PDF. */
const titles: Readonly<Record<string, string>> = {
  'mau-01': 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
  'mau-02': 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
  'mau-03': 'PHIẾU TỪ CHỐI',
  'mau-04': 'XIN LỖI',
  'mau-05': 'DỪNG GIẢI QUYẾT HỒ SƠ',
  'mau-06': 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
  'tra-ket-qua': 'TRẢ KẾT QUẢ',
  'bien-lai': 'BIÊN LAI',
};

function byName(a: string, b: string): number {
  return a.localeCompare(b);
}

/** The register (Mẫu 07), the list of work, the till, every case and every paper of it are asked, and say the same. */
export async function expectAgreement(
  counter: Counter,
  files: readonly Ended[],
  period: { readonly from: string; readonly to: string },
  after: string,
): Promise<void> {
  const [register, work, tills, sheet, mau07, ...hits] = await counter.ask(
    [
      { call: 'register.list', input: { ...period, limit: 100 } },
      { call: 'work.list', input: {} },
      { call: 'till.list', input: {} },
      { call: 'money.daySheet', input: { date: '2026-12-10' } },
      { call: 'register.file', input: { ...period, format: 'pdf' } },
      ...files.map(({ number }) => ({ call: 'case.search', input: { text: number } })),
    ],
    'supervisor',
    after,
  );
  const ids = hits.map(({ hits: found }) => found[0].caseId);
  const cases = await counter.ask(
    ids.map((caseId) => ({ call: 'case.get', input: { caseId } })),
    'supervisor',
    after,
  );
  const lines = register.rows.map(({ number, status, procedureCode }: any) => ({
    number,
    status,
    procedure: procedureCode,
  }));
  expect(lines).toEqual(files);
  for (const [index, { state }] of cases.entries()) {
    const line = register.rows[index];
    // What another agency decides bears the desk's own number until the code of who decides comes (NĐ 118/2025 Điều 28 k2a).
    const number = state.number.official ?? state.number.local;
    expect([number, state.status, state.acceptedAt, state.returnedAt]).toEqual([
      line.number,
      line.status,
      line.acceptedAt,
      line.returnedAt,
    ]);
    if (state.dueAt !== null) expect(state.dueAt).toBe(line.dueAt);
  }
  // All is archived: nothing is left to do.
  expect(
    work.groups.map(({ group, count: { value } }: any) => [group, value]).filter(([, value]: any) => value > 0),
  ).toEqual([]);
  expect(work.later.value).toBe(0);
  expect(tills.tills).toMatchObject([{ closed: { difference: 0 } }]);
  expect(sheet.net.total).toBe(55_000);
  const words = await wordsOf(mau07.base64);
  for (const { number } of files) expect(words).toContain(number);

  const documents = cases.flatMap(({ documents: made }, index) =>
    made.map(({ documentId, form }: any) => ({
      documentId,
      form,
      number: files[index]?.number ?? '',
    })),
  );
  expect([...new Set(documents.map(({ form }) => form))].toSorted(byName)).toEqual(
    Object.keys(titles).toSorted(byName),
  );
  const papers = await counter.ask(
    documents.map(({ documentId }) => ({ call: 'paper.download', input: { documentId } })),
    'supervisor',
    after,
  );
  for (const [index, { base64 }] of papers.entries()) {
    const { form, number } = documents[index] as { form: string; number: string };
    const printed = (await wordsOf(base64)).toUpperCase();
    expect(printed, form).toContain(titles[form]);
    // One code a case: also a receipt that was issued again since.
    expect(printed, form).toContain(number);
  }
  expect(JSON.parse(counter.office.run('verify')).ok).toBe(true);
}
