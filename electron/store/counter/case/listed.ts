import {
  type CaseStatus,
  type StatusSet,
  getStatusByCode,
  statusCode,
  statusCodes,
} from '../../../contract/base/case-status.ts';
import { civilOrNull, uuidText } from '../../file/rows/codecs.ts';

/** Words of SQL over a case's `status`: the indexes of a part of the cases are found by them, so they are written as those are. */
export function statusIn(set: StatusSet): string {
  return `status IN (${statusCodes(set).join(', ')})`;
}

export function statusIs(status: CaseStatus): string {
  return `status = ${statusCode(status)}`;
}

/** SQL over rows of `case_summary`: its reception was taken back (`undone`). The journal is asked of the few that are withdrawn. */
export const isUndoneRow = `(${statusIs('withdrawn')} AND EXISTS (SELECT 1 FROM journal AS back
  WHERE back.subject_id = case_summary.case_id AND back.type = 'reception-undone'))`;

/** What every list of cases says of each: its number, whose it is, what it is about and where it stands. */
export type NamedCase = {
  readonly caseId: string;
  readonly number: string;
  readonly applicantName: string;
  readonly procedureName: string;
  readonly status: CaseStatus;
  /** Its reception was a mistake and was taken back. */
  readonly undone?: true;
};

export type NamedRow = {
  uuid: Buffer;
  number: string;
  full_name: string;
  name: string;
  status: number;
  undone: number;
};

/** Of `case_summary` joined with its subject, its person and its procedure. */
export const namedColumns = `subject.name AS uuid, case_summary.number, person.full_name, catalogue_procedure.name AS name, status, ${isUndoneRow} AS undone`;

export function namedCase(row: NamedRow): NamedCase {
  return {
    caseId: uuidText(row.uuid),
    number: row.number,
    applicantName: row.full_name,
    procedureName: row.name,
    status: getStatusByCode(row.status),
    ...(row.undone === 1 && { undone: true }),
  };
}

/** A case of a list of work: until when it was promised, and who has taken it. */
export type HeldCase = NamedCase & {
  readonly dueAt: string | null;
  /** The username of who has taken it, and their name where this desk knows them. */
  readonly holder: string | null;
  readonly holderName: string | null;
};

export type HeldRow = NamedRow & { due_at: number | null; holder: string | null; holder_name: string | null };

export const heldColumns = `${namedColumns}, due_at, holder,
    (SELECT account.full_name FROM account WHERE username = holder) AS holder_name`;

/** The order of the joins is given, so that the cases come in the order of their index and only the first are looked up. */
export const heldJoins = `CROSS JOIN subject ON subject_id = case_id CROSS JOIN person USING (person_id)
    CROSS JOIN catalogue_procedure USING (procedure_id)`;

/** The cases of one holder, where one is asked for. */
export function ofHolder(where: string, holder: string | null): string {
  return holder === null ? where : `${where} AND holder = @holder`;
}

export function heldCase(row: HeldRow): HeldCase {
  return {
    ...namedCase(row),
    dueAt: civilOrNull(row.due_at),
    holder: row.holder,
    holderName: row.holder_name ?? row.holder,
  };
}
