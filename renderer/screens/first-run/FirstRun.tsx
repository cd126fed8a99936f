import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { rem } from '../../look/theme.ts';
import { ActionButton } from '../../parts/controls/ActionButton.tsx';
import { LookControls } from '../../parts/controls/LookControls.tsx';
import { ActiveContext } from '../../parts/keys/shortcuts.ts';
import { Panel } from '../../parts/layout/Panel.tsx';
import { Block, Column, Grid, Row, Text } from '../../parts/layout/primitives.ts';
import { useTexts } from '../../text/texts.ts';
import { OfficeForm } from './OfficeForm.tsx';
import { PracticeForm } from './PracticeForm.tsx';
import { UnverifiedNotice } from './UnverifiedNotice.tsx';

/** Set this office up, practise, or go on from a backup of another computer. What was typed for the first is still there on return. */
export function FirstRun({ onSpare }: { readonly onSpare: () => void }) {
  const [entered, setEntered] = useState(false);
  const [choosing, setChoosing] = useState(true);
  function enter(): void {
    setEntered(true);
    setChoosing(false);
  }
  return (
    <>
      {choosing && <StartChoices onOffice={enter} onSpare={onSpare} />}
      {entered && (
        <ActiveContext value={!choosing}>
          <div hidden={choosing} style={{ height: '100%' }}>
            <OfficeForm onBack={() => setChoosing(true)} />
          </div>
        </ActiveContext>
      )}
    </>
  );
}

type Doors = { readonly onOffice: () => void; readonly onSpare: () => void };

function StartChoices(doors: Doors) {
  return (
    <Column as="main" height="100%" scroll align="center" padding={6} gap={5}>
      <Choices {...doors} />
      <Row gap={3} wrap justify="center">
        <LookControls hideLabels only={['look', 'language']} />
      </Row>
    </Column>
  );
}

function Choices({ onOffice, onSpare }: Doors) {
  const { common, firstRun, spare } = useTexts();
  return (
    <Column width={`min(${rem(1120)}, 100%)`} gap={5} css={{ margin: 'auto 0' }}>
      <div>
        <Typography variant="h2" sx={{ color: 'var(--brand)' }}>
          {common.productName}
        </Typography>
        <Typography variant="h1">{firstRun.welcome}</Typography>
        <Text tone="secondary" marginTop={1}>
          {firstRun.lead}
        </Text>
      </div>
      <Grid gap={3} columns={`repeat(auto-fit, minmax(min(${rem(320)}, 100%), 1fr))`}>
        <Panel title={firstRun.officeDoor} sx={{ gap: 3 }}>
          <Block grow>{firstRun.officeDoorText}</Block>
          <UnverifiedNotice />
          <div>
            <ActionButton keys="Alt+1" label={firstRun.officeDoor} onAct={onOffice} filled />
          </div>
        </Panel>
        <Panel title={firstRun.practiceDoor} sx={{ gap: 3 }}>
          <Block grow>{firstRun.practiceDoorText}</Block>
          <PracticeForm />
        </Panel>
        <Panel title={spare.door} sx={{ gap: 3 }}>
          <Block grow>{spare.doorText}</Block>
          <Text weight={600}>{spare.doorWarning}</Text>
          <div>
            <ActionButton keys="Alt+3" label={spare.open} onAct={onSpare} />
          </div>
        </Panel>
      </Grid>
    </Column>
  );
}
