import type { ComponentProps } from 'react';
import { Field } from '../../../parts/controls/Field.tsx';
import { useTexts } from '../../../text/texts.ts';

type RecoveryKeyFieldProps = Pick<ComponentProps<typeof Field>, 'value' | 'error' | 'onChange'> & {
  /** Where it stands for a person and opens nothing it is called otherwise. */
  readonly said?: { readonly label: string; readonly hint: string };
  readonly autoFocus?: boolean;
};

/** The key as it is typed from its paper: eight groups of digits, in two lines. */
export function RecoveryKeyField({ said, autoFocus = false, ...typed }: RecoveryKeyFieldProps) {
  const { keys } = useTexts();
  return (
    <Field
      {...(said ?? { label: keys.key, hint: keys.keyHint })}
      autoFocus={autoFocus}
      multiline
      minRows={2}
      inputProps={{ inputMode: 'numeric' }}
      {...typed}
    />
  );
}
