import { saysSomething } from '../../../../../electron/contract/base/values.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../../../desk/client.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { PanelTitle } from '../../../../parts/layout/Panel.tsx';
import { Row } from '../../../../parts/layout/primitives.ts';
import { formatDate, parseDate } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { readSessions } from './hours-form.ts';

type DayFieldsProps = { readonly today: string; readonly onDone: () => unknown };

/** One day that is otherwise: half of it, closed, or open on a day off; or as the week says again. */
export function DayFields({ today, onDone }: DayFieldsProps) {
  const { office, common } = useTexts();
  const texts = office.hours;
  const [date, setDate] = useState(formatDate(today));
  const [sessions, setSessions] = useState('');
  const [ground, setGround] = useState('');
  const [tried, setTried] = useState(false);
  const set = useMutation(desk.office.setDay.mutationOptions({ onSuccess: onDone }));
  const day = parseDate(date);
  const read = readSessions(sessions);
  const groundWrong = !saysSomething(ground);

  function submit(back: boolean): void {
    setTried(true);
    if (day === undefined || groundWrong || set.isPending || (!back && read === undefined)) return;
    set.mutate({ date: day, sessions: back ? null : (read ?? []), ground });
  }

  return (
    <>
      <PanelTitle>{texts.setDay}</PanelTitle>
      <Field
        label={texts.date}
        value={date}
        error={tried && day === undefined ? common.issues.date : undefined}
        onChange={(event) => setDate(event.target.value)}
      />
      <Field
        label={texts.sessions}
        hint={texts.sessionsHint}
        value={sessions}
        placeholder={texts.closed}
        error={tried && read === undefined ? texts.sessionsWrong : undefined}
        onChange={(event) => setSessions(event.target.value)}
      />
      <Field
        label={texts.ground}
        value={ground}
        error={tried && groundWrong ? office.reasonShort : undefined}
        onChange={(event) => setGround(event.target.value)}
      />
      <FaultNote error={set.error} />
      <Row gap={2}>
        <ActionButton keys="Alt+D" label={texts.setDay} onAct={() => submit(false)} />
        <ActionButton keys="Alt+B" label={texts.takeBack} onAct={() => submit(true)} />
      </Row>
    </>
  );
}
