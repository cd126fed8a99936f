import { useQuery } from '@tanstack/react-query';
import { desk, goodForMs } from '../../../desk/client.ts';
import { previewInput } from '../../case-fields/receive-input.ts';
import type { ReceptionForm } from '../../case-fields/reception-form.ts';

/** What the file would cost as the form stands: by its channel, its sets and its pages. */
export function useFees(form: ReceptionForm) {
  const input = previewInput(form);
  return useQuery(
    desk.procedure.fees.queryOptions({
      input: {
        code: input?.procedureCode ?? '-',
        channel: form.channel,
        ...(input?.quantity === undefined ? {} : { quantity: input.quantity }),
        ...(input?.pages === undefined ? {} : { pages: input.pages }),
        ...(input?.copies === undefined ? {} : { copies: input.copies }),
      },
      enabled: input !== undefined,
      staleTime: goodForMs,
    }),
  );
}
