import type { OfficeSettings } from '../../../../../electron/contract/common/office/office.ts';
import type { Printer } from '../../../../../electron/contract/common/printing/paper.ts';
import { useFormContext, useWatch } from 'react-hook-form';
import { SheetSize } from '../../../../../electron/contract/common/printing/printers.ts';
import { Chip } from '../../../../parts/controls/Chip.tsx';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Block, Row, Text } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';
import { type PrintersValues, withSheet } from './printers-form.ts';
import { millimetresText } from '../../print-tray/margin-text.ts';

const tones = { ready: 'good', printing: 'brand', stopped: 'late', unknown: 'soon' } as const;

type PrinterListProps = {
  readonly printers: readonly Printer[];
  /** The print service that does not answer. */
  readonly silent: string | null;
  readonly office: OfficeSettings;
};

/** How each printer is now, and how far it is moved. */
export function PrinterList({ printers, silent, office }: PrinterListProps) {
  const { printers: texts, printTray } = useTexts();

  const { control, setValue } = useFormContext<PrintersValues>();
  const sheets = useWatch({ control, name: 'sheets' });
  const sheetChoices = [
    { value: '', label: texts.bothSheets },
    ...SheetSize.options.map((size) => ({ value: size, label: texts.onlySheet(size) })),
  ];

  function marginsOf(name: string): string {
    if (office.rollPrinters?.some((roll) => roll.name === name)) return texts.rollMargins;
    const margins = office.margins?.find(({ printer }) => printer === name);
    return margins === undefined
      ? texts.plainMargins
      : texts.marginsOf(millimetresText(margins.leftMm), millimetresText(margins.topMm));
  }

  return (
    <Panel title={texts.margins} sx={{ gap: 2 }}>
      {silent !== null && (
        <Text size="small" tone="late" role="status">
          {texts.silent(silent)}
        </Text>
      )}
      <Text size="small" tone="secondary">
        {printers.length === 0 ? texts.noPrinters : texts.calibrateHint}
      </Text>
      {printers.map(({ name, description, state, reason, isRoll }) => (
        <Block line="bottom" paddingBottom={2} key={name}>
          <Row justify="space-between" gap={2}>
            <Text weight={600} minWidth={0} breaks>
              {description || name}
            </Text>
            <Chip tone={tones[state]}>{texts.states[state]}</Chip>
          </Row>
          {isRoll !== true && (
            <SelectField
              label={texts.sheetsOf(description || name)}
              value={sheets.find((one) => one.printer === name)?.only ?? ''}
              onChange={({ target }) =>
                setValue('sheets', withSheet(sheets, name, target.value), { shouldDirty: true })
              }
              choices={sheetChoices}
            />
          )}
          <Text size="small" tone="secondary" marginTop={1}>
            {[reason === null ? '' : (printTray.reasons[reason] ?? reason), marginsOf(name)]
              .filter((part) => part !== '')
              .join(' · ')}
          </Text>
        </Block>
      ))}
    </Panel>
  );
}
