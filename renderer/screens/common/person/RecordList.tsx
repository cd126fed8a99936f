import { type ReactNode, useEffect, useRef } from 'react';
import type { PersonRecord } from '../../../../electron/contract/common/person/person.ts';
import { type Place, usePlace } from '../../../desk/places.ts';
import { rem } from '../../../look/theme.ts';
import { narrowerThan } from '../../../look/tokens.ts';
import { StatusChip } from '../../../parts/controls/StatusChip.tsx';
import { useShortcuts } from '../../../parts/keys/shortcuts.ts';
import { Row, Text } from '../../../parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../../../parts/list/ChoiceList.tsx';
import { useListCursor } from '../../../parts/list/cursor.ts';
import { formatDate } from '../../../text/format.ts';
import { useTexts } from '../../../text/texts.ts';

const listId = 'person-files';
const columns = `${rem(196)} minmax(0, 1fr) ${rem(150)}`;

type Item = {
  readonly key: string;
  readonly number: string;
  readonly when: string;
  readonly what: string;
  readonly note: string;
  readonly chip: ReactNode;
  readonly opens: Place;
};
type Group = { readonly title: string; readonly items: readonly Item[] };

/** All that a person had to do with here, by role; arrows move, Enter opens. */
export function RecordList({ record }: { readonly record: PersonRecord }) {
  const { person: texts, find } = useTexts();
  const { go } = usePlace();
  const list = useRef<HTMLDivElement>(null);
  const groups = useGroups(record).filter(({ items }) => items.length > 0);
  const all = groups.flatMap(({ items }) => items);
  const cursor = useListCursor(all.length, { page: 8, acts: { Enter: () => open(all[cursor.current]) } });
  useEffect(() => list.current?.focus(), [record]);
  useShortcuts([
    { keys: 'ArrowDown', label: find.move, run: () => undefined, helpOnly: true },
    { keys: 'Enter', label: find.open, run: () => undefined, helpOnly: true },
  ]);

  function open(item: Item | undefined): void {
    if (item !== undefined) go(item.opens);
  }

  return (
    <ChoiceList
      id={listId}
      label={texts.files}
      current={cursor.current}
      holdsFocus
      grow
      ref={list}
      onKeyDown={cursor.onKeyDown}
    >
      {groups.map(({ title, items }) => (
        <div role="group" aria-label={title} key={title}>
          <Row gap={2} align="baseline" padding={[2, 2, 1, 2]} aria-hidden>
            <Text weight={600}>{title}</Text>
            <Text size="small" tone="secondary">
              {items.length}
            </Text>
          </Row>
          {items.map((item) => {
            const index = all.indexOf(item);
            return (
              <Choice
                key={item.key}
                id={`${listId}-${index}`}
                current={index === cursor.current}
                onChoose={() => cursor.setRow(index)}
                onOpen={() => open(item)}
                columns={columns}
                columnGap={3}
                align="start"
                padding={[1.5, 2]}
                css={{
                  // Beside the person there is no room for three: what it was stands below the number and its state.
                  [narrowerThan('rows')]: {
                    gridTemplateColumns: 'minmax(0, 1fr) auto',
                    '& > :nth-child(2)': { gridColumn: '1 / -1', gridRow: 2 },
                  },
                }}
              >
                <div>
                  <Text weight={500}>{item.number}</Text>
                  <Text size="small" tone="secondary">
                    {item.when}
                  </Text>
                </div>
                <div>
                  <Text lines={2}>{item.what}</Text>
                  {item.note !== '' && (
                    <Text size="small" tone="secondary">
                      {item.note}
                    </Text>
                  )}
                </div>
                <div>{item.chip}</div>
              </Choice>
            );
          })}
        </div>
      ))}
    </ChoiceList>
  );
}

const roles = ['applicant', 'submitter', 'company', 'receiver'] as const;

function useGroups({ files, certifications, petitions }: PersonRecord): readonly Group[] {
  const { person: texts, petition } = useTexts();
  const byRole = roles.map((role) => ({
    title: texts.roles[role],
    items: files
      .filter((file) => file.role === role)
      .map((file): Item => {
        const notes = [
          file.applicantName === null ? '' : texts.of(file.applicantName),
          file.dueAt === null || file.undone === true ? '' : texts.due(formatDate(file.dueAt)),
        ];
        return {
          key: `${role} ${file.caseId}`,
          number: file.number,
          when: formatDate(file.acceptedAt),
          what: file.procedureName,
          note: notes.filter((note) => note !== '').join(' · '),
          chip: <StatusChip status={file.status} undone={file.undone} />,
          opens: { screen: 'case', caseId: file.caseId },
        };
      }),
  }));
  const certified = certifications.map(({ caseId, number, paper, pages, copies, at, undone }): Item => ({
    key: `certified ${number} ${caseId}`,
    number,
    when: formatDate(at),
    what: paper,
    note: texts.certified(pages, copies),
    chip: undone === true ? <StatusChip status="withdrawn" undone /> : null,
    opens: { screen: 'case', caseId },
  }));
  const sent = petitions.map(({ petitionId, number, field, status, arrivedAt }): Item => ({
    key: petitionId,
    number,
    when: formatDate(arrivedAt),
    what: field,
    note: '',
    chip: <Text size="small">{petition.status[status as keyof typeof petition.status]}</Text>,
    opens: { screen: 'petition', number },
  }));
  return [...byRole, { title: texts.certifications, items: certified }, { title: texts.petitions, items: sent }];
}
