import { saysSomething } from '../../../../../electron/contract/base/values.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type HoursView, type WeekHours, weekdayNames } from '../../../../../electron/contract/common/office/hours.ts';
import { desk } from '../../../../desk/client.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { PanelTitle } from '../../../../parts/layout/Panel.tsx';
import { Segmented } from '../../../../parts/controls/Segmented.tsx';
import { Grid } from '../../../../parts/layout/primitives.ts';
import { formatDate, parseDate } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { readWeek, weekForm } from './hours-form.ts';

type WeekFieldsProps = { readonly hours: HoursView; readonly onDone: () => unknown };

/** The sessions of each weekday, from which day on, and on what ground. */
export function WeekFields({ hours, onDone }: WeekFieldsProps) {
  const { office, common } = useTexts();
  const texts = office.hours;
  const [week, setWeek] = useState(() => weekForm(hours.weeks, hours.base));
  const [from, setFrom] = useState(formatDate(hours.today));
  const [policy, setPolicy] = useState<WeekHours['sameDayOnDayOff']>('next-working-day');
  const [ground, setGround] = useState('');
  const [tried, setTried] = useState(false);
  const set = useMutation(desk.office.setWeek.mutationOptions({ onSuccess: onDone }));
  const read = readWeek(week);
  const wrong = Array.isArray(read) ? (read as readonly string[]) : [];
  const date = parseDate(from);
  const groundWrong = !saysSomething(ground);

  function submit(): void {
    setTried(true);
    if (Array.isArray(read) || date === undefined || groundWrong || set.isPending) return;
    set.mutate({ from: date, week: read as WeekHours['week'], sameDayOnDayOff: policy, ground });
  }

  return (
    <>
      <PanelTitle>{texts.setWeek}</PanelTitle>
      <Grid columns="repeat(2, minmax(0, 1fr))" gap={2}>
        {weekdayNames.map((name) => (
          <Field
            key={name}
            label={texts.weekdays[name]}
            value={week[name]}
            placeholder={texts.closed}
            error={tried && wrong.includes(name) ? texts.sessionsWrong : undefined}
            onChange={(event) => setWeek({ ...week, [name]: event.target.value })}
          />
        ))}
        <Field
          label={texts.from}
          value={from}
          error={tried && date === undefined ? common.issues.date : undefined}
          onChange={(event) => setFrom(event.target.value)}
        />
      </Grid>
      <Segmented
        label={texts.policy}
        value={policy}
        onChange={setPolicy}
        choices={[
          { value: 'next-working-day', label: texts.policies['next-working-day'] },
          { value: 'that-day', label: texts.policies['that-day'] },
        ]}
      />
      <Field
        label={texts.ground}
        hint={texts.groundHint}
        value={ground}
        error={tried && groundWrong ? office.reasonShort : undefined}
        onChange={(event) => setGround(event.target.value)}
      />
      <FaultNote error={set.error} />
      <ActionButton keys="Ctrl+Enter" label={texts.setWeek} onAct={submit} filled />
    </>
  );
}
