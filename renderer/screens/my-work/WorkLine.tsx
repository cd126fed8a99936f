import Box from '@mui/material/Box';
import { rem } from '../../look/theme.ts';
import { Chip } from '../../parts/controls/Chip.tsx';
import { StatusChip } from '../../parts/controls/StatusChip.tsx';
import { useTexts } from '../../text/texts.ts';
import { limitWords } from './row-words.ts';
import type { WorkItem } from './work-sections.ts';

const narrow = '@container screen (max-width: 66rem)';

export const workColumns = {
  display: 'grid',
  gridTemplateColumns: `${rem(200)} minmax(${rem(150)}, 1.1fr) minmax(0, 1.7fr) ${rem(150)} minmax(${rem(90)}, 0.8fr) ${rem(262)}`,
  columnGap: rem(12),
  alignItems: 'center',
  padding: `${rem(5)} ${rem(10)}`,
  [narrow]: { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1fr)' },
} as const;

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
const colours = { plain: 'var(--secondary)', soon: 'var(--soon)', late: 'var(--late)' } as const;

type WorkLineProps = {
  readonly id: string;
  readonly item: WorkItem;
  readonly now: string;
  readonly current: boolean;
  readonly onCurrent: () => void;
  readonly onOpen: () => void;
};

/** One case to do something about, on one line: who, what, where it stands, with whom, until when. */
export function WorkLine({ id, item, now, current, onCurrent, onOpen }: WorkLineProps) {
  const texts = useTexts();
  const { row, group } = item;
  const what = row.place === null ? row.procedureName : `${row.place} · ${row.procedureName}`;
  const limit = limitWords(group, row, now, texts);
  return (
    <Box
      id={id}
      role="option"
      aria-selected={current}
      onMouseMove={onCurrent}
      onClick={onOpen}
      sx={{
        ...workColumns,
        minHeight: rem(32),
        cursor: 'pointer',
        borderBottom: '1px solid var(--hairline)',
        borderLeft: '3px solid',
        borderLeftColor: current ? 'var(--brand)' : 'transparent',
        bgcolor: current ? 'var(--brand-soft)' : 'transparent',
      }}
    >
      <Box sx={{ fontWeight: 500, ...oneLine }}>{row.number}</Box>
      <Box sx={{ fontWeight: 600, ...oneLine }} title={row.applicantName}>
        {row.applicantName}
      </Box>
      <Box sx={oneLine} title={what}>
        {what}
      </Box>
      <Box>
        <StatusChip status={row.status} />
      </Box>
      <Box sx={{ color: row.held ? 'text.primary' : 'text.secondary', fontSize: rem(13), ...oneLine }}>
        {row.held ? texts.myWork.you : (row.holderName ?? (row.readyAt === null ? texts.myWork.nobody : ''))}
      </Box>
      <Box sx={{ display: 'flex', columnGap: rem(8), alignItems: 'center', flexWrap: 'wrap', fontSize: rem(13) }}>
        {limit.at !== '' && <span>{limit.at}</span>}
        {row.apologyDue ? (
          <Chip tone="late">! {texts.myWork.apologyDue}</Chip>
        ) : (
          <Box component="span" sx={{ color: colours[limit.tone], fontWeight: limit.tone === 'plain' ? 400 : 600 }}>
            {limit.words}
          </Box>
        )}
      </Box>
    </Box>
  );
}
