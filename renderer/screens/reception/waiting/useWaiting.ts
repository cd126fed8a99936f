import { useQuery } from '@tanstack/react-query';
import type { IntakeRow } from '../../../../electron/contract/intake/intake.ts';
import { desk, inputOf } from '../../../desk/client.ts';
import { type ReceptionForm, plainIdNumber } from '../../case-fields/reception-form.ts';

/** What waits here of the person who stands at the counter, beside the file in hand: asked to be completed, or sent and not received yet. */
export function useWaiting({ applicant, requestId }: ReceptionForm): readonly IntakeRow[] {
  const text = plainIdNumber(applicant.idNumber);
  const { data } = useQuery(
    desk.intake.list.queryOptions({
      input: { text, limit: 20 },
      enabled: text.length >= 9,
      staleTime: 0,
      placeholderData: (before, query) => (inputOf(query)['text'] === text ? before : undefined),
    }),
  );
  return data?.rows.filter(({ intakeId }) => intakeId !== requestId) ?? [];
}
