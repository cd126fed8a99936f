import { z } from 'zod';

/** What can be wrong with forms and with the papers that were made by them; part of the table of fault.ts. */
export const paperFaults = {
  'form-unknown': {
    status: 404,
    data: z.object({ form: z.string() }),
    vi: 'Không có mẫu giấy «{form}».',
    en: 'There is no form named “{form}”.',
  },
  'form-broken': {
    status: 422,
    data: z.object({ form: z.string(), reason: z.string(), reasonEn: z.string() }),
    vi: 'Tệp mẫu «{form}» bị lỗi ({reason}). Hồ sơ không bị mất; sửa hoặc gỡ tệp mẫu rồi in lại.',
    en: 'The form file “{form}” is broken ({reasonEn}). Nothing is lost; mend or remove the file, then print again.',
  },
  'form-not-applicable': {
    status: 409,
    data: z.object({ form: z.string(), reason: z.string(), reasonEn: z.string() }),
    vi: 'Không lập được giấy «{form}»: {reason}.',
    en: 'The paper “{form}” cannot be made: {reasonEn}.',
  },
  'document-differs': {
    status: 409,
    data: z.object({ documentId: z.string(), sha256: z.string() }),
    vi: 'Giấy này lập lại không còn đúng từng byte như bản đã lưu (bản phần mềm hoặc phông chữ đã khác). Dùng bản giấy đã in và báo quản trị.',
    en: 'This paper no longer comes out byte for byte as it was kept (another build or font). Use the printed one and tell the administrator.',
  },
  'document-unknown': {
    status: 404,
    data: z.object({ documentId: z.string() }),
    vi: 'Không tìm thấy giấy này.',
    en: 'This paper was not found.',
  },
} as const;
