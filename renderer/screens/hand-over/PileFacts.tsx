import type { Pile } from '../../../electron/contract/routing/hand-over.ts';
import { Chip } from '../../parts/controls/Chip.tsx';
import { formatDateTime } from '../../text/format.ts';
import { useTexts } from '../../text/texts.ts';
import { Row, Text } from '../../parts/layout/primitives.ts';

export function pileKey({ to }: Pile): string {
  return `${to.kind} ${to.name}`;
}

/** What waits for one receiver: where it goes, how much it is, and its nearest clock. */
export function PileFacts({ pile }: { readonly pile: Pile }) {
  const { handOver } = useTexts();
  return (
    <>
      <Text size="small" tone="secondary">
        {handOver.kinds[pile.to.kind]}
      </Text>
      <Text weight={600}>{pile.to.name}</Text>
      <Row gap={1} wrap align="center" marginTop={0.5}>
        <Chip tone="plain">{handOver.count(pile.cases.length)}</Chip>
        {pile.late > 0 && <Chip tone="late">{handOver.lateCount(pile.late)}</Chip>}
        {pile.by !== null && (
          <Text as="span" size="small">
            {handOver.by(formatDateTime(pile.by))}
          </Text>
        )}
      </Row>
    </>
  );
}
