import { describe, expect, test } from 'vitest';
import { CaseStatus } from '../../../../electron/contract/base/case-status.ts';
import { withProposal, withoutProposal } from '../../../../electron/domain/counter/case/proposal.ts';

const action = { type: 'supplement-proposed', items: ['Bản sao'], reason: 'thiếu', override: 'mới thấy' } as const;
const by = { actor: 'officer', at: '2026-11-17T10:00:00+07:00' };

describe('what an officer proposes to ask for', () => {
  test.each(CaseStatus.options)('of a case that is %s waits only while it is handled', (status) => {
    const told = withProposal({ status }, action, by);
    const { type: _type, ...asked } = action;
    const proposal = { ...asked, by: 'officer', at: by.at };
    expect(told).toEqual(status === 'processing' ? { status, proposal } : { status });
  });

  test('answered, it is gone, and nothing else', () => {
    const told = withProposal({ status: 'processing', dueAt: 'x' }, action, by);
    expect(withoutProposal(told)).toEqual({ status: 'processing', dueAt: 'x' });
  });
});
