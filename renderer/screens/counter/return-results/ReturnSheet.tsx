import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseView } from '../../../../electron/contract/counter/case/case.ts';
import type { Confirmation } from '../../../../electron/contract/counter/case/confirm.ts';
import { printedNumber } from '../../../../electron/domain/base/numbering.ts';
import { mayCall } from '../../../../electron/domain/common/office/call-roles.ts';
import { desk, deskClient } from '../../../desk/client.ts';
import { useWhyNot } from '../../../desk/fault.ts';
import { usePlace } from '../../../desk/places.ts';
import { roleOf, useKnownStatus } from '../../../desk/desk-status.ts';
import { rem } from '../../../look/theme.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Warning } from '../../../parts/controls/Warning.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { ConfirmReasons, reasonsAsked } from '../../../parts/dialog/ConfirmReasons.tsx';
import { focusById } from '../../../parts/keys/focus.ts';
import { useTexts } from '../../../text/texts.ts';
import { ReturnTogether, useAlsoWaiting } from './ReturnTogether.tsx';
import { AnnounceFirst } from './AnnounceFirst.tsx';
import { ReceiverForm, receiverFieldId } from './ReceiverForm.tsx';
import { OpenFees } from './OpenFees.tsx';
import { returnTogether } from './return-together.ts';
import { HandBack, ResultFacts } from './ResultFacts.tsx';
import type { Returned } from './ReturnedBox.tsx';
import { whatGoesBack } from './returnable.ts';
import {
  type Receiver,
  type ReturnAct,
  readReturn,
  returnStandingOf,
  type Standing,
  latestDetail,
} from './receiver.ts';
import { Column, Grid, Row, Text } from '../../../parts/layout/primitives.ts';
import { useSettings } from '../../../look/settings.ts';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { formatMoment } from '../../../text/format.ts';

type ReturnSheetProps = {
  readonly view: CaseView;
  readonly receiver: Receiver;
  readonly note: string | null;
  readonly onReceiver: (receiver: Receiver) => void;
  readonly onReturned: (returned: Returned) => void;
};

/** Side by side where a number has room in one line; one below the other at large text. */
const facing = `repeat(auto-fit, minmax(min(100%, ${rem(300)}), 1fr))`;
const nothingWrong: ReadonlyMap<keyof Receiver, string> = new Map();

/** One case at the counter: what came of it, what to hand over, to whom; one key records it and prints the slip. */
export function ReturnSheet({ view, receiver, note, onReceiver, onReturned }: ReturnSheetProps) {
  const { returnResults } = useTexts();
  const whyNot = useWhyNot(returnResults.together.needsReason);
  const { go } = usePlace();
  const role = useKnownStatus(roleOf);
  const [issues, setIssues] = useState(nothingWrong);
  const [announced, setAnnounced] = useState(false);
  const { caseId, number } = view.state;
  const standing = returnStandingOf(view);
  const canReturn = standing === 'ready' || standing === 'announce-first';
  const may = role !== undefined && mayCall(role, 'clerk');
  const alsoWaiting = useAlsoWaiting(view.state, canReturn && may);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const together = alsoWaiting.hits.filter((hit) => ticked.includes(hit.caseId));
  const giveBack = useMutation({
    mutationKey: desk.case.act.mutationKey(),
    mutationFn: ({ act, confirm }: { readonly act: ReturnAct; readonly confirm?: Confirmation[] | undefined }) =>
      returnTogether(
        [{ caseId, number: printedNumber(number), status: view.state.status }, ...together],
        // A reason that was given for the case in front is no other's.
        (each) =>
          deskClient.case.act({
            caseId: each,
            act,
            print: true,
            ...(each === caseId && confirm !== undefined ? { confirm } : {}),
          }),
        whyNot,
      ),
    onSuccess: (done) => onReturned({ ...done, receiver: receiver.fullName.trim() }),
  });

  function submit(confirm?: Confirmation[]) {
    const act = readReturn(receiver);
    if (!('type' in act)) {
      setIssues(act);
      const first = (['shown', 'fullName', 'idNumber', 'authorisation'] as const).find((field) => act.has(field));
      if (first !== undefined) focusById(receiverFieldId(first));
      return;
    }
    setIssues(nothingWrong);
    if (!giveBack.isPending) giveBack.mutate({ act, confirm });
  }

  const open = <ActionButton keys="Alt+O" label={returnResults.open} onAct={() => go({ screen: 'case', caseId })} />;
  return (
    <Column gap={2.5} minHeight={0} grow>
      <Column gap={2.5} minHeight={0} scroll tabIndex={-1}>
        {canReturn && <OpenFees caseId={caseId} />}
        {standing === 'announce-first' && may && <AnnounceFirst caseId={caseId} onDone={() => setAnnounced(true)} />}
        <Grid columns={canReturn ? facing : 'minmax(0, 1fr)'} gap={2.5} shrink={false}>
          <ResultFacts view={view} />
          {canReturn && <HandBack view={view} />}
        </Grid>
        {canReturn ? (
          <>
            <ReceiverForm receiver={receiver} state={view.state} issues={issues} onChange={onReceiver} />
            <ReturnTogether waiting={alsoWaiting} ticked={together.map((hit) => hit.caseId)} onTicked={setTicked} />
          </>
        ) : (
          <NotReturnable view={view} standing={standing} />
        )}
      </Column>
      {reasonsAsked(giveBack.error) === undefined ? (
        <FaultNote error={giveBack.error} />
      ) : (
        <ConfirmReasons error={giveBack.error} onConfirm={submit} onClose={() => giveBack.reset()} />
      )}
      {!may && <FaultNote error={returnResults.forbidden} />}
      {/* One thing at a time: what went wrong, else what to look at, else what was done. */}
      {giveBack.error === null && note !== null && (
        <div role="status">
          <Warning>{note}</Warning>
        </div>
      )}
      {giveBack.error === null && note === null && announced && standing === 'ready' && (
        <OutcomeLine tone="good">{returnResults.announced}</OutcomeLine>
      )}
      <Row justify="flex-end" gap={2} shrink={false}>
        {open}
        {canReturn && (
          <ActionButton
            keys="Ctrl+Enter"
            label={
              together.length === 0
                ? returnResults.acts[whatGoesBack(view.state.status)]
                : returnResults.together.act(together.length + 1)
            }
            onAct={() => submit()}
            filled
            disabled={!may || standing !== 'ready' || giveBack.isPending}
          />
        )}
      </Row>
    </Column>
  );
}

/** Why nothing is handed out now, in words a clerk can say aloud to who asks. */
function NotReturnable({ view, standing }: { readonly view: CaseView; readonly standing: Standing }) {
  const { returnResults, common } = useTexts();
  const { language } = useSettings();
  const { state, actions } = view;
  if (standing === 'returned' && state.returnedAt !== null) {
    const receiver = latestDetail(actions, 'returned')['receiver'] ?? '';
    return (
      <Panel title={returnResults.alreadyTitle} shrink={false}>
        {returnResults.already(receiver, formatMoment(state.returnedAt, language))}
      </Panel>
    );
  }
  return (
    <Panel title={returnResults.notYetTitle} shrink={false}>
      <div>{returnResults.notYet(common.status[state.status])}</div>
      <Text size="title" weight={600}>
        {state.dueAt === null ? returnResults.noPromise : returnResults.promised(formatMoment(state.dueAt, language))}
      </Text>
    </Panel>
  );
}
