import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { FormProvider } from 'react-hook-form';
import type { OfficeSettings } from '../../../../../electron/contract/common/office/office.ts';
import { desk } from '../../../../desk/client.ts';
import { rem } from '../../../../look/theme.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { Columns } from '../../../../parts/layout/Columns.tsx';
import { Block, Column, Grid, Row } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';
import { DeskPanel } from '../../office-fields/DeskPanel.tsx';
import { OfficePanel } from '../../office-fields/OfficePanel.tsx';
import { CertificationPanel } from './CertificationPanel.tsx';
import { ConfirmIdentifier } from './ConfirmIdentifier.tsx';
import { MoneyPanel } from './MoneyPanel.tsx';
import { OtherDesks } from './OtherDesks.tsx';
import { useSettingsForm } from './settings-form.ts';

/** The settings in force, in the fields they were set up with. */
export function SettingsPart() {
  // Asked once: an answer that comes later must not run over what somebody is typing.
  const { data, error } = useQuery(desk.office.settings.queryOptions({ input: {}, staleTime: Infinity, gcTime: 0 }));
  if (data === undefined) return <FaultNote error={error} />;
  return <SettingsForm settings={data} />;
}

/** The panels of the first day, what money needs beside them, and the reason without which nothing is changed. */
function SettingsForm({ settings }: { readonly settings: OfficeSettings }) {
  const { office } = useTexts();
  const { form, submit, reset, change, confirmed, wrong, left } = useSettingsForm(settings);
  const { errors } = form.formState;
  const said = change.isPending
    ? office.saving
    : wrong > 0
      ? office.wrong(wrong)
      : change.isSuccess
        ? office.saved
        : left
          ? office.leftUnsaved
          : '';
  return (
    <FormProvider {...form}>
      <Column height="100%" gap={2.5}>
        <Columns columns="minmax(0, 1fr) minmax(0, 1.15fr) minmax(0, 1fr)" narrowAt="rows" narrow="fitted">
          <Grid gap={3} rows="minmax(0, 1fr) auto" minHeight={0}>
            <OfficePanel>
              <ConfirmIdentifier onConfirmed={confirmed} />
            </OfficePanel>
            <CertificationPanel />
          </Grid>
          <DeskPanel more />
          <Grid gap={3} rows="auto minmax(0, 1fr)" minHeight={0}>
            <MoneyPanel />
            <OtherDesks />
          </Grid>
        </Columns>
        <FaultNote error={change.error} />
        <Row gap={3} align="end" wrap>
          <Block flex={`1 1 ${rem(320)}`}>
            <Field
              {...form.register('reason')}
              label={`${office.reason} · ${office.reasonHint}`}
              error={errors.reason?.message}
            />
          </Block>
          <OutcomeLine tone={wrong > 0 ? 'late' : change.isSuccess ? 'good' : 'plain'}>{said}</OutcomeLine>
          <Button onClick={reset}>{office.reload}</Button>
          <ActionButton keys="Ctrl+Enter" label={office.save} onAct={submit} filled disabled={change.isPending} />
        </Row>
      </Column>
    </FormProvider>
  );
}
