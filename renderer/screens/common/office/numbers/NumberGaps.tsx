import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { saysSomething } from '../../../../../electron/contract/base/values.ts';
import { mayCall } from '../../../../../electron/domain/common/office/call-roles.ts';
import { desk, queries } from '../../../../desk/client.ts';
import { roleOf, useKnownStatus } from '../../../../desk/desk-status.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { PanelTitle } from '../../../../parts/layout/Panel.tsx';
import { formatDate, formatDateTime } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Table } from '../Table.tsx';

type Gap = { readonly day: string; readonly first: number; readonly last: number };

/** Numbers of all days that no case has, and why; who answers for the register says it of the newest that nobody explained. Nothing where there are none. */
export function NumberGaps() {
  const { office } = useTexts();
  const words = office.gaps;
  const role = useKnownStatus(roleOf);
  const [asked, setAsked] = useState<Gap | null>(null);
  const { data, error } = useQuery(desk.office.gaps.queryOptions({ input: {} }));
  const gaps = data?.gaps ?? [];
  const open = gaps.find(({ explained }) => explained === null);
  if (gaps.length === 0) return <FaultNote error={error} />;
  return (
    <>
      <PanelTitle>{words.title}</PanelTitle>
      <Table
        label={words.title}
        columns={words.columns}
        rows={gaps.map(({ explained, ...gap }) => ({
          key: `${gap.day} ${gap.first}`,
          cells: [
            formatDate(gap.day),
            runText(gap),
            explained === null
              ? words.open
              : words.explained(explained.reason, explained.byName, formatDateTime(explained.at)),
          ],
        }))}
      />
      {open !== undefined && role !== undefined && mayCall(role, 'supervisor') && (
        <div>
          <ActionButton
            keys="Alt+X"
            label={words.explain(runText(open), formatDate(open.day))}
            onAct={() => setAsked(open)}
          />
        </div>
      )}
      {asked !== null && <ExplainDialog gap={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function runText({ first, last }: Gap): string {
  return first === last ? String(first) : `${first}–${last}`;
}

function ExplainDialog({ gap, onClose }: { readonly gap: Gap; readonly onClose: () => void }) {
  const { common, office } = useTexts();
  const words = office.gaps;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const say = useMutation(
    desk.office.explainGap.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries();
        onClose();
      },
    }),
  );
  function submit(): void {
    setTried(true);
    const { day, first, last } = gap;
    if (saysSomething(reason) && !say.isPending) say.mutate({ day, first, last, reason });
  }
  return (
    <Dialog
      title={words.explain(runText(gap), formatDate(gap.day))}
      onClose={onClose}
      act={{ label: words.keep, onAct: submit, disabled: say.isPending }}
    >
      <div>{words.say}</div>
      <Field
        label={words.reason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={tried && !saysSomething(reason) ? common.issues['required'] : undefined}
        autoFocus
      />
      <FaultNote error={say.error} />
    </Dialog>
  );
}
