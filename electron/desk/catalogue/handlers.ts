import type { Procedure, ProcedureTerm } from '../../contract/catalogue/lists.ts';
import type { ProcedureDetail, TermChoice } from '../../contract/catalogue/procedure.ts';
import { otherProcedure } from '../../contract/catalogue/office-list.ts';
import { type Fault, fault, isFault } from '../../contract/base/fault.ts';
import type { FeeLineView } from '../../contract/base/values.ts';
import { amountInWords } from '../../domain/base/dong.ts';
import { unreadEntries, unverifiedEntries } from '../../domain/catalogue/doubts.ts';
import { declarationOf } from '../../domain/catalogue/own-fields/declarations.ts';
import { plainProcedure } from '../../domain/catalogue/offers.ts';
import { findProcedures, isMeant } from '../../domain/catalogue/procedure-search.ts';
import { ledToSuccessors } from '../../domain/catalogue/successors.ts';
import {
  choosableTerms,
  isTermVerified,
  plainTerm,
  ruleOf,
  usualTerm,
} from '../../domain/catalogue/procedure-terms.ts';
import { explainDeadline } from '../../domain/deadline/deadline.ts';
import { termText } from '../../domain/deadline/explanation.ts';
import { type CaseFee, exemptionTold, receptionFees } from '../../domain/counter/money/case-fees.ts';
import { asCopies, assessFees, countsCopies, rulesOn } from '../../domain/counter/money/fees.ts';
import { type ProcessFlaw, processFlaw } from '../../domain/routing/process.ts';
import { legOverrides } from '../../store/common/office/settings.ts';
import { setEverywhere } from '../core/everywhere.ts';
import type { DeskContext } from '../core/context.ts';
import { type Caller, type Handlers, getSession } from '../core/handler.ts';
import { feeView } from '../counter/money/views.ts';
import { versionFor } from './adopted.ts';
import { legsFor } from './competent.ts';
import { legInfo, legsView, sentLegs } from './legs.ts';
import { ownFieldView } from './own-field-view.ts';
import {
  catalogueRows,
  listsTaken,
  readOfficeList,
  rollBackList,
  setOfficeProcedure,
  takeOfficeList,
} from './lists/office-lists.ts';
import { packDoubts } from './packs/data-packs.ts';
import { frameDoubts, processView } from './process.ts';
import { deadlineView, promiseOf } from './promise.ts';

type Own = Omit<Handlers['procedure'], 'process' | 'setProcess'>;

export const procedureHandlers: Own = {
  find: (desk, { text, limit }, caller) => {
    const today = desk.nowCivil().slice(0, 10);
    const most = limit ?? 20;
    const hidden = desk.offers().filter(({ procedure }) => isHidden(desk, procedure.code, caller)).length;
    const found = findProcedures(desk.procedures(), text, most + hidden)
      .filter(({ code }) => !isHidden(desk, code, caller))
      .slice(0, most);
    const led = ledToSuccessors(found, (code, from) => successorOf(desk, code, from), today);
    const [first] = led;
    const said = [first?.procedure, ...found.slice(0, 1)];
    return {
      procedures: led.map(({ procedure, insteadOf }) => hitOf(desk, procedure, today, insteadOf)),
      meant: said.some((one) => one !== undefined && isMeant(one, text, desk.findOffer(one.code)?.nicknames)),
    };
  },

  get: (desk, { code }, caller) =>
    isHidden(desk, code, caller) ? fault('procedure-unknown', { code }) : detailOrFault(desk, code),

  fees: (desk, { code, channel, ...asked }, caller) => {
    const procedure = isHidden(desk, code, caller) ? undefined : lookedAt(desk, code);
    if (procedure === undefined) return fault('procedure-unknown', { code });
    const { feeRules } = procedure;
    const day = desk.nowCivil().slice(0, 10);
    const fees = assessFees(rulesOn(feeRules, day), { channel, ...asCopies(feeRules, asked) });
    const told = receptionFees(fees, { incentives: desk.incentives(), channel, procedureCode: code, day });
    const needsPages = feeRules.some(({ kind }) => kind === 'per-page');
    const views = feeView(fees).map((view, index) => withExemption(view, told[index]));
    return { fees: views, needsPages, countsCopies: countsCopies(feeRules) };
  },

  setTerm: async (desk, { code, term, rule, reason }, caller) => {
    if (desk.findProcedure(code) === undefined) return fault('procedure-unknown', { code });
    const done = await setEverywhere(desk, getSession(caller), { type: 'term-set', code, term, rule, reason });
    if (isFault(done)) return done;
    desk.forget();
    return detailOrFault(desk, code);
  },

  legs: (desk, { code }) => {
    const procedure = desk.findProcedure(code);
    return procedure === undefined ? fault('procedure-unknown', { code }) : legsView(desk, procedure);
  },

  setLegs: async (desk, { code, legs, reason }, caller) => {
    if (desk.findProcedure(code) === undefined) return fault('procedure-unknown', { code });
    const event = { type: 'legs-set', code, legs: sentLegs(legs), reason } as const;
    const done = await setEverywhere(desk, getSession(caller), event);
    if (isFault(done)) return done;
    desk.forget();
    return detailOrFault(desk, code);
  },

  // What a supervisor has set is no longer missing, nor a doubt of the supplied list.
  unverified: (desk, _input, caller) => {
    const procedures = desk.catalogue.procedures.map((procedure) => desk.findProcedure(procedure.code) ?? procedure);
    const set = legOverrides(desk.store.db);
    const legs = desk.catalogue.legs.filter(({ code }) => !set.has(code));
    const known = new Set(desk.offers().map(({ procedure }) => procedure.code));
    const listedOnly = desk.catalogue.listedOnly.filter(({ code }) => !known.has(code));
    const offers = desk.offers().filter(({ procedure }) => !isHidden(desk, procedure.code, caller));
    const doubted = unverifiedEntries({ ...desk.catalogue, procedures, legs, listedOnly });
    return { entries: [...doubted, ...unreadEntries(offers), ...frameDoubts(desk), ...packDoubts(desk)] };
  },
};

