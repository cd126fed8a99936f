import Checkbox from '@mui/material/Checkbox';
import { rem } from '../../../look/theme.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Row, Text } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';

type Props = { readonly sealed: boolean; readonly onSealed: (sealed: boolean) => void };

/** Whether the register is encrypted, and what that guards and does not. */
export function SealingPanel({ sealed, onSealed }: Props) {
  const { keys } = useTexts();
  return (
    <Panel sx={{ gap: 1.5 }}>
      <Row as="label" align="center" css={{ cursor: 'pointer' }}>
        <Checkbox
          checked={sealed}
          onChange={(event) => onSealed(event.target.checked)}
          sx={{ padding: rem(4), marginLeft: rem(-4) }}
        />
        {keys.seal}
      </Row>
      <Text size="small" tone={sealed ? 'late' : 'soon'} weight={500}>
        {sealed ? keys.allLost : keys.plain}
      </Text>
      <Text size="small" tone="secondary">
        {sealed && keys.sealHint} {keys.guards} {keys.guardsNot}
      </Text>
    </Panel>
  );
}
