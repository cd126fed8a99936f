import { useState } from 'react';
import { IntakeAct, type IntakeActType } from '../../../../electron/contract/counter/intake/intake.ts';
import { useIssueSentence } from '../../../desk/fault.ts';
import { useKnownStatus, userOf } from '../../../desk/desk-status.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { useTexts } from '../../../text/texts.ts';
import { Text } from '../../../parts/layout/primitives.ts';

/** What each act asks for, in the order a clerk says it. */
const slipFields = {
  see: [],
  guide: ['items', 'note'],
  'ask-supplement': ['items', 'reason', 'override'],
  complete: [],
  refuse: ['reason', 'legalBasis'],
  withdraw: ['reason'],
} as const satisfies Record<IntakeActType, readonly string[]>;

type SlipField = 'items' | 'note' | 'reason' | 'override' | 'legalBasis';
type SlipValues = Readonly<Partial<Record<SlipField, string>>>;

function valueOf(field: SlipField, text: string): unknown {
  if (field !== 'items') return text;
  return text
    .split('\n')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** The act as the contract wants it, or what is wrong by field, as keys of `common.issues`. */
function readSlip(type: IntakeActType, values: SlipValues): IntakeAct | ReadonlyMap<string, string> {
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

type IntakeSlipDialogProps = {
  readonly act: IntakeActType;
  readonly items: readonly string[];
  readonly pending: boolean;
  readonly error: unknown;
  readonly onAct: (act: IntakeAct) => void;
  readonly onClose: () => void;
};

/** Asks for what a slip says, proposes what is known, and does it on one key. */
export function IntakeSlipDialog({ act, items, pending, error, onAct, onClose }: IntakeSlipDialogProps) {
  const { intake } = useTexts();
  const sentenceOf = useIssueSentence();
  const user = useKnownStatus(userOf);
  const texts = intake.slip;
  const [values, setValues] = useState<SlipValues>(() => ({
    items: items.join('\n'),
    ...(act === 'ask-supplement' ? { reason: texts.usualReason } : {}),
  }));
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  const fields: readonly SlipField[] = slipFields[act];
  const shown = fields.filter((field) => field !== 'override' || user?.role === 'supervisor');

  function submit(): void {
    const read = readSlip(act, values);
    if (read instanceof Map) {
      setWrong(read);
      return;
    }
    setWrong(new Map());
    if (!pending) onAct(read as IntakeAct);
  }

  const labels: Readonly<Record<SlipField, string>> = {
    items: texts.items[act === 'guide' ? 'guide' : 'ask-supplement'],
    note: texts.note,
    reason: texts.reason,
    override: texts.override,
    legalBasis: texts.legalBasis,
  };
  const hints: Partial<Record<SlipField, string>> = {
    items: items.length === 0 ? texts.perLine : `${texts.perLine} ${texts.proposed}`,
    legalBasis: texts.legalBasisHint,
  };
  const leads: Partial<Record<IntakeActType, string>> = {
    guide: texts.guidance,
    'ask-supplement': texts.once,
    refuse: texts.refusal,
    withdraw: texts.withdrawal,
  };
  return (
    <Dialog
      title={intake.acts[act]}
      onClose={onClose}
      wide
      act={{ label: act === 'withdraw' ? texts.record : texts.print, onAct: submit, disabled: pending }}
    >
      <Text tone="secondary">{leads[act]}</Text>
      {shown.map((field, index) => (
        <Field
          key={field}
          label={labels[field]}
          hint={hints[field]}
          value={values[field] ?? ''}
          error={sentenceOf(wrong.get(field))}
          autoFocus={index === 0}
          multiline={field === 'items' || field === 'reason'}
          minRows={field === 'items' ? 3 : 1}
          maxRows={8}
          onChange={(event) => setValues({ ...values, [field]: event.target.value })}
        />
      ))}
      <FaultNote error={error} />
    </Dialog>
  );
}
