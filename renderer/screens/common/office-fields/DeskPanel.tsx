import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useFormContext } from 'react-hook-form';
import { desk } from '../../../desk/client.ts';
import { Field } from '../../../parts/controls/Field.tsx';
import { SelectField } from '../../../parts/controls/SelectField.tsx';
import { Panel } from '../../../parts/layout/Panel.tsx';
import { Grid, Text } from '../../../parts/layout/primitives.ts';
import { printerChoices } from '../../../parts/paper/printer-choices.ts';
import { useTexts } from '../../../text/texts.ts';
import { halves } from './FormRow.tsx';
import type { OfficeValues } from './office-values.ts';

const quarters = { ...halves, columns: 'repeat(4, minmax(0, 1fr))' } as const;

/** This desk: its numbers (`more` than one block after the first day), its hours, its printer and where its backups go. */
export function DeskPanel({ more = false }: { readonly more?: boolean }) {
  const { firstRun, office, printers: texts } = useTexts();
  const { register, formState, getValues, setValue } = useFormContext<OfficeValues>();
  const { errors } = formState;
  const printers = useQuery(desk.print.printers.queryOptions({ input: {} }));
  const kept = [formState.defaultValues?.printer, getValues('printer')];
  const choices = printerChoices(printers.data?.printers, kept, texts.states.missing.toLowerCase());
  const silent = printers.data?.silent ?? null;
  // An office that is being set up prints where this computer prints, until somebody says otherwise.
  const usual = more
    ? undefined
    : printers.data?.printers.find(({ isDefault, state }) => isDefault && state === 'ready');
  const proposed = usual?.name;
  useEffect(() => {
    if (proposed !== undefined && getValues('printer') === '') setValue('printer', proposed);
  }, [proposed, getValues, setValue]);
  return (
    <Panel title={firstRun.desk} sx={{ gap: 3 }}>
      <Grid {...halves}>
        <Field {...register('deskCode')} label={firstRun.deskCode} error={errors.deskCode?.message} />
        <Field {...register('deskName')} label={firstRun.deskName} error={errors.deskName?.message} />
      </Grid>
      <div>
        <Grid {...halves}>
          <Field
            {...register('first')}
            label={firstRun.firstNumber}
            error={errors.first?.message}
            inputProps={{ inputMode: 'numeric' }}
          />
          <Field
            {...register('last')}
            label={firstRun.lastNumber}
            error={errors.last?.message}
            inputProps={{ inputMode: 'numeric' }}
          />
        </Grid>
        <Text size="small" tone="secondary" marginTop={1}>
          {firstRun.blockHint}
        </Text>
      </div>
      {more && (
        <Field
          {...register('moreBlocks')}
          label={office.moreBlocks}
          hint={office.moreBlocksHint}
          error={errors.moreBlocks?.message}
        />
      )}
      <Grid {...quarters} role="group" aria-label={firstRun.hours}>
        <Field {...register('morningFrom')} label={firstRun.morningFrom} error={errors.morningFrom?.message} />
        <Field {...register('morningTo')} label={firstRun.morningTo} error={errors.morningTo?.message} />
        <Field {...register('afternoonFrom')} label={firstRun.afternoonFrom} error={errors.afternoonFrom?.message} />
        <Field {...register('afternoonTo')} label={firstRun.afternoonTo} error={errors.afternoonTo?.message} />
        {more && (
          <>
            <Field {...register('eveningFrom')} label={office.eveningFrom} error={errors.eveningFrom?.message} />
            <Field {...register('eveningTo')} label={office.eveningTo} error={errors.eveningTo?.message} />
          </>
        )}
      </Grid>
      <Grid {...halves} columns="minmax(0, 3fr) minmax(0, 1fr)">
        <SelectField
          {...register('printer')}
          // What was chosen stays chosen when the list of printers comes later.
          key={choices.map(({ value }) => value).join('\n')}
          label={firstRun.printer}
          hint={silent === null ? firstRun.printerHint : texts.silent(silent)}
          error={errors.printer?.message}
          choices={[{ value: '', label: firstRun.noPrinter }, ...choices]}
        />
        <SelectField
          {...register('paperSize')}
          label={firstRun.paperSize}
          choices={['A5', 'A4'].map((value) => ({ value, label: value }))}
        />
      </Grid>
      <Field
        {...register('backupFolder')}
        label={firstRun.backupFolder}
        hint={firstRun.backupHint}
        error={errors.backupFolder?.message}
      />
    </Panel>
  );
}
