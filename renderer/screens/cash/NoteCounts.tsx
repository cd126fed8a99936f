import Box from '@mui/material/Box';
import OutlinedInput from '@mui/material/OutlinedInput';
import { type KeyboardEvent, useRef } from 'react';
import { denominations } from '../../../electron/contract/money/till.ts';
import { rem } from '../../look/theme.ts';
import { isComposing } from '../../parts/keys/shortcuts.ts';
import { formatMoney } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import { type Note, type TypedCounts, digitsOf, sumOf, totalTyped } from './note-counts.ts';

type NoteCountsProps = { readonly typed: TypedCounts; readonly onChange: (typed: TypedCounts) => void };

const cell = { padding: `${rem(2)} ${rem(8)}`, textAlign: 'right' } as const;

/** Money counted note by note, the largest first. Enter and the arrows walk down the column; the sums follow at once. */
export function NoteCounts({ typed, onChange }: NoteCountsProps) {
  const { cash } = useTexts();
  const inputs = useRef(new Map<Note, HTMLInputElement>());

  function walk(event: KeyboardEvent, at: number): void {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return;
    const steps: Readonly<Record<string, number>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = denominations[Math.min(denominations.length - 1, Math.max(0, at + step))];
    const input = next === undefined ? undefined : inputs.current.get(next);
    input?.focus();
    input?.select();
  }

  return (
    <Box component="table" sx={{ borderCollapse: 'collapse', width: '100%' }}>
      <Box component="thead" sx={{ fontSize: rem(12), color: 'text.secondary' }}>
        <tr>
          {[cash.till.note, cash.till.pieces, cash.till.sum].map((name) => (
            <Box component="th" scope="col" key={name} sx={{ ...cell, fontWeight: 400 }}>
              {name}
            </Box>
          ))}
        </tr>
      </Box>
      <tbody>
        {denominations.map((note, at) => (
          <tr key={note}>
            <Box component="th" scope="row" sx={{ ...cell, fontWeight: 500 }}>
              {formatMoney(note)}
            </Box>
            <Box component="td" sx={{ ...cell, width: rem(120) }}>
              <OutlinedInput
                value={typed[note] ?? ''}
                autoFocus={at === 0}
                onChange={(event) => onChange({ ...typed, [note]: digitsOf(event.target.value, 5) })}
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
            </Box>
            <Box component="td" sx={{ ...cell, color: sumOf(note, typed) === 0 ? 'text.secondary' : 'inherit' }}>
              {formatMoney(sumOf(note, typed))}
            </Box>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <Box component="th" scope="row" colSpan={2} sx={{ ...cell, paddingTop: rem(8), fontWeight: 500 }}>
            {cash.till.total}
          </Box>
          <Box
            component="td"
            aria-live="polite"
            sx={{ ...cell, paddingTop: rem(8), fontSize: rem(21), fontWeight: 700, whiteSpace: 'nowrap' }}
          >
            {formatMoney(totalTyped(typed))}
          </Box>
        </tr>
      </tfoot>
    </Box>
  );
}
