import type { CaseStatus } from '../contract/values.ts';
import { getStatusByCode } from '../domain/case/status.ts';
import { uuidText } from './uuid.ts';

/** What every list of cases says of each: its number, whose it is, what it is about and where it stands. */
export type NamedCase = {
  readonly caseId: string;
  readonly number: string;
  readonly applicantName: string;
  readonly procedureName: string;
  readonly status: CaseStatus;
};

export type NamedRow = { uuid: Buffer; number: string; full_name: string; name: string; status: number };

/** Of `case_summary` joined with its subject, its person and its procedure. */
export const namedColumns = `subject.name AS uuid, case_summary.number, person.full_name, catalogue_procedure.name AS name, status`;

export function namedCase(row: NamedRow): NamedCase {
  return {
    caseId: uuidText(row.uuid),
    number: row.number,
    applicantName: row.full_name,
    procedureName: row.name,
    status: getStatusByCode(row.status),
  };
}
