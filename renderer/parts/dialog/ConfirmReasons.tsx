import { useState } from 'react';
import type { Confirmation } from '../../../electron/contract/counter/case/confirm.ts';
import { saysSomething } from '../../../electron/contract/base/values.ts';
import { faultOf } from '../../desk/fault.ts';
import { useTexts } from '../../text/texts.ts';
import { Field } from '../controls/Field.tsx';
import { Text } from '../layout/primitives.ts';
import { Dialog } from './Dialog.tsx';

type ConfirmReasonsProps = {
  /** The error of the call, whatever it is: nothing is asked unless it wants reasons. */
  readonly error: unknown;
  /** The call once more, with a reason for each. */
  readonly onConfirm: (confirm: Confirmation[]) => void;
  readonly onClose: () => void;
};

/** What an error of a call wants a reason for; undefined where it wants none. */
export function reasonsAsked(error: unknown): readonly string[] | undefined {
  const seen = faultOf(error);
  const codes = seen?.code === 'confirmation-needed' ? seen.data['codes'] : undefined;
  return Array.isArray(codes) ? codes.map(String) : undefined;
}

/** What is lawful only with a reason that is kept: each is said, asked for, and the call goes out again. */
export function ConfirmReasons({ error, ...rest }: ConfirmReasonsProps) {
  const codes = reasonsAsked(error);
  if (codes === undefined) return null;
  const details = (faultOf(error)?.data['details'] ?? {}) as Readonly<Record<string, string>>;
  return <Asked key={codes.join()} codes={codes} details={details} {...rest} />;
}

type AskedProps = Omit<ConfirmReasonsProps, 'error'> & {
  readonly codes: readonly string[];
  /** What a question is about here, by its code: the number and the time of an earlier case. */
  readonly details: Readonly<Record<string, string>>;
};

function Asked({ codes, details, onConfirm, onClose }: AskedProps) {
  const { common, caseFile } = useTexts();
  // Nothing stands there: a reason that a hurried hand confirms is none, and goes into the register and to the supervisor.
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [tried, setTried] = useState(false);
  const isOpen = (code: string) => !saysSomething(reasons[code] ?? '');

  function submit() {
    setTried(true);
    if (codes.some(isOpen)) return;
    onConfirm(codes.map((code) => ({ code: code as Confirmation['code'], reason: (reasons[code] ?? '').trim() })));
  }

  return (
    <Dialog title={common.reasonsTitle} onClose={onClose} act={{ label: common.reasonsAct, onAct: submit }}>
      <Text tone="secondary">{common.reasonsNote}</Text>
      {codes.map((code, index) => (
        <Field
          key={code}
          label={[caseFile.asks[code] ?? code, details[code]].filter((part) => part !== undefined).join(': ')}
          hint={common.reasonHints[code]}
          value={reasons[code] ?? ''}
          error={
            tried && isOpen(code)
              ? common.issues[(reasons[code] ?? '').trim() === '' ? 'required' : 'reason-needed']
              : undefined
          }
          autoFocus={index === 0}
          onChange={(event) => setReasons({ ...reasons, [code]: event.target.value })}
        />
      ))}
    </Dialog>
  );
}
