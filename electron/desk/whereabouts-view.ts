import { isFault } from '../contract/fault.ts';
import type { PaperPlace, Whereabouts } from '../contract/routing/process.ts';
import type { CaseState } from '../domain/case/state.ts';
import { paperTransferDue } from '../domain/deadline/office-clocks.ts';
import type { BundlePlace } from '../domain/entries/case.ts';
import type { Process } from '../domain/routing/process.ts';
import { findAccount } from '../store/office/accounts.ts';
import { processOfCase } from './process.ts';
import type { Room } from './room.ts';

/** Who has the file, where it stands in its process, and where its papers are. */
export function whereaboutsView(room: Room, state: CaseState): Whereabouts {
  const { holder, stage, bundle } = state;
  const process = processOfCase(room, state);
  const now = room.nowCivil();
  const step = stage === null ? undefined : process?.steps[stage.index];
  const until = bundle.awaitedSince === null ? null : paperTransferDue(bundle.awaitedSince, room.calendar());
  const awaitedUntil = isFault(until) ? null : until;
  return {
    holder,
    holderName: holder === null ? null : nameOf(room, holder),
    steps: stepsOf(process, state),
    step:
      stage === null || step === undefined
        ? null
        : {
            index: stage.index,
            name: step.name,
            role: step.role,
            since: stage.since,
            dueAt: stage.dueAt,
            late: stage.dueAt !== null && now > stage.dueAt,
            reworks: stage.reworks,
          },
    papers: {
      place: placeView(room, bundle.at),
      since: bundle.since,
      awaitedUntil,
      late: awaitedUntil !== null && now > awaitedUntil,
      missingSince: bundle.missingSince,
      lost: bundle.lost,
    },
  };
}

function stepsOf(process: Process | undefined, { stage, status }: CaseState): Whereabouts['steps'] {
  const present = stage?.index ?? 0;
  const closed = status === 'returned' || status === 'stopped';
  return (process?.steps ?? []).map((step, index) => ({ ...step, index, state: stateOf(index) }));

  function stateOf(index: number): Whereabouts['steps'][number]['state'] {
    if (index > present) return 'to-come';
    if (index === present) return closed ? 'done' : 'now';
    return (stage?.doers[index] ?? null) === null ? 'skipped' : 'done';
  }
}

/** A place by the names that stand on screen; a person who is not known here goes by their username. */
export function placeView(room: Room, place: BundlePlace): PaperPlace {
  switch (place.kind) {
    case 'person':
      return { kind: place.kind, name: nameOf(room, place.username), username: place.username };
    case 'division':
    case 'unit':
      return { kind: place.kind, name: place.name, username: null };
    case 'on-the-way':
      return { kind: place.kind, name: place.to, username: null };
    case 'archive':
      return { kind: place.kind, name: place.place, username: null };
    case 'citizen':
      return { kind: place.kind, name: '', username: null };
  }
}

function nameOf(room: Room, username: string): string {
  return findAccount(room.store.db, username)?.fullName ?? username;
}
