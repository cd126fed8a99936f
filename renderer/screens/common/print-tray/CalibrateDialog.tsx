import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { desk, queries } from '../../../desk/client.ts';
import { rem } from '../../../look/theme.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../parts/controls/Field.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { Dialog } from '../../../parts/dialog/Dialog.tsx';
import { Column, Grid, Text } from '../../../parts/layout/primitives.ts';
import { PaperView } from '../../../parts/paper/PaperView.tsx';
import { useTexts } from '../../../text/texts.ts';
import { millimetresText, readMillimetres } from './margin-text.ts';

type CalibrateDialogProps = { readonly printer: string; readonly onClose: () => void };

/** Fold the sheet, read two numbers, type them: no ruler and no arithmetic. */
export function CalibrateDialog({ printer, onClose }: CalibrateDialogProps) {
  const { common, printers: texts } = useTexts();
  const sheet = useQuery(desk.print.calibration.queryOptions({ input: { printer }, staleTime: Infinity, gcTime: 0 }));
  const [typed, setTyped] = useState<{ left?: string; top?: string }>({});
  const [wrong, setWrong] = useState(false);
  const [said, setSaid] = useState('');
  const print = useMutation(desk.print.calibrate.mutationOptions({ onSuccess: () => setSaid(texts.sheetSent) }));
  const keep = useMutation(
    desk.print.setMargins.mutationOptions({
      onSuccess: async () => {
        await print.mutateAsync({ printer, corrected: true });
        setSaid(texts.kept);
        for (const part of [desk.office, desk.print.calibration])
          void queries.invalidateQueries({ queryKey: part.key() });
      },
    }),
  );
  const inForce = sheet.data?.margins;
  const left = typed.left ?? (inForce === undefined ? '' : millimetresText(inForce.leftMm));
  const top = typed.top ?? (inForce === undefined ? '' : millimetresText(inForce.topMm));
  const [leftMm, topMm] = [readMillimetres(left), readMillimetres(top)];
  const busy = print.isPending || keep.isPending;

  function save(): void {
    setWrong(leftMm === undefined || topMm === undefined);
    setSaid('');
    if (leftMm !== undefined && topMm !== undefined && !busy) keep.mutate({ printer, margins: { leftMm, topMm } });
  }

  return (
    <Dialog
      wide
      title={texts.calibrateTitle(printer)}
      onClose={onClose}
      act={{ label: texts.keep, onAct: save, disabled: busy }}
      {...(said === '' ? {} : { closeLabel: common.close })}
    >
      <Grid columns={`minmax(0, 1fr) minmax(0, ${rem(250)})`} gap={5} align="start">
        <Column gap={3}>
          <Text weight={600}>{texts.step1}</Text>
          <Text tone="secondary">{texts.step1Text}</Text>
          <div>
            <ActionButton
              keys="Alt+I"
              label={texts.printSheet}
              onAct={() => print.mutate({ printer, corrected: false })}
              disabled={busy}
            />
          </div>
          <Text weight={600}>{texts.step2}</Text>
          <Grid columns="repeat(2, minmax(0, 1fr))" gap={3} align="start">
            <Field
              label={texts.left1}
              hint={texts.leftHint}
              value={left}
              onChange={(event) => setTyped({ ...typed, left: event.target.value })}
              error={wrong && leftMm === undefined ? texts.wrong : undefined}
              autoFocus
            />
            <Field
              label={texts.top1}
              hint={texts.topHint}
              value={top}
              onChange={(event) => setTyped({ ...typed, top: event.target.value })}
              error={wrong && topMm === undefined ? texts.wrong : undefined}
            />
          </Grid>
          <Text size="small" tone="secondary">
            {texts.onlyPrint}
          </Text>
          <OutcomeLine tone="good">{said}</OutcomeLine>
          <FaultNote error={keep.error ?? print.error ?? sheet.error} />
        </Column>
        {sheet.data !== undefined && <PaperView pages={sheet.data.pages} />}
      </Grid>
    </Dialog>
  );
}
