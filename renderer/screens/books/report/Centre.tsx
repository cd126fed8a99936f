import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CentreFacts } from '../../../../electron/contract/books/report/report.ts';
import { columns08b } from '../../../../electron/domain/books/report/bieu-08b.ts';
import { desk } from '../../../desk/client.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { Segmented } from '../../../parts/controls/Segmented.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Block, Grid, Text } from '../../../parts/layout/primitives.ts';
import { formatDate, formatDateTime, parseDate } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';

const numbers = ['3', '4', '5', '6'] as const;
const equipment = ['7', '8', '9', '10'] as const;

type Typed = Record<(typeof numbers)[number], string>;
type Enough = 'yes' | 'no' | 'unknown';

/** What Biểu 08b asks of the centre, from a day on: what nobody says stays unknown and is no 0. */
export function Centre({ onClose }: { readonly onClose: () => void }) {
  const { data, error } = useQuery(desk.report.centre.queryOptions({ input: {} }));
  if (data === undefined) return <FaultNote error={error} />;
  return <CentreForm key={data.facts.length} facts={data.facts} today={data.today} onClose={onClose} />;
}

type CentreFormProps = {
  readonly facts: readonly (CentreFacts & { readonly by: string; readonly at: string })[];
  readonly today: string;
  readonly onClose: () => void;
};

function CentreForm({ facts, today, onClose }: CentreFormProps) {
  const { common, report } = useTexts();
  const texts = report.centre;
  const [newest] = facts;
  const [from, setFrom] = useState(formatDate(today));
  const [typed, setTyped] = useState<Typed>(() => ({
    '3': textOf(newest?.points),
    '4': textOf(newest?.ownStaff),
    '5': textOf(newest?.sentStaff),
    '6': textOf(newest?.contractStaff),
  }));
  const [enough, setEnough] = useState<Record<(typeof equipment)[number], Enough>>(() => ({
    '7': enoughOf(newest?.staffComputers),
    '8': enoughOf(newest?.publicComputers),
    '9': enoughOf(newest?.scanners),
    '10': enoughOf(newest?.touchScreens),
  }));
  const [tried, setTried] = useState(false);
  const set = useMutation(desk.report.setCentre.mutationOptions());
  const day = parseDate(from);
  const wrong = (column: keyof Typed) => !/^\d{0,4}$/.test(typed[column].trim());

  function save(): void {
    setTried(true);
    if (day === undefined || numbers.some(wrong) || set.isPending) return;
    set.mutate({
      from: day,
      points: numberOf(typed['3']),
      ownStaff: numberOf(typed['4']),
      sentStaff: numberOf(typed['5']),
      contractStaff: numberOf(typed['6']),
      staffComputers: saidOf(enough['7']),
      publicComputers: saidOf(enough['8']),
      scanners: saidOf(enough['9']),
      touchScreens: saidOf(enough['10']),
    });
  }

  useShortcuts([{ keys: 'Escape', label: common.back, run: onClose }]);
  const columns = report.forms['08b'].columns;
  return (
    <Panel
      title={texts.title}
      aside={
        <>
          <OutcomeLine tone="good">{set.data === undefined ? '' : texts.saved}</OutcomeLine>
          <ActionButton keys="Esc" label={report.toForm} onAct={onClose} />
          <ActionButton keys="Ctrl+Enter" label={texts.save} onAct={save} filled disabled={set.isPending} />
        </>
      }
      sx={{ height: '100%', overflow: 'auto', gap: 3 }}
    >
      <Text size="small" tone="secondary">
        {texts.hint}
      </Text>
      <FaultNote error={set.error} />
      <Block maxWidth={260}>
        <Field
          label={texts.from}
          value={from}
          autoFocus
          error={tried && day === undefined ? common.issues.date : undefined}
          onChange={(event) => setFrom(event.target.value)}
        />
      </Block>
      <Grid columns="repeat(4, minmax(0, 1fr))" gap={3}>
        {numbers.map((column) => (
          <Field
            key={column}
            label={`${columns[column]} (${column})`}
            value={typed[column]}
            inputMode="numeric"
            error={tried && wrong(column) ? texts.numberWrong : undefined}
            onChange={(event) => setTyped({ ...typed, [column]: event.target.value })}
          />
        ))}
      </Grid>
      <Grid columns="repeat(2, minmax(0, 1fr))" gap={3}>
        {equipment.map((column) => (
          <Segmented
            key={column}
            label={`${columns[column]} (${column})`}
            value={enough[column]}
            onChange={(value) => setEnough({ ...enough, [column]: value })}
            choices={[
              { value: 'yes', label: texts.enough },
              { value: 'no', label: texts.notEnough },
              { value: 'unknown', label: report.unknown },
            ]}
          />
        ))}
      </Grid>
      {facts.length > 0 && (
        <Block as="ul" margin={0} padding={[0, 0, 0, 5]}>
          {facts.map((one) => (
            <li key={one.from}>
              <Text as="span" weight={500}>
                {texts.since(formatDate(one.from))}
              </Text>{' '}
              {Object.entries(columns08b)
                .map(([column, { fact }]) => `(${column}) ${shortOf(one[fact], report.unknown)}`)
                .join(' · ')}{' '}
              <Text as="span" size="small" tone="secondary">
                {report.madeBy(formatDateTime(one.at), one.by)}
              </Text>
            </li>
          ))}
        </Block>
      )}
    </Panel>
  );
}

function textOf(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

function numberOf(text: string): number | null {
  return text.trim() === '' ? null : Number(text.trim());
}

function enoughOf(value: boolean | null | undefined): Enough {
  if (value === null || value === undefined) return 'unknown';
  return value ? 'yes' : 'no';
}

function saidOf(value: Enough): boolean | null {
  return value === 'unknown' ? null : value === 'yes';
}

function shortOf(value: number | boolean | null, unknown: string): string {
  return value === null ? unknown : String(Number(value));
}
