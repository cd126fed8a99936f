import { useMutation, useQuery } from '@tanstack/react-query';
import type { PrintJob } from '../../../../electron/contract/common/printing/paper.ts';
import { desk, queries } from '../../../desk/client.ts';
import { useKnownStatus } from '../../../desk/desk-status.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Row, Text } from '../../../parts/layout/primitives.ts';
import { useTexts } from '../../../text/texts.ts';
import { waitingPrinters } from './waiting-printers.ts';

type WaitingPrintersProps = { readonly jobs: readonly PrintJob[]; readonly onOutcome: (sentence: string) => void };

/** A printer that is away, and one key that moves all that waits for it to the spare. */
export function WaitingPrinters({ jobs, onOutcome }: WaitingPrintersProps) {
  const { printers: texts } = useTexts();
  const status = useKnownStatus(({ printer, sparePrinter }) => ({ printer, sparePrinter }));
  const listed = useQuery(desk.print.printers.queryOptions({ input: {} }));
  const all = useMutation(
    desk.print.allToSpare.mutationOptions({
      onSuccess: ({ moved, left }) => {
        const [first] = moved;
        const said = [
          first === undefined ? '' : texts.moved(moved.length, first.printer),
          left.length === 0 ? '' : texts.left(left.length),
        ];
        onOutcome(said.filter((part) => part !== '').join(' '));
        void queries.invalidateQueries({ queryKey: desk.print.key() });
      },
    }),
  );
  const [worst] = listed.data === undefined ? [] : waitingPrinters(jobs, listed.data.printers, status);
  if (worst === undefined) return <FaultNote error={all.error} />;
  const { printer, trouble, count, spare } = worst;
  return (
    <Row
      border="late"
      radius={8}
      padding={[2, 3]}
      align="center"
      justify="space-between"
      wrap
      gap={2}
      role="group"
      aria-label={texts.dead[trouble](printer, count)}
    >
      <Text tone="late" weight={600}>
        {texts.dead[trouble](printer, count)}
      </Text>
      {spare === undefined ? (
        <Text size="note" tone="secondary">
          {texts.noSpare}
        </Text>
      ) : (
        <ActionButton
          keys="Alt+7"
          label={texts.allToSpare(count, spare)}
          onAct={() => all.mutate({ printer })}
          disabled={all.isPending}
        />
      )}
      <FaultNote error={all.error} />
    </Row>
  );
}
