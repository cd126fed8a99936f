import { useQuery, useQueryClient } from '@tanstack/react-query';
import { desk } from '../../../../desk/client.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Column, Row, Text } from '../../../../parts/layout/primitives.ts';
import { formatDate } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Table } from '../Table.tsx';
import { DayFields } from './DayFields.tsx';
import { WeekFields } from './WeekFields.tsx';
import { sessionsText } from './hours-form.ts';
import { weekdayNames } from '../../../../../electron/contract/common/office/hours.ts';

/** When the office is open: the week from a day on, and single days that are otherwise. What was promised stays. */
export function Hours() {
  const { office } = useTexts();
  const texts = office.hours;
  const client = useQueryClient();
  const { data, error } = useQuery(desk.office.hours.queryOptions({ input: {} }));
  const renew = () => client.invalidateQueries();
  if (data === undefined) return <FaultNote error={error} />;
  const closed = (text: string) => (text === '' ? texts.closed : text);
  return (
    <Panel title={office.parts.hours} sx={{ height: '100%', gap: 3, overflow: 'auto' }}>
      <Text size="note" tone="secondary">
        {texts.stand}
      </Text>
      <Table
        label={texts.weeks}
        columns={texts.weekColumns}
        rows={[
          {
            key: 'base',
            cells: [texts.settings, ...baseCells(closed(sessionsText(data.base)), texts.closed), texts.ofSettings],
          },
          ...data.weeks.map(({ from, week, ground, sameDayOnDayOff }) => ({
            key: from,
            cells: [
              formatDate(from),
              ...weekdayNames.map((name) => closed(sessionsText(week[name]))),
              `${ground} · ${texts.policies[sameDayOnDayOff]}`,
            ],
          })),
        ]}
      />
      {data.days.length > 0 && (
        <Table
          label={texts.days}
          columns={texts.dayColumns}
          rows={data.days.map(({ date, sessions, ground }) => ({
            key: date,
            cells: [formatDate(date), closed(sessionsText(sessions)), ground],
          }))}
        />
      )}
      <Row wrap gap={6} align="flex-start">
        <Column gap={2} grow minWidth={420}>
          <WeekFields key={data.weeks.length} hours={data} onDone={renew} />
        </Column>
        <Column gap={2} grow minWidth={320}>
          <DayFields today={data.today} onDone={renew} />
        </Column>
      </Row>
    </Panel>
  );
}

function baseCells(sessions: string, closed: string): readonly string[] {
  return weekdayNames.map((name) => (name === 'sat' || name === 'sun' ? closed : sessions));
}
