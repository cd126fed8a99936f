import { useQuery } from '@tanstack/react-query';
import type { Competent } from '../../../../../electron/contract/routing/legs.ts';
import type { Channel, TypedTerm } from '../../../../../electron/contract/base/values.ts';
import { desk, inputOf } from '../../../../desk/client.ts';

type TermAsked = {
  readonly termCase?: string | undefined;
  readonly termReason?: string | undefined;
  readonly agreedDueAt?: string | undefined;
  readonly typedTerm?: TypedTerm | undefined;
};

/**
 * The promise as it would be made now. Asked anew with each minute of the desk's clock, so that what is received after
 * 15:00 is promised for the day it will be promised for (deadline rule after-15h).
 */
export function useDeadline(
  procedureCode: string | undefined,
  channel: Channel,
  now: string,
  competent: Competent = {},
  term: TermAsked = {},
) {
  const minute = `${now.slice(0, 16)}:00+07:00`;
  return useQuery(
    desk.deadline.explain.queryOptions({
      input: { procedureCode: procedureCode ?? '-', acceptedAt: minute, channel, ...competent, ...term },
      enabled: procedureCode !== undefined,
      staleTime: Number.POSITIVE_INFINITY,
      placeholderData: (before, query) => {
        const input = inputOf(query);
        const same =
          input['procedureCode'] === procedureCode &&
          input['channel'] === channel &&
          input['termCase'] === term.termCase;
        return same ? before : undefined;
      },
    }),
  );
}

export type AskedDeadline = ReturnType<typeof useDeadline>;
