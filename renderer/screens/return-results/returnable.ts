import type { CaseHit } from '../../../electron/contract/case/case.ts';
import { isIn } from '../../../electron/contract/base/status.ts';

/** What has a result first; the rest stays in sight, for whoever asks about it is to be told something. */
export function returnableFirst(hits: readonly CaseHit[]): readonly CaseHit[] {
  const returnable = ({ status }: CaseHit) => isIn(status, 'to-return');
  return [...hits.filter(returnable), ...hits.filter((hit) => !returnable(hit))];
}
