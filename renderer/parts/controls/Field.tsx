import OutlinedInput from '@mui/material/OutlinedInput';
import type { OutlinedInputProps } from '@mui/material/OutlinedInput';
import { type ReactNode, type Ref, useId } from 'react';
import { Block, Column, Row, Text } from '../layout/primitives.ts';

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
    <Column gap={1} minWidth={0}>
      <Row gap={1} align="center" size="note" tone="secondary">
        <Block as="label" grow minWidth={0} htmlFor={id}>
          {label}
        </Block>
        {aside}
      </Row>
      {children}
      {hint !== undefined && (
        <Text size="small" tone="secondary" id={`${id}-hint`}>
          {hint}
        </Text>
      )}
      {Boolean(error) && (
        <Text size="small" tone="late" weight={500} id={`${id}-error`} role="alert">
          {error}
        </Text>
      )}
    </Column>
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
