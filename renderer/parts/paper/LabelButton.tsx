import { useMutation } from '@tanstack/react-query';
import { desk } from '../../desk/client.ts';
import { useTexts } from '../../text/texts.ts';
import { ActionButton } from '../controls/ActionButton.tsx';
import { FaultNote } from '../controls/FaultNote.tsx';
import { PrintChip, usePrintJob } from './PrintChip.tsx';
import { Row } from '../layout/primitives.ts';

/** Prints the label of a case's bundle: one key, and what became of it beside the key. */
export function LabelButton({ caseId }: { readonly caseId: string }) {
  const { bundles } = useTexts();
  const label = useMutation(desk.bundle.label.mutationOptions());
  const made = label.variables?.caseId === caseId ? label.data : undefined;
  const job = usePrintJob(made?.printJobId ?? null);
  return (
    <Row wrap gap={2} align="center">
      <ActionButton
        keys="Alt+I"
        label={bundles.label}
        onAct={() => label.mutate({ caseId })}
        disabled={label.isPending}
      />
      <span role="status" aria-live="polite">
        {made !== undefined && made.printJobId !== null && <PrintChip job={job} />}
      </span>
      <FaultNote error={label.error} />
      <FaultNote error={made?.paperFault?.message} />
    </Row>
  );
}
