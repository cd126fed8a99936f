import { useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import { desk } from '../../../../desk/client.ts';
import { Field } from '../../../../parts/controls/Field.tsx';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Grid, Text } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';
import { halves } from '../../office-fields/FormRow.tsx';
import type { OfficeValues } from '../../office-fields/office-values.ts';

/** Where fees are transferred to, and what the office registered for its receipts. Left empty there is no payment code and no receipt. */
export function MoneyPanel() {
  const { office } = useTexts();
  const texts = office.money;
  const { register, control, formState } = useFormContext<OfficeValues>();
  const { errors } = formState;
  const bin = useWatch({ control, name: 'accountBin' });
  const { data } = useQuery(desk.office.banks.queryOptions({ input: {}, staleTime: Infinity }));
  const banks = (data?.banks ?? []).map((bank) => ({ value: bank.bin, label: `${bank.shortName} · ${bank.bin}` }));
  const unlisted =
    bin === '' || banks.some(({ value }) => value === bin) ? [] : [{ value: bin, label: texts.unlisted(bin) }];
  return (
    <Panel title={texts.title} sx={{ gap: 2 }}>
      {/* Its choices come later than its value, so the value is given and not only registered. */}
      <SelectField
        {...register('accountBin')}
        value={bin}
        label={texts.bank}
        error={errors.accountBin?.message}
        choices={[{ value: '', label: texts.noBank }, ...unlisted, ...banks]}
      />
      <Grid {...halves} role="group" aria-label={texts.account}>
        <Field
          {...register('accountNumber')}
          label={texts.accountNumber}
          error={errors.accountNumber?.message}
          inputProps={{ maxLength: 19 }}
        />
        <Field {...register('accountName')} label={texts.accountName} error={errors.accountName?.message} />
      </Grid>
      <Grid {...halves} line="top" paddingTop={2} role="group" aria-label={texts.receipts}>
        <Field {...register('taxCode')} label={texts.taxCode} error={errors.taxCode?.message} />
        <Field
          {...register('receiptLetters')}
          label={texts.letters}
          error={errors.receiptLetters?.message}
          inputProps={{ maxLength: 2 }}
        />
        <Field {...register('paperTemplate')} label={texts.paperTemplate} error={errors.paperTemplate?.message} />
        <Field {...register('paperSymbol')} label={texts.paperSymbol} error={errors.paperSymbol?.message} />
      </Grid>
      <Text size="small" tone="secondary">
        {texts.hint}
      </Text>
    </Panel>
  );
}
