import { type Ref, useImperativeHandle } from 'react';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { StatusChip } from '../../../parts/controls/StatusChip.tsx';
import { OutcomeLine } from '../../../parts/controls/OutcomeLine.tsx';
import { Column, Text } from '../../../parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../../../parts/list/ChoiceList.tsx';
import { useTexts } from '../../../text/texts.ts';
import { CaseSearchBox } from '../find/CaseSearchBox.tsx';
import { useCaseSearch } from '../find/useCaseSearch.ts';

const listId = 'cash-hits';

export type CaseBoxHandle = { readonly focus: () => void };
type CaseBoxProps = { readonly onChoose: (caseId: string) => void; readonly ref: Ref<CaseBoxHandle> };

/** Whose money it is: a receipt under the scanner opens its case at once, anything typed is searched. */
export function CaseBox({ onChoose, ref }: CaseBoxProps) {
  const { cash } = useTexts();
  const search = useCaseSearch({ limit: 8, rowsOf: (hits) => hits, onChoose: choose, notHere: cash.box.notHere });
  const { text, rows: hits, current } = search;
  useImperativeHandle(ref, () => ({ focus: search.focus }));

  function choose(caseId: string): void {
    search.search('');
    onChoose(caseId);
  }

  const nothing = text !== '' && search.settled && hits.length === 0;
  return (
    <Column gap={1} shrink={false}>
      <CaseSearchBox search={search} label={cash.box.label} hint={cash.box.hint} listId={listId} size="lead" />
      <OutcomeLine tone={search.note === null ? 'plain' : 'late'}>
        {search.note ?? (nothing ? cash.box.none : '')}
      </OutcomeLine>
      <FaultNote error={search.error} />
      <ChoiceList id={listId} label={cash.box.hits} current={current} hidden={hits.length === 0}>
        {hits.map((hit, at) => (
          <Choice
            key={hit.caseId}
            id={`${listId}-${at}`}
            columns="minmax(0, 1fr) auto"
            columnGap={2}
            padding={[1.5, 2.5]}
            current={at === current}
            onCurrent={() => search.onCurrent(at)}
            onChoose={() => choose(hit.caseId)}
          >
            <Text weight={600}>
              {hit.applicantName}{' '}
              <Text as="span" weight={400} tone="secondary">
                {hit.idNumberMasked}
              </Text>
            </Text>
            <StatusChip status={hit.status} undone={hit.undone} />
            <Text lines={1} size="note" across>
              {hit.number} · {hit.procedureName}
            </Text>
          </Choice>
        ))}
      </ChoiceList>
    </Column>
  );
}
