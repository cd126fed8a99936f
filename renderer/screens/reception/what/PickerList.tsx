import { rem } from '../../../look/theme.ts';
import { useTexts } from '../../../text/texts.ts';
import { Column, Text } from '../../../parts/layout/primitives.ts';
import { Choice, ChoiceList } from '../../../parts/list/ChoiceList.tsx';

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
  const nothing = open && settled && hits.length === 0;
  return (
    <>
      <Column
        maxHeight={380}
        padding={1}
        radius={8}
        ground="panel"
        border="control"
        css={{
          position: 'absolute',
          zIndex: 5,
          top: rem(44),
          left: 0,
          right: 0,
          boxShadow: '0 8px 24px rgb(0 0 0 / 16%)',
          ...((!open || hits.length === 0) && { display: 'none' }),
        }}
      >
        <ChoiceList id={id} label={texts.title} current={active}>
          {hits.map((hit, index) => (
            <Choice
              key={hit.code}
              id={`${id}-${index}`}
              columns="minmax(0, 1fr) auto"
              columnGap={3}
              padding={[1.75, 2]}
              current={index === active}
              onCurrent={() => onActive(index)}
              onChoose={() => onChoose(hit.code)}
            >
              <Text lines={2} weight={500}>
                {hit.name}
              </Text>
              <Text tone="secondary" size="small" textAlign="right" maxWidth={150}>
                {hit.code}
                <br />
                {hit.field}
              </Text>
            </Choice>
          ))}
        </ChoiceList>
      </Column>
      <Text size="note" tone="secondary" role="status">
        {nothing ? texts.nothing(text) : <Text heard>{open && settled ? texts.count(hits.length) : ''}</Text>}
      </Text>
    </>
  );
}
