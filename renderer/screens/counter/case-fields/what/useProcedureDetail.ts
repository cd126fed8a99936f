import { useQuery } from '@tanstack/react-query';
import { desk, goodForMs } from '../../../../desk/client.ts';
import type { ReceptionForm } from '../reception-form.ts';

/** The papers, the fee and the time limit of the procedure that is chosen; none while none is. */
export function useProcedureDetail({ procedure }: ReceptionForm) {
  return useQuery(
    desk.procedure.get.queryOptions({
      input: { code: procedure?.code ?? '-' },
      enabled: procedure !== null,
      staleTime: goodForMs,
    }),
  );
}
