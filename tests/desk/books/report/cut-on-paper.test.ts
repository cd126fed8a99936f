import { expect, test } from 'vitest';
import { realDesks } from '../../../support/desk/real-desk.ts';
import { reception } from '../../../support/desk/test-desk.ts';
import { textOfPdf } from '../../../support/papers/pdf-reader.ts';
import { filesOf } from '../../../support/papers/zip.ts';

const { desk } = realDesks({ sealed: false });
const days = { from: '2026-11-15', to: '2026-12-14' };

test('the cut on paper is told over the files it was averaged over; an office’s own are N/A and no gap', async () => {
  const at = await desk('an', 'binh');
  const binh = await at.signIn('binh');
  const own = {
    procedureCode: 'other',
    typed: {
      name: 'Xác nhận lối đi',
      field: 'Đất đai',
      components: [{ name: 'Đơn đề nghị', originals: 1, copies: 0 }],
    },
    typedTerm: { value: 3, unit: 'working-day', ground: 'Công văn 12/UBND' },
    components: [],
  };
  for (const [many, asked] of [
    [4, own],
    [6, { procedureCode: '1.004884' }],
  ] as const)
    for (let nth = 0; nth < many; nth += 1)
      expect(await binh.call('case.receive', reception(asked))).toMatchObject({ ok: true });
  const term = { procedureCode: '1.004884', value: 3, document: 'Quyết định thử', from: days.from };
  expect(await binh.call('report.setCommitted', term)).toMatchObject({ ok: true });
  const { value } = await binh.call('report.make', { report: 'cut', ...days });
  expect(value.total.values).toMatchObject({ files: 10, cut: 40, procedures: 1 });
  const file = async (format: 'pdf' | 'xlsx') =>
    Buffer.from((await binh.call('report.file', { report: 'cut', ...days, format })).value.base64, 'base64');
  const papers = [
    (await textOfPdf(await file('pdf'))).replaceAll(/\s+/g, ' '),
    [...filesOf(await file('xlsx')).values()].join(' '),
  ];
  for (const words of papers) {
    expect(words).toContain('Bình quân cắt giảm 40 % trên 6 hồ sơ của 1 thủ tục (4 hồ sơ khác');
    expect(words).toMatch(/N\/A: chưa cam kết, .*không tính vào bình quân: 0\.\d{6} \(4 hồ sơ\)\./);
    expect(words).not.toContain('chưa có thời hạn luật định');
  }
});
