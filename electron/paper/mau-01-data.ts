import { z } from 'zod';
import { CivilTime } from '../contract/values.ts';

const Text = z.string().max(2000);
const Person = z.strictObject({
  fullName: Text,
  address: Text.optional(),
  phone: Text.optional(),
  email: Text.optional(),
  /** Masked before it comes here: the paper lies on counters and in files. */
  idNumberMasked: Text.optional(),
});

/** What Mẫu 01 (Giấy tiếp nhận hồ sơ và hẹn trả kết quả) can print. An empty number is a preview before the case is saved. */
export const Mau01Data = z.strictObject({
  office: z.strictObject({
    province: Text,
    /** Header lines as printed, in capitals: the parent agency and the one that issues. */
    unit: Text,
    centre: Text,
    /** The centre's name as it is written inside a sentence; the header's line serves where it is missing. */
    name: Text.optional(),
    place: Text,
    phone: Text.optional(),
    lookup: Text.optional(),
  }),
  number: z.strictObject({ printed: z.string().regex(/^[ -~]{0,40}$/), temporary: z.boolean() }),
  applicant: Person,
  /** The one who stands at the desk, where that is somebody else. */
  submitter: Person.optional(),
  procedure: z.strictObject({ code: Text, name: Text }),
  components: z.array(z.strictObject({ name: Text, originals: z.int().min(0), copies: z.int().min(0) })),
  /** Sets of papers (bộ). */
  quantity: z.int().min(1),
  term: z.strictObject({ text: Text }),
  acceptedAt: CivilTime,
  dueAt: CivilTime,
  delivery: z.strictObject({ text: Text }),
  fees: z.array(z.strictObject({ name: Text, amountText: Text, words: Text.optional() })),
  register: z.strictObject({ book: Text.optional(), serial: Text.optional() }).optional(),
  clerk: z.strictObject({ fullName: Text }),
  /** First eight hexadecimal digits of the journal entry this paper comes from. */
  journalHead: z
    .string()
    .regex(/^[0-9a-f]{8}$/)
    .optional(),
  practice: z.boolean().optional(),
});
export type Mau01Data = z.infer<typeof Mau01Data>;
