import { useEffect } from 'react';
import { rem } from '../../look/theme.ts';
import { useTexts } from '../../text/texts.ts';
import { Row, Surface, Text } from '../../parts/layout/primitives.ts';

type PickerListProps = {
  readonly id: string;
  readonly open: boolean;
  readonly hits: readonly { readonly code: string; readonly name: string; readonly field: string }[];
  readonly active: number;
  readonly text: string;
  /** The answer is the one to what stands in the box now. */
  readonly settled: boolean;
  readonly onActive: (index: number) => void;
  readonly onChoose: (code: string) => void;
};

/** What the box found, below it. The mouse may choose too, without taking the cursor out of the box. */
export function PickerList({ id, open, hits, active, text, settled, onActive, onChoose }: PickerListProps) {
  const { reception } = useTexts();
  const texts = reception.what;
  useEffect(() => {
    if (open) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active, open]);
  const nothing = open && settled && hits.length === 0;
  return (
    <>
      <Surface
        as="ul"
        maxHeight={380}
        scroll
        margin={0}
        padding={1}
        ground="panel"
        border="control"
        css={{
          position: 'absolute',
          zIndex: 5,
          top: rem(44),
          left: 0,
          right: 0,
          listStyle: 'none',
          boxShadow: '0 8px 24px rgb(0 0 0 / 16%)',
        }}
        id={id}
        role="listbox"
        aria-label={texts.title}
        hidden={!open || hits.length === 0}
      >
        {hits.map((hit, index) => (
          <Row
            as="li"
            gap={3}
            padding={[1.75, 2]}
            radius={6}
            ground={index === active ? 'brand' : undefined}
            css={{
              cursor: 'pointer',
              borderLeft: '3px solid',
              borderColor: index === active ? 'var(--brand)' : 'transparent',
            }}
            key={hit.code}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseEnter={() => onActive(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(hit.code)}
          >
            <Text lines={2} grow minWidth={0} weight={500}>
              {hit.name}
            </Text>
            <Text tone="secondary" size="small" textAlign="right" shrink={false} maxWidth={150}>
              {hit.code}
              <br />
              {hit.field}
            </Text>
          </Row>
        ))}
      </Surface>
      <Text size="note" tone="secondary" role="status">
        {nothing ? texts.nothing(text) : <Text heard>{open && settled ? texts.count(hits.length) : ''}</Text>}
      </Text>
    </>
  );
}
