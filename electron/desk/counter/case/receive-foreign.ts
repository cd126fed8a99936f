import { type ForeignInput, ReceiptCode, type ReceivingUnit } from '../../../contract/counter/case/foreign.ts';
import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import { inputIssues } from '../../../contract/base/input-issues.ts';
import { canonicalCode, isSameCode, parseCaseNumber } from '../../../domain/base/numbering.ts';
import { fold, initials } from '../../../domain/base/vietnamese.ts';
import { civilOfInstant, timeDateText } from '../../../domain/base/civil-time.ts';
import { arrivalAsks } from '../../../domain/counter/case/reception-confirmations.ts';
import { findUnit } from '../../../domain/catalogue/catalogue.ts';
import type { ForeignReception } from '../../../domain/entries/case.ts';
import { promiseSteps } from '../../../domain/counter/kit/back-entry.ts';
import { casesOfPerson, findCaseRow, getCaseFile } from '../../../store/counter/case/case.ts';
import { casesGiven, findCaseByCode } from '../../../store/counter/case/numbers.ts';
import type { Db } from '../../../store/file/db.ts';
import { claimRequest, keepRequest } from '../../../store/journal/requests.ts';
import { adoptFor } from '../../catalogue/adopted.ts';
import { type PromiseFault, promiseOf, stepsView } from '../../catalogue/promise.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import { clockFault } from '../../core/clock.ts';
import type { DeskContext } from '../../core/context.ts';
import { confirmationFault, confirmedAction } from './confirm.ts';
import { missingComponent, receivedAction, takeSerial } from './receive.ts';

type ForeignFault =
  | Fault<
      | 'procedure-unknown'
      | 'component-unknown'
      | 'numbers-exhausted'
      | 'clock-untrusted'
      | 'competent-unknown'
      | 'competent-own'
      | 'foreign-moment'
      | 'foreign-known'
      | 'confirmation-needed'
      | 'request-id-reused'
      | 'disk-full'
      | 'input-invalid'
    >
  | PromiseFault;

/**
 * A file that another centre received and this office decides. The time runs from its arrival here (NĐ 118/2025 Điều 17 k3 as amended);
 * the code and the promise are those of the receipt that the citizen has, and nothing moves them. Its fees were taken there.
 */
export function receiveForeign(desk: DeskContext, input: ForeignInput, session: Session) {
  const done = recordForeign(desk, input, session);
  return isFault(done) ? done : foreignView(desk, input.requestId);
}

function recordForeign(desk: DeskContext, given: ForeignInput, session: Session): 'received' | 'known' | ForeignFault {
  const procedure = desk.findProcedure(given.procedureCode);
  if (procedure === undefined) return fault('procedure-unknown', { code: given.procedureCode });
  const missing = missingComponent(given, procedure);
  if (missing !== null) return missing;
  const code = canonicalCode(given.code);
  const flaw = codeFlaw(code);
  if (flaw !== null) return flaw;
  const { confirm, ...told } = given;
  const input = { ...told, code };
  const unit = unitOf(desk, input.receivingUnit);
  if (isFault(unit)) return unit;
  const request = { call: 'case.receiveForeign', requestId: input.requestId, content: input };
  const subject = { kind: 'case', caseId: input.requestId } as const;
  return desk.store.write(authorOf(session), desk.now(), (tx) => {
    const reused = claimRequest(tx.db, request);
    if (reused !== null) return reused;
    if (findCaseRow(tx.db, input.requestId) !== undefined) return 'known';
    const untrusted = clockFault(desk);
    if (untrusted !== null) return untrusted;
    const moments = momentsOf(input, desk.nowCivil());
    if (isFault(moments)) return moments;
    const { acceptedAt, arrivedAt, dueAt } = moments;
    const known = findKnown(tx.db, input, unit);
    if (known !== undefined) return fault('foreign-known', { code: input.code, caseId: known });
    // The law of the day on which the other centre received it, counted from its arrival here.
    const lawDay = acceptedAt.slice(0, 10);
    const question = { channel: input.channel, acceptedAt: arrivedAt, lawDay, legs: [] };
    const promise = promiseOf(procedure, question, desk.calendar());
    if (isFault(promise)) return promise;
    const needed = arrivalAsks({ acceptedAt, arrivedAt, dueAt, lawDueAt: promise.dueAt });
    const unsaid = confirmationFault(needed, confirm);
    if (unsaid !== null) return unsaid;
    const day = desk.nowCivil().slice(0, 10);
    const serial = takeSerial(desk, tx, day);
    if (isFault(serial)) return serial;
    const office = desk.getOffice();
    const foreign: ForeignReception = { code: input.code, unit, acceptedAt, arrivedAt, lawDueAt: promise.dueAt };
    const action = receivedAction({
      office,
      deskCode: office.desk.code,
      day,
      serial,
      catalogueVersion: adoptFor(desk, tx, procedure),
      procedure,
      promise,
      foreign: { foreign, dueAt },
      input,
    });
    tx.append(subject, { ...action, fees: [] });
    for (const said of confirmedAction('receive', needed, confirm)) tx.append(subject, said);
    keepRequest(tx.db, request);
    return 'received';
  });
}

