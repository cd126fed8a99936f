import Checkbox from '@mui/material/Checkbox';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Term, TermUnit, saysSomething } from '../../../../../electron/contract/base/values.ts';
import { desk } from '../../../../desk/client.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { Grid, Row } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';

type TermDialogProps = { readonly code: string; readonly onClose: () => void; readonly onDone: (code: string) => void };

/** The time limit a decision gives, with that decision as its reason: never a guess. */
export function TermDialog({ code, onClose, onDone }: TermDialogProps) {
  const { office } = useTexts();
  const [value, setValue] = useState('');
  const [unit, setUnit] = useState<Term['unit']>('working-day');
  const [late, setLate] = useState(true);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const setTerm = useMutation(desk.procedure.setTerm.mutationOptions({ onSuccess: () => onDone(code) }));
  const sameDay = unit === 'same-day';
  const number = sameDay ? 1 : Number(value);
  const valueWrong = !Number.isInteger(number) || number < 1 || number > 3650;
  const reasonWrong = !saysSomething(reason);

  function submit(): void {
    setTried(true);
    if (valueWrong || reasonWrong || setTerm.isPending) return;
    setTerm.mutate({ code, term: { value: number, unit }, rule: sameDay && late ? 'after-15h' : null, reason });
  }

  return (
    <Dialog
      title={office.setTermOf(code)}
      onClose={onClose}
      act={{ label: office.setTerm, onAct: submit, disabled: setTerm.isPending }}
    >
      <Grid columns="minmax(0, 1fr) minmax(0, 2fr)" gap={2} align="start">
        <Field
          label={office.termValue}
          value={sameDay ? '1' : value}
          disabled={sameDay}
          autoFocus
          error={tried && valueWrong ? office.termWrong : undefined}
          onChange={(event) => setValue(event.target.value)}
          inputProps={{ inputMode: 'numeric' }}
        />
        <SelectField
          label={office.termUnit}
          value={unit}
          onChange={(event) => setUnit(event.target.value as Term['unit'])}
          choices={TermUnit.options.map((choice) => ({ value: choice, label: office.units[choice] }))}
        />
      </Grid>
      {sameDay && (
        <Row as="label" align="center" gap={1}>
          <Checkbox checked={late} onChange={(event) => setLate(event.target.checked)} />
          {office.afterFifteen}
        </Row>
      )}
      <Field
        label={office.why}
        hint={office.termReasonHint}
        value={reason}
        error={tried && reasonWrong ? office.reasonShort : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <FaultNote error={setTerm.error} />
    </Dialog>
  );
}
