import Button from '@mui/material/Button';
import { useState } from 'react';
import type { CatalogueListPreview } from '../../../../../electron/contract/catalogue/office-catalogue.ts';
import { useSettings } from '../../../../look/settings.ts';
import { Segmented } from '../../../../parts/controls/Segmented.tsx';
import { Block, Text } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Table } from '../Table.tsx';

type Kind = 'left' | 'doubtful' | 'added' | 'changed' | 'ended';
const kinds: readonly Kind[] = ['left', 'doubtful', 'added', 'changed', 'ended'];

/** So many rows of each are drawn at first; the rest when it is asked for. */
const most = 100;

type ListDifferenceProps = {
  readonly seen: CatalogueListPreview;
  /** A row that somebody wants to decide. */
  readonly onRow: (row: number) => void;
};

/** What a list would change, and what of it a person should look at: one kind at a time. */
export function ListDifference({ seen, onRow }: ListDifferenceProps) {
  const { catalogue } = useTexts();
  const { language } = useSettings();
  const texts = catalogue.list;
  const [asked, setAsked] = useState<Kind | undefined>(undefined);
  const [all, setAll] = useState(false);
  const counts: Readonly<Record<Kind, number>> = {
    left: seen.problems.filter(({ left }) => left).length,
    doubtful: seen.problems.filter(({ left }) => !left).length,
    added: seen.added.length,
    changed: seen.changed.length,
    ended: seen.ended.length,
  };
  const there = kinds.filter((kind) => counts[kind] > 0);
  const [first] = there;
  if (first === undefined) return null;
  const kind = asked !== undefined && there.includes(asked) ? asked : first;

  function rows() {
    switch (kind) {
      case 'added':
        return {
          columns: [texts.row, texts.code, texts.procedure, texts.columnsOf['term'] ?? ''],
          rows: seen.added.map(({ row, code, name, termText }) => [row, code, name, termText ?? texts.blank]),
        };
      case 'changed':
        return {
          columns: [texts.row, texts.code, texts.procedure, texts.what],
          rows: seen.changed.map(({ row, code, name, what }) => [
            row,
            code,
            name,
            what
              .map(
                ({ field, before, after }) =>
                  `${texts.fields[field] ?? field}: ${before === '' ? texts.blank : before} → ${after === '' ? texts.blank : after}`,
              )
              .join('; '),
          ]),
        };
      case 'ended':
        return {
          columns: [texts.code, texts.procedure],
          rows: seen.ended.map(({ code, name }) => [code, name]),
        };
      case 'left':
      case 'doubtful':
        return {
          columns: [texts.row, texts.code, texts.what, ''],
          // What is said of the whole list stands before its rows, under no number.
          rows: seen.problems
            .filter(({ left }) => left === (kind === 'left'))
            .map(({ row, code, left, cells, text, textEn }) => [
              row === 0 ? '' : row,
              code,
              <Text as="span" key={row} tone={left ? 'late' : 'ink'}>
                {language === 'vi' ? text : textEn}
              </Text>,
              cells !== null && (
                <Button
                  key="decide"
                  size="small"
                  variant="outlined"
                  aria-label={texts.rowOpenOf(row)}
                  onClick={() => onRow(row)}
                >
                  {texts.rowOpen}
                </Button>
              ),
            ]),
        };
    }
  }

  const table = rows();
  return (
    <>
      <Segmented
        label={texts.what}
        hideLabel
        value={kind}
        onChange={setAsked}
        choices={there.map((value) => ({ value, label: texts[value](counts[value]) }))}
      />
      <Block scroll minHeight={160} maxHeight={420} tabIndex={0} role="group" aria-label={texts[kind](counts[kind])}>
        <Table
          label={texts[kind](counts[kind])}
          columns={table.columns}
          rows={table.rows.slice(0, all ? undefined : most).map((cells, index) => ({ key: `${kind} ${index}`, cells }))}
        />
        {table.rows.length > most && !all && (
          <Button onClick={() => setAll(true)}>{texts.rest(table.rows.length - most)}</Button>
        )}
      </Block>
    </>
  );
}
