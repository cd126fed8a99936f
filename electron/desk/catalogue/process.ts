import type { Procedure, ProcessFrame } from '../../contract/catalogue/lists.ts';
import { createHash } from 'node:crypto';
import type { ProcessStep, ProcessView } from '../../contract/routing/process.ts';
import { Channel, type Term } from '../../contract/base/values.ts';
import { canonicalJson } from '../../domain/base/canonical-json.ts';
import type { CaseState } from '../../domain/counter/case/state.ts';
import { adoptedProcedure } from '../../domain/catalogue/adopted.ts';
import { plainTerm, receptionTerms, usualTerm } from '../../domain/catalogue/procedure-terms.ts';
import type { Unverified } from '../../domain/catalogue/doubts.ts';
import {
  type Process,
  type ProcessFlaw,
  officeMinutes,
  processFlaw,
  sumProcess,
} from '../../domain/routing/process.ts';
import { findAdoptedProcedure } from '../../store/catalogue/catalogue.ts';
import { findDataPack } from '../../store/centre/content/content.ts';
import { takenPacks } from '../../store/common/office/standing-lists.ts';
import { findKeptProcess, processesSet } from '../../store/routing/process.ts';
import type { DeskContext } from '../core/context.ts';
import { lastSetting } from './adopted.ts';

/** The process that a case of this procedure would begin now. */
function processOf(desk: DeskContext, procedure: Procedure): Process {
  const own = ownSteps(desk, procedure);
  const steps = own ?? frameOf(desk, procedure).steps;
  return { id: idOf(steps), steps, byOffice: own !== undefined };
}

/** Who asks of papers that are under way, which have begun their process, does not know when their file was received. */
type About = Pick<CaseState, 'stage'> &
  Partial<Pick<CaseState, 'acceptedAt'>> & {
    readonly received: Pick<CaseState['received'], 'procedureCode'> &
      Partial<Pick<CaseState['received'], 'catalogueVersion'>>;
  };

/** The steps of this office: those a supervisor set, or those of a data pack where they are a process and fit into the limit. */
function ownSteps(desk: DeskContext, procedure: Procedure): readonly ProcessStep[] | undefined {
  const set = desk.findOwnProcess(procedure.code);
  if (set !== undefined) return set;
  const packed = desk.findPackedProcess(procedure.code);
  return packed !== undefined && packedFlaw(desk, procedure, packed) === null ? packed : undefined;
}

/** Why steps of a pack are left out: they are no process, or longer than the shortest limit. */
export function packedFlaw(
  desk: DeskContext,
  procedure: Procedure,
  steps: readonly ProcessStep[],
): ProcessFlaw | 'too-long' | null {
  const flaw = processFlaw(steps);
  if (flaw !== null) return flaw;
  return sumProcess(steps, shortestTerm(desk, procedure), desk.calendar()).fits ? null : 'too-long';
}

/**
 * The process a case goes through: the one it began with, or the one it would begin. A procedure that is listed no more, because its pack was rolled back, is the
 * one the file was received under. Undefined where nobody knows that one.
 */
export function processOfCase(desk: DeskContext, { stage, received, acceptedAt }: About): Process | undefined {
  const id = stage?.process ?? null;
  const kept = id === null ? undefined : findKeptProcess(desk.store.db, id);
  if (id !== null && kept !== undefined) return { id, steps: kept, byOffice: wasSet(desk, received.procedureCode, id) };
  const procedure = desk.findProcedure(received.procedureCode);
  return procedure === undefined ? processAtReception(desk, received, acceptedAt) : processOf(desk, procedure);
}

/** The steps that packs had given a procedure until a file of it was received, or the general process, with the leader's step. */
function processAtReception(
  desk: DeskContext,
  { procedureCode, catalogueVersion }: About['received'],
  acceptedAt: string | undefined,
): Process | undefined {
  if (catalogueVersion === undefined || acceptedAt === undefined) return undefined;
  const adopted = findAdoptedProcedure(desk.store.db, catalogueVersion, procedureCode);
  if (adopted === undefined) return undefined;
  const procedure = adoptedProcedure(adopted);
  const process = processOf(desk, procedure);
  if (process.byOffice) return process;
  const day = acceptedAt.slice(0, 10);
  const [steps] = stepsEverPacked(desk, procedureCode, day).filter((one) => packedFlaw(desk, procedure, one) === null);
  return steps === undefined ? process : { id: idOf(steps), steps, byOffice: true };
}

/** Whether this office ever set these very steps, at whatever desk: a case keeps what it began with, and what that asked of it. */
function wasSet(desk: DeskContext, code: string, id: string): boolean {
  const procedure = desk.findProcedure(code);
  // A frame of the product, which most files go by, is looked for nowhere.
  if (procedure !== undefined && ownSteps(desk, procedure) === undefined && idOf(frameOf(desk, procedure).steps) === id)
    return false;
  const set = [...processesSet(desk.store.db, code), ...stepsEverPacked(desk, code)];
  return set.some((steps) => idOf(steps) === id);
}

