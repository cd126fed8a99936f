import Box from '@mui/material/Box';
import { type ChangeEvent, type FocusEvent, type ReactNode, type Ref, useId } from 'react';
import { rem } from '../../look/theme.ts';
import { Labelled, describedBy } from './Field.tsx';

export type SelectChoice = { readonly value: string; readonly label: string };

type SelectFieldProps = {
  readonly label: ReactNode;
  readonly choices: readonly SelectChoice[];
  readonly aside?: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
  readonly id?: string;
  readonly name?: string;
  readonly value?: string;
  readonly defaultValue?: string;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly onChange?: (event: ChangeEvent<HTMLSelectElement>) => void;
  readonly onBlur?: (event: FocusEvent<HTMLSelectElement>) => void;
  readonly ref?: Ref<HTMLSelectElement>;
};

/** A choice of a few, as the platform's own select: letters, arrows and screen readers work without our help. */
export function SelectField({ label, choices, aside, hint, error, id, ref, ...rest }: SelectFieldProps) {
  const own = useId();
  const fieldId = id ?? own;
  const wrong = Boolean(error);
  return (
    <Labelled id={fieldId} label={label} aside={aside} hint={hint} error={error}>
      <Box
        component="select"
        {...rest}
        ref={ref}
        id={fieldId}
        aria-invalid={wrong || undefined}
        aria-describedby={describedBy(fieldId, hint !== undefined, wrong)}
        sx={{
          font: 'inherit',
          fontWeight: 500,
          color: 'var(--ink)',
          bgcolor: 'var(--panel)',
          border: '1px solid',
          borderColor: wrong ? 'var(--late)' : 'var(--control)',
          borderRadius: '8px',
          height: rem(38),
          width: '100%',
          minWidth: 0,
          padding: `0 ${rem(8)}`,
          '&:focus': { outline: '2px solid var(--focus)', outlineOffset: '1px' },
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Box>
    </Labelled>
  );
}
