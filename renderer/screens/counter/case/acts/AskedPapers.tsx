import Checkbox from '@mui/material/Checkbox';
import { useId } from 'react';
import { rem } from '../../../../look/theme.ts';
import { Block, Row, Text } from '../../../../parts/layout/primitives.ts';
import { useTexts } from '../../../../text/texts.ts';

type AskedPapersProps = {
  readonly items: readonly string[];
  readonly ticked: ReadonlySet<number>;
  /** How many lines were found open when it was to be recorded; undefined until then. */
  readonly open: number | undefined;
  readonly onToggle: (index: number) => void;
};

/** What was asked for, and nothing else: each line is ticked with its paper in the hand. */
export function AskedPapers({ items, ticked, open, onToggle }: AskedPapersProps) {
  const { caseFile } = useTexts();
  const id = useId();
  return (
    <Block role="group" aria-label={caseFile.askedItems}>
      <Text size="note" tone="secondary">
        {caseFile.askedItems}
      </Text>
      {items.map((item, index) => (
        <Row as="label" key={`${index} ${item}`} align="flex-start" gap={1} line="bottom">
          <Checkbox
            checked={ticked.has(index)}
            onChange={() => onToggle(index)}
            autoFocus={index === 0}
            sx={{ padding: rem(4) }}
            slotProps={{ input: { 'aria-describedby': `${id}-open` } }}
          />
          <Block as="span" padding={[1, 0]}>
            {item}
          </Block>
        </Row>
      ))}
      {open !== undefined && open > 0 && (
        <Text size="small" tone="late" weight={500} id={`${id}-open`} role="alert">
          {caseFile.askedOpen(open)}
        </Text>
      )}
    </Block>
  );
}
