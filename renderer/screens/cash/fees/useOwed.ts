import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { desk } from '../../../desk/client.ts';

const nothing: ReadonlySet<number> = new Set();

/** What a case owes, and which of it is left out of this receipt: at first nothing. */
export function useOwed(caseId: string | undefined) {
  const { data, error } = useQuery(
    desk.money.assess.queryOptions({ input: caseId === undefined ? skipToken : { caseId } }),
  );
  const [leaving, setLeaving] = useState<{ readonly of: string | undefined; readonly lines: ReadonlySet<number> }>({
    of: caseId,
    lines: nothing,
  });
  const left = leaving.of === caseId ? leaving.lines : nothing;

  function toggle(line: number): void {
    const lines = new Set(left);
    if (!lines.delete(line)) lines.add(line);
    setLeaving({ of: caseId, lines });
  }

  return { fees: data?.fees, error, left, toggle };
}
