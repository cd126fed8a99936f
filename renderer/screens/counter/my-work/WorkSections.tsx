import { rem } from '../../../look/theme.ts';
import { narrowerThan } from '../../../look/tokens.ts';
import { Chip } from '../../../parts/controls/Chip.tsx';
import { StatusChip } from '../../../parts/controls/StatusChip.tsx';
import { KeyCap } from '../../../parts/keys/KeyCap.tsx';
import { Row, Text } from '../../../parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../../../parts/list/ChoiceList.tsx';
import { CounterMark } from '../../../parts/list/CounterMark.tsx';
import { useTexts } from '../../../text/texts.ts';
import { limitWords } from './row-words.ts';
import type { Section, WorkItem } from './work-sections.ts';
import { isComposing } from '../../../parts/keys/shortcuts.ts';
import type { Marks } from './bulk/marks.ts';
import { ListHead } from '../../../parts/list/ListHead.tsx';

export const workListId = 'work-list';

export function sectionId(name: string): string {
  return `${workListId}-${name}`;
}

type WorkSectionsProps = {
  readonly sections: readonly Section[];
  readonly items: readonly WorkItem[];
  readonly current: number;
  readonly now: string;
  readonly marks: Marks;
  readonly onMark: (index: number) => void;
  readonly onCurrent: (index: number) => void;
  readonly onOpen: (item: WorkItem) => void;
};

/** Every section under its name, with its cases or with what would stand there. The list holds the focus; its rows do not. */
export function WorkSections(props: WorkSectionsProps) {
  const { sections, items, current, now, marks, onMark, onCurrent, onOpen } = props;
  const { myWork } = useTexts();
  const indexOf = new Map(items.map((item, index) => [item.key, index]));
  return (
    <ChoiceList
      id={workListId}
      label={myWork.list}
      current={current}
      holdsFocus
      many
      grow
      onKeyDown={(event) => {
        if (event.key !== ' ' || event.ctrlKey || event.altKey || isComposing(event.nativeEvent)) return;
        event.preventDefault();
        onMark(current);
      }}
    >
      {sections.map(({ name, count, groups }) => (
        <div key={name} id={sectionId(name)} role="group" aria-label={myWork.sections[name]}>
          <Row
            ground="panel"
            line="bottom"
            padding={[2, 2.5, 1, 2.5]}
            gap={2}
            align="baseline"
            weight={600}
            size="note"
            css={{ position: 'sticky', top: 0, zIndex: 1 }}
            role="presentation"
          >
            {myWork.sections[name]}
            <Text as="span" tone="secondary" weight={500}>
              {myWork.count(count.value, count.more)}
            </Text>
          </Row>
          {count.value === 0 && (
            <Text padding={[1.5, 3.25]} tone="secondary" size="note" role="presentation">
              {myWork.empty[name]}
            </Text>
          )}
          {groups.map(({ group, count: inGroup, items: lines }) => (
            <div key={group} role="presentation">
              {lines.length > 0 && myWork.hours[group] !== undefined && (
                <GroupNote text={`${myWork.hours[group]} · ${myWork.count(inGroup.value, inGroup.more)}`} />
              )}
              {lines.map((item) => {
                const index = indexOf.get(item.key) ?? 0;
                return (
                  <WorkLine
                    key={item.key}
                    id={`${workListId}-${index}`}
                    item={item}
                    now={now}
                    current={index === current}
                    marked={marks.size === 0 ? undefined : marks.has(item.row.caseId)}
                    onCurrent={() => onCurrent(index)}
                    onOpen={() => onOpen(item)}
                  />
                );
              })}
              {lines.length < inGroup.value && <GroupNote text={myWork.first(lines.length)} keys="X" />}
            </div>
          ))}
        </div>
      ))}
    </ChoiceList>
  );
}

function GroupNote({ text, keys }: { readonly text: string; readonly keys?: string }) {
  return (
    <Text padding={[1, 3.25]} size="small" tone="secondary" role="presentation">
      {text} {keys !== undefined && <KeyCap keys={keys} />}
    </Text>
  );
}

/** What the columns are, for the eye; a screen reader hears each row as it stands. */
export function WorkHeading() {
  const { columns } = useTexts().myWork;
  return (
    <ListHead
      columns={workColumns}
      names={[columns.number, columns.name, columns.procedure, columns.status, columns.holder, columns.due]}
      css={{ [narrow]: { display: 'none' } }}
    />
  );
}

const narrow = narrowerThan('rows');

const workColumns = {
  columns: `${rem(200)} minmax(${rem(150)}, 1.1fr) minmax(0, 1.7fr) ${rem(150)} minmax(${rem(90)}, 0.8fr) ${rem(262)}`,
  columnGap: 3,
  align: 'center',
  padding: [1.25, 2.5],
} as const;

const tones = { plain: 'secondary', soon: 'soon', late: 'late' } as const;

type WorkLineProps = {
  readonly id: string;
  readonly item: WorkItem;
  readonly now: string;
  readonly current: boolean;
  /** Undefined where nothing is marked: then the row in front is the chosen one. */
  readonly marked: boolean | undefined;
  readonly onCurrent: () => void;
  readonly onOpen: () => void;
};

/** One case to do something about, on one line: who, what, where it stands, with whom, until when. */
function WorkLine({ id, item, now, current, marked, onCurrent, onOpen }: WorkLineProps) {
  const texts = useTexts();
  const { row, group } = item;
  const what = row.place === null ? row.procedureName : `${row.place} · ${row.procedureName}`;
  const limit = limitWords(group, row, now, texts);
  return (
    <Choice
      {...workColumns}
      css={{
        minHeight: rem(32),
        // The heading of the section stands over the rows.
        scrollMarginTop: rem(34),
        [narrow]: { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1fr)' },
      }}
      id={id}
      current={current}
      {...(marked === undefined ? {} : { ticked: marked })}
      onCurrent={onCurrent}
      onChoose={onOpen}
    >
      <div>
        <Text lines={1} weight={500}>
          {marked === true && (
            <Text as="span" tone="brand" weight={700} aria-hidden>
              ✓{' '}
            </Text>
          )}
          {row.number}
        </Text>
        <CounterMark counter={row.counter} />
      </div>
      <Text lines={1} weight={600} title={row.applicantName}>
        {row.applicantName}
      </Text>
      <Text lines={1} title={what}>
        {what}
      </Text>
      <div>
        <StatusChip status={row.status} />
      </div>
      <Text lines={1} tone={row.held ? 'ink' : 'secondary'} size="note">
        {row.held ? texts.myWork.you : (row.holderName ?? (row.readyAt === null ? texts.myWork.nobody : ''))}
      </Text>
      <Row columnGap={2} align="center" wrap size="note">
        {limit.at !== '' && <span>{limit.at}</span>}
        {row.apologyDue ? (
          <Chip tone="late">! {texts.myWork.apologyDue}</Chip>
        ) : (
          <Text as="span" weight={limit.tone === 'plain' ? 400 : 600} tone={tones[limit.tone]}>
            {limit.words}
          </Text>
        )}
      </Row>
    </Choice>
  );
}