export const deadlineHandlers: Handlers['deadline'] = {
  explain: (desk, input, caller) => {
    if ('term' in input) {
      const { term, acceptedAt, rule } = input;
      const deadline = explainDeadline({ term, acceptedAt, ...(rule === undefined ? {} : { rule }) }, desk.calendar());
      return isFault(deadline) ? deadline : deadlineView(deadline);
    }
    const isUnknown = isHidden(desk, input.procedureCode, caller);
    const procedure = isUnknown ? undefined : lookedAt(desk, input.procedureCode);
    if (procedure === undefined) return fault('procedure-unknown', { code: input.procedureCode });
    const channel = input.channel ?? 'direct';
    const legs = legsFor(desk, procedure, { ...input, channel });
    if (isFault(legs)) return legs;
    const calendar = desk.calendar();
    const promise = promiseOf(procedure, { ...input, channel, legs, onlyAsked: true }, calendar);
    return isFault(promise) ? promise : deadlineView(promise);
  },
};

export const textHandlers: Handlers['text'] = {
  amountInWords: (_room, { amount }) => ({ text: amountInWords(amount) }),
};

/**
 * Whether a procedure is not answered to who asks: what a counter typed may name a citizen, whatever it was meant for. Until a supervisor has completed
 * it only those who are signed in are told (Luật 91/2025/QH15, docs/law/data.md).
 */
function isHidden(desk: DeskContext, code: string, { session }: Caller): boolean {
  return session === null && desk.findOffer(code)?.origin === 'typed';
}

/** Also what stands in no list: a screen asks of it what it asks of any. */
function lookedAt(desk: DeskContext, code: string): Procedure | undefined {
  return code === otherProcedure ? plainProcedure({ code, name: 'Thủ tục khác', field: '' }) : desk.findProcedure(code);
}

function detailOrFault(desk: DeskContext, code: string) {
  const procedure = lookedAt(desk, code);
  return procedure === undefined ? fault('procedure-unknown', { code }) : detailOf(procedure, desk);
}

/** What a procedure is by, and the limit a file has that comes to the counter today. */
function hitOf(desk: DeskContext, procedure: Procedure, today: string, insteadOf: readonly string[] = []) {
  const { code, name, field, authority, successor } = procedure;
  const usual = usualTerm(procedure, { day: today, channel: 'direct' });
  const [term, rule] = usual === undefined ? [null, null] : [plainTerm(usual), ruleOf(usual)];
  return {
    code,
    name,
    field,
    authority,
    term,
    rule,
    successor,
    insteadOf: [...insteadOf],
    origin: desk.findOffer(code)?.origin ?? 'typed',
  };
}

/**
 * What a code that was looked for leads to. One that is received itself does not give way to a code that was told from the names alone: both are
 * shown, each with its own terms and papers.
 */
function successorOf(desk: DeskContext, code: string, from: Procedure): Procedure | undefined {
  const next = desk.findOffer(code);
  if (next?.offered !== true) return undefined;
  const isReceived = desk.findOffer(from.code)?.offered === true;
  return isReceived && from.successor?.inferred === true ? undefined : next.procedure;
}

function choiceOf(term: ProcedureTerm): TermChoice {
  const { key, words, value, unit, article, from, until, chosen, needs, grade, readOn, readBy } = term;
  return {
    key,
    words,
    value,
    unit,
    article,
    from,
    until,
    chosen,
    needs,
    grade,
    readOn,
    readBy,
    text: termText(term, 'vi'),
    textEn: termText(term, 'en'),
    rule: ruleOf(term),
    channels: term.channels === undefined ? null : [...term.channels],
  };
}

/** What is free is announced as free, by the same words as on paper (Luật Hộ tịch Điều 11 k1b). */
function withExemption(view: FeeLineView, fee: CaseFee | undefined): FeeLineView {
  const free = fee === undefined ? undefined : exemptionTold(fee);
  return free === undefined ? view : { ...view, free };
}

