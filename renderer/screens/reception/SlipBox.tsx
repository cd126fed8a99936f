import { Chip } from '../../parts/controls/Chip.tsx';
import { PrintChip, usePrintJob } from '../../parts/paper/PrintChip.tsx';
import { useTexts } from '../../text/texts.ts';
import type { MadeSlip } from './useDeskSlip.ts';
import { Row, Text } from '../../parts/layout/primitives.ts';

/** What was done instead of receiving, and what became of its slip. */
export function SlipBox({ slip }: { readonly slip: MadeSlip }) {
  const { intake, reception } = useTexts();
  const job = usePrintJob(slip.printJobId);
  return (
    <Row
      as="section"
      border="brand"
      radius={10}
      ground="brand"
      padding={3}
      gap={2}
      align="center"
      wrap
      aria-label={intake.acts[slip.act]}
    >
      <Text size="note" weight={600} tone="brand" grow>
        <span aria-hidden>✓ </span>
        {intake.acts[slip.act]}
      </Text>
      {slip.printJobId === null ? <Chip tone="late">{reception.accepted.print.none}</Chip> : <PrintChip job={job} />}
    </Row>
  );
}
