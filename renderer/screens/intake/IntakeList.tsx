import Box from '@mui/material/Box';
import type { IntakeRow } from '../../../electron/contract/intake/intake.ts';
import { rem } from '../../look/theme.ts';
import { Chip } from '../../parts/controls/Chip.tsx';
import { useInSight } from '../../parts/list/in-sight.ts';
import { useTexts } from '../../text/texts.ts';
import { clockWords } from './clock-words.ts';

export const intakeListId = 'intake-list';

const columns = {
  display: 'grid',
  gridTemplateColumns: `${rem(92)} minmax(0, 1.1fr) minmax(0, 1.3fr) minmax(0, 1.2fr)`,
  columnGap: rem(12),
  alignItems: 'center',
  padding: `${rem(6)} ${rem(10)}`,
} as const;
const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
const colours = { plain: 'var(--secondary)', soon: 'var(--soon)', late: 'var(--late)' } as const;
const kindTones = { online: 'brand', post: 'plain', counter: 'plain' } as const;

type IntakeListProps = {
  readonly rows: readonly IntakeRow[];
  readonly current: number;
  readonly onCurrent: (index: number) => void;
  readonly onTake: (row: IntakeRow) => void;
};

/** What waits, most urgent first. The list holds the focus; its rows do not. */
export function IntakeList({ rows, current, onCurrent, onTake }: IntakeListProps) {
  const { intake } = useTexts();
  useInSight(`${intakeListId}-${current}`);
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
          flexShrink: 0,
        }}
      >
        {[intake.columns.kind, intake.columns.name, intake.columns.procedure, intake.columns.clock].map((name) => (
          <span key={name}>{name}</span>
        ))}
      </Box>
      <Box
        id={intakeListId}
        role="listbox"
        aria-label={intake.list}
        aria-activedescendant={rows.length === 0 ? undefined : `${intakeListId}-${current}`}
        tabIndex={0}
        onKeyDown={(event) => {
          const row = rows[current];
          if (event.key === 'Enter' && row !== undefined) onTake(row);
        }}
        sx={{
          overflow: 'auto',
          minHeight: 0,
          flexGrow: 1,
          '&:focus-visible': { outline: 'none' },
          '&:focus-visible [aria-selected="true"]': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
        }}
      >
        {rows.map((row, index) => (
          <Box
            key={row.intakeId}
            id={`${intakeListId}-${index}`}
            role="option"
            aria-selected={index === current}
            onClick={() => onCurrent(index)}
            onDoubleClick={() => onTake(row)}
            sx={{
              ...columns,
              cursor: 'pointer',
              borderBottom: '1px solid var(--hairline)',
              borderLeft: '3px solid',
              borderLeftColor: index === current ? 'var(--brand)' : 'transparent',
              bgcolor: index === current ? 'var(--brand-soft)' : 'transparent',
            }}
          >
            <span>
              <Chip tone={kindTones[row.kind]}>{intake.kinds[row.kind]}</Chip>
            </span>
            <Box sx={{ minWidth: 0 }}>
              <Box sx={{ fontWeight: row.seenAt === null ? 700 : 500, ...oneLine }} title={row.applicantName}>
                {row.applicantName || intake.unnamed}
              </Box>
              <Box sx={{ fontSize: rem(12), color: 'text.secondary', ...oneLine }}>
                {row.code || row.idNumberMasked}
              </Box>
            </Box>
            <Box sx={{ fontSize: rem(13), ...oneLine }} title={row.procedureName}>
              {row.procedureName}
            </Box>
            <Box sx={{ fontSize: rem(13), minWidth: 0 }}>
              {clockWords(row, intake).map(({ words, tone }) => (
                <Box key={words} sx={{ color: colours[tone], fontWeight: tone === 'plain' ? 400 : 600, ...oneLine }}>
                  {tone === 'late' && <span aria-hidden>! </span>}
                  {words}
                </Box>
              ))}
            </Box>
          </Box>
        ))}
      </Box>
    </>
  );
}
