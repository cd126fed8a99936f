import { civilOrNull } from './instant.ts';
import { type NamedCase, type NamedRow, namedCase, namedColumns } from './named-case.ts';

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
