import Button from '@mui/material/Button';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useContext, useEffect, useState } from 'react';
import type { ConfirmedRow } from '../../../../electron/contract/counter/work/work.ts';
import { askedEveryMs, desk } from '../../../desk/client.ts';
import { usePlace } from '../../../desk/places.ts';
import { useSettings } from '../../../look/settings.ts';
import { rem } from '../../../look/theme.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { KeyCap } from '../../../parts/keys/KeyCap.tsx';
import { focusById } from '../../../parts/keys/focus.ts';
import { ActiveContext, useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Column, Text } from '../../../parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../../../parts/list/ChoiceList.tsx';
import { EmptyState } from '../../../parts/list/EmptyState.tsx';
import { within } from '../../../parts/list/cursor.ts';
import { formatDateTime } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { rowAfter } from './work-sections.ts';

const listId = 'reasons-list';
/** A supervisor looks over the last weeks; older ones stand in the register. */
const most = 100;

function keyOf({ caseId, at, code }: ConfirmedRow): string {
  return `${caseId} ${at} ${code}`;
}

/** What was done with a reason that had to be given, newest first: who, when, which case, and why. */
export function Reasons({ onBack }: { readonly onBack: () => void }) {
  const { reasons } = useTexts().myWork;
  const { go } = usePlace();
  const shown = useContext(ActiveContext);
  const [at, setAt] = useState<{ readonly key: string | null; readonly index: number }>({ key: null, index: 0 });
  const { data, error } = useQuery({
    ...desk.work.confirmed.queryOptions({ input: { limit: most }, staleTime: 0, refetchInterval: askedEveryMs }),
    enabled: shown,
    placeholderData: keepPreviousData,
  });
  const rows = data?.rows ?? [];
  const items = rows.map((row) => ({ key: keyOf(row), row }));
  const current = rowAfter(items, at.key, at.index);
  const known = data !== undefined;
  useEffect(() => {
    if (shown && known) focusById(listId);
  }, [shown, known]);

  function stand(index: number) {
    const next = within(items.length, index);
    setAt({ key: items[next]?.key ?? null, index: next });
  }

  function open(row: ConfirmedRow | undefined) {
    if (row !== undefined) go({ screen: 'case', caseId: row.caseId });
  }

  useShortcuts([
    { keys: 'ArrowDown', label: reasons.move, run: () => stand(current + 1), repeats: true },
    { keys: 'ArrowUp', label: reasons.move, run: () => stand(current - 1), repeats: true },
    { keys: 'PageDown', label: reasons.move, run: () => stand(current + 12), repeats: true },
    { keys: 'PageUp', label: reasons.move, run: () => stand(current - 12), repeats: true },
    { keys: 'Enter', label: reasons.open, run: () => open(rows[current]) },
    { keys: 'Escape', label: reasons.back, run: onBack },
  ]);

  return (
    <Panel
      title={reasons.title}
      aside={
        <Button size="small" onClick={onBack}>
          {reasons.back} <KeyCap keys="Esc" />
        </Button>
      }
      sx={{ height: '100%', overflow: 'hidden', gap: rem(8) }}
    >
      <FaultNote error={error} />
      {known && rows.length === 0 ? (
        <EmptyState title={reasons.nothingTitle}>{reasons.nothing}</EmptyState>
      ) : (
        <Column minHeight={0} grow>
          <ChoiceList id={listId} label={reasons.title} current={current} holdsFocus grow>
            {items.map(({ key, row }, index) => (
              <ReasonLine
                key={key}
                id={`${listId}-${index}`}
                row={row}
                current={index === current}
                onCurrent={() => stand(index)}
                onOpen={() => open(row)}
              />
            ))}
          </ChoiceList>
        </Column>
      )}
    </Panel>
  );
}

type ReasonLineProps = {
  readonly id: string;
  readonly row: ConfirmedRow;
  readonly current: boolean;
  readonly onCurrent: () => void;
  readonly onOpen: () => void;
};

function ReasonLine({ id, row, current, onCurrent, onOpen }: ReasonLineProps) {
  const { language } = useSettings();
  return (
    <Choice
      id={id}
      columns={`${rem(130)} minmax(0, 1fr) minmax(0, 1.4fr) minmax(0, 1.4fr)`}
      columnGap={3}
      align="start"
      padding={[1.5, 2.5]}
      current={current}
      onCurrent={onCurrent}
      onChoose={onOpen}
    >
      <div>
        <Text size="note">{formatDateTime(row.at)}</Text>
        <Text size="small" tone="secondary">
          {row.byName}
        </Text>
      </div>
      <div>
        <Text weight={600} lines={1} title={row.applicantName}>
          {row.applicantName}
        </Text>
        <Text size="note">{row.number}</Text>
      </div>
      <Text size="note" tone="soon" weight={500}>
        {language === 'vi' ? row.text : row.textEn}
      </Text>
      <Text weight={500}>{row.reason}</Text>
    </Choice>
  );
}
