import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import type { OfficeSettings } from '../../../../../electron/contract/common/office/office.ts';
import { desk, queries } from '../../../../desk/client.ts';
import { rem } from '../../../../look/theme.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { Columns } from '../../../../parts/layout/Columns.tsx';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Block, Column, Row, Text } from '../../../../parts/layout/primitives.ts';
import { printerChoices } from '../../../../parts/paper/printer-choices.ts';
import { useTexts } from '../../../../text/texts.ts';
import { showIssues } from '../../office-fields/show-issues.ts';
import { mergeOnto, useUnsavedForm } from '../unsaved.ts';
import { useSettingsChange } from '../useSettingsChange.ts';
import { PrinterList } from './PrinterList.tsx';
import { RollPrinters } from './RollPrinters.tsx';
import { printersIssues, type PrintersValues, printersValuesOf, withPrinters } from './printers-form.ts';

/** Which printer takes what, the spare one, and the roll printers of the office's network. */
export function Printers() {
  // Asked once: an answer that comes later must not run over what somebody is typing.
  const { data, error } = useQuery(desk.office.settings.queryOptions({ input: {}, staleTime: Infinity, gcTime: 0 }));
  if (data === undefined) return <FaultNote error={error} />;
  return <PrintersForm settings={data} />;
}

/** Where papers go, the roll printers, and how all of them are now. Nothing is changed without its reason. */
function PrintersForm({ settings }: { readonly settings: OfficeSettings }) {
  const { common, office, printers: texts } = useTexts();
  const [inForce, setInForce] = useState(settings);
  const form = useForm<PrintersValues>({ defaultValues: printersValuesOf(settings) });
  const left = useUnsavedForm('printers', form, printersValuesOf(inForce));
  const listed = useQuery(desk.print.printers.queryOptions({ input: {} }));
  const change = useSettingsChange({
    onChanged: (changed) => {
      setInForce(changed);
      form.reset(printersValuesOf(changed));
      void queries.invalidateQueries({ queryKey: desk.print.key() });
    },
  });
  const { register, formState } = form;
  const spare = useWatch({ control: form.control, name: 'sparePrinter' });

  function submit(): void {
    const values = form.getValues();
    const issues = printersIssues(withPrinters(values, inForce), values.reason);
    showIssues(form, issues, common.issues);
    if (issues.size > 0 || change.isPending) return;
    const began = printersValuesOf(inForce);
    const next = (newest: OfficeSettings) => withPrinters(mergeOnto(began, values, printersValuesOf(newest)), newest);
    change.mutate({ next, reason: values.reason });
  }

  const kept = [
    inForce.printer,
    inForce.receiptPrinter,
    inForce.sparePrinter,
    form.getValues('receiptPrinter'),
    form.getValues('sparePrinter'),
  ];
  const choices = printerChoices(listed.data?.printers, kept, texts.states.missing.toLowerCase());
  const errors = Object.keys(formState.errors).length;
  const said = errors > 0 ? office.wrong(errors) : change.isSuccess ? office.saved : left ? office.leftUnsaved : '';
  return (
    <FormProvider {...form}>
      <Column height="100%" gap={2.5}>
        <Columns columns="minmax(0, 1fr) minmax(0, 1.3fr) minmax(0, 1fr)" narrowAt="rows" narrow="stacked">
          <Panel title={texts.use} sx={{ gap: 3 }}>
            <div>
              <Text size="note" tone="secondary">
                {texts.own}
              </Text>
              <Text weight={600}>
                {inForce.printer === ''
                  ? texts.none
                  : (choices.find(({ value }) => value === inForce.printer)?.label ?? inForce.printer)}
              </Text>
              <Text size="small" tone="secondary">
                {texts.ownHint}
              </Text>
            </div>
            <SelectField
              {...register('receiptPrinter')}
              // What is in force stays chosen when the list of printers comes later.
              key={`receipt ${choices.length}`}
              label={texts.receipt}
              hint={texts.receiptHint}
              choices={[{ value: '', label: texts.sameAsOwn }, ...choices]}
            />
            <SelectField
              {...register('sparePrinter')}
              key={`spare ${choices.length}`}
              label={texts.spare}
              hint={spare === '' ? texts.noSpareHint : texts.spareHint}
              choices={[{ value: '', label: texts.noSpareChosen }, ...choices]}
            />
          </Panel>
          <RollPrinters />
          <PrinterList {...(listed.data ?? { printers: [], silent: null })} office={inForce} />
        </Columns>
        <FaultNote error={change.error ?? listed.error} />
        <Row gap={3} align="end" wrap>
          <Block flex={`1 1 ${rem(320)}`}>
            <Field
              {...register('reason')}
              label={`${office.reason} · ${office.reasonHint}`}
              error={formState.errors.reason?.message}
            />
          </Block>
          <OutcomeLine tone={errors > 0 ? 'late' : 'good'}>{said}</OutcomeLine>
          <Button onClick={() => form.reset(printersValuesOf(inForce))}>{office.reload}</Button>
          <ActionButton keys="Ctrl+Enter" label={office.save} onAct={submit} filled disabled={change.isPending} />
        </Row>
      </Column>
    </FormProvider>
  );
}
