import { useEffect } from 'react';
import { desk, queries } from '../../desk/client.ts';
import { useRested } from '../../parts/controls/rested.ts';
import { paperInFront } from './papers/paper-in-front.ts';

/** The case on which the eye rests in a list is asked for before Enter asks for it: all that its page shows, the paper in front too. */
export function useCaseAhead(caseId: string | undefined): void {
  const resting = useRested(caseId);
  useEffect(() => {
    if (resting !== undefined) void askAhead(resting);
  }, [resting]);
}

async function askAhead(caseId: string): Promise<void> {
  void queries.prefetchQuery(desk.money.assess.queryOptions({ input: { caseId } }));
  // Whoever opens the case is told what is wrong; nobody waits for this.
  const view = await queries.fetchQuery(desk.case.get.queryOptions({ input: { caseId } })).catch(() => undefined);
  const front = view?.documents[paperInFront(view.documents, null)];
  if (front === undefined) return;
  const { documentId } = front;
  await queries.prefetchQuery(desk.paper.view.queryOptions({ input: { documentId }, staleTime: 'static' }));
}
