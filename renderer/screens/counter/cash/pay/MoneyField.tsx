import { type ChangeEvent, useLayoutEffect, useRef } from 'react';
import { rem } from '../../../../look/theme.ts';
import { Field } from '../../../../parts/controls/Field.tsx';
import { onlyDigits, groupDigits } from '../till/note-counts.ts';

type MoneyFieldProps = {
  readonly label: string;
  /** Digits alone, as typed; '' for nothing. */
  readonly value: string;
  readonly onChange: (digits: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
  readonly large?: boolean;
  readonly id?: string;
};

/** Whole đồng, grouped by dots while they are typed, so that a zero too many is seen. */
export function MoneyField({ value, onChange, large = false, autoFocus = false, ...rest }: MoneyFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const digitsAfter = useRef<number | null>(null);

  // The dots move under the cursor: it stays before the same digits.
  useLayoutEffect(() => {
    const field = input.current;
    if (field === null || digitsAfter.current === null || document.activeElement !== field) return;
    let at = field.value.length;
    for (let left = digitsAfter.current; left > 0 && at > 0; at -= 1) if (field.value[at - 1] !== '.') left -= 1;
    field.setSelectionRange(at, at);
    digitsAfter.current = null;
  });

  function change(event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>): void {
    const { value: text, selectionStart } = event.target;
    digitsAfter.current = onlyDigits(`1${text.slice(selectionStart ?? text.length)}`, 99).length - 1;
    onChange(onlyDigits(text, 12));
  }

  return (
    <Field
      {...rest}
      ref={input}
      autoFocus={autoFocus}
      value={groupDigits(value)}
      onChange={change}
      sx={large ? { fontSize: rem(22), fontWeight: 600 } : {}}
      inputProps={{ inputMode: 'numeric', style: { textAlign: 'right', ...(large ? { height: rem(30) } : {}) } }}
    />
  );
}
