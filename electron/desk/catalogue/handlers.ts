import type { Procedure } from '../../contract/catalogue/lists.ts';
import type { ProcedureDetail } from '../../contract/catalogue/procedure.ts';
import { type Fault, fault, isFault } from '../../contract/fault.ts';
import { amountInWords } from '../../domain/base/dong.ts';
import { unverifiedEntries } from '../../domain/catalogue/doubts.ts';
import { findProcedures } from '../../domain/catalogue/procedure-search.ts';
import { explainDeadline } from '../../domain/deadline/deadline.ts';
import { termText } from '../../domain/deadline/explanation.ts';
import { assessFees } from '../../domain/money/fees.ts';
import { type ProcessFlaw, processFlaw } from '../../domain/routing/process.ts';
import { legOverrides } from '../../store/office/settings.ts';
import { authorOf } from '../core/client.ts';
import type { DeskContext } from '../core/context.ts';
import { type Handlers, getSession } from '../core/handler.ts';
import { feeView } from '../core/lookups.ts';
import { legsFor } from './competent.ts';
import { legInfo, legsView, sentLegs } from './legs.ts';
import { frameDoubts, processView } from './process.ts';
import { deadlineView, promiseOf } from './promise.ts';

type Own = Omit<Handlers['procedure'], 'process' | 'setProcess'>;

export const procedureHandlers: Own = {
  find: (desk, { text, limit }) => ({ procedures: findProcedures(desk.procedures(), text, limit ?? 20).map(hitOf) }),

  get: (desk, { code }) => detailOrFault(desk, code),

  fees: (desk, { code, channel, quantity, pages }) => {
    const procedure = desk.findProcedure(code);
    if (procedure === undefined) return fault('procedure-unknown', { code });
    const fees = assessFees(procedure.feeRules, { channel, quantity, pages });
    return { fees: feeView(fees), needsPages: procedure.feeRules.some(({ kind }) => kind === 'per-page') };
  },

  setTerm: (desk, { code, term, rule, reason }, caller) => {
    if (desk.findProcedure(code) === undefined) return fault('procedure-unknown', { code });
    const done = desk.store.write(authorOf(getSession(caller)), desk.now(), (tx) =>
      tx.append({ kind: 'office' }, { type: 'term-set', code, term, rule, reason }),
    );
    if (isFault(done)) return done;
    desk.forget();
    return detailOrFault(desk, code);
  },

  legs: (desk, { code }) => {
    const procedure = desk.findProcedure(code);
    return procedure === undefined ? fault('procedure-unknown', { code }) : legsView(desk, procedure);
  },

  setLegs: (desk, { code, legs, reason }, caller) => {
    if (desk.findProcedure(code) === undefined) return fault('procedure-unknown', { code });
    const done = desk.store.write(authorOf(getSession(caller)), desk.now(), (tx) =>
      tx.append({ kind: 'office' }, { type: 'legs-set', code, legs: sentLegs(legs), reason }),
    );
    if (isFault(done)) return done;
    desk.forget();
    return detailOrFault(desk, code);
  },

  // What a supervisor has set is no longer missing, nor a doubt of the supplied list.
  unverified: (desk) => {
    const procedures = desk.catalogue.procedures.map((procedure) => desk.findProcedure(procedure.code) ?? procedure);
    const set = legOverrides(desk.store.db);
    const legs = desk.catalogue.legs.filter(({ code }) => !set.has(code));
    return { entries: [...unverifiedEntries({ ...desk.catalogue, procedures, legs }), ...frameDoubts(desk)] };
  },
};

export const deadlineHandlers: Handlers['deadline'] = {
  explain: (desk, input) => {
    if ('term' in input) {
      const { term, acceptedAt, rule } = input;
      const deadline = explainDeadline({ term, acceptedAt, ...(rule === undefined ? {} : { rule }) }, desk.calendar());
      return isFault(deadline) ? deadline : deadlineView(deadline);
    }
    const procedure = desk.findProcedure(input.procedureCode);
    if (procedure === undefined) return fault('procedure-unknown', { code: input.procedureCode });
    const channel = input.channel ?? 'direct';
    const legs = legsFor(desk, procedure, { ...input, channel });
    if (isFault(legs)) return legs;
    const calendar = desk.calendar();
    const promise = promiseOf(procedure, channel, input.acceptedAt, calendar, legs);
    return isFault(promise) ? promise : deadlineView(promise);
  },
};

export const textHandlers: Handlers['text'] = {
  amountInWords: (_room, { amount }) => ({ text: amountInWords(amount) }),
};

function detailOrFault(desk: DeskContext, code: string) {
  const procedure = desk.findProcedure(code);
  return procedure === undefined ? fault('procedure-unknown', { code }) : detailOf(procedure, desk);
}

function hitOf({ code, name, field, authority, term, rule }: Procedure) {
  return { code, name, field, authority, term, rule };
}

function detailOf(procedure: Procedure, desk: DeskContext): ProcedureDetail {
  return {
    ...hitOf(procedure),
    components: procedure.components.map((component, index) => ({
      index,
      name: component.name,
      short: component.short,
      condition: component.case ?? null,
      originals: component.originals,
      copies: component.copies,
    })),
    termText: procedure.term === null ? null : termText(procedure.term, 'vi'),
    termVerified: procedure.termVerified,
    termNote: procedure.termNote,
    feeAmount: procedure.fee.amount,
    feeNote: procedure.fee.note,
    result: procedure.result,
    legalBasis: [...procedure.legalBasis],
    legs: desk.legsOf(procedure.code).map(legInfo),
    catalogueVersion: desk.catalogue.version,
  };
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

  setProcess: (desk, { code, steps, reason }, caller) => {
    const procedure = desk.findProcedure(code);
    if (procedure === undefined) return fault('procedure-unknown', { code });
    const flaw = processFlaw(steps);
    if (flaw !== null) return fault('process-unfit', { flaw, ...flaws[flaw] });
    const view = processView(desk, procedure, steps);
    if (!view.sum.fits) return tooLong(code, view.sum);
    const done = desk.store.write(authorOf(getSession(caller)), desk.now(), (tx) =>
      tx.append({ kind: 'office' }, { type: 'process-set', code, steps, reason }),
    );
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
