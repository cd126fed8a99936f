import Box from '@mui/material/Box';
import type { MissedApology, PreparedApology } from '../../../electron/contract/case/apology.ts';
import { rem } from '../../look/theme.ts';
import { useInSight } from '../../parts/list/in-sight.ts';
import { formatDateTime } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';

export const apologyListId = 'apology-list';

type ApologyListProps = {
  readonly due: readonly PreparedApology[];
  readonly missed: readonly MissedApology[];
  readonly current: number;
  readonly onCurrent: (index: number) => void;
  /** While the list has the focus bare digits choose a reason; in a field they are typed. */
  readonly onFocused: (focused: boolean) => void;
};

/** Those whose apology leaves today, then those for whom it is too late. The list holds the focus; digits choose the reason. */
export function ApologyList({ due, missed, current, onCurrent, onFocused }: ApologyListProps) {
  const { apology } = useTexts();
  useInSight(`${apologyListId}-${current}`);
  const groups = [
    { name: apology.leaveToday, rows: due, from: 0 },
    { name: apology.tooLate, rows: missed, from: due.length },
  ];
  return (
    <Box
      id={apologyListId}
      role="listbox"
      aria-label={apology.list}
      aria-activedescendant={`${apologyListId}-${current}`}
      tabIndex={0}
      onFocus={() => onFocused(true)}
      onBlur={() => onFocused(false)}
      sx={{ overflow: 'auto', minHeight: 0, flexGrow: 1, outlineOffset: '-2px' }}
    >
      {groups.map(({ name, rows, from }) =>
        rows.length === 0 ? null : (
          <Box key={name} role="group" aria-label={name}>
            <Box
              role="presentation"
              sx={{ fontSize: rem(13), fontWeight: 600, padding: `${rem(8)} ${rem(10)} ${rem(4)}` }}
            >
              {name} ({rows.length})
            </Box>
            {rows.map((row, index) => (
              <Box
                key={row.caseId}
                id={`${apologyListId}-${from + index}`}
                role="option"
                aria-selected={from + index === current}
                onClick={() => onCurrent(from + index)}
                sx={{
                  padding: `${rem(6)} ${rem(10)}`,
                  cursor: 'pointer',
                  borderBottom: '1px solid var(--hairline)',
                  borderLeft: '3px solid',
                  borderLeftColor: from + index === current ? 'var(--brand)' : 'transparent',
                  bgcolor: from + index === current ? 'var(--brand-soft)' : 'transparent',
                }}
              >
                <Box sx={{ fontWeight: 600 }}>{row.applicantName}</Box>
                <Box sx={{ fontSize: rem(13) }}>{row.number}</Box>
                <Box sx={{ fontSize: rem(13), color: 'text.secondary' }}>{apology.due(formatDateTime(row.dueAt))}</Box>
              </Box>
            ))}
          </Box>
        ),
      )}
    </Box>
  );
}
