import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../../desk/client.ts';
import { rememberPracticeAccess } from '../../../desk/practice-access.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { Column, Row } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';

const mostCases = 2_000_000;

/** Opens the practice office; its password is remembered for the sign-in that follows. */
export function PracticeForm() {
  const { firstRun } = useTexts();
  const [cases, setCases] = useState('500');
  const [error, setError] = useState<string | undefined>(undefined);
  const open = useMutation(desk.office.openPractice.mutationOptions({ onSuccess: rememberPracticeAccess }));

  function submit(): void {
    const count = Number(cases.replaceAll('.', ''));
    const fits = cases.trim() !== '' && Number.isInteger(count) && count >= 0 && count <= mostCases;
    setError(fits ? undefined : firstRun.casesRange);
    if (fits && !open.isPending) open.mutate({ cases: count });
  }

  return (
    <Column
      as="form"
      gap={3}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field
        label={firstRun.practiceCases}
        hint={firstRun.practiceCasesHint}
        error={error}
        value={cases}
        onChange={(event) => setCases(event.target.value)}
        inputProps={{ inputMode: 'numeric' }}
      />
      <FaultNote error={open.error} />
      <Row gap={3} align="center">
        <ActionButton keys="Alt+4" label={firstRun.open} onAct={submit} disabled={open.isPending} />
        <OutcomeLine>{open.isPending ? firstRun.opening : ''}</OutcomeLine>
      </Row>
    </Column>
  );
}
