import ButtonBase from '@mui/material/ButtonBase';
import { rem } from '../../../look/theme.ts';
import { narrowerThan } from '../../../look/tokens.ts';
import { KeyCap } from '../../../parts/keys/KeyCap.tsx';
import { Grid, Row, Text } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';
import type { Section, SectionName } from './work-sections.ts';

/** Red for what is late or wrong alone; what is not there has no colour. */
const tones: Record<SectionName, string> = {
  overdue: 'var(--late)',
  today: 'var(--soon)',
  soon: 'var(--soon)',
  untaken: 'var(--soon)',
  'held-later': 'var(--ink)',
  supplement: 'var(--ink)',
  'to-approve': 'var(--soon)',
  'to-return': 'var(--good)',
  error: 'var(--late)',
  waiting: 'var(--soon)',
  'step-late': 'var(--late)',
  'leg-late': 'var(--late)',
  'promise-changed': 'var(--soon)',
};

type WorkRadarProps = {
  readonly sections: readonly Section[];
  readonly current: SectionName | undefined;
  readonly onJump: (section: SectionName) => void;
};

/** How much of each there is, at one glance and at arm's length; a number key goes there. */
export function WorkRadar({ sections, current, onJump }: WorkRadarProps) {
  const { myWork } = useTexts();
  return (
    <Grid
      columns={`repeat(${sections.length}, minmax(0, 1fr))`}
      gap={2}
      shrink={false}
      css={{ [narrowerThan('rows')]: { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' } }}
    >
      {sections.map(({ name, keys, count }) => (
        <ButtonBase
          key={name}
          onClick={() => onJump(name)}
          aria-keyshortcuts={keys}
          sx={{
            flexDirection: 'column',
            alignItems: 'flex-start',
            padding: `${rem(6)} ${rem(12)} ${rem(8)}`,
            borderRadius: '8px',
            border: '1px solid',
            borderColor: name === current ? 'var(--brand)' : 'var(--hairline)',
            bgcolor: name === current ? 'var(--brand-soft)' : 'transparent',
            textAlign: 'left',
            font: 'inherit',
            '&:hover': { borderColor: 'var(--control)' },
          }}
        >
          <Row align="baseline" width="100%" gap={2}>
            <Text
              as="span"
              size="heading"
              weight={700}
              grow
              css={{ color: count.value === 0 ? 'var(--secondary)' : tones[name] }}
            >
              {myWork.count(count.value, count.more)}
            </Text>
            <KeyCap keys={keys} />
          </Row>
          <Text as="span" size="note" weight={500}>
            {myWork.sections[name]}
          </Text>
        </ButtonBase>
      ))}
    </Grid>
  );
}
