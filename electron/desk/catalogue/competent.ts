import type { Procedure } from '../../contract/catalogue/lists.ts';
import { type Fault, fault } from '../../contract/base/fault.ts';
import type { Competent } from '../../contract/routing/legs.ts';
import type { Channel } from '../../contract/base/values.ts';
import { findUnit } from '../../domain/catalogue/catalogue.ts';
import type { LegDefinition } from '../../domain/entries/case.ts';
import type { DeskContext } from '../core/context.ts';

export type CompetentFault = Fault<'competent-unknown' | 'competent-own' | 'competent-twice' | 'competent-interlinked'>;

/** The way of a file through other agencies: the procedure's own legs, or the one agency that was named at the counter. */
export function legsFor(
  desk: DeskContext,
  procedure: Procedure,
  { channel, competentUnit, competentAgency }: Competent & { readonly channel: Channel },
): readonly LegDefinition[] | CompetentFault {
  const own = desk.legsOf(procedure.code);
  if (competentUnit === undefined && competentAgency === undefined) return own;
  if (competentUnit !== undefined && competentAgency !== undefined) return fault('competent-twice', {});
  if (own.length > 0) return fault('competent-interlinked', { code: procedure.code });
  // Data go over at once; papers of a file handed in here are sent (NĐ 118/2025 Điều 18 k1, 20).
  const leg = { work: 'Giải quyết hồ sơ', way: channel === 'online' ? 'electronic' : 'paper', term: null } as const;
  if (competentAgency !== undefined) return [{ agency: competentAgency.name, ...leg }];
  const code = competentUnit?.code ?? '';
  const agency = findAgency(desk, procedure, code);
  if (agency === undefined) return fault('competent-unknown', { code });
  if (desk.findOffice()?.unitCode === code) return fault('competent-own', { agency });
  return [{ agency, unitCode: code, ...leg }];
}

/** The office of a commune that decides this procedure: its committee, or its police where the procedure is theirs. */
function findAgency({ catalogue }: DeskContext, procedure: Procedure, code: string): string | undefined {
  const unit = findUnit(catalogue, code);
  if (unit === undefined) return undefined;
  const office = procedure.authority.startsWith('Công an') ? 'Công an' : 'UBND';
  const province = catalogue.provinces.find((one) => one.code === unit.provinceCode)?.name ?? '';
  return `${office} ${unit.fullName}${province === '' ? '' : ` (${province})`}`;
}
