import { useEffect, useState } from 'react';
import type { PetitionFormat } from '../../../../electron/contract/counter/petition/petition.ts';
import { desk, deskClient } from '../../../desk/client.ts';
import { todayOf, useKnownStatus } from '../../../desk/desk-status.ts';
import { useIssueSentence } from '../../../desk/fault.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { UnderWay } from '../../../parts/controls/UnderWay.tsx';
import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { Grid, Text } from '../../../parts/layout/primitives.ts';
import { useVolumes } from '../../../parts/paper/volumes.ts';
import { formatCount, formatDate, parseDate } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';

type Wanted = { readonly from: string; readonly to: string; readonly format: PetitionFormat };

type ExportDialogProps = { readonly onClose: () => void; readonly onDone: (sentence: string) => void };

/** The register of a stretch of days as a file: this year's, where nobody says otherwise. */
export function ExportDialog({ onClose, onDone }: ExportDialogProps) {
  const { common, petition } = useTexts();
  const texts = petition.export;
  const sentenceOf = useIssueSentence();
  const today = useKnownStatus(todayOf);
  const [from, setFrom] = useState(formatDate(`${today.slice(0, 4)}-01-01`));
  const [to, setTo] = useState(formatDate(today));
  const days = [from, to].map((typed) => {
    const read = parseDate(typed);
    return read?.length === 10 ? read : undefined;
  });
  const [first, last] = days;
  const backwards = first !== undefined && last !== undefined && first > last;
  const file = useVolumes(desk.petition.file.key(), (wanted: Wanted, behind) =>
    deskClient.petition.file({ ...wanted, ...behind }),
  );
  const { data, isPending, progress, stop } = file;
  useEffect(() => {
    if (data !== undefined && data.volumes > 0)
      onDone(
        data.volumes === 1
          ? texts.saved(data.fileName, formatCount(data.lines))
          : texts.savedVolumes(formatCount(data.volumes), formatCount(data.lines)),
      );
    // Once for each file: the words and who is told are no reason to say it again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [data]);

  function make(format: PetitionFormat): void {
    if (first === undefined || last === undefined || backwards || file.isPending) return;
    file.make({ from: first, to: last, format });
  }

  return (
    <Dialog
      title={texts.act}
      onClose={onClose}
      closeLabel={common.cancel}
      act={{ label: texts.xlsx, onAct: () => make('xlsx'), disabled: file.isPending }}
    >
      <Grid columns="minmax(0, 1fr) minmax(0, 1fr)" gap={3} align="start">
        <Field
          label={texts.from}
          value={from}
          autoFocus
          error={first === undefined ? sentenceOf('date') : undefined}
          onChange={(event) => setFrom(event.target.value)}
        />
        <Field
          label={texts.to}
          value={to}
          error={last === undefined ? sentenceOf('date') : backwards ? sentenceOf('period-backwards') : undefined}
          onChange={(event) => setTo(event.target.value)}
        />
      </Grid>
      <ActionButton keys="Alt+I" label={texts.pdf} onAct={() => make('pdf')} disabled={file.isPending} />
      <Text size="small" tone="secondary">
        {texts.hint}
      </Text>
      <UnderWay making={{ underWay: isPending, stopped: false, progress, stop, again: () => undefined }} />
      <FaultNote error={file.error} />
    </Dialog>
  );
}
