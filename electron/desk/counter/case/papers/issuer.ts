import type { LeaderPost } from '../../../../contract/common/office/delegation.ts';
import { holdsOn, signingLines } from '../../../../domain/common/office/delegation.ts';
import { delegationsWhen } from '../../../../store/common/office/delegations.ts';
import { staffName } from '../../../core/session/staff-name.ts';
import { findUnit, unitName } from '../../../../domain/catalogue/catalogue.ts';
import { findCurrentLeg } from '../../../../domain/routing/legs.ts';
import type { Mau04Data } from '../../../../paper/forms/data.ts';
import type { DeskContext } from '../../../core/context.ts';
import { agencyName, handlingAgency } from '../../../../domain/catalogue/deciding-agency.ts';
import { getProcedureOf } from '../../../catalogue/adopted.ts';
import { agencyInText } from '../../../papers/on-paper.ts';
import type { Basis } from './case-facts.ts';

type About = Pick<Basis, 'state' | 'office' | 'actions' | 'madeOn'>;

/** The agency that handles a case as a whole, by the name the register has for it. */
export function agencyOf(desk: DeskContext, { state, office }: About): string {
  const { authority } = getProcedureOf(desk, state);
  return handlingAgency(authority, state.legs, unitName(desk.catalogue, office.unitCode));
}

/** The agency that has the case in hand at this moment: that of the leg under way, where there is one. */
function agencyNow(desk: DeskContext, about: About): string {
  const current = findCurrentLeg(about.state.legs);
  if (current === undefined) return agencyOf(desk, about);
  return agencyName(current.leg.agency, unitName(desk.catalogue, about.office.unitCode));
}

/** Who heads an agency, and under whom it stands, by what its name begins with; a deputy who signs writes KT. before it. */
const heads = [
  { of: 'UBND ', head: 'CHỦ TỊCH', above: '' },
  { of: 'Công an ', head: 'TRƯỞNG CÔNG AN', above: 'CÔNG AN ' },
  { of: 'Sở ', head: 'GIÁM ĐỐC', above: 'UBND ' },
] as const;
const anyHead = { head: 'THỦ TRƯỞNG CƠ QUAN', above: '' };

/**
 * Who apologises: the agency that handles the file, under its own header and signed by its head or a deputy; the one-stop desk
 * records it and tells the citizen (NĐ 118/2025 Điều 19 k6). Where that agency is another one the paper is prepared here,
 * says so, and bears no number of its book.
 */
export function issuerOf(desk: DeskContext, about: About): Mau04Data['issuer'] {
  const { office } = about;
  const unit = unitName(desk.catalogue, office.unitCode);
  const name = agencyNow(desk, about);
  const { head, above } = heads.find(({ of }) => name.startsWith(of)) ?? anyHead;
  const own = name === `UBND ${unit}`;
  const here = name.endsWith(unit);
  return {
    name,
    header: name
      .replace(/ \(.*\)$/, '')
      .replace(/^UBND /, 'Ủy ban nhân dân ')
      .toUpperCase(),
    ...(above === '' ? {} : { above: `${above}${provinceOf(desk, about, name)}`.toUpperCase() }),
    ...(here ? { place: findUnit(desk.catalogue, office.unitCode)?.name ?? unit } : {}),
    ...(own ? signedFor(desk, about, 'chairman', head) : { head }),
    inText: agencyInText(name),
    ...(own ? {} : { preparedBy: office.centreName }),
  };
}

/**
 * Who signs a paper of this office's own: its head, or who stands for them on the day it is made, by what its desk had written down when the last entry of the
 * case was made. The same paper made again is signed the same.
 */
export function signedFor<Head extends string>(
  desk: DeskContext,
  { actions, madeOn }: Pick<Basis, 'actions' | 'madeOn'>,
  post: LeaderPost,
  head: Head,
): { readonly head: string; readonly deputy?: string; readonly signer?: string } {
  const last = actions.at(-1);
  const day = madeOn.slice(0, 10);
  const stands =
    last === undefined
      ? undefined
      : delegationsWhen(desk.store.db, last.desk, last.deskSeq).findLast(
          (one) => one.post === post && holdsOn(one, day),
        );
  if (stands === undefined) return { head };
  return { ...signingLines(stands), signer: staffName(desk, stands.delegate) };
}

/** Its province: the one it names in brackets, or this office's. */
function provinceOf({ catalogue }: DeskContext, { office }: About, name: string): string {
  const [, named] = /\((.*)\)$/.exec(name) ?? [];
  const own = findUnit(catalogue, office.unitCode)?.provinceCode;
  const found = catalogue.provinces.find((one) => (named === undefined ? one.code === own : one.name === named));
  return found?.fullName ?? named ?? '';
}
