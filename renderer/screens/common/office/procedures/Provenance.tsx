import type { SetBy } from '../../../../../electron/contract/base/values.ts';
import { Chip } from '../../../../parts/controls/Chip.tsx';
import { Block, Row, Text } from '../../../../parts/layout/primitives.ts';
import { formatDateTime } from '../../../../text/format.ts';
import { useTexts } from '../../../../text/texts.ts';

type ProvenanceProps = {
  readonly set: SetBy | null;
  readonly verified: boolean;
  /** What it is while nobody of the office set it. */
  readonly otherwise: string;
  readonly note: string;
};

/** Where a list comes from: set by whom, when and why, or supplied and not verified. */
export function Provenance({ set, verified, otherwise, note }: ProvenanceProps) {
  const { office } = useTexts();
  const texts = office.procedure;
  return (
    <Row size="note" gap={2} align="baseline">
      <Block shrink={false}>
        {set !== null ? (
          <Chip tone="good">{texts.ofOffice}</Chip>
        ) : (
          <Chip tone={verified ? 'plain' : 'soon'}>{verified ? otherwise : `! ${texts.unverified(otherwise)}`}</Chip>
        )}
      </Block>
      <Text tone="secondary" minWidth={0}>
        {set === null ? note : texts.setBy(set.by, formatDateTime(set.at), set.reason)}
      </Text>
    </Row>
  );
}
