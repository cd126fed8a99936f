import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { rem } from '../../../look/theme.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { desk } from '../../../desk/client.ts';
import { type PendingJoin, findPendingJoin, keepPendingJoin } from '../../../desk/pending-join.ts';
import { findPendingOffice } from '../../../desk/pending-office.ts';
import { LookControls } from '../../../parts/controls/LookControls.tsx';
import { ActiveContext } from '../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Block, Column, Grid, Row, Text } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';
import { JoinForm } from './JoinForm.tsx';
import { OfficeForm } from './OfficeForm.tsx';
import { PracticeForm } from './PracticeForm.tsx';
import { UnverifiedNotice } from './UnverifiedNotice.tsx';

/** Set this office up, practise, or go on from a backup of another computer. What was typed for the first is still there on return. */
export function FirstRun({ onSpare }: { readonly onSpare: () => void }) {
  // What was read of a code and what was typed outlive a reload: whoever was at the form is at the form.
  const [joining, setJoining] = useState<PendingJoin | undefined>(realJoin);
  const [entered, setEntered] = useState(() => joining !== undefined || findPendingOffice()?.joining === '');
  const [choosing, setChoosing] = useState(!entered);
  // Read while somebody looks at the doors: whoever types a unit and Enter at once has a list to choose from.
  useQuery(desk.office.units.queryOptions({ input: {}, staleTime: Infinity }));
  function enter(pending?: PendingJoin): void {
    if (pending === undefined) keepPendingJoin(undefined);
    setJoining(pending);
    setEntered(true);
    setChoosing(false);
  }
  return (
    <>
      {choosing && <StartChoices onOffice={() => enter()} onJoin={enter} onSpare={onSpare} />}
      {entered && (
        <ActiveContext value={!choosing}>
          <div hidden={choosing} style={{ height: '100%' }}>
            <OfficeForm
              key={joining?.code ?? ''}
              joining={joining}
              onBack={() => {
                keepPendingJoin(undefined);
                setChoosing(true);
              }}
            />
          </div>
        </ActiveContext>
      )}
    </>
  );
}

/** A practice office is open by the time somebody reloads; what is left of a real one is its form. */
function realJoin(): PendingJoin | undefined {
  const pending = findPendingJoin();
  return pending?.practice === false ? pending : undefined;
}

type Doors = {
  readonly onOffice: () => void;
  readonly onJoin: (pending: PendingJoin) => void;
  readonly onSpare: () => void;
};

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

function Choices({ onOffice, onJoin, onSpare }: Doors) {
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
      <Grid gap={3} columns={`repeat(auto-fit, minmax(min(${rem(440)}, 100%), 1fr))`}>
        <Panel title={firstRun.officeDoor} sx={{ gap: 3 }}>
          <Block grow>{firstRun.officeDoorText}</Block>
          <UnverifiedNotice />
          <div>
            <ActionButton keys="Alt+1" label={firstRun.officeDoor} onAct={onOffice} filled />
          </div>
        </Panel>
        <Panel title={firstRun.joinDoor} sx={{ gap: 3 }}>
          <Block grow>{firstRun.joinDoorText}</Block>
          <JoinForm onOffice={onJoin} />
        </Panel>
        <Panel title={spare.door} sx={{ gap: 3 }}>
          <Block grow>{spare.doorText}</Block>
          <Text weight={600}>{spare.doorWarning}</Text>
          <div>
            <ActionButton keys="Alt+3" label={spare.open} onAct={onSpare} />
          </div>
        </Panel>
        <Panel title={firstRun.practiceDoor} sx={{ gap: 3 }}>
          <Block grow>{firstRun.practiceDoorText}</Block>
          <PracticeForm />
        </Panel>
      </Grid>
    </Column>
  );
}
