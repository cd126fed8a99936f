import { z } from 'zod';

/** What can be refused about the bundle of a case; part of the table of fault.ts. */
export const bundleFaults = {
  'bundle-unknown': {
    status: 404,
    data: z.object({ scan: z.string() }),
    vi: 'Mã «{scan}» không phải của hồ sơ nào trên máy này. Quét lại nhãn túi hoặc giấy hẹn, hoặc gõ mã hồ sơ.',
    en: 'The code “{scan}” belongs to no case on this desk. Scan the label or the receipt again, or type the case number.',
  },
  'bundle-reported': {
    status: 409,
    data: z.object({ unit: z.string() }),
    vi: 'Túi hồ sơ này đã được báo thất lạc, {unit} chịu trách nhiệm. Nếu thấy túi thì quét nhãn để nhận; nếu không, lãnh đạo ghi cách giải quyết.',
    en: 'This bundle is reported as lost already; {unit} answers for it. Scan its label if it turns up, or let a supervisor settle it.',
  },
  'bundle-with-citizen': {
    status: 409,
    data: z.object({}),
    vi: 'Giấy tờ này đã ghi là trả cho người dân, nên không báo thất lạc. Nếu túi còn ở quầy thì quét nhãn để nhận lại trước.',
    en: 'These papers are recorded as given back to the citizen, so they are not lost here. If the bundle is still here, scan its label first.',
  },
  'bundle-not-open': {
    status: 409,
    data: z.object({}),
    vi: 'Túi hồ sơ này không bị thất lạc và không phải tìm, nên không có gì để giải quyết. Xem lại mã hồ sơ.',
    en: 'This bundle is neither lost nor looked for, so there is nothing to settle. Check the case number.',
  },
  'bundle-not-archived-yet': {
    status: 409,
    data: z.object({}),
    vi: 'Hồ sơ chưa kết thúc nên giấy tờ chưa cất vào kho. Trả kết quả hoặc đóng hồ sơ trước, rồi ghi lại.',
    en: 'The case is not closed, so its papers are not archived yet. Return the result or close the case first.',
  },
  'bundle-not-returned-yet': {
    status: 409,
    data: z.object({}),
    vi: 'Hồ sơ đang giải quyết nên chưa trả giấy tờ cho người dân. Người dân xin rút hồ sơ thì ghi «Rút hồ sơ» trước.',
    en: 'The case is under way, so its papers are not given back yet. If the citizen withdraws, record the withdrawal first.',
  },
} as const;
