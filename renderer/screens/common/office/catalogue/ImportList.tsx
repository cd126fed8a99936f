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
import { FilePanel, FromField } from './FilePanel.tsx';
import { ListDifference } from './ListDifference.tsx';
import { type ChosenFile, readChosen } from './chosen-file.ts';

type ImportListProps = { readonly today: string; readonly onTaken: (sentence: string) => void };
type Mapping = NonNullable<OfficeListInput['mapping']>;

const columnNames = ['code', 'name', 'field', 'term', 'fee', 'level', 'nicknames'] as const;

/** A ward's list, from its file to the catalogue: the file, which column is what, what it changes, from which day, and then taken. */
export function ImportList({ today, onTaken }: ImportListProps) {
  const { catalogue } = useTexts();
  const texts = catalogue.list;
  const [file, setFile] = useState<ChosenFile | undefined>(undefined);
  const [from, setFrom] = useState(formatDate(today));
  const [title, setTitle] = useState('');
  const [complete, setComplete] = useState(false);
  const [mapping, setMapping] = useState<Mapping>({});
  const preview = useMutation(desk.catalogue.previewList.mutationOptions());
  const take = useMutation(
    desk.catalogue.takeList.mutationOptions({
      onSuccess: ({ added, changed, ended }) => {
        void queries.invalidateQueries();
        onTaken(texts.taken(added.length, changed.length, ended.length, from));
      },
    }),
  );
  const day = parseDate(from);
  const seen = preview.data;

  function inputOf(chosen: ChosenFile, asked: Partial<OfficeListInput> = {}): OfficeListInput {
    const name = title.trim() === '' ? chosen.name : title.trim();
    return {
      format: chosen.format,
      base64: chosen.base64,
      mapping,
      from: day ?? today,
      title: name.slice(0, 200),
      complete,
      ...asked,
    };
  }

  async function choose(given: File): Promise<void> {
    const chosen = await readChosen(given);
    setFile(chosen);
    setMapping({});
    take.reset();
    preview.mutate(inputOf(chosen, { mapping: {} }));
  }

  function again(asked: Partial<OfficeListInput>): void {
    if (file !== undefined) preview.mutate(inputOf(file, asked));
  }

  function submit(): void {
    if (file !== undefined && day !== undefined && seen !== undefined && !take.isPending) take.mutate(inputOf(file));
  }

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
          <Grid columns="minmax(0, 1fr) minmax(0, 2fr)" gap={2} align="start" shrink={false}>
            <FromField label={texts.from} value={from} onText={setFrom} onDay={(read) => again({ from: read })} />
            <Field
              label={texts.name}
              value={title}
              placeholder={file.name}
              onChange={(event) => setTitle(event.target.value)}
            />
          </Grid>
          <ColumnChoice
            seen={seen}
            onChoose={(name, index) => {
              const next = { ...mapping, [name]: index };
              setMapping(next);
              again({ mapping: next });
            }}
          />
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
          <ListDifference seen={seen} />
          <FaultNote error={take.error} />
          <Text size="note">
            <ActionButton keys="Ctrl+Enter" label={texts.take} onAct={submit} filled disabled={take.isPending} />
          </Text>
        </>
      )}
    </FilePanel>
  );
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
