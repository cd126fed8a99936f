import type { Procedure } from '../../../contract/catalogue/lists.ts';
import { type Fault, fault } from '../../../contract/base/fault.ts';
import type { IntakeView } from '../../../contract/counter/intake/intake.ts';
import type { IntakeFacts } from '../../../domain/entries/intake.ts';
import { copied } from '../../../domain/counter/money/fees.ts';
import { missingComponent, unknownCase } from '../case/receive.ts';
import type { Writer } from '../../../store/store.ts';
import type { DeskContext } from '../../core/context.ts';
import { adoptFor, procedureAdopted, versionFor } from '../../catalogue/adopted.ts';

/** The procedure as it was when the file came, which may not be how it is today. */
export function getIntakeProcedure(desk: DeskContext, facts: IntakeFacts): Procedure {
  return procedureAdopted(desk, facts);
}

type Given = IntakeView['facts'];

/** What was said of a file, as the journal keeps it; a procedure this desk does not know is refused. */
export function factsOf(
  desk: DeskContext,
  given: Given,
  more: Pick<IntakeFacts, 'portal' | 'trackingNumber'>,
): IntakeFacts | Fault<'procedure-unknown' | 'component-unknown' | 'citizen-case-unknown'> {
  const procedure = desk.findProcedure(given.procedureCode);
  if (procedure === undefined) return fault('procedure-unknown', { code: given.procedureCode });
  const missing = missingComponent(given, procedure) ?? unknownCase(given, procedure);
  if (missing !== null) return missing;
  const { applicant, submitter, components, citizenCases, quantity, pages, copies, resultDelivery } = given;
  return {
    procedureCode: procedure.code,
    catalogueVersion: versionFor(desk, procedure),
    applicant,
    ...(submitter === null ? {} : { submitter }),
    components: components.map(({ index, originals, copies }) => [index, originals, copies] as const),
    ...(citizenCases === undefined ? {} : { citizenCases }),
    quantity,
    ...(pages === undefined ? {} : { pages }),
    ...(copies === undefined ? {} : { copies: copies.map(copied) }),
    resultDelivery,
    ...more,
  };
}

/** Keeps what the file came under, before the entry that names it. */
export function adoptForFile(desk: DeskContext, tx: Writer, { procedureCode, catalogueVersion }: IntakeFacts): void {
  const procedure = desk.findProcedure(procedureCode);
  if (procedure !== undefined && versionFor(desk, procedure) === catalogueVersion) adoptFor(desk, tx, procedure);
}

/** The same as calls answer it. */
export function factsView(facts: IntakeFacts): Given {
  const { procedureCode, applicant, submitter, components, citizenCases, quantity, pages, copies, resultDelivery } =
    facts;
  return {
    procedureCode,
    applicant,
    submitter: submitter ?? null,
    components: components.map(([index, originals, copies]) => ({ index, originals, copies })),
    ...(citizenCases === undefined ? {} : { citizenCases: [...citizenCases] }),
    quantity,
    ...(pages === undefined ? {} : { pages }),
    ...(copies === undefined ? {} : { copies: copies.map(({ paper = '', ...one }) => ({ paper, ...one })) }),
    resultDelivery,
  };
}
