import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../desk/client.ts';
import { usePlace } from '../../desk/places.ts';
import { rem } from '../../look/theme.ts';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { useShortcuts } from '../../parts/keys/shortcuts.ts';
import { useTexts } from '../../text/texts.ts';
import { CaseAlerts } from '../correction/CaseAlerts.tsx';
import { Correction } from '../correction/Correction.tsx';
import type { Reissued } from '../correction/useCorrection.ts';
import { CaseActions, CaseNotNow } from './CaseActions.tsx';
import { CaseFacts } from './CaseFacts.tsx';
import { CaseHeader } from './CaseHeader.tsx';
import { CaseHolding } from './CaseHolding.tsx';
import { CaseLegs } from './CaseLegs.tsx';
import { CasePapers } from './CasePapers.tsx';
import { CasePromise } from './CasePromise.tsx';
import { CaseTimeline } from './CaseTimeline.tsx';
import { Column, Grid } from '../../parts/layout/primitives.ts';

/** One case: who and what, the promise and how it came, what happened, what may happen, and its papers. */
export function Case({ caseId }: { readonly caseId: string }) {
  const { caseFile } = useTexts();
  const { back } = usePlace();
  const { data: view, error } = useQuery(desk.case.get.queryOptions({ input: { caseId } }));
  const [correcting, setCorrecting] = useState(false);
  const [reissued, setReissued] = useState<Reissued | null>(null);
  useShortcuts(correcting ? [] : [{ keys: 'Escape', label: caseFile.back, run: back }]);
  if (view === undefined) return <FaultNote error={error} />;
  if (correcting) {
    return (
      <Correction
        state={view.state}
        onClose={() => setCorrecting(false)}
        onDone={(done) => {
          setCorrecting(false);
          setReissued(done);
        }}
      />
    );
  }
  return (
    <Grid
      height="100%"
      gap={3}
      columns={`minmax(0, ${rem(330)}) minmax(0, 1fr) minmax(0, ${rem(372)})`}
      rows="auto minmax(0, 1fr)"
      css={{
        // Large text on a small screen: two columns, then one, and the page scrolls downwards only.
        '@container screen (max-width: 66rem)': {
          gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
          gridTemplateRows: 'none',
          gridAutoRows: 'max-content',
          overflow: 'auto',
        },
        '@container screen (max-width: 40rem)': { gridTemplateColumns: 'minmax(0, 1fr)' },
      }}
    >
      <Column across gap={1.5}>
        <CaseHeader state={view.state} />
        <CaseAlerts state={view.state} reissued={reissued} />
      </Column>
      <CaseFacts state={view.state} />
      <Column gap={3} minHeight={0} scroll role="region" aria-label={caseFile.timeline} tabIndex={0}>
        <CasePromise state={view.state} />
        <CaseHolding state={view.state} />
        <CaseLegs legs={view.state.legs} />
        <CaseActions actions={view.availableActions} state={view.state} onCorrect={() => setCorrecting(true)} />
        <CaseTimeline actions={view.actions} state={view.state} />
        <CaseNotNow actions={view.availableActions} />
      </Column>
      <CasePapers caseId={caseId} documents={view.documents} />
    </Grid>
  );
}
