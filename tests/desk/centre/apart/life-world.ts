import type { Role } from '../../../../electron/contract/common/office/office.ts';
import { type EntryName } from '../../../../electron/domain/entries/reference.ts';
import { uuidText, uuidV7 } from '../../../../electron/store/file/rows/codecs.ts';
import { type DeskApart, lacking } from '../../../support/centre/apart/desks-apart.ts';
import { addresses, people, phones } from './citizens.ts';
import { monday, reception } from '../../../support/desk/test-desk.ts';

/** A desk as far as somebody works at it. */
export type DeskAlive = Pick<DeskApart, 'name' | 'context' | 'clock' | 'log' | 'call'>;

/** What the desks have in hand: anybody may touch anything they have heard of. */
export type World = {
  readonly desks: readonly DeskAlive[];
  readonly draw: (below: number) => number;
  readonly cases: string[];
  readonly receipts: string[];
  readonly lists: string[];
  readonly kits: string[];
  readonly waiting: string[];
  readonly petitions: string[];
  /** Commits on their way, which may come late, twice or in another order. */
  readonly underWay: { readonly to: number; readonly commits: ReturnType<typeof lacking> }[];
  readonly done: Map<string, number>;
  /** How desks hear of each other, where that is not by hand. */
  readonly carry: ((desk: DeskAlive) => Promise<void>) | undefined;
  readonly mostCases: number;
  /** What each desk had of all when it wrote an entry, by the entry's name: told by nobody, and by no entry. */
  readonly known: Map<EntryName, Readonly<Record<string, number>>>;
};

export function one<T>({ draw }: Pick<World, 'draw'>, of: readonly T[]): T {
  return of[draw(of.length)] as T;
}

/** The bits of a request id come from the seed. */
export function newId({ draw }: World): string {
  return uuidText(
    uuidV7(
      monday + draw(1_000_000),
      Uint8Array.from({ length: 10 }, () => draw(256)),
    ),
  );
}

/** Calls, and lets a fault be one: what a desk refuses is its own affair. A bug is none, but where several desks' acts do not fit together. */
export async function ask(world: World, desk: DeskAlive, who: Role, name: string, input: unknown = {}): Promise<any> {
  const answer = await desk.call(who, name, input);
  if (!answer.ok && answer.fault.code === 'unexpected')
    throw new Error(`${desk.name} ${name}: ${JSON.stringify(desk.log.at(-1))}`);
  if (!answer.ok && answer.fault.code === 'input-invalid') throw new Error(`${name}: ${JSON.stringify(answer.fault)}`);
  if (!answer.ok) return undefined;
  world.done.set(name, (world.done.get(name) ?? 0) + 1);
  return answer.value;
}

export function somebody(world: World): Record<string, unknown> {
  const { applicant } = reception();
  return { ...applicant, ...one(world, people), phone: one(world, phones), address: one(world, addresses) };
}
