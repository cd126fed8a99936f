import type { Fault } from '../contract/fault.ts';
import { foldCase } from '../domain/case/state.ts';
import type { CaseAction } from '../domain/entries/case.ts';
import type { Subject } from '../domain/entries/entry.ts';
import type { RenderedPaper } from '../paper/paper.ts';
import { caseActions } from '../store/case/case.ts';
import { type Making, type PaperRefusal, renderPaper } from './papers.ts';
import type { Room } from './room.ts';

export type DocumentMade = Extract<CaseAction, { type: 'document-made' }>;

/** Something that papers are made of and kept under: a case, a file that waits to be received, or a kit of numbered blanks. */
export type PaperSource = {
  /** What its print jobs name. */
  readonly id: string;
  readonly subject: Extract<Subject, { kind: 'case' | 'intake' | 'kit' }>;
  now(): PaperBasis;
};

/** A source as it stands: a paper of it is of exactly the entries before it. */
export type PaperBasis = {
  readonly entries: number;
  readonly nextDocumentId: string;
  /** What it is called on a print job and in the name of a file. */
  readonly printed: string;
  render(form: string, making: Making): Promise<RenderedPaper | PaperRefusal>;
};

export type PaperFailure = PaperRefusal | Fault<'disk-full'>;

export function paperOfCase(room: Room, caseId: string): PaperSource {
  return {
    id: caseId,
    subject: { kind: 'case', caseId },
    now: () => {
      const actions = caseActions(room.store.db, caseId);
      const { documents, number } = foldCase(actions);
      return {
        entries: actions.length,
        nextDocumentId: `${caseId}.${documents.length + 1}`,
        printed: number.official ?? number.local,
        render: (form, making) => renderPaper(room, form, actions, making),
      };
    },
  };
}
