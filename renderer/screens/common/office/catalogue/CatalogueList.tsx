import Checkbox from '@mui/material/Checkbox';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import type { CatalogueRow } from '../../../../../electron/contract/catalogue/office-catalogue.ts';
import { desk, goodForMs, queries } from '../../../../desk/client.ts';
import { FaultNote } from '../../../../parts/controls/FaultNote.tsx';
import { Field } from '../../../../parts/controls/Field.tsx';
import { OutcomeLine } from '../../../../parts/controls/OutcomeLine.tsx';
import { isComposing } from '../../../../parts/keys/shortcuts.ts';
import { Panel } from '../../../../parts/layout/Panel.tsx';
import { Row, Text } from '../../../../parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../../../../parts/list/ChoiceList.tsx';
import { EmptyState } from '../../../../parts/list/EmptyState.tsx';
import { stepOf, within } from '../../../../parts/list/cursor.ts';
import { formatCount } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';

type CatalogueListProps = {
  readonly outcome: string;
  readonly chosen: string | undefined;
  readonly onChoose: (code: string) => void;
  readonly acts: ReactNode;
};

/** So many rows are drawn; the rest is found by typing. */
const most = 80;

/** All procedures of the office: what waits to be completed first, then by code; typed words find as they do at reception. */
export function CatalogueList({ outcome, chosen, onChoose, acts }: CatalogueListProps) {
  const { catalogue } = useTexts();
  const id = useId();
  const [text, setText] = useState('');
  const [all, setAll] = useState(false);
  const [current, setCurrent] = useState(0);
  const asking = desk.catalogue.list.queryOptions({ input: { text, all }, staleTime: goodForMs });
  const { data, error } = useQuery({ ...asking, placeholderData: (before) => before });
  const rows = data?.procedures ?? [];
  const shown = rows.slice(0, most);
  const at = within(shown.length, current);

  function onKeyDown(event: KeyboardEvent): void {
    const step = stepOf(event);
    if (step !== undefined) {
      event.preventDefault();
      setCurrent(within(shown.length, at + step));
      return;
    }
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    void chooseCurrent();
  }

  /** Enter may come before the answer to the last letter: it waits for that answer, never takes an older one. */
  async function chooseCurrent(): Promise<void> {
    const answer = await queries.fetchQuery(asking).catch(() => undefined);
    const found = answer?.procedures.slice(0, most) ?? [];
    const code = found[within(found.length, current)]?.code;
    if (code !== undefined) onChoose(code);
  }

  return (
    <Panel title={catalogue.title(formatCount(data?.offered ?? 0))} scroll={false} gap={2} full>
      {acts}
      <OutcomeLine tone={outcome === '' && (data?.toComplete ?? 0) > 0 ? 'late' : 'good'}>
        {outcome === '' && (data?.toComplete ?? 0) > 0 ? catalogue.toComplete(data?.toComplete ?? 0) : outcome}
      </OutcomeLine>
      <FaultNote error={error} />
      <Field
        label={catalogue.find}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setCurrent(0);
        }}
        onKeyDown={onKeyDown}
        inputProps={{
          role: 'combobox',
          'aria-expanded': true,
          'aria-controls': id,
          'aria-activedescendant': shown.length === 0 ? undefined : `${id}-${at}`,
        }}
      />
      <Row as="label" align="center" gap={1} size="note">
        <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)} />
        {catalogue.all}
      </Row>
      {data !== undefined && rows.length === 0 && <EmptyState title={catalogue.none} />}
      <ChoiceList id={id} label={catalogue.find} current={at} grow>
        {shown.map((row, index) => (
          <Choice
            key={row.code}
            id={`${id}-${index}`}
            columns="minmax(0, 1fr) auto"
            columnGap={3}
            padding={[1.5, 2]}
            current={index === at}
            chosen={row.code === chosen}
            onCurrent={() => setCurrent(index)}
            onChoose={() => onChoose(row.code)}
          >
            <div>
              <Text lines={2} weight={500} title={row.name}>
                {row.name}
              </Text>
              <Text size="small" tone={row.toComplete ? 'late' : 'secondary'}>
                {factsOf(row, catalogue).join(' · ')}
              </Text>
            </div>
            <Text tone="secondary" size="small" textAlign="right" maxWidth={140}>
              {row.code}
              <br />
              {row.field}
            </Text>
          </Choice>
        ))}
      </ChoiceList>
      {rows.length > most && (
        <Text size="small" tone="secondary">
          {catalogue.more(formatCount(rows.length - most))}
        </Text>
      )}
    </Panel>
  );
}

function factsOf(row: CatalogueRow, texts: ReturnType<typeof useTexts>['catalogue']): string[] {
  const term = row.termText === null ? texts.noTerm : `${row.termText}${row.termVerified ? '' : ` (${texts.unread})`}`;
  return [
    ...(row.toComplete ? [texts.waits] : []),
    ...(row.offered ? [] : [texts.notOffered]),
    term,
    texts.origins[row.origin],
    ...(row.nicknames.length === 0 ? [] : [`«${row.nicknames.join('», «')}»`]),
  ];
}
