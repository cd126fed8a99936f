import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { PetitionContent, PetitionSource } from '../../../../electron/contract/counter/petition/petition.ts';
import { type DeskClient, desk } from '../../../desk/client.ts';
import { standingFault, useIssueSentence } from '../../../desk/fault.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { SelectField } from '../../../parts/controls/SelectField.tsx';
import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { Block, Grid } from '../../../parts/layout/primitives.ts';
import { parseDate, parseMoment } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { FieldList, fieldListId } from './FieldList.tsx';

const empty = {
  source: 'counter' as PetitionSource,
  sourceCode: '',
  sourceDue: '',
  arrivedAt: '',
  content: 'act' as PetitionContent,
  field: '',
  name: '',
  phone: '',
  address: '',
  email: '',
  summary: '',
  about: '',
  caseNumber: '',
};
type Form = typeof empty;
type Name = keyof Form;

/** Where the desk looks for what a box of this form holds. */
const paths: Readonly<Partial<Record<Name, string>>> = {
  name: 'sender.name',
  phone: 'sender.phone',
  address: 'sender.address',
  email: 'sender.email',
};

type Registered = Awaited<ReturnType<DeskClient['petition']['register']>>;

type RegisterDialogProps = {
  readonly fields: readonly string[];
  readonly onClose: () => void;
  readonly onDone: (registered: Registered) => void;
};

/** Writes a petition into the register: who, what, by which way, about which field. */
export function RegisterDialog({ fields, onClose, onDone }: RegisterDialogProps) {
  const { petition } = useTexts();
  const texts = petition.register;
  const sentenceOf = useIssueSentence();
  const [form, setForm] = useState<Form>(empty);
  // The same id however often it is sent: a second press is no second petition.
  const [petitionId] = useState(() => crypto.randomUUID());
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  const register = useMutation(desk.petition.register.mutationOptions({ onSuccess: onDone }));
  const isPassedOn = form.source === '1022' || form.source === 'portal';
  const arrivedAt = form.arrivedAt.trim() === '' ? '' : parseMoment(form.arrivedAt);
  const sourceDue = form.sourceDue.trim() === '' ? '' : parseDate(form.sourceDue);
  const input = {
    petitionId,
    source: form.source,
    content: form.content,
    field: form.field,
    summary: form.summary.replaceAll(/\s*\n\s*/g, ' '),
    ...(arrivedAt ? { arrivedAt } : {}),
    ...(isPassedOn && form.sourceCode.trim() !== '' ? { sourceCode: form.sourceCode } : {}),
    ...(isPassedOn && sourceDue ? { sourceDue } : {}),
    sender: {
      ...(form.name.trim() === '' ? {} : { name: form.name }),
      ...(form.phone.trim() === '' ? {} : { phone: form.phone }),
      ...(form.address.trim() === '' ? {} : { address: form.address }),
      ...(form.email.trim() === '' ? {} : { email: form.email.trim() }),
    },
    ...(form.about.trim() === '' ? {} : { about: form.about }),
    ...(form.caseNumber.trim() === '' ? {} : { caseNumber: form.caseNumber }),
  };
  const { error, issues: refused } = standingFault(register.error, register.variables, input);

  function submit(): void {
    const issues = new Map<string, string>();
    if (form.field.trim() === '') issues.set('field', 'required');
    if (form.summary.trim() === '') issues.set('summary', 'required');
    if (arrivedAt === undefined) issues.set('arrivedAt', 'date');
    if (sourceDue === undefined || (sourceDue !== '' && sourceDue.length < 10)) issues.set('sourceDue', 'date');
    setWrong(issues);
    if (issues.size > 0 || register.isPending) return;
    register.mutate(input);
  }

  const errorOf = (name: Name) => sentenceOf(wrong.get(name) ?? refused.get(paths[name] ?? name));
  const text = (name: Exclude<Name, 'source' | 'content'>, more: object = {}) => (
    <Field
      label={texts[name]}
      value={form[name]}
      error={errorOf(name)}
      onChange={(event) => setForm({ ...form, [name]: event.target.value })}
      {...more}
    />
  );
  return (
    <Dialog
      title={texts.act}
      onClose={onClose}
      wide
      act={{ label: texts.short, onAct: submit, disabled: register.isPending }}
    >
      <Grid columns="minmax(0, 1fr) minmax(0, 1fr)" columnGap={3} rowGap={2.5} align="start">
        <SelectField
          label={texts.source}
          choices={PetitionSource.options.map((value) => ({ value, label: petition.sources[value] }))}
          value={form.source}
          autoFocus
          onChange={(event) => setForm({ ...form, source: PetitionSource.parse(event.target.value) })}
        />
        {text('arrivedAt', { hint: texts.arrivedHint })}
        {isPassedOn && text('sourceCode')}
        {isPassedOn && text('sourceDue')}
        <SelectField
          label={texts.content}
          choices={PetitionContent.options.map((value) => ({ value, label: petition.contents[value] }))}
          value={form.content}
          onChange={(event) => setForm({ ...form, content: PetitionContent.parse(event.target.value) })}
        />
        {text('field', { hint: texts.fieldHint, inputProps: { list: fieldListId } })}
        <Block css={{ gridColumn: '1 / -1' }}>{text('summary', { multiline: true, minRows: 3, maxRows: 8 })}</Block>
        {text('name')}
        {text('phone')}
        {text('address')}
        {text('email')}
        {text('about')}
        {text('caseNumber')}
      </Grid>
      <FieldList fields={fields} />
      {refused.size === 0 && <FaultNote error={error} />}
    </Dialog>
  );
}
