import type { NhanTuiData } from '../../paper/forms/data.ts';
import { getProcedureOf } from '../case-view.ts';
import type { DataMaker } from './basis.ts';

/** The label of a bundle. It lies open on desks and trolleys: what it is of, and nobody's name. */
export const labelOf: DataMaker = (room, { state, office }) => {
  const { received, number, acceptedAt, dueAt } = state;
  const { code, name, field } = getProcedureOf(room, state);
  const papers = received.components.reduce((sum, [, originals, copies]) => sum + originals + copies, 0);
  return {
    number: { printed: number.official ?? number.local, temporary: number.official === null },
    procedure: { code, name, field },
    acceptedAt,
    ...(dueAt === null ? {} : { dueAt }),
    quantity: received.quantity,
    papers,
    desk: office.desk.code,
    centre: office.centreName,
    ...(room.practice() ? { practice: true } : {}),
  } satisfies NhanTuiData;
};
