import { IntakeAct, type IntakeActType } from '../../../electron/contract/intake/intake.ts';

/** What each act asks for, in the order a clerk says it. */
export const slipFields = {
  see: [],
  guide: ['items', 'note'],
  'ask-supplement': ['items', 'reason', 'override'],
  complete: [],
  refuse: ['reason', 'legalBasis'],
  withdraw: ['reason'],
} as const satisfies Record<IntakeActType, readonly string[]>;

export type SlipField = 'items' | 'note' | 'reason' | 'override' | 'legalBasis';
export type SlipValues = Readonly<Partial<Record<SlipField, string>>>;

function valueOf(field: SlipField, text: string): unknown {
  if (field !== 'items') return text;
  return text
    .split('\n')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** The act as the contract wants it, or what is wrong by field, as keys of `common.issues`. */
export function readSlip(type: IntakeActType, values: SlipValues): IntakeAct | ReadonlyMap<string, string> {
  const fields: readonly SlipField[] = slipFields[type];
  const filled = fields.flatMap((field) => {
    const text = values[field] ?? '';
    return text.trim() === '' ? [] : [[field, valueOf(field, text)] as const];
  });
  const parsed = IntakeAct.safeParse({ type, ...Object.fromEntries(filled) });
  if (parsed.success) return parsed.data;
  return new Map(
    parsed.error.issues.map((issue) => {
      const field = String(issue.path[0]);
      return [field, (values[field as SlipField] ?? '').trim() === '' ? 'required' : issue.message];
    }),
  );
}
