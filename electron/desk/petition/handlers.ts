import { fault, isFault } from '../../contract/base/fault.ts';
import type { PetitionRow } from '../../contract/petition/petition.ts';
import { answerDue, dutyOf } from '../../domain/petition/clocks.ts';
import { petitionNumber } from '../../domain/petition/petition.ts';
import { findPetition, petitionEvents, searchPetitions, unsettledPetitions } from '../../store/petition/petition.ts';
import { authorOf } from '../core/client.ts';
import { type Handlers, getSession } from '../core/handler.ts';
import { actOnPetition, registerPetition } from './act.ts';
import { petitionFile } from './petition-file.ts';
import { petitionRow, viewPetition } from './view.ts';

/** What is counted and looked at for its clocks: more than a ward hears in a year. */
const most = 5000;

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
    return viewPetition(desk, petitionId, events, getSession(caller).role);
  },

  list: (desk, { text, show, limit }) => {
    const { db } = desk.store;
    const owed = unsettledPetitions(db)
      .map((kept) => petitionRow(desk, kept))
      .filter(isOwed)
      .toSorted(byDuty);
    const isOwedId = new Set(owed.map(({ petitionId }) => petitionId));
    const { found, count } = searchPetitions(db, text, most);
    const fits = new Set(found.map(({ petitionId }) => petitionId));
    const waiting = owed.filter(({ petitionId }) => fits.has(petitionId));
    const rest = found.filter(({ petitionId }) => !isOwedId.has(petitionId));
    const listed = show === 'ended' ? [] : waiting.slice(0, limit);
    const others =
      show === 'waiting' ? [] : rest.slice(0, limit - listed.length).map((kept) => petitionRow(desk, kept));
    return {
      now: desk.nowCivil(),
      waiting: owed.length,
      late: owed.filter(({ clocks }) => dutyOf(clocks)?.late === true).length,
      count: show === 'waiting' ? waiting.length : show === 'ended' ? count - waiting.length : count,
      fields: [...new Set(desk.catalogue.procedures.map(({ field }) => field))].toSorted((a, b) =>
        a.localeCompare(b, 'vi'),
      ),
      rows: [...listed, ...others],
    };
  },

  file: async (desk, { from, to, format }, caller) => {
    const session = getSession(caller);
    const file = await petitionFile(desk, { from, to, maker: session.fullName }, format);
    if (isFault(file)) return file;
    // A file of which nothing was kept is not handed out; the list on the screen still is.
    const kept = desk.store.write(authorOf(session), desk.now(), (tx) =>
      tx.append({ kind: 'office' }, { type: 'petitions-exported', format, from, to, lines: file.rows }),
    );
    return isFault(kept) ? kept : file;
  },
};

/** Still to be answered, published, or awaited from its sender. */
function isOwed({ status, clocks }: PetitionRow): boolean {
  return status === 'open' || status === 'awaiting' || clocks.publish !== null;
}

/** The nearest clock first; what waits for its sender stands behind. */
function byDuty(one: PetitionRow, other: PetitionRow): number {
  const [a, b] = [dutyOf(one.clocks)?.due ?? '9', dutyOf(other.clocks)?.due ?? '9'];
  return a === b ? 0 : a < b ? -1 : 1;
}

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
