import Box from '@mui/material/Box';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { desk } from '../../desk.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FaultNote } from '../../parts/FaultNote.tsx';
import { SelectField } from '../../parts/SelectField.tsx';
import { useKnownStatus } from '../../status.ts';
import { useTexts } from '../../text/texts.ts';

type PrinterChoiceProps = {
  readonly value: string;
  readonly onChange: (printer: string) => void;
  readonly onTested: (sentence: string) => void;
  /** What else stands in the row of its button. */
  readonly children?: ReactNode;
};

/** Another printer for the next sheet, and a test page to see that it lives. '' stands for the desk's own printer. */
export function PrinterChoice({ value, onChange, onTested, children }: PrinterChoiceProps) {
  const { printTray } = useTexts();
  const own = useKnownStatus().printer.name;
  const printers = useQuery(desk.print.printers.queryOptions({ input: {} }));
  const target = value === '' ? own : value;
  const test = useMutation(desk.print.test.mutationOptions({ onSuccess: () => onTested(printTray.testSent(target)) }));
  const choices = (printers.data?.printers ?? []).map((printer) => ({
    value: printer.name,
    label: [printer.description === '' ? printer.name : printer.description, printer.reason ?? '']
      .filter((part) => part !== '')
      .join(' · '),
  }));
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
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
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        {target !== '' && (
          <ActionButton
            keys="Alt+4"
            label={printTray.testPage}
            onAct={() => test.mutate({ printer: target })}
            disabled={test.isPending}
          />
        )}
        {children}
      </Box>
      <FaultNote error={test.error ?? printers.error} />
    </Box>
  );
}
