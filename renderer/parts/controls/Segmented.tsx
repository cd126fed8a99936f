import { useId } from 'react';
import { Block, Text } from '../layout/primitives.ts';

type SegmentedProps<T extends string> = {
  readonly label: string;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  /** Null until one is chosen: for what a person must say themselves. */
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly hideLabel?: boolean;
};

/** More than these are no few any more. */
const many = 10;

/** One of a few, side by side: radio buttons under their looks, so arrows move and screen readers count. */
export function Segmented<T extends string>({ label, choices, value, onChange, hideLabel = false }: SegmentedProps<T>) {
  const name = useId();
  // So many stand in one line of a window of 1366 points only where each is narrow.
  const narrow = choices.length > many;
  return (
    <Block as="fieldset" aria-label={label}>
      {!hideLabel && (
        <Text as="legend" size="note" tone="secondary" padding={0} marginBottom={1}>
          {label}
        </Text>
      )}
      <Block wrap border="control" radius={8} css={{ display: 'inline-flex', overflow: 'hidden' }}>
        {choices.map((choice) => (
          <Text
            as="label"
            padding={[1.5, narrow ? 1.5 : 3]}
            size={narrow ? 'small' : 'note'}
            ground={choice.value === value ? 'brand' : 'panel'}
            tone={choice.value === value ? 'brand' : 'ink'}
            weight={choice.value === value ? 600 : 400}
            css={{
              cursor: 'pointer',
              '&:has(:focus-visible)': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
            }}
            key={choice.value}
          >
            <input
              type="radio"
              name={name}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              style={{ position: 'absolute', opacity: 0, pointerEvents: 'none' }}
            />
            {choice.label}
          </Text>
        ))}
      </Block>
    </Block>
  );
}
