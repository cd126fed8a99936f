import { useMutation } from '@tanstack/react-query';
import type { Status } from '../../electron/contract/common/office/office.ts';
import { type FaultCode, faultSentence, faultTable } from '../../electron/contract/base/fault.ts';
import { desk } from '../desk/client.ts';
import { useSettings } from '../look/settings.ts';
import { ActionButton } from '../parts/controls/ActionButton.tsx';
import { Row, Text } from '../parts/layout/primitives.ts';
import { useTexts } from '../text/texts.ts';

/** Above everything while a register is only looked at: why, and the way back. */
export function LookBanner({ why: { code, data } }: { readonly why: NonNullable<Status['lookOnly']> }) {
  const { recovery } = useTexts();
  const { language } = useSettings();
  const leave = useMutation(desk.recovery.leave.mutationOptions({ onSuccess: () => location.reload() }));
  return (
    <Row
      align="center"
      gap={3}
      padding={[1, 4]}
      ground="soon"
      border="soon"
      css={{ position: 'relative', zIndex: 1500 }}
    >
      <Text grow weight={600} role="status">
        {recovery.looking} {code in faultTable ? faultSentence(code as FaultCode, data, language) : code}
      </Text>
      <ActionButton keys="Alt+Shift+L" label={recovery.leave} onAct={() => leave.mutate({})} />
    </Row>
  );
}
