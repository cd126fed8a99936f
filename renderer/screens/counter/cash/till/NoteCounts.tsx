import OutlinedInput from '@mui/material/OutlinedInput';
import { type KeyboardEvent, useRef } from 'react';
import { denominations } from '../../../../../electron/contract/counter/money/till.ts';
import { rem } from '../../../../look/theme.ts';
import { isComposing } from '../../../../parts/keys/shortcuts.ts';
import { stepOf } from '../../../../parts/list/cursor.ts';
import { formatMoney } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { type Note, type TypedCounts, onlyDigits, sumOf, totalTyped } from './note-counts.ts';
import { Block, Text } from '../../../../parts/layout/primitives.ts';

type NoteCountsProps = { readonly typed: TypedCounts; readonly onChange: (typed: TypedCounts) => void };

const cell = { padding: [0.5, 2], textAlign: 'right' } as const;

/** Money counted note by note, the largest first. Enter and the arrows walk down the column; the sums follow at once. */
export function NoteCounts({ typed, onChange }: NoteCountsProps) {
  const { cash } = useTexts();
  const inputs = useRef(new Map<Note, HTMLInputElement>());

  function walk(event: KeyboardEvent, at: number): void {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return;
    const step = event.key === 'Enter' ? 1 : stepOf(event);
    if (step === undefined) return;
    event.preventDefault();
    const next = denominations[Math.min(denominations.length - 1, Math.max(0, at + step))];
    const input = next === undefined ? undefined : inputs.current.get(next);
    input?.focus();
    input?.select();
  }

  return (
    <Block as="table" width="100%" css={{ borderCollapse: 'collapse' }}>
      <Text as="thead" size="small" tone="secondary">
        <tr>
          {[cash.till.note, cash.till.pieces, cash.till.sum].map((name) => (
            <Text as="th" {...cell} weight={400} scope="col" key={name}>
              {name}
            </Text>
          ))}
        </tr>
      </Text>
      <tbody>
        {denominations.map((note, at) => (
          <tr key={note}>
            <Text as="th" {...cell} weight={500} scope="row">
              {formatMoney(note)}
            </Text>
            <Block as="td" {...cell} width={120}>
              <OutlinedInput
                value={typed[note] ?? ''}
                autoFocus={at === 0}
                onChange={(event) => onChange({ ...typed, [note]: onlyDigits(event.target.value, 5) })}
                onKeyDown={(event) => walk(event, at)}
                inputRef={(input: HTMLInputElement | null) => {
                  if (input === null) inputs.current.delete(note);
                  else inputs.current.set(note, input);
                }}
                inputProps={{
                  'aria-label': cash.till.piecesOf(formatMoney(note)),
                  inputMode: 'numeric',
                  autoComplete: 'off',
                  style: { textAlign: 'right', padding: `${rem(5)} ${rem(10)}` },
                }}
              />
            </Block>
            <Text as="td" {...cell} tone={sumOf(note, typed) === 0 ? 'secondary' : undefined}>
              {formatMoney(sumOf(note, typed))}
            </Text>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <Text as="th" {...cell} paddingTop={2} weight={500} scope="row" colSpan={2}>
            {cash.till.total}
          </Text>
          <Text as="td" {...cell} paddingTop={2} size="number" weight={700} nowrap aria-live="polite">
            {formatMoney(totalTyped(typed))}
          </Text>
        </tr>
      </tfoot>
    </Block>
  );
}
