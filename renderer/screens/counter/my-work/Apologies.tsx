import Button from '@mui/material/Button';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useContext, useEffect, useState } from 'react';
import type { MissedApology, PreparedApology } from '../../../../electron/contract/counter/work/apology.ts';
import { askedEveryMs, desk } from '../../../desk/client.ts';
import { usePlace } from '../../../desk/places.ts';
import { rem } from '../../../look/theme.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { KeyCap } from '../../../parts/keys/KeyCap.tsx';
import { focusById } from '../../../parts/keys/focus.ts';
import { ActiveContext, useInFront, useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Columns } from '../../../parts/layout/Columns.tsx';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Column, Row, Text } from '../../../parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../../../parts/list/ChoiceList.tsx';
import { EmptyState } from '../../../parts/list/EmptyState.tsx';
import { within } from '../../../parts/list/cursor.ts';
import { PrintChip, usePrintJob } from '../../../parts/paper/PrintChip.tsx';
import { formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { type ApologySent, ApologySheet, MissedSheet } from './ApologySheet.tsx';
import { rowAfter } from './work-sections.ts';

/** Mẫu 04 case by case: the list left, why and until when in the middle, the paper right; Ctrl+Enter and the next one is ready. */
export function Apologies({ onBack }: { readonly onBack: () => void }) {
  const { apology } = useTexts();
  const { go } = usePlace();
  const shown = useContext(ActiveContext);
  const [at, setAt] = useState<{ readonly key: string | null; readonly index: number }>({ key: null, index: 0 });
  const [onList, setOnList] = useState(true);
  const [sent, setSent] = useState<ApologySent>();
  const { data, error } = useQuery({
    ...desk.work.apologies.queryOptions({ input: {}, staleTime: 0, refetchInterval: askedEveryMs }),
    enabled: shown,
    placeholderData: keepPreviousData,
  });
  const { due = [], overdue = [], missed = [], reasons = [] } = data ?? {};
  const ready = [...due, ...overdue];
  const items = [...ready, ...missed].map(({ caseId }) => ({ caseId, key: caseId }));
  const current = items.length === 0 ? 0 : rowAfter(items, at.key, at.index);
  const [prepared, late] = [ready[current], missed[current - ready.length]];

  useInFront(items[current]?.caseId, (items[current + 1] ?? items[current - 1])?.caseId);

  const known = data !== undefined;
  useEffect(() => {
    if (shown && known) focusById(apologyListId);
  }, [shown, known]);

  function stand(index: number) {
    const next = within(items.length, index);
    setAt({ key: items[next]?.key ?? null, index: next });
  }

  useShortcuts([
    { keys: 'ArrowDown', label: apology.move, run: () => stand(current + 1), repeats: true },
    { keys: 'ArrowUp', label: apology.move, run: () => stand(current - 1), repeats: true },
    { keys: 'Escape', label: apology.back, run: onBack },
  ]);

  const caseId = items[current]?.caseId;
  return (
    <Column height="100%" gap={2}>
      <FaultNote error={error} />
      <SentLine sent={sent} />
      <Columns columns={`minmax(0, ${rem(330)}) minmax(0, 1fr) minmax(0, 1.1fr)`}>
        <Panel title={apology.title} sx={{ minHeight: 0, overflow: 'hidden' }}>
          {known && items.length === 0 ? (
            <EmptyState title={apology.nothingTitle}>{apology.nothing}</EmptyState>
          ) : (
            <ApologyList
              due={due}
              overdue={overdue}
              missed={missed}
              current={current}
              onCurrent={stand}
              onFocused={setOnList}
            />
          )}
          <Row gap={1.5} wrap paddingTop={2} shrink={false}>
            {caseId !== undefined && (
              <ActionButton keys="Alt+O" label={apology.open} onAct={() => go({ screen: 'case', caseId })} />
            )}
            <Button onClick={onBack}>
              {apology.back} <KeyCap keys="Esc" />
            </Button>
          </Row>
        </Panel>
        {prepared !== undefined && (
          <ApologySheet
            key={prepared.caseId}
            apology={prepared}
            overdue={current >= due.length}
            reasons={reasons}
            digits={onList}
            onSent={(done) => {
              setSent(done);
              setAt({ key: null, index: current });
              focusById(apologyListId);
            }}
          />
        )}
        {late !== undefined && <MissedSheet missed={late} />}
      </Columns>
    </Column>
  );
}

/** What was just promised anew, and where its paper is. */
function SentLine({ sent }: { readonly sent: ApologySent | undefined }) {
  const { apology } = useTexts();
  const job = usePrintJob(sent?.printJobId ?? null);
  return (
    <OutcomeLine tone={sent?.paperFault === null ? 'good' : 'late'}>
      {sent !== undefined && (
        <Text as="span" gap={2} align="center" wrap css={{ display: 'inline-flex' }}>
          {apology.sent(sent.number, formatDateTime(sent.dueAt))}
          {sent.paperFault ?? (sent.printJobId !== null && <PrintChip job={job} />)}
        </Text>
      )}
    </OutcomeLine>
  );
}

const apologyListId = 'apology-list';

type ApologyListProps = {
  readonly due: readonly PreparedApology[];
  readonly overdue: readonly PreparedApology[];
  readonly missed: readonly MissedApology[];
  readonly current: number;
  readonly onCurrent: (index: number) => void;
  /** While the list has the focus bare digits choose a reason; in a field they are typed. */
  readonly onFocused: (focused: boolean) => void;
};

/** Those whose apology leaves today, then those that are late and owed one, then those that cannot be moved. The list holds the focus; digits choose the reason. */
function ApologyList({ due, overdue, missed, current, onCurrent, onFocused }: ApologyListProps) {
  const { apology } = useTexts();
  const groups = [
    { name: apology.leaveToday, rows: due, from: 0 },
    { name: apology.overdue, rows: overdue, from: due.length },
    { name: apology.tooLate, rows: missed, from: due.length + overdue.length },
  ];
  return (
    <Column grow minHeight={0} onFocus={() => onFocused(true)} onBlur={() => onFocused(false)}>
      <ChoiceList id={apologyListId} label={apology.list} current={current} holdsFocus grow>
        {groups.map(({ name, rows, from }) =>
          rows.length === 0 ? null : (
            <div key={name} role="group" aria-label={name}>
              <Text size="note" weight={600} padding={[2, 2.5, 1, 2.5]} role="presentation">
                {name} ({rows.length})
              </Text>
              {rows.map((row, index) => (
                <Choice
                  key={row.caseId}
                  id={`${apologyListId}-${from + index}`}
                  padding={[1.5, 2.5]}
                  current={from + index === current}
                  onChoose={() => onCurrent(from + index)}
                >
                  <Text weight={600}>{row.applicantName}</Text>
                  <Text size="note">{row.number}</Text>
                  <Text size="note" tone="secondary">
                    {apology.due(formatDateTime(row.dueAt))}
                  </Text>
                </Choice>
              ))}
            </div>
          ),
        )}
      </ChoiceList>
    </Column>
  );
}
