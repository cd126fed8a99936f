import { useState } from 'react';
import {
  PetitionAct,
  type PetitionActType,
  PetitionContent,
  Satisfaction,
  type PetitionView,
} from '../../../../electron/contract/counter/petition/petition.ts';
import { useIssueSentence } from '../../../desk/fault.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { SelectField } from '../../../parts/controls/SelectField.tsx';
import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { Text } from '../../../parts/layout/primitives.ts';
import { parseDate } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { FieldList, fieldListId } from './FieldList.tsx';

type ActField =
  | 'answer'
  | 'document'
  | 'to'
  | 'reason'
  | 'legalBasis'
  | 'until'
  | 'where'
  | 'note'
  | 'satisfaction'
  | 'content'
  | 'field';

/** What each act asks for, in the order a clerk says it. */
const actFields = {
  answer: ['answer', 'document'],
  assign: ['to'],
  forward: ['to', 'reason', 'document'],
  'send-back': ['reason'],
  'ask-supplement': ['reason'],
  complete: ['note'],
  refuse: ['reason', 'legalBasis'],
  extend: ['until', 'reason'],
  publish: ['where'],
  close: ['satisfaction', 'note'],
  reclassify: ['content', 'field', 'reason'],
  withdraw: ['reason'],
} as const satisfies Record<PetitionActType, readonly ActField[]>;

type Values = Readonly<Partial<Record<ActField, string>>>;

/** The act as the contract wants it, or what is wrong by field, as keys of `common.issues`. */
function readAct(type: PetitionActType, values: Values): PetitionAct | ReadonlyMap<string, string> {
  const fields: readonly ActField[] = actFields[type];
  const filled = fields.flatMap((field) => {
    const text = (values[field] ?? '').trim();
    if (text === '') return [];
    return [[field, field === 'until' ? (parseDate(text) ?? text) : text] as const];
  });
  const parsed = PetitionAct.safeParse({ type, ...Object.fromEntries(filled) });
  if (parsed.success) return parsed.data;
  return new Map(
    parsed.error.issues.map((issue) => {
      const field = String(issue.path[0]);
      const empty = (values[field as ActField] ?? '').trim() === '';
      return [field, empty ? 'required' : field === 'until' ? 'date' : issue.message];
    }),
  );
}

type ActDialogProps = {
  readonly act: PetitionActType;
  readonly view: PetitionView;
  readonly fields: readonly string[];
  readonly pending: boolean;
  readonly error: unknown;
  readonly onAct: (act: PetitionAct) => void;
  readonly onClose: () => void;
};

/** Asks for what an act needs, says what comes of it, and does it on one key. */
export function PetitionActDialog({ act, view, fields: known, pending, error, onAct, onClose }: ActDialogProps) {
  const { petition } = useTexts();
  const sentenceOf = useIssueSentence();
  const { facts } = view;
  const [values, setValues] = useState<Values>(
    act === 'reclassify' ? { content: facts.content, field: facts.field } : {},
  );
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  const fields: readonly ActField[] = actFields[act];
  const texts = petition.fields;
  const labels: Readonly<Record<ActField, string>> = {
    ...texts,
    to: act === 'assign' ? texts.toOwn : texts.to,
    content: petition.register.content,
    field: petition.register.field,
  };

  function submit(): void {
    const read = readAct(act, values);
    if (read instanceof Map) return setWrong(read);
    setWrong(new Map());
    if (!pending) onAct(read as PetitionAct);
  }

  const set = (field: ActField) => (event: { readonly target: { readonly value: string } }) =>
    setValues({ ...values, [field]: event.target.value });
  return (
    <Dialog
      title={`${petition.acts[act]} · ${view.row.number}`}
      onClose={onClose}
      wide
      act={{ label: petition.record, onAct: submit, disabled: pending }}
    >
      <Text tone="secondary">{petition.leads[act]}</Text>
      {fields.map((field, index) => {
        const choices = choicesOf(field, petition);
        if (choices !== null)
          return (
            <SelectField
              key={field}
              label={labels[field]}
              choices={choices}
              value={values[field] ?? ''}
              error={sentenceOf(wrong.get(field))}
              autoFocus={index === 0}
              onChange={set(field)}
            />
          );
        return (
          <Field
            key={field}
            label={labels[field]}
            value={values[field] ?? ''}
            error={sentenceOf(wrong.get(field))}
            autoFocus={index === 0}
            multiline={field === 'answer' || field === 'reason'}
            minRows={field === 'answer' ? 4 : 1}
            maxRows={8}
            inputProps={field === 'field' ? { list: fieldListId } : {}}
            onChange={set(field)}
          />
        );
      })}
      {act === 'reclassify' && <FieldList fields={known} />}
      <FaultNote error={error} />
    </Dialog>
  );
}

function choicesOf(
  field: ActField,
  petition: ReturnType<typeof useTexts>['petition'],
): { value: string; label: string }[] | null {
  if (field === 'content') return PetitionContent.options.map((value) => ({ value, label: petition.contents[value] }));
  if (field !== 'satisfaction') return null;
  return [
    { value: '', label: petition.satisfactions.unasked },
    ...Satisfaction.options.map((value) => ({ value, label: petition.satisfactions[value] })),
  ];
}
