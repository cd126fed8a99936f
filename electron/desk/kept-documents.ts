import { isIntakeDocument } from '../domain/intake.ts';
import { findIntakeDocument } from './intake/papers.ts';
import { type KeptDocument, findCaseDocument } from './papers.ts';
import type { Room } from './room.ts';

/** A kept paper by its id, whatever it is a paper of. */
export function findDocument(room: Room, documentId: string): KeptDocument | undefined {
  return isIntakeDocument(documentId) ? findIntakeDocument(room, documentId) : findCaseDocument(room, documentId);
}
