import Box from '@mui/material/Box';
import { rem } from '../../look/theme.ts';
import { Chip } from '../../parts/controls/Chip.tsx';
import { StatusChip } from '../../parts/controls/StatusChip.tsx';
import { KeyCap } from '../../parts/keys/KeyCap.tsx';
import { useInSight } from '../../parts/list/in-sight.ts';
import { useTexts } from '../../text/texts.ts';
import { limitWords } from './row-words.ts';
import type { Section, WorkItem } from './work-sections.ts';

export const workListId = 'work-list';

export function sectionId(name: string): string {
  return `${workListId}-${name}`;
}

type WorkSectionsProps = {
  readonly sections: readonly Section[];
  readonly items: readonly WorkItem[];
  readonly current: number;
  readonly now: string;
  readonly onCurrent: (index: number) => void;
  readonly onOpen: (item: WorkItem) => void;
};

/** Every section under its name, with its cases or with what would stand there. The list holds the focus; its rows do not. */
export function WorkSections({ sections, items, current, now, onCurrent, onOpen }: WorkSectionsProps) {
  const { myWork } = useTexts();
  useInSight(`${workListId}-${current}`);
  const indexOf = new Map(items.map((item, index) => [item.key, index]));
  return (
    <Box
      id={workListId}
      role="listbox"
      aria-label={myWork.list}
      aria-activedescendant={items.length === 0 ? undefined : `${workListId}-${current}`}
      tabIndex={0}
      sx={{
        overflow: 'auto',
        minHeight: 0,
        flexGrow: 1,
        scrollPaddingTop: rem(34),
        // The row in front shows the focus: the list itself is larger than what is seen of it.
        '&:focus-visible': { outline: 'none' },
        '&:focus-visible [aria-selected="true"]': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
      }}
    >
      {sections.map(({ name, count, groups }) => (
        <Box key={name} id={sectionId(name)} role="group" aria-label={myWork.sections[name]}>
          <Box
            role="presentation"
            sx={{
              position: 'sticky',
              top: 0,
              zIndex: 1,
              bgcolor: 'background.paper',
              borderBottom: '1px solid var(--hairline)',
              padding: `${rem(8)} ${rem(10)} ${rem(4)}`,
              display: 'flex',
              gap: rem(8),
              alignItems: 'baseline',
              fontWeight: 600,
              fontSize: rem(13),
            }}
          >
            {myWork.sections[name]}
            <Box component="span" sx={{ color: 'text.secondary', fontWeight: 500 }}>
              {myWork.count(count.value, count.more)}
            </Box>
          </Box>
          {count.value === 0 && (
            <Box
              role="presentation"
              sx={{ padding: `${rem(6)} ${rem(13)}`, color: 'text.secondary', fontSize: rem(13) }}
            >
              {myWork.empty[name]}
            </Box>
          )}
          {groups.map(({ group, count: inGroup, items: lines }) => (
            <Box key={group} role="presentation">
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
                    onCurrent={() => onCurrent(index)}
                    onOpen={() => onOpen(item)}
                  />
                );
              })}
              {lines.length < inGroup.value && <GroupNote text={myWork.first(lines.length)} keys="X" />}
            </Box>
          ))}
        </Box>
      ))}
    </Box>
  );
}

function GroupNote({ text, keys }: { readonly text: string; readonly keys?: string }) {
  return (
    <Box role="presentation" sx={{ padding: `${rem(4)} ${rem(13)}`, fontSize: rem(12), color: 'text.secondary' }}>
      {text} {keys !== undefined && <KeyCap keys={keys} />}
    </Box>
  );
}

/** What the columns are, for the eye; a screen reader hears each row as it stands. */
export function WorkHeading() {
  const { columns } = useTexts().myWork;
  return (
    <Box
      aria-hidden
      sx={{
        ...workColumns,
        fontSize: rem(12),
        fontWeight: 600,
        color: 'text.secondary',
        borderBottom: '1px solid var(--hairline)',
        borderLeft: '3px solid transparent',
        flexShrink: 0,
        '@container screen (max-width: 66rem)': { display: 'none' },
      }}
    >
      {[columns.number, columns.name, columns.procedure, columns.status, columns.holder, columns.due].map((name) => (
        <span key={name}>{name}</span>
      ))}
    </Box>
  );
}

const narrow = '@container screen (max-width: 66rem)';

const workColumns = {
  display: 'grid',
  gridTemplateColumns: `${rem(200)} minmax(${rem(150)}, 1.1fr) minmax(0, 1.7fr) ${rem(150)} minmax(${rem(90)}, 0.8fr) ${rem(262)}`,
  columnGap: rem(12),
  alignItems: 'center',
  padding: `${rem(5)} ${rem(10)}`,
  [narrow]: { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1fr)' },
} as const;

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
const colours = { plain: 'var(--secondary)', soon: 'var(--soon)', late: 'var(--late)' } as const;

type WorkLineProps = {
  readonly id: string;
  readonly item: WorkItem;
  readonly now: string;
  readonly current: boolean;
  readonly onCurrent: () => void;
  readonly onOpen: () => void;
};

/** One case to do something about, on one line: who, what, where it stands, with whom, until when. */
function WorkLine({ id, item, now, current, onCurrent, onOpen }: WorkLineProps) {
  const texts = useTexts();
  const { row, group } = item;
  const what = row.place === null ? row.procedureName : `${row.place} · ${row.procedureName}`;
  const limit = limitWords(group, row, now, texts);
  return (
    <Box
      id={id}
      role="option"
      aria-selected={current}
      onMouseMove={onCurrent}
      onClick={onOpen}
      sx={{
        ...workColumns,
        minHeight: rem(32),
        cursor: 'pointer',
        borderBottom: '1px solid var(--hairline)',
        borderLeft: '3px solid',
        borderLeftColor: current ? 'var(--brand)' : 'transparent',
        bgcolor: current ? 'var(--brand-soft)' : 'transparent',
      }}
    >
      <Box sx={{ fontWeight: 500, ...oneLine }}>{row.number}</Box>
      <Box sx={{ fontWeight: 600, ...oneLine }} title={row.applicantName}>
        {row.applicantName}
      </Box>
      <Box sx={oneLine} title={what}>
        {what}
      </Box>
      <Box>
        <StatusChip status={row.status} />
      </Box>
      <Box sx={{ color: row.held ? 'text.primary' : 'text.secondary', fontSize: rem(13), ...oneLine }}>
        {row.held ? texts.myWork.you : (row.holderName ?? (row.readyAt === null ? texts.myWork.nobody : ''))}
      </Box>
      <Box sx={{ display: 'flex', columnGap: rem(8), alignItems: 'center', flexWrap: 'wrap', fontSize: rem(13) }}>
        {limit.at !== '' && <span>{limit.at}</span>}
        {row.apologyDue ? (
          <Chip tone="late">! {texts.myWork.apologyDue}</Chip>
        ) : (
          <Box component="span" sx={{ color: colours[limit.tone], fontWeight: limit.tone === 'plain' ? 400 : 600 }}>
            {limit.words}
          </Box>
        )}
      </Box>
    </Box>
  );
}
