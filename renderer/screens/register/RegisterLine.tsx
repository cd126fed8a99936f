import Box from '@mui/material/Box';
import { type ReactNode, memo } from 'react';
import type { RegisterRow } from '../../../electron/contract/register/register.ts';
import { noteText } from '../../../electron/domain/register/register.ts';
import { useSettings } from '../../look/settings.ts';
import { rem } from '../../look/theme.ts';
import { StatusChip } from '../../parts/controls/StatusChip.tsx';
import { formatCount, formatDate, formatTime } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';

const wide = [
  rem(36),
  rem(166),
  'minmax(0, 1fr)',
  rem(28),
  'minmax(0, 1.3fr)',
  rem(92),
  rem(84),
  rem(84),
  rem(132),
  rem(128),
].join(' ');
/** Large text: the same cells in two rows of fewer columns. */
const narrow = '@container screen (max-width: 66rem)';

export const columns = {
  display: 'grid',
  gridTemplateColumns: wide,
  columnGap: rem(8),
  alignItems: 'start',
  padding: `${rem(6)} ${rem(8)}`,
  [narrow]: { gridTemplateColumns: 'repeat(5, minmax(0, 1fr))', rowGap: rem(4) },
} as const;

type LineProps = {
  readonly id: string;
  readonly row: RegisterRow;
  readonly current: boolean;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
};

function Cell({ main, more, clamp }: { readonly main: ReactNode; readonly more?: ReactNode; readonly clamp?: number }) {
  return (
    <Box role="gridcell" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      <Box
        sx={
          clamp === undefined
            ? {}
            : { display: '-webkit-box', WebkitLineClamp: clamp, WebkitBoxOrient: 'vertical', overflow: 'hidden' }
        }
      >
        {main}
      </Box>
      {Boolean(more) && <Box sx={{ fontSize: rem(12), color: 'text.secondary' }}>{more}</Box>}
    </Box>
  );
}

/** One case, in the order of Mẫu 07's columns; what paper gives a column of its own stands here in a second line. */
export const RegisterLine = memo(function RegisterLine({ id, row, current, onChoose, onOpen }: LineProps) {
  const { common } = useTexts();
  const { language } = useSettings();
  return (
    <Box
      id={id}
      role="row"
      aria-rowindex={row.no + 1}
      aria-selected={current}
      onClick={onChoose}
      onDoubleClick={onOpen}
      sx={{
        ...columns,
        fontSize: rem(13),
        cursor: 'pointer',
        borderBottom: '1px solid var(--hairline)',
        ...(current && { bgcolor: 'var(--brand-soft)', boxShadow: 'inset 3px 0 0 var(--brand)' }),
      }}
    >
      <Cell main={formatCount(row.no)} />
      <Cell main={<Box sx={{ fontWeight: 500 }}>{row.number}</Box>} more={common.channels[row.channel]} />
      <Cell main={row.procedureName} clamp={2} />
      <Cell main={row.quantity} />
      <Cell
        main={<Box sx={{ fontWeight: 600 }}>{row.applicantName}</Box>}
        more={[row.address, row.phone].filter((part) => part !== '').join(' · ')}
      />
      <Cell main={row.authority} clamp={2} />
      <Cell main={formatDate(row.acceptedAt)} more={formatTime(row.acceptedAt)} />
      <Cell main={formatDate(row.dueAt)} more={formatTime(row.dueAt)} />
      <Cell
        main={row.returnedAt === null ? common.deliveries[row.delivery] : formatDate(row.returnedAt)}
        more={
          row.returnedAt !== null &&
          `${common.deliveries[row.delivery]}${row.receiver === '' ? '' : ` · ${row.receiver}`}`
        }
      />
      <Cell main={<StatusChip status={row.status} />} more={noteText(row.notes, language)} />
    </Box>
  );
});
