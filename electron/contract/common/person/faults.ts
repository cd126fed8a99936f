import { z } from 'zod';

/** What can go wrong with a card. */
export const personFaults = {
  'card-unreadable': {
    status: 422,
    data: z.object({
      reason: z.enum(['empty', 'not-a-card', 'too-few-fields', 'id-not-12-digits', 'health-insurance-card']),
    }),
    vi: 'Không đọc được mã trên thẻ. Quét lại, hoặc nhập tay.',
    en: 'The code on the card cannot be read. Scan again, or type.',
  },
} as const;
