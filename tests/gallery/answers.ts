import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '../../electron/contract/contract.ts';

type Outputs = InferContractRouterOutputs<Contract>;
type Answers = { readonly [Group in keyof Outputs]?: Partial<Outputs[Group]> };

/** What the desk would answer the parts that ask it. The gallery has no desk: every other call is refused. */
export const answers = {
  account: {
    colleagues: {
      accounts: [
        { username: 'clerk', fullName: 'Nguyễn Thị Minh Châu', role: 'clerk' },
        { username: 'officer', fullName: 'Trần Văn Hòa', role: 'officer' },
        { username: 'officer2', fullName: 'Trần Văn Hòa', role: 'officer' },
      ],
    },
  },
  bundle: { label: { document: null, printJobId: 'job-1', paperFault: null } },
  print: {
    list: {
      jobs: [
        {
          jobId: 'job-1',
          documentId: 'paper-1',
          about: 'case',
          caseId: 'case-1',
          form: 'mau-01',
          number: '26.CATLAI.Q1-261109-0007',
          name: 'NGUYỄN THỊ THỬ',
          procedureName: 'Đăng ký khai sinh',
          printer: 'HP_LaserJet_Quay_1',
          copyOf: 0,
          state: 'printed',
          reason: null,
          needsAttention: false,
          createdAt: '2026-11-09T08:05:00+07:00',
        },
      ],
    },
  },
} as const satisfies Answers;

/** The answer to a call by its path, such as `print/list`; undefined where the gallery has none. */
export function findAnswer(path: string): unknown {
  const [group = '', call = ''] = path.split('/');
  const calls: Readonly<Record<string, Readonly<Record<string, unknown>>>> = answers;
  return calls[group]?.[call];
}
