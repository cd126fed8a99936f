import Box from '@mui/material/Box';
import type { Whereabouts } from '../../../electron/contract/routing/process.ts';
import { rem } from '../../look/theme.ts';
import { useTexts } from '../../text/texts.ts';

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
    <Box
      component="ol"
      aria-label={holding.line}
      sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap', rowGap: rem(8) }}
    >
      {steps.map(({ index, name, state }) => (
        <Box
          component="li"
          key={index}
          aria-current={state === 'now' ? 'step' : undefined}
          sx={{
            flex: `1 1 ${rem(112)}`,
            minWidth: 0,
            borderTop: state === 'now' ? '3px solid' : '1px solid',
            borderTopColor: colours[state],
            padding: `${rem(6)} ${rem(8)} 0 0`,
            fontSize: rem(13),
            overflowWrap: 'anywhere',
          }}
        >
          <Box sx={{ fontWeight: state === 'now' ? 700 : 500 }}>
            <span aria-hidden>{holding.signs[state]} </span>
            {name}
          </Box>
          <Box sx={{ fontSize: rem(12), color: state === 'now' ? 'var(--brand)' : 'text.secondary' }}>
            {holding.states[state]}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
