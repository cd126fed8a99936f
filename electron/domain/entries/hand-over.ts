import type { HandOverTo } from '../../contract/routing/hand-over.ts';
import type { CaseDocument } from './case.ts';
import type { Decided } from './decided.ts';

/** What happened to a hand-over list (danh sách bàn giao), as it stands in the journal. */
export type HandOverEvent =
  | {
      readonly type: 'hand-over-made';
      /** `BG.Q1-261123-0001`: the counter's own, by the day; in the shape of a case number, so that every scanner knows it. */
      readonly number: string;
      readonly day: string;
      readonly serial: number;
      readonly to: HandOverTo;
      readonly caseIds: readonly string[];
      readonly note: string;
      /** The username of who gives. */
      readonly by: string;
    }
  | {
      /** The second signature: who took it, when, and what was not there. */
      readonly type: 'hand-over-received';
      readonly by: string;
      readonly receivedAt: string;
      readonly missing: readonly string[];
    }
  | Decided
  | ({ readonly type: 'document-made' } & Omit<CaseDocument, 'madeAt' | 'seq'>);
