import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { desk } from '../../../../desk/client.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { Dialog } from '../../../../parts/dialog/Dialog.tsx';
import { type Two, useTwo } from '../../office-fields/TwoFields.tsx';

export type AskedProps = { readonly onClose: () => void; readonly onDone: (sentence: string) => void };

type LinkDialogProps = {
  readonly title: string;
  readonly label: string;
  /** All that it needs is there. */
  readonly isWhole?: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  /** @param said how two stand for it, where two keep the office */
  readonly onAct: (said: Two['said']) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** One act with a hub or a city, which takes its time: what it needs, who stands for it, the button once that is there, and why it did not come about. */
export function LinkDialog({
  title,
  label,
  isWhole = true,
  isPending,
  error,
  onAct,
  onClose,
  children,
}: LinkDialogProps) {
  const { data: keys } = useQuery(desk.keys.status.queryOptions({ input: {} }));
  const both = useTwo(keys?.two ?? false, false);
  const may = isWhole && both.isWhole && !isPending;
  return (
    <Dialog title={title} onClose={onClose} act={{ label, onAct: () => may && onAct(both.said), disabled: !may }}>
      {children}
      {both.fields}
      <FaultNote error={error} />
    </Dialog>
  );
}

type CodeFieldProps = {
  readonly label: string;
  readonly hint: string;
  readonly code: string;
  readonly onCode: (code: string) => void;
};

/** A code of IT: pasted, or scanned as a scanner types it. */
export function CodeField({ label, hint, code, onCode }: CodeFieldProps) {
  return <Field label={label} hint={hint} value={code} autoFocus onChange={(event) => onCode(event.target.value)} />;
}
