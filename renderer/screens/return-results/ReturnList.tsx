import Box from '@mui/material/Box';
import { rem } from '../../look/theme.ts';
import { StatusChip } from '../../parts/controls/StatusChip.tsx';
import { useInSight } from '../../parts/list/in-sight.ts';
import { useTexts } from '../../text/texts.ts';
import { shortMoment } from '../my-work/row-words.ts';
import type { CaseStatus } from '../../../electron/contract/status.ts';

/** A case that may be fetched: found by what was typed, or waiting. */
export type Candidate = {
  readonly caseId: string;
  readonly number: string;
  readonly applicantName: string;
  readonly procedureName: string;
  readonly status: CaseStatus;
  readonly readyAt?: string | null;
};

type ReturnListProps = {
  readonly id: string;
  readonly candidates: readonly Candidate[];
  readonly current: number;
  readonly chosen: string | null;
  readonly onCurrent: (index: number) => void;
  readonly onChoose: (caseId: string) => void;
};

/** Cases to choose from; the box keeps the cursor, so arrows and Enter are its own. */
export function ReturnList({ id, candidates, current, chosen, onCurrent, onChoose }: ReturnListProps) {
  const { returnResults } = useTexts();
  useInSight(`${id}-${current}`);
  return (
    <Box
      id={id}
      role="listbox"
      aria-label={returnResults.list}
      sx={{ overflow: 'auto', minHeight: 0, margin: `0 ${rem(-8)}` }}
    >
      {candidates.map((candidate, index) => (
        <Box
          key={candidate.caseId}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === current}
          aria-current={candidate.caseId === chosen ? 'true' : undefined}
          onMouseMove={() => onCurrent(index)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(candidate.caseId)}
          sx={{
            padding: `${rem(7)} ${rem(10)}`,
            cursor: 'pointer',
            borderBottom: '1px solid var(--hairline)',
            borderLeft: '3px solid',
            borderLeftColor: candidate.caseId === chosen || index === current ? 'var(--brand)' : 'transparent',
            bgcolor: index === current ? 'var(--brand-soft)' : 'transparent',
          }}
        >
          <Box sx={{ display: 'flex', gap: rem(8), alignItems: 'center' }}>
            <Box sx={{ fontWeight: 600, flexGrow: 1, minWidth: 0 }}>{candidate.applicantName}</Box>
            <StatusChip status={candidate.status} />
          </Box>
          <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontSize: rem(13) }}>
            {candidate.procedureName}
          </Box>
          <Box sx={{ display: 'flex', gap: rem(8), fontSize: rem(13), color: 'text.secondary' }}>
            <span>{candidate.number}</span>
            {candidate.readyAt !== undefined && candidate.readyAt !== null && (
              <span>· {returnResults.ready(shortMoment(candidate.readyAt))}</span>
            )}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
