import { useMutation } from '@tanstack/react-query';
import { declarationOf } from '../../../../electron/domain/catalogue/own-fields/declarations.ts';
import { desk, queries } from '../../../desk/client.ts';
import { ActionButton } from '../../../parts/controls/ActionButton.tsx';
import { FaultNote } from '../../../parts/controls/FaultNote.tsx';
import { Row } from '../../../parts/layout/primitives.ts';
import { PrintChip, usePrintJob } from '../../../parts/paper/PrintChip.tsx';
import { useTexts } from '../../../text/texts.ts';

type DeclarationButtonProps = { readonly caseId: string; readonly procedureCode: string };

/** Prints the declaration of a case filled in with what was said, to be read and signed; nothing where its procedure has none. */
export function DeclarationButton({ caseId, procedureCode }: DeclarationButtonProps) {
  const { ownFields } = useTexts();
  const print = useMutation(
    desk.paper.declaration.mutationOptions({ onSuccess: () => void queries.invalidateQueries() }),
  );
  const made = print.variables?.caseId === caseId ? print.data : undefined;
  const job = usePrintJob(made?.printJobId ?? null);
  if (declarationOf(procedureCode) === undefined) return null;
  return (
    <Row wrap gap={2} align="center">
      <ActionButton
        keys="Alt+Shift+I"
        label={ownFields.printDeclaration}
        onAct={() => print.mutate({ caseId })}
        disabled={print.isPending}
      />
      <span role="status" aria-live="polite">
        {made !== undefined && made.printJobId !== null && <PrintChip job={job} />}
      </span>
      <FaultNote error={print.error} />
      <FaultNote error={made?.paperFault?.message} />
    </Row>
  );
}
