import Button from '@mui/material/Button';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IntakeAct, IntakeActType, IntakeView } from '../../../../electron/contract/counter/intake/intake.ts';
import { desk } from '../../../desk/client.ts';
import { useSettings } from '../../../look/settings.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { StatusChip } from '../../../parts/controls/StatusChip.tsx';
import { KeyCap } from '../../../parts/keys/KeyCap.tsx';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { SmallActs } from '../../../parts/layout/SmallActs.tsx';
import { useTexts } from '../../../text/texts.ts';
import { IntakeFactList } from './IntakeFactList.tsx';
import { IntakeSlipDialog } from './IntakeSlipDialog.tsx';
import { Text } from '../../../parts/layout/primitives.ts';

/** Each act with its key; the ones that say something on paper or need a reason ask first. */
const acts = [
  ['see', 'Alt+V'],
  ['ask-supplement', 'Alt+B'],
  ['complete', 'Alt+S'],
  ['refuse', 'Alt+Shift+T'],
  ['withdraw', 'Alt+R'],
  ['guide', 'Ctrl+Shift+H'],
] as const satisfies readonly (readonly [IntakeActType, string])[];

const atOnce: ReadonlySet<IntakeActType> = new Set(['see', 'complete']);

/** What was done, or what of it was not. */
export type IntakeSaid = { readonly words: string; readonly tone: 'good' | 'late' };

type IntakeSheetProps = {
  readonly intakeId: string;
  readonly onTake: () => void;
  readonly onDone: (said: IntakeSaid) => void;
};

/** One waiting file: what is known of it, and what may be done to it now. */
export function IntakeSheet({ intakeId, onTake, onDone }: IntakeSheetProps) {
  const { intake } = useTexts();
  const { language } = useSettings();
  const view = useQuery(desk.intake.get.queryOptions({ input: { intakeId }, staleTime: 0 }));
  const [asked, setAsked] = useState<IntakeActType | null>(null);
  const act = useMutation(
    desk.intake.act.mutationOptions({
      onSuccess: ({ paperFault }, { act: done }) => {
        setAsked(null);
        onDone(
          paperFault === null
            ? { words: intake.done[done.type], tone: 'good' }
            : { words: intake.noPaper(paperFault.message), tone: 'late' },
        );
      },
    }),
  );

  function send(done: IntakeAct) {
    if (!act.isPending) act.mutate({ intakeId, act: done, print: true });
  }

  function begin(type: IntakeActType) {
    act.reset();
    if (type === 'see' || type === 'complete') send({ type });
    else setAsked(type);
  }

  if (view.data === undefined) return <FaultNote error={view.error} />;
  const { row, availableActions } = view.data;
  const allowed = acts.filter(([type]) => availableActions.some(({ action, allowed: may }) => action === type && may));
  const forbidden = availableActions.find(({ action, allowed: may }) => action === 'ask-supplement' && !may);
  const why = language === 'vi' ? forbidden?.reason : forbidden?.reasonEn;
  return (
    <Panel
      title={row.applicantName || intake.unnamed}
      aside={row.status === 'at-counter' ? null : <StatusChip status={row.status} />}
      gap={2.5}
    >
      <SmallActs>
        {/* The list hears Enter itself, so that it still presses whatever other button has the focus. */}
        <Button variant="contained" onClick={onTake} aria-keyshortcuts="Enter" sx={{ width: '100%' }}>
          {intake.take} <KeyCap keys="Enter" quiet />
        </Button>
        {allowed.map(([type, keys]) => (
          <ActionButton key={type} keys={keys} label={intake.acts[type]} onAct={() => begin(type)}>
            {intake.shortActs[type]}
          </ActionButton>
        ))}
      </SmallActs>
      {row.status !== 'supplement-requested' && why !== null && why !== undefined && (
        <Text size="small" tone="secondary">
          {intake.acts['ask-supplement']}: {why} ({forbidden?.rule})
        </Text>
      )}
      {asked === null && <FaultNote error={act.error} />}
      <IntakeFactList view={view.data} />
      {asked !== null && !atOnce.has(asked) && (
        <IntakeSlipDialog
          key={asked}
          act={asked}
          items={proposed(asked, view.data)}
          pending={act.isPending}
          error={act.error}
          onAct={send}
          onClose={() => setAsked(null)}
        />
      )}
    </Panel>
  );
}

/** What was asked for before is what is asked for again. */
function proposed(act: IntakeActType, { asked }: IntakeView): readonly string[] {
  return act === 'ask-supplement' || act === 'guide' ? (asked?.items ?? []) : [];
}
