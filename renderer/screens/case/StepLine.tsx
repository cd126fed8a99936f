import type { Whereabouts } from '../../../electron/contract/routing/process.ts';
import { rem } from '../../look/theme.ts';
import { useTexts } from '../../text/texts.ts';
import { Row, Text } from '../../parts/layout/primitives.ts';

type Step = Whereabouts['steps'][number];

const colours: Readonly<Record<Step['state'], string>> = {
  done: 'var(--brand)',
  now: 'var(--brand)',
  'to-come': 'var(--hairline)',
  skipped: 'var(--hairline)',
};

/** The steps in their order, the present one marked by sign and word. Many steps wrap onto further lines. */
export function StepLine({ steps }: { readonly steps: readonly Step[] }) {
  const { holding } = useTexts();
  return (
    <Row as="ol" wrap rowGap={2} aria-label={holding.line}>
      {steps.map(({ index, name, state }) => (
        <Text
          as="li"
          flex={`1 1 ${rem(112)}`}
          minWidth={0}
          padding={[1.5, 2, 0, 0]}
          size="note"
          breaks
          css={{ borderTop: state === 'now' ? '3px solid' : '1px solid', borderTopColor: colours[state] }}
          key={index}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <Text weight={state === 'now' ? 700 : 500}>
            <span aria-hidden>{holding.signs[state]} </span>
            {name}
          </Text>
          <Text size="small" tone={state === 'now' ? 'brand' : 'secondary'}>
            {holding.states[state]}
          </Text>
        </Text>
      ))}
    </Row>
  );
}
