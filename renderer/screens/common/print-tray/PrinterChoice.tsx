import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { desk } from '../../../desk/client.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { SelectField } from '../../../parts/controls/SelectField.tsx';
import { Column, Row } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';
import { CalibrateDialog } from './CalibrateDialog.tsx';

type PrinterChoiceProps = {
  /** The chosen printer; '' as long as nobody chose another than the usual one. */
  readonly value: string;
  /** Where the paper goes if nothing is chosen, by the rule that sends it. */
  readonly usual: string;
  /** Where it goes with what is chosen: a paper that exists on sheets only goes past a roll. */
  readonly target: string;
  readonly onChange: (printer: string) => void;
  readonly onTested: (sentence: string) => void;
  /** What else stands in the row of its button. */
  readonly children?: ReactNode;
};

/** The printer of the next sheet, and a test page to see that it lives. What stands here is where the paper goes. */
export function PrinterChoice({ value, usual, target, onChange, onTested, children }: PrinterChoiceProps) {
  const { printTray, printers: texts } = useTexts();
  const [calibrating, setCalibrating] = useState(false);
  const printers = useQuery(desk.print.printers.queryOptions({ input: {} }));
  // A test page goes to the printer that was chosen, whatever paper stands beside it.
  const tried = value === '' ? usual : value;
  const isRoll = printers.data?.printers.find(({ name }) => name === tried)?.isRoll ?? false;
  const test = useMutation(desk.print.test.mutationOptions({ onSuccess: () => onTested(printTray.testSent(tried)) }));
  const choices = (printers.data?.printers ?? []).map((printer) => ({
    value: printer.name,
    label: [
      printer.description === '' ? printer.name : printer.description,
      printer.reason === null ? '' : (printTray.reasons[printer.reason] ?? printer.reason),
    ]
      .filter((part) => part !== '')
      .join(' · '),
  }));
  const { printers: listed, silent = null } = printers.data ?? {};
  const pastRoll = target === tried ? undefined : printTray.pastRoll(target || printTray.noPrinter);
  const hint = silent !== null ? texts.silent(silent) : listed?.length === 0 ? printTray.noPrinters : pastRoll;
  return (
    <Column gap={2}>
      <SelectField
        label={printTray.printOn}
        hint={hint}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        choices={[{ value: '', label: [printTray.sameprinter, usual || printTray.noPrinter].join(': ') }, ...choices]}
      />
      <Row gap={2} wrap>
        {tried !== '' && (
          <ActionButton
            keys="Alt+4"
            label={printTray.testPage}
            onAct={() => test.mutate({ printer: tried })}
            disabled={test.isPending}
          />
        )}
        {tried !== '' && !isRoll && (
          <ActionButton keys="Alt+6" label={texts.calibrate} onAct={() => setCalibrating(true)} />
        )}
        {children}
      </Row>
      {calibrating && <CalibrateDialog printer={tried} onClose={() => setCalibrating(false)} />}
      <FaultNote error={test.error ?? printers.error} />
    </Column>
  );
}
