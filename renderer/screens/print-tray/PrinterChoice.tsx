import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { desk } from '../../desk/client.ts';
import { useKnownStatus } from '../../desk/status.ts';
import { ActionButton } from '../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../parts/controls/FaultNote.tsx';
import { SelectField } from '../../parts/controls/SelectField.tsx';
import { Column, Row } from '../../parts/layout/primitives.ts';
import { useTexts } from '../../text/texts.ts';
import { CalibrateDialog } from './CalibrateDialog.tsx';

type PrinterChoiceProps = {
  readonly value: string;
  readonly onChange: (printer: string) => void;
  readonly onTested: (sentence: string) => void;
  /** What else stands in the row of its button. */
  readonly children?: ReactNode;
};

/** Another printer for the next sheet, and a test page to see that it lives. '' stands for the desk's own printer. */
export function PrinterChoice({ value, onChange, onTested, children }: PrinterChoiceProps) {
  const { printTray, printers: texts } = useTexts();
  const [calibrating, setCalibrating] = useState(false);
  const own = useKnownStatus(({ printer }) => printer.name);
  const printers = useQuery(desk.print.printers.queryOptions({ input: {} }));
  const target = value === '' ? own : value;
  const isRoll = printers.data?.printers.find(({ name }) => name === target)?.isRoll ?? false;
  const test = useMutation(desk.print.test.mutationOptions({ onSuccess: () => onTested(printTray.testSent(target)) }));
  const choices = (printers.data?.printers ?? []).map((printer) => ({
    value: printer.name,
    label: [
      printer.description === '' ? printer.name : printer.description,
      printer.reason === null ? '' : (printTray.reasons[printer.reason] ?? printer.reason),
    ]
      .filter((part) => part !== '')
      .join(' · '),
  }));
  return (
    <Column gap={2}>
      <SelectField
        label={printTray.printOn}
        hint={printers.data?.printers.length === 0 ? printTray.noPrinters : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        choices={[
          { value: '', label: [printTray.sameprinter, own].filter((part) => part !== '').join(': ') },
          ...choices,
        ]}
      />
      <Row gap={2} wrap>
        {target !== '' && (
          <ActionButton
            keys="Alt+4"
            label={printTray.testPage}
            onAct={() => test.mutate({ printer: target })}
            disabled={test.isPending}
          />
        )}
        {target !== '' && !isRoll && (
          <ActionButton keys="Alt+6" label={texts.calibrate} onAct={() => setCalibrating(true)} />
        )}
        {children}
      </Row>
      {calibrating && <CalibrateDialog printer={target} onClose={() => setCalibrating(false)} />}
      <FaultNote error={test.error ?? printers.error} />
    </Column>
  );
}
