import { reception } from '../desk/test-desk.ts';

/** What stands in the reception form of somebody whose file is not complete. */
export function opening(change: Record<string, unknown> = {}): Record<string, any> {
  const { procedureCode, applicant, components, requestId } = reception();
  return { intakeId: requestId, kind: 'counter', procedureCode, applicant, components, ...change };
}

export const askSupplement = { type: 'ask-supplement', items: ['Giấy chứng sinh'], reason: 'thiếu giấy tờ' };
export const refuse = {
  type: 'refuse',
  reason: 'Không thuộc thẩm quyền của phường',
  legalBasis: 'Điều 13 Luật Hộ tịch',
};
