import { isIntakeDocument } from '../domain/intake/intake.ts';
import { kitOfDocument } from '../domain/kit/kit.ts';
import { isHandOverDocument } from '../domain/routing/hand-over.ts';
import { findHandOverDocument } from './hand-over/papers.ts';
import { findIntakeDocument } from './intake/papers.ts';
import { findKitPaper } from './kit/kit-papers.ts';
import { type KeptDocument, findCaseDocument } from './papers.ts';
import type { Room } from './room.ts';

/** A kept paper by its id, whatever it is a paper of. */
export function findDocument(room: Room, documentId: string): KeptDocument | undefined {
  if (isHandOverDocument(documentId)) return findHandOverDocument(room, documentId);
  if (isIntakeDocument(documentId)) return findIntakeDocument(room, documentId);
  return kitOfDocument(documentId) === undefined ? findCaseDocument(room, documentId) : findKitPaper(room, documentId);
}
