import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import { type KeyboardEvent, useRef } from 'react';
import type { Fee } from '../../../electron/contract/money/money.ts';
import { rem } from '../../look/theme.ts';
import { Chip } from '../../parts/controls/Chip.tsx';
import { formatMoney } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';

type FeeListProps = {
  readonly fees: readonly Fee[];
  readonly current: number;
  readonly left: ReadonlySet<number>;
  readonly onCurrent: (line: number) => void;
  readonly onToggle: (line: number) => void;
};

/** Every fee of the case with how its amount came about; what is ticked is collected. */
export function FeeList({ fees, current, left, onCurrent, onToggle }: FeeListProps) {
  const boxes = useRef(new Map<number, HTMLInputElement>());

  function walk(event: KeyboardEvent, at: number): void {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = fees[at + step];
    if (next !== undefined) boxes.current.get(next.line)?.focus();
  }

  return (
    <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {fees.map((fee, at) => (
        <Box
          component="li"
          key={fee.line}
          onKeyDown={(event: KeyboardEvent) => walk(event, at)}
          onFocus={() => onCurrent(fee.line)}
          onClick={() => onCurrent(fee.line)}
          sx={{
            display: 'grid',
            gridTemplateColumns: 'auto minmax(0, 1fr) auto',
            alignItems: 'start',
            columnGap: 1,
            padding: `${rem(6)} ${rem(8)} ${rem(6)} 0`,
            borderBottom: '1px solid var(--hairline)',
            borderLeft: '3px solid',
            borderLeftColor: fee.line === current ? 'var(--brand)' : 'transparent',
            bgcolor: fee.line === current ? 'var(--brand-soft)' : 'transparent',
          }}
        >
          <TickBox
            fee={fee}
            left={left.has(fee.line)}
            onToggle={() => onToggle(fee.line)}
            hold={(input) => (input === null ? boxes.current.delete(fee.line) : boxes.current.set(fee.line, input))}
          />
          <FeeWords fee={fee} />
          <FeeAmount fee={fee} />
        </Box>
      ))}
    </Box>
  );
}

type TickBoxProps = {
  readonly fee: Fee;
  readonly left: boolean;
  readonly onToggle: () => void;
  readonly hold: (input: HTMLInputElement | null) => void;
};

/** Stays reachable for the arrows even where nothing can be ticked: the line can still be set or waived. */
function TickBox({ fee, left, onToggle, hold }: TickBoxProps) {
  const { cash } = useTexts();
  const payable = fee.receiptId === null && fee.amount !== null;
  return (
    <Checkbox
      checked={payable ? !left : fee.receiptId !== null}
      onChange={() => payable && onToggle()}
      sx={{ padding: rem(4), opacity: payable ? 1 : 0.45 }}
      slotProps={{
        input: {
          ref: (input: HTMLInputElement | null) => hold(input),
          'aria-label': `${cash.fees.choose}: ${fee.name}`,
          'aria-disabled': !payable,
        },
      }}
    />
  );
}

function FeeWords({ fee }: { readonly fee: Fee }) {
  const { cash } = useTexts();
  const small = { fontSize: rem(12), color: 'text.secondary' };
  return (
    <Box sx={{ minWidth: 0, paddingTop: rem(3) }}>
      <Box sx={{ fontWeight: 500 }}>{fee.name}</Box>
      {fee.note !== '' && <Box sx={{ fontSize: rem(13) }}>{fee.note}</Box>}
      {fee.basis !== '' && <Box sx={small}>{fee.basis}</Box>}
      {fee.setBy !== null && <Box sx={small}>{cash.fees.setBy(fee.setBy.by, fee.setBy.source)}</Box>}
      {fee.waiver !== null && (
        <Box sx={{ ...small, color: 'var(--good)' }}>
          {fee.waiver.reason} · {fee.waiver.basis}
        </Box>
      )}
      {fee.receiptNumber !== null && (
        <Box sx={{ ...small, color: 'var(--good)' }}>✓ {cash.fees.collected(fee.receiptNumber)}</Box>
      )}
      {fee.gap !== null && fee.receiptId === null && <Box sx={small}>{cash.fees.gapHelp}</Box>}
    </Box>
  );
}

function FeeAmount({ fee }: { readonly fee: Fee }) {
  const { cash } = useTexts();
  if (fee.amount === null) return <Chip tone="soon">{cash.fees.gaps[fee.gap ?? 'amount-unknown']}</Chip>;
  return (
    <Box sx={{ textAlign: 'right', whiteSpace: 'nowrap', paddingTop: rem(3) }}>
      <Box sx={{ fontWeight: 600 }}>{formatMoney(fee.amount)}</Box>
      {fee.base !== null && fee.base !== fee.amount && (
        <Box sx={{ fontSize: rem(12), color: 'text.secondary' }}>{cash.fees.before(formatMoney(fee.base))}</Box>
      )}
    </Box>
  );
}
