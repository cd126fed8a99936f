import { isFault } from '../../../../electron/contract/base/fault.ts';
import type { EntryBody, Subject } from '../../../../electron/domain/entries/entry.ts';
import { type Commit, commitsAfter, headsHere } from '../../../../electron/store/centre/exchange/commits.ts';
import type { TakenCommits } from '../../../../electron/store/centre/exchange/apply.ts';
import { type Store, openStore } from '../../../../electron/store/store.ts';
import { seeded } from '../../data/seeded.ts';
import { newFolder } from '../../desk/folder.ts';
import { adoptProcedure } from '../../desk/test-store.ts';

/** A register of its own desk, with the one procedure that `received` names. */
export function openApart(seed: number, folder = newFolder()): Store {
  const draw = seeded(seed);
  const random = (size: number) => Uint8Array.from({ length: size }, () => draw(256));
  const store = openStore({ folder, holder: 'a test', random });
  if (isFault(store)) throw new Error(store.fault);
  adoptProcedure(store);
  return store;
}

/** One commit of as many entries. */
export function tell(store: Store, now: number, ...entries: readonly (readonly [Subject, EntryBody])[]): void {
  const done = store.write(null, now, (tx) => {
    for (const [subject, event] of entries) tx.append(subject, event);
  });
  if (isFault(done)) throw new Error(done.fault);
}

export function lackingOf(from: Store, to: Store): Commit[] {
  return commitsAfter(from.db, headsHere(to.db));
}

export function takeIn(to: Store, commits: readonly Commit[]): TakenCommits {
  const arrived = to.apply(commits);
  if (isFault(arrived)) throw new Error(arrived.fault);
  return arrived;
}

export function shareAll(stores: readonly Store[]): void {
  for (const _round of stores)
    for (const to of stores) for (const from of stores) if (from !== to) takeIn(to, lackingOf(from, to));
}
