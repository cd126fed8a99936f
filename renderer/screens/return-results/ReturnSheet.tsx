import Box from '@mui/material/Box';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseView } from '../../../electron/contract/case/case.ts';
import { mayCall } from '../../../electron/domain/case/permission.ts';
import { desk, queries } from '../../desk/client.ts';
import { usePlace } from '../../desk/places.ts';
import { useKnownStatus } from '../../desk/status.ts';
import { rem } from '../../look/theme.ts';
import { ActionButton } from '../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { StatusLine } from '../../parts/controls/StatusLine.tsx';
import { useTexts } from '../../text/texts.ts';
import { AnnounceFirst } from './AnnounceFirst.tsx';
import { NotReturnable } from './NotReturnable.tsx';
import { ReceiverForm, receiverFieldId } from './ReceiverForm.tsx';
import { HandBack, ResultFacts } from './ResultFacts.tsx';
import type { Returned } from './ReturnedBox.tsx';
import { type Receiver, readReturn, standingOf } from './receiver.ts';

type ReturnSheetProps = {
  readonly view: CaseView;
  readonly receiver: Receiver;
  readonly note: string | null;
  readonly onReceiver: (receiver: Receiver) => void;
  readonly onReturned: (returned: Returned) => void;
};

const facing = 'minmax(0, 1fr) minmax(0, 1fr)';
const nothingWrong: ReadonlyMap<keyof Receiver, string> = new Map();

/** One case at the counter: what came of it, what to hand over, to whom; one key records it and prints the slip. */
export function ReturnSheet({ view, receiver, note, onReceiver, onReturned }: ReturnSheetProps) {
  const { returnResults } = useTexts();
  const { go } = usePlace();
  const role = useKnownStatus().user?.role;
  const [issues, setIssues] = useState(nothingWrong);
  const [announced, setAnnounced] = useState(false);
  const { caseId, number } = view.state;
  const standing = standingOf(view);
  const canReturn = standing === 'ready' || standing === 'announce-first';
  const may = role !== undefined && mayCall(role, 'clerk');
  const giveBack = useMutation(
    desk.case.act.mutationOptions({
      onSuccess: ({ printJobId, paperFault }) => {
        for (const group of [desk.case, desk.print, desk.paper])
          void queries.invalidateQueries({ queryKey: group.key() });
        onReturned({
          caseId,
          number: number.official ?? number.local,
          receiver: receiver.fullName.trim(),
          printJobId,
          paperFault: paperFault?.message ?? null,
        });
      },
    }),
  );

  function submit() {
    const act = readReturn(receiver);
    if (!('type' in act)) {
      setIssues(act);
      const first = (['fullName', 'idNumber', 'authorisation'] as const).find((field) => act.has(field));
      if (first !== undefined) document.getElementById(receiverFieldId(first))?.focus();
      return;
    }
    setIssues(nothingWrong);
    if (!giveBack.isPending) giveBack.mutate({ caseId, act, print: true });
  }

  const open = <ActionButton keys="Alt+O" label={returnResults.open} onAct={() => go({ screen: 'case', caseId })} />;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: rem(10), minHeight: 0, flexGrow: 1 }}>
      <Box
        tabIndex={-1}
        sx={{ display: 'flex', flexDirection: 'column', gap: rem(10), minHeight: 0, overflow: 'auto' }}
      >
        {standing === 'announce-first' && may && <AnnounceFirst caseId={caseId} onDone={() => setAnnounced(true)} />}
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: canReturn ? facing : 'minmax(0, 1fr)',
            gap: rem(10),
            flexShrink: 0,
          }}
        >
          <ResultFacts view={view} />
          {canReturn && <HandBack view={view} />}
        </Box>
        {canReturn ? (
          <ReceiverForm receiver={receiver} state={view.state} issues={issues} onChange={onReceiver} />
        ) : (
          <NotReturnable view={view} standing={standing} />
        )}
      </Box>
      <FaultNote error={giveBack.error} />
      {!may && <FaultNote error={returnResults.forbidden} />}
      <StatusLine tone="good">{note ?? (announced && standing === 'ready' ? returnResults.announced : '')}</StatusLine>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: rem(8), flexShrink: 0 }}>
        {open}
        {canReturn && (
          <ActionButton
            keys="Ctrl+Enter"
            label={returnResults.act}
            onAct={submit}
            filled
            disabled={!may || standing !== 'ready' || giveBack.isPending}
          />
        )}
      </Box>
    </Box>
  );
}
