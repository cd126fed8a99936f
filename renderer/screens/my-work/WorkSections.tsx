import Box from '@mui/material/Box';
import { rem } from '../../look/theme.ts';
import { KeyCap } from '../../parts/keys/KeyCap.tsx';
import { useInSight } from '../../parts/list/in-sight.ts';
import { useTexts } from '../../text/texts.ts';
import { WorkLine, workColumns } from './WorkLine.tsx';
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
