import Checkbox from '@mui/material/Checkbox';
import { type KeyboardEvent, useRef } from 'react';
import type { Fee } from '../../../../../electron/contract/counter/money/money.ts';
import { rem } from '../../../../look/theme.ts';
import { Chip } from '../../../../parts/controls/Chip.tsx';
import { formatMoney } from '../../../../text/format.ts';
import { stepOf } from '../../../../parts/list/cursor.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Block, Grid, Text } from '../../../../parts/layout/primitives.ts';

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
    const step = stepOf(event);
    if (step === undefined) return;
    event.preventDefault();
    const next = fees[at + step];
    if (next !== undefined) boxes.current.get(next.line)?.focus();
  }

  return (
    <Block as="ul">
      {fees.map((fee, at) => (
        <Grid
          as="li"
          columns="auto minmax(0, 1fr) auto"
          align="start"
          columnGap={1}
          padding={[1.5, 2, 1.5, 0]}
          line="bottom"
          ground={fee.line === current ? 'brand' : undefined}
          css={{ borderLeft: '3px solid', borderLeftColor: fee.line === current ? 'var(--brand)' : 'transparent' }}
          key={fee.line}
          onKeyDown={(event: KeyboardEvent) => walk(event, at)}
          onFocus={() => onCurrent(fee.line)}
          onClick={() => onCurrent(fee.line)}
        >
          <TickBox
            fee={fee}
            left={left.has(fee.line)}
            onToggle={() => onToggle(fee.line)}
            hold={(input) => (input === null ? boxes.current.delete(fee.line) : boxes.current.set(fee.line, input))}
          />
          <FeeWords fee={fee} />
          <FeeAmount fee={fee} />
        </Grid>
      ))}
    </Block>
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
  const small = { size: 'small', tone: 'secondary' } as const;
  return (
    <Block minWidth={0} paddingTop={0.75}>
      <Text weight={500}>{fee.name}</Text>
      {fee.note !== '' && <Text size="note">{fee.note}</Text>}
      {fee.basis !== '' && <Text {...small}>{fee.basis}</Text>}
      {fee.setBy !== null && <Text {...small}>{cash.fees.setBy(fee.setBy.by, fee.setBy.source)}</Text>}
      {fee.waiver !== null && (
        <Text size="small" tone="good">
          {fee.waiver.reason} · {fee.waiver.basis}
        </Text>
      )}
      {fee.receiptNumber !== null && (
        <Text size="small" tone="good">
          ✓ {cash.fees.collected(fee.receiptNumber)}
        </Text>
      )}
      {fee.gap !== null && fee.receiptId === null && <Text {...small}>{cash.fees.gapHelp}</Text>}
    </Block>
  );
}

function FeeAmount({ fee }: { readonly fee: Fee }) {
  const { cash } = useTexts();
  if (fee.amount === null) return <Chip tone="soon">{cash.fees.gaps[fee.gap ?? 'amount-unknown']}</Chip>;
  return (
    <Text textAlign="right" nowrap paddingTop={0.75}>
      <Text weight={600}>{formatMoney(fee.amount)}</Text>
      {fee.base !== null && fee.base !== fee.amount && (
        <Text size="small" tone="secondary">
          {cash.fees.before(formatMoney(fee.base))}
        </Text>
      )}
    </Text>
  );
}
