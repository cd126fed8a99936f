import Box from '@mui/material/Box';
import { rem } from '../../../look/theme.ts';

type CountFieldProps = {
  readonly label: string;
  readonly count: number | undefined;
  readonly onChange: (count: number) => void;
};

/** A count for the mouse; the keyboard counts from the row itself, so this is no Tab stop. */
export function CountField({ label, count, onChange }: CountFieldProps) {
  return (
    <Box
      component="input"
      type="text"
      inputMode="numeric"
      tabIndex={-1}
      aria-label={label}
      value={count ?? '–'}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        const digits = event.target.value.replace(/\D/g, '').slice(-3);
        onChange(digits === '' ? 0 : Number(digits));
      }}
      sx={{
        font: 'inherit',
        fontWeight: count === undefined ? 400 : 500,
        color: count === undefined ? 'var(--secondary)' : 'inherit',
        textAlign: 'center',
        width: '100%',
        minWidth: 0,
        padding: `${rem(1)} 0`,
        border: '1px solid transparent',
        borderRadius: '5px',
        bgcolor: 'transparent',
        '&:hover': { borderColor: 'var(--control)' },
      }}
    />
  );
}
