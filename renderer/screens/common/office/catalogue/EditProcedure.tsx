import Checkbox from '@mui/material/Checkbox';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProcedureDetail } from '../../../../../electron/contract/catalogue/procedure.ts';
import { type Term, TermUnit } from '../../../../../electron/contract/base/values.ts';
import { desk, queries } from '../../../../desk/client.ts';
import { standingFault, useIssueSentence } from '../../../../desk/fault.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Block, Grid, Row, Text } from '../../../../parts/layout/primitives.ts';
import { formatDate, parseDate } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { type ProcedureForm, changedFields, formOfProcedure } from './procedure-form.ts';

type EditProps = {
  readonly code: string | undefined;
  readonly today: string;
  readonly maySet: boolean;
  readonly onSaved: (sentence: string) => void;
};

/** One procedure of the office, changed from a day on with a ground. What nobody changes stays as the lists have it. */
export function EditProcedure({ code, ...rest }: EditProps) {
  const { data, error } = useQuery(
    desk.procedure.get.queryOptions({
      input: { code: code ?? '' },
      enabled: code !== undefined,
      // Asked once: a later answer does not run over what is being typed.
      staleTime: Infinity,
      gcTime: 0,
    }),
  );
  if (code !== undefined && data === undefined)
    return (
      <Panel full>
        <FaultNote error={error} />
      </Panel>
    );
  return <ProcedureFields known={data} {...rest} />;
}

type FieldsProps = Omit<EditProps, 'code'> & { readonly known: ProcedureDetail | undefined };

function ProcedureFields({ known, today, maySet, onSaved }: FieldsProps) {
  const { catalogue, office } = useTexts();
  const texts = catalogue.edit;
  const sentenceOf = useIssueSentence();
  const before = formOfProcedure(known, formatDate(today));
  const [form, setForm] = useState<ProcedureForm>(before);
  const save = useMutation(
    desk.catalogue.setProcedure.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries();
        onSaved(texts.saved(form.name, form.from));
      },
    }),
  );
  const input = { ...changedFields(before, form, known?.ownFields), from: parseDate(form.from) ?? form.from };
  const { error, issues } = standingFault(save.error, save.variables, input);
  const wrong = (path: string) => sentenceOf(issues.get(path));
  const set = (change: Partial<ProcedureForm>) => setForm({ ...form, ...change });
  const sameDay = form.unit === 'same-day';

  function submit(): void {
    if (save.isPending) return;
    save.mutate(input);
  }

  return (
    <Panel title={known === undefined ? texts.titleNew : texts.title(known.code)} gap={3} full>
      {known === undefined && (
        <Field
          label={texts.code}
          value={form.code}
          error={wrong('code')}
          autoFocus
          onChange={(event) => set({ code: event.target.value })}
        />
      )}
      <Field
        label={texts.name}
        value={form.name}
        error={wrong('name')}
        autoFocus={known !== undefined}
        onChange={(event) => set({ name: event.target.value })}
      />
      <Grid columns="minmax(0, 1fr) minmax(0, 1fr)" gap={2} align="start">
        <Field
          label={texts.field}
          value={form.field}
          error={wrong('field')}
          onChange={(event) => set({ field: event.target.value })}
        />
        <Field
          label={texts.nicknames}
          hint={texts.nicknamesHint}
          value={form.nicknames}
          error={wrong('nicknames')}
          onChange={(event) => set({ nicknames: event.target.value })}
        />
      </Grid>
      <Row gap={2} align="flex-start" wrap>
        <Block width={80}>
          <Field
            label={texts.term}
            value={sameDay ? '1' : form.value}
            disabled={sameDay}
            error={wrong('term.value')}
            onChange={(event) => set({ value: event.target.value })}
          />
        </Block>
        <Block width={170}>
          <SelectField
            label={texts.unit}
            value={form.unit}
            onChange={(event) => set({ unit: event.target.value as Term['unit'] })}
            choices={TermUnit.options.map((unit) => ({ value: unit, label: office.units[unit] }))}
          />
        </Block>
        <Block grow minWidth={180} flex="1 1 0">
          <Field
            label={texts.ground}
            value={form.ground}
            error={wrong('term.ground')}
            onChange={(event) => set({ ground: event.target.value })}
          />
        </Block>
      </Row>
      <Field
        label={texts.fee}
        hint={known === undefined || known.feeAmount === null ? texts.feeUnknown : texts.feeKnown(known.feeNote)}
        value={form.fee}
        error={wrong('fee')}
        inputProps={{ inputMode: 'numeric' }}
        onChange={(event) => set({ fee: event.target.value })}
      />
      <Field
        label={texts.papers}
        hint={
          known === undefined || known.components.length === 0
            ? texts.papersHint
            : texts.papersKept(known.components.length)
        }
        value={form.papers}
        error={wrong('components')}
        onChange={(event) => set({ papers: event.target.value })}
      />
      <Field
        label={texts.ownFields}
        hint={texts.ownFieldsHint}
        value={form.ownFields}
        error={wrong([...issues.keys()].find((path) => path.startsWith('ownFields')) ?? '')}
        multiline
        minRows={2}
        maxRows={8}
        onChange={(event) => set({ ownFields: event.target.value })}
      />
      <Row as="label" align="center" gap={1}>
        <Checkbox checked={form.offered} onChange={(event) => set({ offered: event.target.checked })} />
        {texts.offered}
      </Row>
      {known !== undefined && known.doubts.length > 0 && (
        <Text size="small" tone="soon">
          {texts.doubts} {known.doubts.join(' ')}
        </Text>
      )}
      <Grid columns="minmax(0, 1fr) minmax(0, 2fr)" gap={2} align="start">
        <Field
          label={texts.from}
          value={form.from}
          error={wrong('from')}
          onChange={(event) => set({ from: event.target.value })}
        />
        <Field
          label={texts.reason}
          value={form.reason}
          error={wrong('reason')}
          onChange={(event) => set({ reason: event.target.value })}
        />
      </Grid>
      <FaultNote error={issues.size > 0 ? null : error} />
      {maySet && (
        <Text size="note">
          <ActionButton keys="Ctrl+Enter" label={texts.save} onAct={submit} filled disabled={save.isPending} />
        </Text>
      )}
    </Panel>
  );
}