/** What is kept has to be a line of a paper with something in it that a person can look for. */
function codeFlaw(code: string): Fault<'input-invalid'> | null {
  const parsed = ReceiptCode.safeParse(code);
  if (parsed.success) return null;
  const issues = inputIssues(parsed.error)
    .slice(-1)
    .map((issue) => ({ ...issue, path: 'code' }));
  return fault('input-invalid', { issues });
}

/** The case with that code: an official one is one file's, a counter's number is one file's of that centre. */
function findKnown(
  db: Db,
  { code, applicant }: Pick<ForeignInput, 'code' | 'applicant'>,
  unit: ForeignReception['unit'],
): string | undefined {
  // What is no case number leads to no case by itself: a second time it is the same citizen's.
  const others =
    parseCaseNumber(code) === undefined
      ? casesOfPerson(db, applicant.idNumber, mostOfPerson).map(({ caseId }) => caseId)
      : casesGiven(db, code);
  return (
    findCaseByCode(db, code) ??
    others.find((caseId) => {
      const { foreign } = getCaseFile(db, caseId).state.received;
      return foreign !== undefined && isSameCode(foreign.code, code) && isSameUnit(foreign.unit, unit);
    })
  );
}

const mostOfPerson = 50;

/** By its code where both have one; by its name as people write it otherwise. */
function isSameUnit(one: ForeignReception['unit'], other: ForeignReception['unit']): boolean {
  if (one.code !== undefined && other.code !== undefined) return one.code === other.code;
  return fold(one.name) === fold(other.name);
}

type Moments = Pick<ForeignReception, 'acceptedAt' | 'arrivedAt'> & { readonly dueAt: string };

/** Received there, then here, and not after now; promised after it was received. */
function momentsOf(input: ForeignInput, now: string): Moments | Fault<'foreign-moment'> {
  const [acceptedAt, arrivedAt, dueAt] = [input.acceptedAt, input.arrivedAt, input.dueAt].map(civilOfInstant) as [
    string,
    string,
    string,
  ];
  if (acceptedAt <= arrivedAt && arrivedAt <= now && acceptedAt <= dueAt) return { acceptedAt, arrivedAt, dueAt };
  const [there, here, promised] = [acceptedAt, arrivedAt, dueAt].map(timeDateText) as [string, string, string];
  return fault('foreign-moment', { acceptedAt: there, arrivedAt: here, dueAt: promised });
}

function unitOf(
  desk: DeskContext,
  receiving: ReceivingUnit,
): ForeignReception['unit'] | Fault<'competent-unknown' | 'competent-own'> {
  const text = typeof receiving === 'string' ? receiving : 'code' in receiving ? receiving.code : receiving.name;
  if (isOwnName(desk, text)) return fault('competent-own', { agency: text });
  if (!/^\d{5}$/.test(text)) return { name: text };
  const { catalogue } = desk;
  const unit = findUnit(catalogue, text);
  if (unit === undefined) return fault('competent-unknown', { code: text });
  if (desk.getOffice().unitCode === text) return fault('competent-own', { agency: unit.fullName });
  const province = catalogue.provinces.find(({ code }) => code === unit.provinceCode)?.name ?? '';
  return { name: `UBND ${unit.fullName}${province === '' ? '' : ` (${province})`}`, code: text };
}

/**
 * Whether a name as people write it means this very office: its unit with or without the province, or the centre itself. A name that
 * communes of several provinces share means this one only with the province.
 */
function isOwnName(desk: DeskContext, text: string): boolean {
  const { unitCode, centreName } = desk.getOffice();
  const { catalogue } = desk;
  const own = findUnit(catalogue, unitCode);
  const written = fold(text);
  if (written === fold(centreName)) return true;
  if (own === undefined) return false;
  const named = written.replace(
    /^(?:ubnd|uy ban nhan dan|mot cua|bo phan mot cua|trung tam phuc vu hanh chinh cong)(?: cua)? /,
    '',
  );
  const name = fold(own.fullName);
  if (named === name) return catalogue.units.filter((unit) => fold(unit.fullName) === name).length === 1;
  const province = catalogue.provinces.find(({ code }) => code === own.provinceCode);
  if (province === undefined || !named.startsWith(`${name} `)) return false;
  const where = named.slice(name.length + 1).replace(/^(?:tinh|thanh pho|tp) /, '');
  return where === fold(province.name) || where === initials(province.name) || where === `t${initials(province.name)}`;
}

function foreignView(desk: DeskContext, caseId: string) {
  const { actions, state } = getCaseFile(desk.store.db, caseId);
  const first = actions[0]?.action;
  if (first?.type !== 'received' || first.foreign === undefined) throw new Error('the case came from another centre');
  const { foreign, number, dueAt } = first;
  return {
    caseId,
    number,
    code: foreign.code,
    receivingUnit: foreign.unit.name,
    acceptedAt: state.acceptedAt,
    dueAt,
    dueDate: dueAt.slice(0, 10),
    lawDueAt: foreign.lawDueAt,
    steps: stepsView(promiseSteps(first)),
  };
}
