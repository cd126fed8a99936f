import Box from '@mui/material/Box';
import OutlinedInput from '@mui/material/OutlinedInput';
import type { OutlinedInputProps } from '@mui/material/OutlinedInput';
import { type ReactNode, type Ref, useId } from 'react';
import { rem } from '../../look/theme.ts';

type LabelledProps = {
  readonly id: string;
  readonly label: ReactNode;
  readonly aside?: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
  readonly children: ReactNode;
};

/** Label above, hint and error below, tied to the control by `id` (use `describedBy(id, …)` on the control). */
export function Labelled({ id, label, aside, hint, error, children }: LabelledProps) {
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: rem(4), minWidth: 0 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', fontSize: rem(13), color: 'text.secondary' }}>
        <Box component="label" htmlFor={id} sx={{ flexGrow: 1, minWidth: 0 }}>
          {label}
        </Box>
        {aside}
      </Box>
      {children}
      {hint !== undefined && (
        <Box id={`${id}-hint`} sx={{ fontSize: rem(12), color: 'text.secondary' }}>
          {hint}
        </Box>
      )}
      {Boolean(error) && (
        <Box id={`${id}-error`} role="alert" sx={{ fontSize: rem(12), color: 'var(--late)', fontWeight: 500 }}>
          {error}
        </Box>
      )}
    </Box>
  );
}

export function describedBy(id: string, hint: boolean, error: boolean): string | undefined {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter((part) => part !== '');
  return ids.length === 0 ? undefined : ids.join(' ');
}

export type FieldProps = Omit<OutlinedInputProps, 'error' | 'label' | 'id' | 'ref' | 'inputRef'> & {
  readonly label: ReactNode;
  readonly aside?: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
  /** The input element: works with `{...register('name')}` of react-hook-form. */
  readonly ref?: Ref<HTMLInputElement | HTMLTextAreaElement>;
  readonly id?: string;
};

/** One field of text. */
export function Field({ label, aside, hint, error, ref, id, inputProps, ...rest }: FieldProps) {
  const own = useId();
  const fieldId = id ?? own;
  const wrong = Boolean(error);
  return (
    <Labelled id={fieldId} label={label} aside={aside} hint={hint} error={error}>
      <OutlinedInput
        fullWidth
        autoComplete="off"
        {...rest}
        id={fieldId}
        error={wrong}
        inputRef={ref}
        inputProps={{
          spellCheck: false,
          ...inputProps,
          'aria-invalid': wrong || undefined,
          'aria-describedby': describedBy(fieldId, hint !== undefined, wrong),
        }}
      />
    </Labelled>
  );
}
