import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { isDisaster } from '../../../../electron/contract/base/disasters.ts';
import { faultSentence } from '../../../../electron/contract/base/fault.ts';
import { desk } from '../../../desk/client.ts';
import { faultOf } from '../../../desk/fault.ts';
import { useSettings } from '../../../look/settings.ts';
import { rem } from '../../../look/theme.ts';
import { LookControls } from '../../../parts/controls/LookControls.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { KeyCap } from '../../../parts/keys/KeyCap.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Block, Column, Row, Surface, Text } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';
import { type RecoveryOutcome, RestoredNotice } from './RestoredNotice.tsx';
import { Roads } from './Roads.tsx';
import type { StartFault } from './start-fault.ts';

/** Another way, which changes nothing: whoever has a password reads what can be read. */
function LookRoad() {
  const { recovery } = useTexts();
  const { language } = useSettings();
  const look = useMutation(desk.recovery.look.mutationOptions({ onSuccess: () => location.reload() }));
  const refused = look.error === null ? undefined : faultOf(look.error);
  return (
    <Column gap={2}>
      <Typography variant="h3" component="h2">
        {recovery.lookTitle}
      </Typography>
      <Text>{recovery.lookSay}</Text>
      <Row>
        <Button variant="outlined" disabled={look.isPending} onClick={() => look.mutate({})}>
          {recovery.lookOnly}
        </Button>
      </Row>
      {refused !== undefined && (
        <Text role="alert">
          {recovery.lookNot} {faultSentence(refused.code, refused.data, language)}
        </Text>
      )}
    </Column>
  );
}

function RecoveryFrame({ children }: { readonly children: ReactNode }) {
  return (
    <Column as="main" height="100%" scroll align="center" padding={6} gap={5}>
      <Panel sx={{ width: `min(${rem(640)}, 100%)`, margin: 'auto 0', gap: 4, padding: rem(24), flexShrink: 0 }}>
        {children}
      </Panel>
      <Row gap={3} wrap justify="center">
        <LookControls hideLabels only={['look', 'language']} />
      </Row>
    </Column>
  );
}

/** What happened in one sentence, what is safe, and the two things to do. Deleting is never among them. */
export function Recovery({ fault }: { readonly fault: StartFault }) {
  const { common, recovery } = useTexts();
  const { language } = useSettings();
  const [copied, setCopied] = useState(false);
  const [outcome, setOutcome] = useState<RecoveryOutcome | null>(null);
  const details = JSON.stringify({ fault: fault.code, data: fault.data }, null, 2);
  const hasRoads = isDisaster(fault.code, 'restore');
  const retry = () => location.reload();
  const copy = () => void navigator.clipboard.writeText(details).then(() => setCopied(true));
  useShortcuts([
    { keys: 'F5', label: common.retry, run: retry },
    { keys: 'Alt+Shift+Z', label: common.copy, run: copy },
  ]);
  if (outcome !== null)
    return (
      <RecoveryFrame>
        <RestoredNotice outcome={outcome} onOpen={retry} />
      </RecoveryFrame>
    );
  return (
    <RecoveryFrame>
      <Typography variant="h1">{recovery.title}</Typography>
      <Text size="lead" role="alert">
        {faultSentence(fault.code, fault.data, language)}
      </Text>
      <Surface ground="brand" padding={3.5}>
        <Typography variant="h3" component="h2">
          {recovery.safeTitle}
        </Typography>
        <Block as="ul" marked>
          <li>{recovery.nothingChanged}</li>
          {isDisaster(fault.code, 'opening') && <li>{recovery.safe[fault.code]}</li>}
          <li>{recovery.meanwhile}</li>
        </Block>
      </Surface>
      {hasRoads && <Roads onRestored={setOutcome} />}
      {isDisaster(fault.code, 'look') && fault.data['missing'] !== true && <LookRoad />}
      <Text as="details" size="small" tone="secondary">
        <summary>{recovery.details}</summary>
        <Text as="pre" breaks css={{ whiteSpace: 'pre-wrap' }}>
          {details}
        </Text>
      </Text>
      <Row gap={2} align="center">
        <Button {...(hasRoads ? {} : { variant: 'contained', autoFocus: true })} onClick={retry}>
          {common.retry} <KeyCap keys="F5" quiet />
        </Button>
        <Button onClick={copy}>
          {common.copy} <KeyCap keys="Alt+Shift+Z" />
        </Button>
        <OutcomeLine tone="good">{copied ? common.copied : ''}</OutcomeLine>
      </Row>
    </RecoveryFrame>
  );
}
