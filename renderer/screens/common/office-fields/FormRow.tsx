import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { rem } from '../../../look/theme.ts';
import { Grid } from '../../../parts/layout/primitives.ts';

type FormRowProps = { readonly name: string; readonly columns: string; readonly children: ReactNode };

/** One of several of a kind in a form: a desk, a printer, a person. */
export function FormRow({ name, columns, children }: FormRowProps) {
  return (
    <Grid columns={columns} gap={2} align="start" line="bottom" paddingBottom={3} role="group" aria-label={name}>
      {children}
    </Grid>
  );
}

type RemoveRowProps = { readonly name: string; readonly onRemove: () => void; readonly children: string };

/** Takes the row away; it stands at the label of the row's last field in the first line. */
export function RemoveRow({ name, onRemove, children }: RemoveRowProps) {
  return (
    <Button
      variant="text"
      onClick={onRemove}
      aria-label={name}
      sx={{ minHeight: 0, padding: 0, minWidth: 0, fontSize: rem(12) }}
    >
      {children}
    </Button>
  );
}

/** Two fields on a line. */
export const halves = { columns: 'repeat(2, minmax(0, 1fr))', gap: 2, align: 'start' } as const;
