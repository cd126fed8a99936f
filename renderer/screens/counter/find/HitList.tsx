import { memo } from 'react';
import type { CaseHit } from '../../../../electron/contract/counter/case/case.ts';
import { rem } from '../../../look/theme.ts';
import { narrowerThan } from '../../../look/tokens.ts';
import { StatusChip } from '../../../parts/controls/StatusChip.tsx';
import { Choice, ChoiceList } from '../../../parts/list/ChoiceList.tsx';
import { daysBetween, formatDate } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';
import { isIn } from '../../../../electron/contract/base/case-status.ts';
import { Text } from '../../../parts/layout/primitives.ts';
import { CounterMark } from '../../../parts/list/CounterMark.tsx';
import { ListHead } from '../../../parts/list/ListHead.tsx';

/** Large text: a row takes two lines, and the words of the heading would name nothing. */
const narrow = narrowerThan('rows');

const columns = {
  columns: `${rem(190)} minmax(${rem(150)}, 1.2fr) ${rem(112)} minmax(0, 2fr) ${rem(140)} ${rem(130)}`,
  columnGap: 3,
  align: 'start',
  padding: [2, 2.5],
  css: { [narrow]: { gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 5fr) minmax(0, 3fr)' } },
} as const;

type Urgency = 'none' | 'late' | 'soon' | 'fine';

/** Days of the calendar until the promised date, as a colour that repeats what the words say. */
function urgencyOf(days: number | null, closed: boolean): Urgency {
  if (days === null || closed) return 'none';
  if (days < 0) return 'late';
  return days <= 1 ? 'soon' : 'fine';
}

const colours: Record<Urgency, string> = {
  none: 'var(--secondary)',
  fine: 'var(--secondary)',
  soon: 'var(--soon)',
  late: 'var(--late)',
};

type HitListProps = {
  readonly id: string;
  readonly hits: readonly CaseHit[];
  readonly current: number;
  readonly today: string;
  readonly onCurrent: (index: number) => void;
  readonly onOpen: (caseId: string) => void;
};

function Due({ hit, today }: { readonly hit: CaseHit; readonly today: string }) {
  const { find } = useTexts();
  if (hit.undone === true) return null;
  if (hit.dueAt === null) return <Text tone="secondary">{find.noDue}</Text>;
  const days = daysBetween(today, hit.dueAt);
  // While papers are awaited no promise runs (NĐ 118/2025 Điều 19 k5); what is finished owes nobody anything: only its date is told.
  if (hit.status === 'supplement-requested') return <Text tone="secondary">{find.paused}</Text>;
  const owed = isIn(hit.status, 'promised');
  return (
    <div>
      {formatDate(hit.dueAt)}
      {owed && (
        <Text size="small" weight={500} css={{ color: colours[urgencyOf(days, !owed)] }}>
          {find.daysLeft(days)}
        </Text>
      )}
    </div>
  );
}

function Hit({
  id,
  hit,
  current,
  today,
  onCurrent,
  onOpen,
}: Omit<HitListProps, 'hits' | 'current' | 'onCurrent'> & {
  readonly hit: CaseHit;
  readonly current: boolean;
  readonly onCurrent: () => void;
}) {
  const { correction, find } = useTexts();
  return (
    <Choice {...columns} id={id} current={current} onCurrent={onCurrent} onChoose={() => onOpen(hit.caseId)}>
      <Text weight={500}>
        {hit.number}
        <CounterMark counter={hit.counter} />
        {hit.superseded !== null && (
          <Text size="small" tone="soon">
            {correction.hitVoid(hit.superseded.number)}
          </Text>
        )}
      </Text>
      <Text weight={600}>
        {hit.applicantName}
        {hit.submitterName !== null && (
          <Text size="small" weight={400} tone="secondary">
            {find.filedBy(hit.submitterName)}
          </Text>
        )}
      </Text>
      <Text tone="secondary">{hit.idNumberMasked}</Text>
      <Text lines={2}>{hit.procedureName}</Text>
      <div>
        <StatusChip status={hit.status} undone={hit.undone} />
      </div>
      <Due hit={hit} today={today} />
    </Choice>
  );
}

/** What was found, best first; the box keeps the cursor, so arrows and Enter are its own. A letter typed does not draw the old list again. */
export const HitList = memo(function HitList({ id, hits, current, today, onCurrent, onOpen }: HitListProps) {
  const { find } = useTexts();
  const names = find.columns;
  return (
    <>
      <ListHead
        columns={columns}
        names={[names.number, names.name, names.idNumber, names.procedure, names.status, names.due]}
        css={{ [narrow]: { display: 'none' } }}
      />
      <ChoiceList id={id} label={find.title} current={current}>
        {hits.map((hit, index) => (
          <Hit
            key={hit.caseId}
            id={`${id}-${index}`}
            hit={hit}
            current={index === current}
            today={today}
            onCurrent={() => onCurrent(index)}
            onOpen={onOpen}
          />
        ))}
      </ChoiceList>
    </>
  );
});
