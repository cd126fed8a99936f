import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  CatalogueListPreview,
  OfficeListInput,
} from '../../../../../electron/contract/catalogue/office-catalogue.ts';
import { desk, queries } from '../../../../desk/client.ts';
import { ActionButton } from '../../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { SelectField } from '../../../../parts/controls/SelectField.tsx';
import { Grid, Row, Text } from '../../../../parts/layout/primitives.ts';
import { formatCount, formatDate, parseDate } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';
import { DecideRow, type DecidedRow } from './DecideRow.tsx';
import { FilePanel, FromField } from './FilePanel.tsx';
import { ListDifference } from './ListDifference.tsx';
import { type ChosenFile, readChosen, useStandingPreview } from './chosen-file.ts';

type ImportListProps = { readonly today: string; readonly onTaken: (sentence: string) => void };

/** What a person said of the file. */
type Told = {
  readonly sheet: string | undefined;
  readonly mapping: NonNullable<OfficeListInput['mapping']>;
  readonly bareTerm: (typeof bareTerms)[number];
  readonly decided: Readonly<Record<number, DecidedRow>>;
};
const bareTerms = ['', 'working-day', 'day', 'working-hour'] as const;
const nothingTold: Told = { sheet: undefined, mapping: {}, bareTerm: '', decided: {} };

function inputOfTold({ sheet, mapping, bareTerm, decided }: Told) {
  return {
    sheet,
    mapping,
    bareTerm: bareTerm === '' ? undefined : bareTerm,
    decided: Object.entries(decided).map(([row, decision]) => ({ row: Number(row), ...decision })),
  };
}

const columnNames = ['code', 'name', 'field', 'term', 'fee', 'level', 'nicknames'] as const;

