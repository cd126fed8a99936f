import type { Procedure } from '../../../contract/catalogue/lists.ts';
import type { OwnValues } from '../../../contract/catalogue/own-fields.ts';
import { type Fault, fault } from '../../../contract/base/fault.ts';
import { inputIssue } from '../../../contract/base/input-issues.ts';
import { readOwnValues } from '../../../domain/catalogue/own-fields/own-values.ts';

type Asking = { readonly today: string; readonly attended?: boolean; readonly path?: string };

/** What was said in the procedure's own fields as it is kept, or what is wrong with it, each beside its field. */
export function ownFieldsOf(
  { ownFields = [] }: Procedure,
  said: OwnValues | undefined,
  { today, attended = false, path = 'ownFields' }: Asking,
): OwnValues | Fault<'input-invalid'> {
  const { values, issues } = readOwnValues(ownFields, said ?? {}, { attended, today });
  if (issues.length === 0) return values;
  return fault('input-invalid', { issues: issues.map(([key, wrong]) => inputIssue(`${path}.${key}`, wrong)) });
}
