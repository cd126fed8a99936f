import type { PackPreview } from '../../../contract/catalogue/data-pack.ts';
import { isFault } from '../../../contract/base/fault.ts';
import type { DeskContext } from '../../core/context.ts';
import { type Handlers, getSession } from '../../core/handler.ts';
import { changedPromises } from '../../counter/case/changed-promises.ts';
import {
  distrustPublisher,
  lookAtPack,
  packsTaken,
  publishersView,
  rollBackPack,
  takePack,
  trustPublisher,
} from './data-packs.ts';
import { makePack } from './make-pack.ts';
import { calendarAfter } from './pack-checks.ts';
import type { ReadPack } from './read-pack.ts';

export const packHandlers: Handlers['pack'] = {
  preview: async (desk, input) => {
    const looked = await lookAtPack(desk, input);
    return isFault(looked) ? looked : withPromises(desk, looked.read, looked.preview);
  },
  // What is received by is the centre's: with the turn of its counters.
  take: async (desk, input, caller) => {
    const looked = await lookAtPack(desk, input);
    if (isFault(looked)) return looked;
    const preview = withPromises(desk, looked.read, looked.preview);
    const done = await desk.centre.turn(() => takePack(desk, looked, getSession(caller)));
    return isFault(done) ? done : { ...preview, id: done };
  },
  rollBack: (desk, input, caller) => desk.centre.turn(() => rollBackPack(desk, input, getSession(caller))),
  list: (desk) => ({ packs: packsTaken(desk) }),
  make: (desk, input) => makePack(desk, input),
  publishers: (desk) => publishersView(desk),
  trust: (desk, input, caller) => desk.centre.turn(() => trustPublisher(desk, input, getSession(caller))),
  distrust: (desk, input, caller) => desk.centre.turn(() => distrustPublisher(desk, input, getSession(caller))),
};

/** How many of the promises that are out the days of the pack would have dated otherwise. None of them moves. */
function withPromises(desk: DeskContext, { pack }: ReadPack, preview: Omit<PackPreview, 'promises'>): PackPreview {
  const { calendar } = pack;
  if (calendar === undefined || !preview.kinds.some(({ kind, changed }) => kind === 'calendar' && changed > 0))
    return { ...preview, promises: { looked: 0, otherwise: 0 } };
  const counted = calendarAfter(desk, { calendar }, preview.from);
  const { looked, changes } = changedPromises({ ...desk, calendar: () => counted });
  return { ...preview, promises: { looked, otherwise: changes.length } };
}