/** The steps that packs ever gave a procedure here, also those that were rolled back since; those taken last first. Asked of a day: those that were for it. */
function stepsEverPacked(desk: DeskContext, code: string, day = '9999-12-31'): readonly (readonly ProcessStep[])[] {
  const ever = takenPacks(desk.store.db).filter(
    ({ counts, from, at }) => counts.processes !== undefined && from <= day && at.slice(0, 10) <= day,
  );
  return ever.flatMap(({ sha256 }) => {
    const steps = findDataPack(desk.store.db, sha256)?.processes?.steps ?? [];
    return steps.filter((one) => one.code === code).map((one) => one.steps);
  });
}

/** Its first sixteen digits name the steps: the same steps have the same name. */
function idOf(steps: readonly ProcessStep[]): string {
  return createHash('sha256').update(canonicalJson(steps)).digest('hex').slice(0, 16);
}

/** The general process of a procedure. A pack's that is longer than the limit of this procedure is not for it: it goes by the product's, which promises nothing. */
function frameOf(desk: DeskContext, procedure: Procedure): ProcessFrame {
  const frame = frameAmong(desk, procedure, desk.processFrames());
  return isOfProduct(desk, frame) || fitsFrame(desk, procedure, frame)
    ? frame
    : frameAmong(desk, procedure, desk.catalogue.processFrames);
}

function isOfProduct(desk: DeskContext, frame: ProcessFrame): boolean {
  return desk.catalogue.processFrames.includes(frame);
}

function fitsFrame(desk: DeskContext, procedure: Procedure, { steps }: ProcessFrame): boolean {
  return sumProcess(steps, shortestTerm(desk, procedure), desk.calendar()).fits;
}

/** Of these procedures those that would go by this frame, as long as nobody gave them steps of their own: those whose limit it keeps, and those for which it is too long. */
export function frameReach(
  desk: DeskContext,
  frame: ProcessFrame,
  { frames, procedures }: { readonly frames: readonly ProcessFrame[]; readonly procedures: readonly Procedure[] },
): { readonly fits: readonly Procedure[]; readonly tooLong: readonly Procedure[] } {
  const using = procedures.filter(
    (procedure) => ownSteps(desk, procedure) === undefined && frameAmong(desk, procedure, frames).id === frame.id,
  );
  const fits = using.filter((procedure) => fitsFrame(desk, procedure, frame));
  return { fits, tooLong: using.filter((procedure) => !fits.includes(procedure)) };
}

function frameAmong(desk: DeskContext, procedure: Procedure, frames: readonly ProcessFrame[]): ProcessFrame {
  const term = usualTerm(procedure, { day: desk.nowCivil().slice(0, 10), channel: 'direct' });
  const own = frames.find(({ units }) => term !== undefined && units?.includes(term.unit) === true);
  const frame = own ?? frames.find(({ units }) => units === undefined);
  if (frame === undefined) throw new Error('the list of processes has one frame for all the rest');
  return frame;
}

/** The shortest limit a file can have today, over all channels: the steps have to fit into each. */
function shortestTerm(desk: DeskContext, procedure: Procedure): Term | null {
  const day = desk.nowCivil().slice(0, 10);
  const terms = Channel.options.flatMap((channel) => receptionTerms(procedure, { day, channel })).map(plainTerm);
  return terms.toSorted((a, b) => officeMinutes(a, desk.calendar()) - officeMinutes(b, desk.calendar()))[0] ?? null;
}

export function processView(desk: DeskContext, procedure: Procedure, asked?: readonly ProcessStep[]): ProcessView {
  const own = asked ?? ownSteps(desk, procedure);
  const frame = frameOf(desk, procedure);
  const steps = own ?? frame.steps;
  const term = shortestTerm(desk, procedure);
  return {
    code: procedure.code,
    name: procedure.name,
    term,
    steps: [...steps],
    source: own === undefined ? 'frame' : 'office',
    verified: own === undefined ? frame.verified : true,
    note: own === undefined ? frame.note : '',
    set: lastSetting(desk, 'process-set', procedure.code),
    sum: sumProcess(steps, term, desk.calendar()),
  };
}

/** Frames that procedures still go by although nobody verified them, for the office to know. */
export function frameDoubts(desk: DeskContext): Unverified[] {
  const byFrame = desk.catalogue.procedures.flatMap(({ code }) => {
    const procedure = desk.findProcedure(code);
    return procedure === undefined || ownSteps(desk, procedure) !== undefined ? [] : [frameOf(desk, procedure)];
  });
  return [...new Set([...desk.processFrames(), ...desk.catalogue.processFrames])].flatMap((frame) => {
    const using = byFrame.filter((one) => one === frame).length;
    if (frame.verified || using === 0) return [];
    const what = `Quy trình nội bộ «${frame.name}»: ${using} thủ tục đang dùng. ${frame.note}`;
    return [{ kind: 'process-frame' as const, code: frame.id, what }];
  });
}