/** A ward's list, from its file to the catalogue: the file, which column is what, what it changes, what is doubtful, from which day, and then taken. */
export function ImportList({ today, onTaken }: ImportListProps) {
  const { catalogue, office } = useTexts();
  const texts = catalogue.list;
  const [file, setFile] = useState<ChosenFile | undefined>(undefined);
  const [from, setFrom] = useState(formatDate(today));
  const [title, setTitle] = useState('');
  const [complete, setComplete] = useState(false);
  const [told, setTold] = useState<Told>(nothingTold);
  /** The row in front of whoever decides. */
  const [row, setRow] = useState<number | undefined>(undefined);
  const { seen, forgetSeen, asItIsSeen } = useStandingPreview<CatalogueListPreview>();
  const preview = useMutation(desk.catalogue.previewList.mutationOptions(asItIsSeen));
  const take = useMutation(
    desk.catalogue.takeList.mutationOptions({
      onSuccess: ({ added, changed, ended }) => {
        void queries.invalidateQueries();
        onTaken(texts.taken(added.length, changed.length, ended.length, from));
      },
    }),
  );
  const day = parseDate(from);
  const isBusy = take.isPending || preview.isPending;

  function inputOf(chosen: ChosenFile, asked: Partial<OfficeListInput> = {}): OfficeListInput {
    const name = title.trim() === '' ? chosen.name : title.trim();
    return {
      format: chosen.format,
      base64: chosen.base64,
      ...inputOfTold(told),
      from: day ?? today,
      title: name.slice(0, 200),
      complete,
      ...asked,
    };
  }

  async function choose(given: File): Promise<void> {
    const chosen = await readChosen(given);
    setFile(chosen);
    setTold(nothingTold);
    forgetSeen();
    take.reset();
    preview.mutate(inputOf(chosen, inputOfTold(nothingTold)));
  }

  function again(asked: Partial<OfficeListInput>): void {
    if (file !== undefined) preview.mutate(inputOf(file, asked));
  }

  function tell(change: Partial<Told>, then?: (after: CatalogueListPreview) => void): void {
    const next = { ...told, ...change };
    setTold(next);
    if (file !== undefined)
      preview.mutate(inputOf(file, inputOfTold(next)), then === undefined ? {} : { onSuccess: (after) => then(after) });
  }

  /** One row decided, and the next that asks; the same again where what was typed for it is no better. */
  function decide(at: number, decision: DecidedRow | undefined): void {
    if (decision === undefined) return setRow(nextAsking(seen, at));
    tell({ decided: { ...told.decided, [at]: { ...told.decided[at], ...decision } } }, (after) => {
      const isOpen = decision.keep === undefined && after.problems.some(({ row: one, asks }) => one === at && asks);
      setRow(isOpen ? at : nextAsking(after, at));
    });
  }

  function submit(): void {
    if (file === undefined || day === undefined || seen === undefined || isBusy) return;
    take.mutate(inputOf(file));
  }

  const asking = seen?.problems.filter(({ asks }) => asks).length ?? 0;
  const ofRow = seen?.problems.filter((one) => one.row === row) ?? [];
  const decided = Object.keys(told.decided).length;
  const hasBareTerms = told.bareTerm !== '' || seen?.problems.some(({ kind }) => kind === 'term-no-unit') === true;
  return (
    <FilePanel
      texts={texts}
      accept=".csv,.txt,.tsv,.xlsx,.json"
      chosen={file !== undefined}
      line={preview.isPending ? texts.reading : file === undefined ? '' : texts.file(file.name, seen?.sheet ?? '')}
      onChoose={(given) => void choose(given)}
    >
      <FaultNote error={preview.error} />
      {seen !== undefined && file !== undefined && (
        <>
          <Grid
            columns={`minmax(0, 1fr) minmax(0, 2fr)${seen.sheets.length > 1 ? ' minmax(0, 1fr)' : ''}`}
            gap={2}
            align="start"
            shrink={false}
          >
            <FromField label={texts.from} value={from} onText={setFrom} onDay={(read) => again({ from: read })} />
            <Field
              label={texts.name}
              value={title}
              placeholder={file.name}
              onChange={(event) => setTitle(event.target.value)}
            />
            {seen.sheets.length > 1 && (
              <SelectField
                label={texts.sheet}
                value={seen.sheet}
                onChange={(event) => tell({ ...nothingTold, sheet: event.target.value })}
                choices={seen.sheets.map((name) => ({ value: name, label: name }))}
              />
            )}
          </Grid>
          <ColumnChoice seen={seen} onChoose={(name, index) => tell({ mapping: { ...told.mapping, [name]: index } })} />
          {hasBareTerms && (
            <SelectField
              label={texts.bareTerm}
              value={told.bareTerm}
              onChange={(event) => tell({ bareTerm: event.target.value as Told['bareTerm'] })}
              choices={bareTerms.map((unit) => ({
                value: unit,
                label: unit === '' ? texts.bareTermUnsaid : office.units[unit],
              }))}
            />
          )}
          <Row as="label" align="center" gap={1} shrink={false}>
            <Checkbox
              checked={complete}
              onChange={(event) => {
                setComplete(event.target.checked);
                again({ complete: event.target.checked });
              }}
            />
            {texts.complete}
          </Row>
          <Text size="note" tone="secondary">
            {texts.unchanged(seen.unchanged, formatCount(seen.offered))}
          </Text>
          <FaultNote error={take.error} />
          <Row gap={2} align="center" wrap shrink={false}>
            <Text size="note">
              <ActionButton keys="Ctrl+Enter" label={texts.take} onAct={submit} filled disabled={isBusy} />
            </Text>
            {asking > 0 && (
              <ActionButton keys="Alt+V" label={texts.decideRows(asking)} onAct={() => setRow(nextAsking(seen, 0))} />
            )}
            {decided > 0 && <Button onClick={() => tell({ decided: {} })}>{texts.undecide(decided)}</Button>}
          </Row>
          <ListDifference seen={seen} onRow={setRow} />
          {row !== undefined && ofRow.length > 0 && (
            <DecideRow
              // What was corrected and is no better stands there as it was corrected.
              key={JSON.stringify([row, ofRow[0]?.cells])}
              row={row}
              problems={ofRow}
              busy={preview.isPending}
              onDecide={(decision) => decide(row, decision)}
              onClose={() => setRow(undefined)}
            />
          )}
        </>
      )}
    </FilePanel>
  );
}

/** The next row behind this one that a person is asked about. */
function nextAsking(seen: CatalogueListPreview | undefined, row: number): number | undefined {
  const rows = seen?.problems.filter(({ asks }) => asks).map((one) => one.row) ?? [];
  return rows.toSorted((a, b) => a - b).find((one) => one > row);
}

type ColumnChoiceProps = {
  readonly seen: CatalogueListPreview;
  readonly onChoose: (name: (typeof columnNames)[number], index: number | null) => void;
};

/** Which column of the file is what; guessed from its head, and said otherwise where the guess is wrong. */
function ColumnChoice({ seen, onChoose }: ColumnChoiceProps) {
  const texts = useTexts().catalogue.list;
  const choices = [
    { value: '', label: texts.noColumn },
    ...seen.columns.map(({ index, head, samples }) => ({
      value: String(index),
      label: texts.column(index + 1, head.slice(0, 40), (samples[0] ?? '').slice(0, 30)),
    })),
  ];
  return (
    <Grid
      columns="repeat(auto-fill, minmax(150px, 1fr))"
      gap={2}
      shrink={false}
      role="group"
      aria-label={texts.columns}
    >
      {columnNames.map((name) => (
        <SelectField
          key={name}
          label={texts.columnsOf[name] ?? name}
          value={String(seen.columns.find(({ as }) => as === name)?.index ?? '')}
          onChange={(event) => onChoose(name, event.target.value === '' ? null : Number(event.target.value))}
          choices={choices}
        />
      ))}
    </Grid>
  );
}
