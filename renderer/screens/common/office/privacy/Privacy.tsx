import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../../../desk/client.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { Panel, PanelTitle } from '../../../../parts/layout/Panel.tsx';
import { Row, Text } from '../../../../parts/layout/primitives.ts';
import { formatCount, formatDate } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Table } from '../Table.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import { BreachDialog, CopyDialog } from './FileDialogs.tsx';
import { KeepingDialog } from './KeepingDialog.tsx';

/** What the law on personal data asks of who answers for the register: a copy, who looked, what is past its term, an erasure. */
export function Privacy() {
  const { privacy } = useTexts();
  const [asked, setAsked] = useState<'copy' | 'breach' | 'term' | 'erase' | null>(null);
  const [said, setSaid] = useState('');
  const { data, error } = useQuery(desk.privacy.retention.queryOptions({ input: {} }));
  const close = () => setAsked(null);
  const done = (sentence: string) => {
    setSaid(sentence);
    close();
  };
  const [oldest] = data?.over ?? [];
  return (
    <Panel title={privacy.title} gap={3} sx={{ height: '100%' }}>
      <Text size="note" tone="secondary">
        {privacy.say}
      </Text>
      <Row gap={3} wrap>
        <ActionButton keys="Alt+C" label={privacy.copy.act} onAct={() => setAsked('copy')} />
        <ActionButton keys="Alt+B" label={privacy.breach.act} onAct={() => setAsked('breach')} />
        <ActionButton keys="Alt+T" label={privacy.term.act} onAct={() => setAsked('term')} />
        <ActionButton keys="Alt+X" label={privacy.erase.act} onAct={() => setAsked('erase')} />
      </Row>
      <OutcomeLine tone="good">{said}</OutcomeLine>
      <FaultNote error={error} />
      <PanelTitle>{privacy.over.title}</PanelTitle>
      {data !== undefined && data.over.length === 0 && <Text>{privacy.over.none}</Text>}
      {data !== undefined && data.over.length > 0 && (
        <Table
          label={privacy.over.title}
          columns={privacy.over.columns}
          rows={data.over.map(({ caseId, number, field, endedAt, keepUntil }) => ({
            key: caseId,
            cells: [number, field, formatDate(endedAt), formatDate(keepUntil)],
          }))}
        />
      )}
      <PanelTitle>{privacy.term.title}</PanelTitle>
      <Table
        label={privacy.term.title}
        columns={privacy.term.columns}
        rows={[
          ...(data?.terms ?? []).map(({ field, years, document }) => ({
            key: field,
            cells: [field, years === null ? privacy.term.forGood : privacy.term.years(years), document],
          })),
          ...(data?.unset ?? []).map(({ field, cases }) => ({
            key: `unset ${field}`,
            cells: [
              field,
              `${privacy.term.unset}; ${privacy.term.closed(formatCount(cases))}`,
              privacy.term.noDocument,
            ],
          })),
        ]}
      />
      {asked === 'copy' && <CopyDialog onClose={close} onDone={done} />}
      {asked === 'breach' && <BreachDialog onClose={close} onDone={done} />}
      {asked === 'term' && <KeepingDialog fields={data?.unset.map(({ field }) => field) ?? []} onClose={close} />}
      {asked === 'erase' && <EraseDialog number={oldest?.number ?? ''} onClose={close} onDone={done} />}
    </Panel>
  );
}
