import { Block, Text } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';
import type { Difference } from './difference.ts';

/** One fact as it was and as it is now. */
export function Changed({ name, was, becomes }: Difference) {
  const { correction } = useTexts();
  return (
    <Block line="bottom" paddingBottom={1.5}>
      <Text as="dt" size="small" tone="secondary">
        {name}
      </Text>
      <Text as="dd" breaks>
        <Text as="del" tone="secondary" aria-label={correction.was}>
          {was === '' ? '–' : was}
        </Text>{' '}
        <span aria-hidden>→</span>{' '}
        <Text as="ins" weight={600} css={{ textDecoration: 'none' }} aria-label={correction.becomes}>
          {becomes === '' ? '–' : becomes}
        </Text>
      </Text>
    </Block>
  );
}
