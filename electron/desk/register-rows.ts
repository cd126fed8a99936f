import {
  type RegisterFilter,
  type RegisterRow,
  type RegisterTotals,
  TimeClass,
} from '../contract/register/register.ts';
import { CaseStatus } from '../contract/values.ts';
import type { Steps } from '../domain/base/resumable.ts';
import type { Procedure } from '../domain/catalogue/catalogue.ts';
import { getProcedureBody } from '../store/catalogue/catalogue.ts';
import { type PageStart, countRegister, listRegister } from '../store/register/register.ts';
import { handlingAgency } from './handling-agency.ts';
import type { Room } from './room.ts';
import { unitName } from './unit-name.ts';

/** Lines of the register, numbered from the start of the period; all of the moment of the first step. */
export function* registerRows(
  room: Room,
  filter: RegisterFilter,
  start: PageStart,
  limit: number,
): Steps<RegisterRow[]> {
  const authorityOf = authorities(room);
  const listed = yield* listRegister(room.store.db, filter, start, limit);
  return listed.map(({ procedureId, agency, notes, ...told }, index) => ({
    ...told,
    no: start.before + index + 1,
    authority: authorityOf(procedureId, agency),
    notes: [...notes],
  }));
}

/** Who decides, by the agency it was sent to or the catalogue it was received under; the commune's own committee is named. */
function authorities(room: Room): (procedureId: number, agency: string | null) => string {
  const unit = unitName(room.catalogue, room.getOffice().unitCode);
  const known = new Map<number, string>();
  return (procedureId, agency) => {
    if (agency !== null) return handlingAgency('', [{ agency }], unit);
    const found = known.get(procedureId);
    if (found !== undefined) return found;
    const { authority } = getProcedureBody(room.store.db, procedureId) as Pick<Procedure, 'authority'>;
    const named = handlingAgency(authority, [], unit);
    known.set(procedureId, named);
    return named;
  };
}

export function registerTotals(room: Room, filter: RegisterFilter): RegisterTotals {
  const { cases, byStatus, byTime } = countRegister(room.store.db, filter, Math.floor(room.now() / 1000));
  return {
    cases,
    byStatus: CaseStatus.options.map((status) => ({ status, cases: byStatus.get(status) ?? 0 })),
    byTime: TimeClass.options.map((time) => ({ time, cases: byTime.get(time) ?? 0 })),
  };
}
