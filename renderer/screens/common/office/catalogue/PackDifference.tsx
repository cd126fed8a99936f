import { useState } from 'react';
import type { PackKind, PackPreview } from '../../../../../electron/contract/catalogue/data-pack.ts';
import { useSettings } from '../../../../look/settings.ts';
import { Segmented } from '../../../../parts/controls/Segmented.tsx';
import { Block, Text } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';
import { Table } from '../Table.tsx';

/** So many rows of a kind are drawn; the rest is counted. */
const most = 100;

/** What a pack would change, one kind at a time: what holds, and what would. */
export function PackDifference({ seen }: { readonly seen: PackPreview }) {
  const { dataPacks: texts } = useTexts();
  const { language } = useSettings();
  const [asked, setAsked] = useState<PackKind | 'problems' | undefined>(undefined);
  const kinds = seen.kinds.filter(({ kind }) => seen.rows.some((row) => row.kind === kind)).map(({ kind }) => kind);
  const there = [...(seen.problems.length === 0 ? [] : (['problems'] as const)), ...kinds];
  const [first] = there;
  if (first === undefined) return <Text tone="secondary">{texts.nothing}</Text>;
  const shown = asked !== undefined && there.includes(asked) ? asked : first;
  const labelOf = (kind: PackKind | 'problems') =>
    kind === 'problems'
      ? texts.problems(seen.problems.length)
      : texts.kindOf(texts.kinds[kind], seen.kinds.find((one) => one.kind === kind)?.changed ?? 0);
  const told = (value: string) => (value === '' ? texts.blank : (texts.values[value] ?? value));
  const rows =
    shown === 'problems'
      ? seen.problems.map(({ kind, key, left, text, textEn }) => [
          texts.kinds[kind],
          texts.fields[key] ?? key,
          <Text as="span" key={key} tone={left ? 'late' : 'ink'}>
            {language === 'vi' ? text : textEn}
          </Text>,
        ])
      : seen.rows
          .filter(({ kind }) => kind === shown)
          .map(({ key, name, act, field, before, after }) => [
            [texts.fields[key] === undefined ? key : '', name].filter((one) => one !== '').join(' · '),
            `${texts.fields[field] ?? field} (${texts.act[act]})`,
            told(before),
            told(after),
          ]);
  return (
    <>
      <Segmented
        label={texts.title}
        hideLabel
        value={shown}
        onChange={setAsked}
        choices={there.map((value) => ({ value, label: labelOf(value) }))}
      />
      <Block scroll minHeight={150} maxHeight={400} tabIndex={0} role="group" aria-label={labelOf(shown)}>
        <Table
          label={labelOf(shown)}
          columns={shown === 'problems' ? texts.problemColumns : texts.columns}
          rows={rows.slice(0, most).map((cells, index) => ({ key: `${shown} ${index}`, cells }))}
        />
        {rows.length > most && (
          <Text size="small" tone="secondary" padding={[2, 2]}>
            {texts.rest(rows.length - most)}
          </Text>
        )}
      </Block>
    </>
  );
}
