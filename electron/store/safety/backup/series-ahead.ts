import type { OfficeSettings } from '../../../contract/common/office/office.ts';
import { seriesName } from '../../../domain/safety/backup/series.ts';
import { certificationSeries } from '../../../domain/counter/certification/book.ts';
import { petitionSeries } from '../../../domain/counter/petition/petition.ts';
import { CertificationKind } from '../../../contract/counter/certification/certification.ts';

/** The forms whose papers have running numbers (paper/forms). */
export const numberedForms = [
  'bien-lai-sai',
  'mau-02',
  'mau-03',
  'mau-04',
  'mau-05',
  'nghia-vu',
  'thong-bao-lai',
] as const;

/** The templates an e-receipt may have (NĐ 254/2026 Điều 23). */
const electronicTemplates = ['EBL01', 'EBL02'] as const;

/**
 * The series that a desk may have begun on these days though its register holds no number of them: a book of certification that nobody had written into, the
 * e-receipts and papers of a new year. What may be on paper is passed over whether the backup knows the series or not.
 */
export function seriesAhead(
  { desk, receipts, certification }: Pick<OfficeSettings, 'desk' | 'receipts' | 'certification'>,
  days: readonly string[],
): string[] {
  const keeper = certification?.numbers === 'office' ? null : desk.code;
  const years = [...new Set(days.map((day) => day.slice(0, 4)))];
  return years.flatMap((year) => {
    const day = `${year}-01-01`;
    return [
      ...CertificationKind.options.map((kind) => seriesName.certification(certificationSeries(kind, day, keeper))),
      seriesName.petition(petitionSeries(desk.code, day)),
      ...numberedForms.map((form) => seriesName.paper(form, year)),
      ...(receipts?.letters === undefined
        ? []
        : electronicTemplates.map((template) => seriesName.receipt(template, `${year.slice(2)}T${receipts.letters}`))),
      ...(receipts?.paper === undefined ? [] : [seriesName.receipt(receipts.paper.template, receipts.paper.symbol)]),
    ];
  });
}
