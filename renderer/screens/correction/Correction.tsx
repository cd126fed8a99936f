import { useQuery } from '@tanstack/react-query';
import type { CaseStateView } from '../../../electron/contract/case/case.ts';
import { desk, goodForMs } from '../../desk/client.ts';
import { FieldScope } from '../case-fields/field-id.ts';
import { CorrectionEditor } from './CorrectionEditor.tsx';
import type { Reissued } from './useCorrection.ts';

type CorrectionProps = {
  readonly state: CaseStateView;
  readonly onClose: () => void;
  readonly onDone: (reissued: Reissued) => void;
};

/** A receipt that was wrong: the reception again, what differs, and one key that voids the old and issues the new. */
export function Correction(props: CorrectionProps) {
  const { code } = props.state.procedure;
  const procedure = useQuery(desk.procedure.get.queryOptions({ input: { code }, staleTime: goodForMs, retry: false }));
  if (procedure.isPending) return null;
  return (
    <FieldScope value="correction">
      <CorrectionEditor {...props} procedure={procedure.data} />
    </FieldScope>
  );
}
