import { type TestDesk, reception } from '../desk/test-desk.ts';

export type Who = Parameters<TestDesk['sit']>[0];

/** Cases of a practice desk as its people handle them, and what its work list says of them. `at` is the desk of the test that runs. */
export function workDesk(at: () => TestDesk) {
  /** A residence registration of seven working days: received on Monday 23/11/2026 it is due on Thursday 03/12 at 17:00. */
  async function receive(): Promise<string> {
    at().sit('clerk');
    const asked = reception({ procedureCode: '1.004222', components: [{ index: 0, originals: 1, copies: 0 }] });
    return (await at().get('case.receive', asked)).caseId;
  }

  async function act(who: Who, caseId: string, body: Record<string, unknown>): Promise<void> {
    at().sit(who);
    const codes = ['finish-unhandled', 'fees-unpaid'] as const;
    const confirm = codes.map((code) => ({ code, reason: 'để thử' }));
    await at().get('case.act', { caseId, act: body, confirm });
  }

  async function list(who: Who = 'clerk', input: Record<string, unknown> = {}): Promise<any> {
    at().sit(who);
    return at().get('work.list', input);
  }

  return { receive, act, list };
}
