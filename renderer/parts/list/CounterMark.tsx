import { useTexts } from '../../text/texts.ts';
import { Text } from '../layout/primitives.ts';

/** The counter a line of a list began at, under its number; nothing where an office has one counter. */
export function CounterMark({ counter }: { readonly counter: string | undefined }) {
  const { conflict } = useTexts();
  if (counter === undefined) return null;
  return (
    <Text size="small" weight={400} tone="secondary">
      {counter === '' ? conflict.noCounter : conflict.counter(counter, '')}
    </Text>
  );
}
