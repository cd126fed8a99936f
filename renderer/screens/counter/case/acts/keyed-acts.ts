import type { ActType } from '../../../../../electron/contract/counter/case/act.ts';
import type { CaseView } from '../../../../../electron/contract/counter/case/case.ts';
import type { Role } from '../../../../../electron/contract/common/office/office.ts';
import { mayCall } from '../../../../../electron/domain/common/office/call-roles.ts';
import { actKeys } from '../../../../text/screens/counter/case.ts';
import { isActType } from './act-fields.ts';

type Available = CaseView['availableActions'][number];

/** What somebody of this role may do with the case now, each with its key: so the screen draws it, and so the palette offers it. */
type KeyedAct = { readonly action: ActType | 'correct'; readonly keys: string };

export function keyedAct({ action, allowed, role: needed }: Available, role: Role | undefined): KeyedAct | undefined {
  if (!allowed || role === undefined || !mayCall(role, needed)) return undefined;
  return action === 'correct' || isActType(action) ? { action, keys: actKeys[action] } : undefined;
}
