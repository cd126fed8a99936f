import { saysSomething } from '../../../../electron/contract/base/values.ts';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { MissingBundle } from '../../../../electron/contract/routing/bundle.ts';
import { desk } from '../../../desk/client.ts';
import { useKnownStatus } from '../../../desk/desk-status.ts';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { useTexts } from '../../../text/texts.ts';
import { Text } from '../../../parts/layout/primitives.ts';

type LossDialogProps = { readonly row: MissingBundle; readonly onClose: () => void; readonly onDone: () => void };

/** Gives papers up: who answers for it, and why (Điều 23). */
export function LossDialog({ row, onClose, onDone }: LossDialogProps) {
  const { bundles } = useTexts();
  const centreName = useKnownStatus((status) => status.centreName);
  const [reason, setReason] = useState('');
  const [unit, setUnit] = useState(row.place.kind === 'person' ? centreName : row.place.name);
  const report = useMutation(desk.bundle.lost.mutationOptions({ onSuccess: onDone }));
  return (
    <Asking
      title={`${bundles.report}: ${row.number}`}
      act={bundles.report}
      help={bundles.reportHelp}
      ready={saysSomething(reason) && unit.trim() !== '' && !report.isPending}
      error={report.error}
      onAct={() => report.mutate({ caseId: row.caseId, reason, unit })}
      onClose={onClose}
    >
      <Field label={bundles.reason} value={reason} onChange={(event) => setReason(event.target.value)} autoFocus />
      <Field label={bundles.unit} value={unit} onChange={(event) => setUnit(event.target.value)} />
    </Asking>
  );
}

/** Says how lost papers were made good. */
export function SettleDialog({ row, onClose, onDone }: LossDialogProps) {
  const { bundles } = useTexts();
  const [note, setNote] = useState('');
  const settle = useMutation(desk.bundle.settle.mutationOptions({ onSuccess: onDone }));
  return (
    <Asking
      title={`${bundles.settleLoss}: ${row.number}`}
      act={bundles.settleLoss}
      help={bundles.settleHelp}
      ready={saysSomething(note) && !settle.isPending}
      error={settle.error}
      onAct={() => settle.mutate({ caseId: row.caseId, note })}
      onClose={onClose}
    >
      <Field label={bundles.note} value={note} onChange={(event) => setNote(event.target.value)} autoFocus />
    </Asking>
  );
}

type AskingProps = {
  readonly title: string;
  readonly act: string;
  readonly help: string;
  readonly ready: boolean;
  readonly error: Error | null;
  readonly onAct: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

function Asking({ title, act, help, ready, error, onAct, onClose, children }: AskingProps) {
  return (
    <Dialog title={title} onClose={onClose} act={{ label: act, onAct, disabled: !ready }}>
      <Text tone="secondary">{help}</Text>
      {children}
      <FaultNote error={error} />
    </Dialog>
  );
}
