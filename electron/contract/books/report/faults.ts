import { z } from 'zod';

/** What can go wrong with a report. `report-cancelled` is told of every long work that somebody gave up. */
export const reportFaults = {
  'report-cancelled': {
    status: 409,
    data: z.object({}),
    vi: 'Đã dừng theo yêu cầu. Chưa có gì thay đổi; cần thì lập lại.',
    en: 'It was stopped as asked. Nothing was changed; make it again when it is needed.',
  },
  'report-not-begun': {
    status: 409,
    data: z.object({ from: z.string() }),
    vi: 'Kỳ báo cáo bắt đầu ngày {from}, chưa đến, nên chưa có số liệu. Chọn kỳ đã bắt đầu.',
    en: 'The period begins on {from}, which has not come, so there are no figures yet. Choose one that has begun.',
  },
  'report-unknown': {
    status: 404,
    data: z.object({ reportId: z.string() }),
    vi: 'Không có báo cáo này trong các báo cáo đã giữ. Mở lại danh sách rồi chọn.',
    en: 'No such report was kept. Open the list again and choose one.',
  },
  'report-figures-unknown': {
    status: 409,
    data: z.object({}),
    vi: 'Báo cáo này lập trước khi số liệu được giữ, nên không so được. Lập báo cáo của kỳ đó lại.',
    en: 'This report was made before numbers were kept, so there is nothing to compare. Make the report of its period again.',
  },
  'committed-term': {
    status: 409,
    data: z.object({ procedureCode: z.string(), legal: z.string() }),
    vi: 'Thời hạn cam kết của thủ tục {procedureCode} phải ngắn hơn hoặc bằng thời hạn luật định ({legal}). Xem lại số ngày, hoặc bổ sung thời hạn luật định trong danh mục trước.',
    en: 'What is committed to for procedure {procedureCode} may not be longer than the law’s time ({legal}). Look at the number again, or put the law’s time into the list first.',
  },
} as const;
