import Box from '@mui/material/Box';
import { memo } from 'react';
import type { CaseHit } from '../../../electron/contract/case/case.ts';
import { rem } from '../../look/theme.ts';
import { StatusChip } from '../../parts/controls/StatusChip.tsx';
import { useInSight } from '../../parts/list/in-sight.ts';
import { daysBetween, formatDate } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import { type Urgency, urgencyOf } from './find-text.ts';
import { isIn } from '../../../electron/contract/status.ts';

/** Large text: a row takes two lines, and the words of the heading would name nothing. */
const narrow = '@container screen (max-width: 66rem)';

const columns = {
  display: 'grid',
  gridTemplateColumns: `${rem(190)} minmax(${rem(150)}, 1.2fr) ${rem(112)} minmax(0, 2fr) ${rem(140)} ${rem(130)}`,
  columnGap: rem(12),
  alignItems: 'start',
  padding: `${rem(8)} ${rem(10)}`,
  [narrow]: { gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 5fr) minmax(0, 3fr)' },
} as const;

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
  if (hit.dueAt === null) return <Box sx={{ color: 'text.secondary' }}>{find.noDue}</Box>;
  const days = daysBetween(today, hit.dueAt);
  // What is finished owes nobody anything: only its date is told.
  const owed = isIn(hit.status, 'open') && hit.status !== 'finished';
  return (
    <Box>
      {formatDate(hit.dueAt)}
      {owed && (
        <Box sx={{ fontSize: rem(12), fontWeight: 500, color: colours[urgencyOf(days, !owed)] }}>
          {find.daysLeft(days)}
        </Box>
      )}
    </Box>
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
  const { correction } = useTexts();
  return (
    <Box
      id={id}
      role="option"
      aria-selected={current}
      onMouseMove={onCurrent}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onOpen(hit.caseId)}
      sx={{
        ...columns,
        cursor: 'pointer',
        borderBottom: '1px solid var(--hairline)',
        borderLeft: '3px solid',
        borderLeftColor: current ? 'var(--brand)' : 'transparent',
        bgcolor: current ? 'var(--brand-soft)' : 'transparent',
      }}
    >
      <Box sx={{ fontWeight: 500 }}>
        {hit.number}
        {hit.superseded !== null && (
          <Box sx={{ fontSize: rem(12), color: 'var(--soon)' }}>{correction.hitVoid(hit.superseded.number)}</Box>
        )}
      </Box>
      <Box sx={{ fontWeight: 600 }}>{hit.applicantName}</Box>
      <Box sx={{ color: 'text.secondary' }}>{hit.idNumberMasked}</Box>
      <Box sx={{ display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden' }}>
        {hit.procedureName}
      </Box>
      <Box>
        <StatusChip status={hit.status} />
      </Box>
      <Due hit={hit} today={today} />
    </Box>
  );
}

/** What was found, best first; the box keeps the cursor, so arrows and Enter are its own. A letter typed does not draw the old list again. */
export const HitList = memo(function HitList({ id, hits, current, today, onCurrent, onOpen }: HitListProps) {
  const { find } = useTexts();
  const names = find.columns;
  useInSight(`${id}-${current}`);
  return (
    <>
      <Box
        aria-hidden
        sx={{
          ...columns,
          fontSize: rem(12),
          fontWeight: 600,
          color: 'text.secondary',
          borderBottom: '1px solid var(--hairline)',
          borderLeft: '3px solid transparent',
          [narrow]: { display: 'none' },
        }}
      >
        {[names.number, names.name, names.idNumber, names.procedure, names.status, names.due].map((name) => (
          <span key={name}>{name}</span>
        ))}
      </Box>
      <Box id={id} role="listbox" aria-label={find.title} sx={{ overflow: 'auto', minHeight: 0 }}>
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
      </Box>
    </>
  );
});
