import { isIntakeDocument } from '../../domain/intake/intake.ts';
import { kitOfDocument } from '../../domain/kit/kit.ts';
import { isHandOverDocument } from '../../domain/routing/hand-over.ts';
import { findCaseDocument } from '../case/papers/case-papers.ts';
import type { DeskContext } from '../core/context.ts';
import { findIntakeDocument } from '../intake/papers.ts';
import { findKitPaper } from '../kit/papers.ts';
import type { KeptDocument } from '../papers/kept.ts';
import { findHandOverDocument } from '../routing/hand-over-papers.ts';

/** A kept paper by its id, whatever it is a paper of. */
export function findDocument(room: DeskContext, documentId: string): KeptDocument | undefined {
  if (isHandOverDocument(documentId)) return findHandOverDocument(room, documentId);
  if (isIntakeDocument(documentId)) return findIntakeDocument(room, documentId);
  return kitOfDocument(documentId) === undefined ? findCaseDocument(room, documentId) : findKitPaper(room, documentId);
}
