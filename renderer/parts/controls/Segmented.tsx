import Box from '@mui/material/Box';
import { useId } from 'react';
import { rem } from '../../look/theme.ts';

type SegmentedProps<T extends string> = {
  readonly label: string;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly hideLabel?: boolean;
};

/** One of a few, side by side: radio buttons under their looks, so arrows move and screen readers count. */
export function Segmented<T extends string>({ label, choices, value, onChange, hideLabel = false }: SegmentedProps<T>) {
  const name = useId();
  return (
    <Box component="fieldset" aria-label={label} sx={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      {!hideLabel && (
        <Box component="legend" sx={{ fontSize: rem(13), color: 'text.secondary', padding: 0, marginBottom: 1 }}>
          {label}
        </Box>
      )}
      <Box
        sx={{
          display: 'inline-flex',
          flexWrap: 'wrap',
          border: '1px solid var(--control)',
          borderRadius: '8px',
          overflow: 'hidden',
        }}
      >
        {choices.map((choice) => (
          <Box
            key={choice.value}
            component="label"
            sx={{
              padding: `${rem(6)} ${rem(12)}`,
              fontSize: rem(13),
              cursor: 'pointer',
              bgcolor: choice.value === value ? 'var(--brand-soft)' : 'var(--panel)',
              color: choice.value === value ? 'var(--brand)' : 'text.primary',
              fontWeight: choice.value === value ? 600 : 400,
              '&:has(:focus-visible)': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
            }}
          >
            <input
              type="radio"
              name={name}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              style={{ position: 'absolute', opacity: 0, pointerEvents: 'none' }}
            />
            {choice.label}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
