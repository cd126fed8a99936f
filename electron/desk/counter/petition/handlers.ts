import { fault, isFault } from '../../../contract/base/fault.ts';
import { answerDue } from '../../../domain/counter/petition/clocks.ts';
import { petitionNumber } from '../../../domain/counter/petition/petition.ts';
import { findPetition, petitionEvents } from '../../../store/counter/petition/petition.ts';
import { authorOf } from '../../core/session/client.ts';
import { type Handlers, getSession } from '../../core/handler.ts';
import { watched } from '../../core/watched.ts';
import { roleInActs } from '../case/act.ts';
import { actOnPetition, registerPetition } from './act.ts';
import { listedPetitions } from './listed.ts';
import { petitionFile } from './petition-file.ts';
import { viewPetition } from './view.ts';

export const petitionHandlers: Handlers['petition'] = {
  register: (desk, { petitionId, arrivedAt, ...facts }, caller) => {
    const done = registerPetition(desk, { petitionId, arrivedAt, facts: told(facts) }, getSession(caller));
    if (isFault(done)) return done;
    const petition = findPetition(desk.store.db, petitionId);
    if (petition === undefined) throw new Error(`petition ${petitionId} was just written`);
    return { petitionId, number: petitionNumber(petition), answerDue: answerDue(petition, desk.calendar()) };
  },

  act: (desk, { petitionId, act }, caller) => {
    const status = actOnPetition(desk, petitionId, act, getSession(caller));
    return isFault(status) ? status : { petitionId, status };
  },

  get: (desk, { petitionId }, caller) => {
    const events = petitionEvents(desk.store.db, petitionId);
    if (events.length === 0) return fault('petition-unknown', { petitionId });
    return viewPetition(desk, petitionId, events, roleInActs(desk, getSession(caller)));
  },

  list: (desk, asked) => ({
    now: desk.nowCivil(),
    ...listedPetitions(desk, asked),
    fields: [...new Set(desk.catalogue.procedures.map(({ field }) => field))].toSorted((a, b) =>
      a.localeCompare(b, 'vi'),
    ),
  }),

  file: (desk, { from, to, format, after, watch }, caller) => {
    const session = getSession(caller);
    return watched(desk, watch, async (watching) => {
      const file = await petitionFile(desk, { from, to, after, maker: session.fullName }, format, watching);
      if (isFault(file)) return file;
      watching.signal.throwIfAborted();
      // A file of which nothing was kept is not handed out; the list on the screen still is.
      const { rows: lines, volume, volumes } = file;
      const told = { format, from, to, lines, ...(volumes === 1 ? {} : { volume }) };
      const kept = desk.store.write(authorOf(session), desk.now(), (tx) =>
        tx.append({ kind: 'office' }, { type: 'petitions-exported', ...told }),
      );
      return isFault(kept) ? kept : file;
    });
  },
};

type Told = Parameters<Handlers['petition']['register']>[1];
type Facts = Parameters<typeof registerPetition>[1]['facts'];

/** What was left empty is not kept as an empty word. */
function told({
  sourceCode,
  sourceDue,
  about,
  caseNumber,
  sender,
  ...facts
}: Omit<Told, 'petitionId' | 'arrivedAt'>): Facts {
  const { name, address, phone, email } = sender;
  return {
    ...facts,
    ...(sourceCode === undefined ? {} : { sourceCode }),
    ...(sourceDue === undefined ? {} : { sourceDue }),
    sender: {
      ...(name ? { name } : {}),
      ...(address ? { address } : {}),
      ...(phone ? { phone } : {}),
      ...(email ? { email } : {}),
    },
    ...(about ? { about } : {}),
    ...(caseNumber ? { caseNumber } : {}),
  };
}
