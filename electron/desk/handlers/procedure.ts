import type { ProcedureDetail } from '../../contract/catalogue/procedure.ts';
import { fault, isFault } from '../../contract/fault.ts';
import { amountInWords } from '../../domain/base/dong.ts';
import type { Procedure } from '../../domain/catalogue/catalogue.ts';
import { unverifiedEntries } from '../../domain/catalogue/doubts.ts';
import { findProcedures } from '../../domain/catalogue/procedure-search.ts';
import { explainDeadline } from '../../domain/deadline/deadline.ts';
import { termText } from '../../domain/deadline/explanation.ts';
import type { LegDefinition } from '../../domain/entries/case.ts';
import { assessFees } from '../../domain/money/fees.ts';
import { legOverrides } from '../../store/office/settings.ts';
import { authorOf } from '../author.ts';
import { feeView } from '../case-view.ts';
import { type CompetentFault, legsFor } from '../competent.ts';
import { type Handlers, getSession } from '../handler.ts';
import { legInfo, legsView, sentLegs } from '../leg-view.ts';
import { frameDoubts } from '../process.ts';
import { deadlineView, promiseOf } from '../promise.ts';
import type { Room } from '../room.ts';

type Own = Omit<Handlers['procedure'], 'process' | 'setProcess'>;

export const procedureHandlers: Own = {
  find: (room, { text, limit }) => ({ procedures: findProcedures(room.procedures(), text, limit ?? 20).map(hitOf) }),

  get: (room, { code }) => detailOrFault(room, code),

  fees: (room, { code, channel, quantity, pages }) => {
    const procedure = room.findProcedure(code);
    if (procedure === undefined) return fault('procedure-unknown', { code });
    const fees = assessFees(procedure.feeRules, { channel, quantity, pages });
    return { fees: feeView(fees), needsPages: procedure.feeRules.some(({ kind }) => kind === 'per-page') };
  },

  setTerm: (room, { code, term, rule, reason }, caller) => {
    if (room.findProcedure(code) === undefined) return fault('procedure-unknown', { code });
    const done = room.store.write(authorOf(getSession(caller)), room.now(), (tx) =>
      tx.append({ kind: 'office' }, { type: 'term-set', code, term, rule, reason }),
    );
    if (isFault(done)) return done;
    room.forget();
    return detailOrFault(room, code);
  },

  legs: (room, { code }) => {
    const procedure = room.findProcedure(code);
    return procedure === undefined ? fault('procedure-unknown', { code }) : legsView(room, procedure);
  },

  setLegs: (room, { code, legs, reason }, caller) => {
    if (room.findProcedure(code) === undefined) return fault('procedure-unknown', { code });
    const done = room.store.write(authorOf(getSession(caller)), room.now(), (tx) =>
      tx.append({ kind: 'office' }, { type: 'legs-set', code, legs: sentLegs(legs), reason }),
    );
    if (isFault(done)) return done;
    room.forget();
    return detailOrFault(room, code);
  },

  // What a supervisor has set is no longer missing, nor a doubt of the supplied list.
  unverified: (room) => {
    const procedures = room.catalogue.procedures.map((procedure) => room.findProcedure(procedure.code) ?? procedure);
    const set = legOverrides(room.store.db);
    const legs = room.catalogue.legs.filter(({ code }) => !set.has(code));
    return { entries: [...unverifiedEntries({ ...room.catalogue, procedures, legs }), ...frameDoubts(room)] };
  },
};

export const deadlineHandlers: Handlers['deadline'] = {
  explain: (room, input) => {
    if ('term' in input) {
      const { term, acceptedAt, rule } = input;
      const deadline = explainDeadline({ term, acceptedAt, ...(rule === undefined ? {} : { rule }) }, room.calendar());
      return isFault(deadline) ? deadline : deadlineView(deadline);
    }
    const procedure = room.findProcedure(input.procedureCode);
    if (procedure === undefined) return fault('procedure-unknown', { code: input.procedureCode });
    const channel = input.channel ?? 'direct';
    const legs = legsFor(room, procedure, { ...input, channel });
    if (isFault(legs)) return legs as CompetentFault;
    const calendar = room.calendar();
    const promise = promiseOf(procedure, channel, input.acceptedAt, calendar, legs as readonly LegDefinition[]);
    return isFault(promise) ? promise : deadlineView(promise);
  },
};

export const textHandlers: Handlers['text'] = {
  amountInWords: (_room, { amount }) => ({ text: amountInWords(amount) }),
};

function detailOrFault(room: Room, code: string) {
  const procedure = room.findProcedure(code);
  return procedure === undefined ? fault('procedure-unknown', { code }) : detailOf(procedure, room);
}

function hitOf({ code, name, field, authority, term, rule }: Procedure) {
  return { code, name, field, authority, term, rule };
}

function detailOf(procedure: Procedure, room: Room): ProcedureDetail {
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
    legs: room.legsOf(procedure.code).map(legInfo),
    catalogueVersion: room.catalogue.version,
  };
}
