import { saysSomething } from '../../electron/contract/base/values.ts';
import { msPerDay } from '../../electron/domain/base/civil-time.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../desk/client.ts';
import { useKnownStatus } from '../desk/desk-status.ts';
import { FaultNote } from '../parts/controls/FaultNote.tsx';
import { Field } from '../parts/controls/Field.tsx';
import { Dialog } from '../parts/dialog/Dialog.tsx';
import { Text } from '../parts/layout/primitives.ts';
import { formatDateTime, parseDate } from '../text/format.ts';
import { useTexts } from '../text/texts.ts';

/** A clock that leapt: what to do when it is wrong, and how who keeps the office says that it is right. */
export function ClockDialog({ onClose }: { readonly onClose: () => void }) {
  const { common, frame } = useTexts();
  const { clock, now, user } = useKnownStatus(({ clock, now, user }) => ({ clock, now, user }));
  const [date, setDate] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const confirm = useMutation(desk.system.confirmClock.mutationOptions({ onSuccess: onClose }));
  const iso = parseDate(date);
  const wrong = { date: iso?.length !== 10, reason: !saysSomething(reason) };
  const mayConfirm = user?.role === 'supervisor' || user?.role === 'admin';

  function submit(): void {
    setTried(true);
    if (iso !== undefined && !wrong.date && !wrong.reason && !confirm.isPending) confirm.mutate({ date: iso, reason });
  }

  return (
    <Dialog
      title={frame.clockTitle}
      onClose={onClose}
      act={mayConfirm ? { label: frame.clockConfirm, onAct: submit, disabled: confirm.isPending } : null}
      closeLabel={common.close}
    >
      {clock.state === 'ahead' && clock.hubAt === undefined && clock.lastEntryAt !== null && (
        <Text weight={600} role="alert">
          {frame.clockLeap(Math.floor((Date.parse(now) - Date.parse(clock.lastEntryAt)) / msPerDay))}
        </Text>
      )}
      <div>
        {clock.hubAt === undefined
          ? frame.clockFacts(formatDateTime(now), clock.lastEntryAt === null ? '–' : formatDateTime(clock.lastEntryAt))
          : frame.clockHub(formatDateTime(now), formatDateTime(clock.hubAt))}
      </div>
      <div>{frame.clockWrong}</div>
      <div>
        {clock.hubAt === undefined ? frame.clockRight : frame.clockHubRight} {!mayConfirm && frame.clockKeeper}
      </div>
      {mayConfirm && (
        <>
          <Field
            label={frame.clockToday}
            value={date}
            onChange={(event) => setDate(event.target.value)}
            error={tried && wrong.date ? common.issues['date'] : undefined}
            autoFocus
          />
          <Field
            label={frame.clockReason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            error={tried && wrong.reason ? common.issues['required'] : undefined}
          />
        </>
      )}
      <FaultNote error={confirm.error} />
    </Dialog>
  );
}
