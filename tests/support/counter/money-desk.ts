import { expect } from 'vitest';
import { type TestDesk, openPracticeDesk, reception } from '../desk/test-desk.ts';

/** Money at a practice desk: the fee of a certified signature is 10.000 đồng, of an extract 8.000 a copy. */
export const float = [
  { note: 50_000, count: 2 },
  { note: 10_000, count: 5 },
];
export const certified = { procedureCode: '2.000884', components: [{ index: 0, originals: 1, copies: 0 }] };
export const extract = { procedureCode: '2.000635', components: [{ index: 0, originals: 1, copies: 0 }] };

export async function openMoneyDesk(at?: string): Promise<TestDesk> {
  const desk = await openPracticeDesk();
  if (at !== undefined) setClock(desk, at);
  return desk;
}

/** A clock that a person set in a practice office is believed, however far it goes. */
export function setClock(desk: TestDesk, at: string): void {
  expect(desk.desk.setClock(Date.parse(at))).toBeNull();
}

export async function receive(desk: TestDesk, change: Record<string, unknown> = certified): Promise<string> {
  return (await desk.get('case.receive', reception({ components: [{ index: 0, originals: 1, copies: 0 }], ...change })))
    .caseId;
}

export function collecting(caseId: string, change: Record<string, unknown> = {}): Record<string, unknown> {
  return { caseId, lines: [0], method: 'cash', requestId: crypto.randomUUID(), ...change };
}

export async function faultOf(
  desk: TestDesk,
  name: string,
  input: unknown,
): Promise<{ code: string; data: unknown } | undefined> {
  return (await desk.call(name, input)).fault;
}

export async function changeOffice(desk: TestDesk, change: Record<string, unknown>): Promise<void> {
  desk.sit('admin');
  await desk.get('office.changeSettings', {
    settings: { ...(await desk.get('office.settings')), ...change },
    reason: 'thử nghiệm',
  });
  desk.sit('clerk');
}

type Drawn = { readonly kind: string; readonly text?: string; readonly fill?: boolean };

/** What is drawn on the pages of a paper. */
export async function drawnOn(desk: TestDesk, documentId: string): Promise<Drawn[]> {
  const { pages } = await desk.get('paper.view', { documentId });
  return (pages as { ops: Drawn[] }[]).flatMap(({ ops }) => ops);
}
