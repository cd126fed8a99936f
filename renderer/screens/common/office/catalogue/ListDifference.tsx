import { useState } from 'react';
import type { CatalogueListPreview } from '../../../../../electron/contract/catalogue/office-catalogue.ts';
import { useSettings } from '../../../../look/settings.ts';
import { Segmented } from '../../../../parts/controls/Segmented.tsx';
import { Block, Text } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Table } from '../Table.tsx';

type Kind = 'added' | 'changed' | 'ended' | 'problems';
const kinds: readonly Kind[] = ['problems', 'added', 'changed', 'ended'];

/** So many rows of each are drawn; the rest is counted. */
const most = 100;

/** What a list would change, and what of it a person should look at: one kind at a time. */
export function ListDifference({ seen }: { readonly seen: CatalogueListPreview }) {
  const { catalogue } = useTexts();
  const { language } = useSettings();
  const texts = catalogue.list;
  const [asked, setAsked] = useState<Kind | undefined>(undefined);
  const there = kinds.filter((kind) => seen[kind].length > 0);
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
      case 'problems':
        return {
          columns: [texts.row, texts.code, texts.what],
          // What is said of the whole list stands before its rows, under no number.
          rows: seen.problems.map(({ row, code, left, text, textEn }) => [
            row === 0 ? '' : row,
            code,
            <Text as="span" key={row} tone={left ? 'late' : 'ink'}>
              {language === 'vi' ? text : textEn}
            </Text>,
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
        choices={there.map((value) => ({ value, label: texts[value](seen[value].length) }))}
      />
      <Block
        scroll
        minHeight={160}
        maxHeight={420}
        tabIndex={0}
        role="group"
        aria-label={texts[kind](seen[kind].length)}
      >
        <Table
          label={texts[kind](seen[kind].length)}
          columns={table.columns}
          rows={table.rows.slice(0, most).map((cells, index) => ({ key: `${kind} ${index}`, cells }))}
        />
        {table.rows.length > most && (
          <Text size="small" tone="secondary" padding={[2, 2]}>
            {texts.rest(table.rows.length - most)}
          </Text>
        )}
      </Block>
    </>
  );
}
