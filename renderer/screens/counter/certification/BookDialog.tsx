import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type BookFormat,
  CertificationKind,
} from '../../../../electron/contract/counter/certification/certification.ts';
import { type DeskClient, desk, deskClient } from '../../../desk/client.ts';
import { todayOf, useKnownStatus } from '../../../desk/desk-status.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { UnderWay } from '../../../parts/controls/UnderWay.tsx';
import { SelectField } from '../../../parts/controls/SelectField.tsx';
import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { Grid, Text } from '../../../parts/layout/primitives.ts';
import { useVolumes } from '../../../parts/paper/volumes.ts';
import { formatCount, formatDateTime, formatMoney } from '../../../text/format.ts';
import { monthText, monthsBefore } from '../../../text/months.ts';
import type { Texts } from '../../../text/languages.ts';
import { useTexts } from '../../../text/texts.ts';

type BookDialogProps = { readonly kind: CertificationKind; readonly onClose: () => void };

/** A month of a book, to be printed and bound: how much stands in it, which numbers stand on no paper. */
export function BookDialog({ kind: begun, onClose }: BookDialogProps) {
  const { certification, common } = useTexts();
  const today = useKnownStatus(todayOf);
  const months = monthsBefore(today);
  const [kind, setKind] = useState<CertificationKind>(begun);
  // In its first days the month before is the one that is printed.
  const [month, setMonth] = useState(months[Number(today.slice(8, 10)) <= 5 ? 1 : 0] ?? today.slice(0, 7));
  const book = useQuery(desk.certification.book.queryOptions({ input: { month, kind } }));
  const file = useVolumes(
    desk.certification.bookFile.key(),
    async (
      wanted: { readonly month: string; readonly kind: CertificationKind; readonly format: BookFormat },
      { watch },
    ) => ({
      ...(await deskClient.certification.bookFile({ ...wanted, watch })),
      next: null,
    }),
  );
  const { data } = book;

  function make(format: BookFormat): void {
    if (!file.isPending) file.make({ month, kind, format });
  }

  return (
    <Dialog
      title={certification.bookAct}
      onClose={onClose}
      closeLabel={common.back}
      act={{ label: certification.pdf, onAct: () => make('pdf'), disabled: file.isPending }}
    >
      <Grid columns="minmax(0, 1fr) minmax(0, 1fr)" gap={3} align="start">
        <SelectField
          label={certification.book}
          choices={CertificationKind.options.map((value) => ({ value, label: certification.kinds[value] }))}
          value={kind}
          autoFocus
          onChange={(event) => setKind(CertificationKind.parse(event.target.value))}
        />
        <SelectField
          label={certification.month}
          choices={months.map((value) => ({ value, label: monthText(value) }))}
          value={month}
          onChange={(event) => setMonth(event.target.value)}
        />
      </Grid>
      {data !== undefined && (
        <>
          <Text weight={600}>
            {certification.bookCount(formatCount(data.count), formatCount(data.copies), formatMoney(data.amount))}
          </Text>
          <Text tone={data.gaps.length > 0 ? 'late' : 'secondary'}>
            {data.gaps.length === 0
              ? certification.noGaps
              : certification.gaps(data.gaps.map((gap) => gapText(gap, certification)).join('; '))}
          </Text>
        </>
      )}
      <ActionButton
        keys="Alt+Shift+X"
        label={certification.xlsx}
        onAct={() => make('xlsx')}
        disabled={file.isPending}
      />
      <Text size="small" tone="secondary">
        {certification.bookHint}
      </Text>
      <UnderWay
        making={{
          underWay: file.isPending,
          stopped: false,
          progress: file.progress,
          stop: file.stop,
          again: () => undefined,
        }}
      />
      <OutcomeLine tone="good">
        {file.data === undefined || file.data.volumes === 0
          ? ''
          : certification.saved(file.data.fileName, formatCount(file.data.lines))}
      </OutcomeLine>
      <FaultNote error={book.error ?? file.error} />
    </Dialog>
  );
}

type Gap = Awaited<ReturnType<DeskClient['certification']['book']>>['gaps'][number];

/** Numbers that stand for nothing, with what is known of them. */
function gapText({ numbers, why, takenBack }: Gap, texts: Texts['certification']): string {
  const said =
    takenBack === undefined
      ? texts.gapWhy[why]
      : texts.takenBackBy(formatDateTime(takenBack.at), takenBack.by, takenBack.reason);
  return `${numbers} (${said})`;
}