function detailOf(procedure: Procedure, desk: DeskContext): ProcedureDetail {
  const today = desk.nowCivil().slice(0, 10);
  const usual = usualTerm(procedure, { day: today, channel: 'direct' });
  return {
    ...hitOf(desk, procedure, today),
    counts: countsOf(procedure),
    decidingAgency: procedure.decidingAgency,
    onlineLevel: procedure.onlineLevel,
    onlineOnly: procedure.onlineOnly,
    terms: choosableTerms(procedure.terms).map(choiceOf),
    noTerm: usual === undefined ? procedure.noTerm : null,
    components: procedure.components.map((component, index) => ({
      index,
      name: component.name,
      short: component.short,
      kind: component.kind,
      group: component.group ?? null,
      condition: component.case ?? null,
      originals: component.originals,
      copies: component.copies,
    })),
    ownFields: (procedure.ownFields ?? []).map(ownFieldView),
    declaration: declarationOf(procedure.code) ?? null,
    termText: usual === undefined ? null : termText(usual, 'vi'),
    termVerified: usual !== undefined && isTermVerified(usual),
    termNote: procedure.termNote,
    verified: procedure.verified,
    feeAmount: procedure.fee.amount,
    feeNote: procedure.fee.note,
    result: procedure.result,
    legalBasis: [...procedure.legalBasis],
    legs: desk.legsOf(procedure.code).map(legInfo),
    catalogueVersion: versionFor(desk, procedure),
    offered: desk.findOffer(procedure.code)?.offered ?? procedure.code === otherProcedure,
    nicknames: [...(desk.findOffer(procedure.code)?.nicknames ?? [])],
    doubts: [...procedure.doubts],
  };
}

function countsOf({ feeRules }: Procedure): ProcedureDetail['counts'] {
  if (feeRules.some(({ kind }) => kind === 'per-page')) return 'pages';
  return countsCopies(feeRules) ? 'copies' : 'none';
}

const flaws: Readonly<Record<ProcessFlaw, { readonly reason: string; readonly reasonEn: string }>> = {
  'reception-first': {
    reason: 'bước đầu là tiếp nhận, do bộ phận một cửa làm',
    reasonEn: 'the first step is the reception, done by the desk',
  },
  'return-last': {
    reason: 'bước cuối là trả kết quả, do bộ phận một cửa làm',
    reasonEn: 'the last step is the return of the result, done by the desk',
  },
  'name-twice': { reason: 'có hai bước trùng tên', reasonEn: 'two steps have the same name' },
  'nobody-handles': {
    reason: 'giữa tiếp nhận và trả kết quả phải có ít nhất một bước xử lý',
    reasonEn: 'between reception and return somebody has to handle the file',
  },
};

type ProcessHandlers = Pick<Handlers['procedure'], 'process' | 'setProcess'>;

export const processHandlers: ProcessHandlers = {
  process: (desk, { code }) => {
    const procedure = desk.findProcedure(code);
    return procedure === undefined ? fault('procedure-unknown', { code }) : processView(desk, procedure);
  },

  setProcess: async (desk, { code, steps, reason }, caller) => {
    const procedure = desk.findProcedure(code);
    if (procedure === undefined) return fault('procedure-unknown', { code });
    const flaw = processFlaw(steps);
    if (flaw !== null) return fault('process-unfit', { flaw, ...flaws[flaw] });
    const view = processView(desk, procedure, steps);
    if (!view.sum.fits) return tooLong(code, view.sum);
    const done = await setEverywhere(desk, getSession(caller), { type: 'process-set', code, steps, reason });
    if (isFault(done)) return done;
    desk.forget();
    // Read again, so that it says who set it.
    return processView(desk, procedure);
  },
};

function tooLong(
  code: string,
  { minutes, termMinutes }: { readonly minutes: number; readonly termMinutes: number | null },
): Fault<'process-too-long'> {
  const hours = (value: number) => Math.round(value / 6) / 10;
  return fault('process-too-long', { code, hours: hours(minutes), termHours: hours(termMinutes ?? 0) });
}

export const catalogueHandlers: Handlers['catalogue'] = {
  previewList: (desk, input) => {
    const read = readOfficeList(desk, input);
    return isFault(read) ? read : read.preview;
  },
  // What is received by is the centre's: with the turn of its counters.
  takeList: (desk, input, caller) => desk.centre.turn(() => takeOfficeList(desk, input, getSession(caller))),
  setProcedure: (desk, input, caller) => desk.centre.turn(() => setOfficeProcedure(desk, input, getSession(caller))),
  rollBack: (desk, input, caller) => desk.centre.turn(() => rollBackList(desk, input, getSession(caller))),
  lists: (desk) => ({ lists: listsTaken(desk) }),
  list: (desk, input) => catalogueRows(desk, input),
};
