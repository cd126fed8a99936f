import type { PaperKind } from '../../../paper/forms/forms.ts';
import { casePapers } from '../../counter/case/papers/case-papers.ts';
import type { DeskContext } from '../../core/context.ts';
import { intakePapers } from '../../counter/intake/papers.ts';
import { kitPapers } from '../../counter/kit/papers.ts';
import { petitionPapers } from '../../counter/petition/papers.ts';
import { type KeptDocument, findKept } from '../../papers/kept.ts';
import type { PaperSources } from '../../papers/source.ts';
import { handOverPapers } from '../../routing/hand-over-papers.ts';

/** All that papers are made of. */
const sources: { readonly [K in PaperKind]: PaperSources<K> } = {
  case: casePapers,
  intake: intakePapers,
  kit: kitPapers,
  'hand-over': handOverPapers,
  petition: petitionPapers,
};

/** A kept paper by its id, whatever it is a paper of. */
export function findDocument(desk: DeskContext, documentId: string): KeptDocument | undefined {
  const found = Object.values(sources).find((kind) => kind.isOf(documentId));
  return found && findKept(found.sourceOf(desk, documentId), documentId);
}
