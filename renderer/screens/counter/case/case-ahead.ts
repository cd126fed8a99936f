import { useEffect } from 'react';
import { desk, queries } from '../../../desk/client.ts';
import { useRested } from '../../../parts/controls/rested.ts';
import { paperInFront } from './papers/paper-in-front.ts';

/** The case on which the eye rests in a list is asked for before Enter asks for it: all that its page shows, the paper in front too. */
export function useCaseAhead(caseId: string | undefined): void {
  const resting = useRested(caseId);
  useEffect(() => {
    if (resting !== undefined) void askAhead(resting);
  }, [resting]);
}

// Said to be asked ahead: who rests on a line has not opened the case, and the list of look-ups tells the two apart.
const caseAhead = (caseId: string) => desk.case.get.queryOptions({ input: { caseId, ahead: true } });
const paperAhead = (documentId: string) =>
  desk.paper.view.queryOptions({ input: { documentId, ahead: true }, staleTime: 'static' });

async function askAhead(caseId: string): Promise<void> {
  void queries.prefetchQuery(desk.money.assess.queryOptions({ input: { caseId } }));
  // Whoever opens the case is told what is wrong; nobody waits for this.
  const view = await queries.fetchQuery(caseAhead(caseId)).catch(() => undefined);
  const front = view?.documents[paperInFront(view.documents, null)];
  if (front !== undefined) await queries.prefetchQuery(paperAhead(front.documentId));
}

/** What was asked for ahead, to begin with: the page stands at once, and asks again for itself. */
export function caseFromAhead(caseId: string) {
  return { initialData: () => queries.getQueryData(caseAhead(caseId).queryKey), initialDataUpdatedAt: 0 };
}

/** A kept paper never changes. */
export function paperFromAhead(documentId: string) {
  return { initialData: () => queries.getQueryData(paperAhead(documentId).queryKey) };
}
