import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import type { Synced } from '../../../contract/centre/hub/hub.ts';
import { unitName } from '../../../domain/catalogue/catalogue.ts';
import type { EnrolmentCode } from '../../../exchange/hub/code.ts';
import { type ChainHead, type Hello, type HubDesk, HubFault } from '../../../exchange/hub/link.ts';
import { hubVersion } from '../../../exchange/hub/tables/rules.ts';
import { deskUuidOf } from '../../../store/safety/backup/new-desk.ts';
import { uuidText, uuidV7 } from '../../../store/file/rows/codecs.ts';
import {
  type KeptCentre,
  findCentre,
  forgetCentre,
  keepCentre,
  keepNotices,
  restKeys,
} from '../../../store/centre/hub/centre.ts';
import { findOwnPlace } from '../../../store/centre/exchange/commits.ts';
import { hasOtherDesks } from '../../../store/journal/order.ts';
import type { KeepDecided } from '../../common/office/two-persons.ts';
import type { DeskContext } from '../../core/context.ts';
import type { HubWay } from '../../core/ports.ts';
import { canGiveKey, headThere } from './ground.ts';
import { markOf } from './numbers.ts';
import { type HubTrouble, type WayFault, hubOf, leaveCentre, placeOf, syncOnce, troubleOf, wayOf } from './service.ts';

type Joined = Synced & { readonly centre: string; readonly desk: string; readonly no: number };

/** Joins with the code that IT printed, or joins again where the hub was set up anew or this register came back from a backup. */
export async function joinCentre(
  desk: DeskContext,
  text: string,
  as?: string,
  keep: KeepDecided = (change) => desk.store.keep(change),
): Promise<
  | Joined
  | HubTrouble
  | Fault<'hub-code-unreadable' | 'hub-already-joined' | 'hub-away-at-join' | 'hub-full-at-join' | 'hub-is-other-desk'>
> {
  const code = await wayOf(desk).readCode(text);
  if (code === undefined) return fault('hub-code-unreadable', {});
  const { db } = desk.store;
  let kept = findCentre(db);
  if (kept !== undefined && kept.centre !== code.centre) return fault('hub-already-joined', { centre: kept.centre });
  if (desk.getOffice().unitCode !== code.centre) return fault('hub-other-centre', {});
  const service = hubOf(desk);
  try {
    if (kept !== undefined && kept.code !== code.desk && (await isAtWork(desk, kept))) {
      if (as !== code.desk) return fault('hub-is-other-desk', { desk: kept.code, asked: code.desk });
      // It leaves as the one that it is, with everything told: nobody waits there for a desk that is another now.
      await (await wayOf(desk).openLink(code.place)).end();
      const left = await leaveCentre(desk);
      if (left !== null) return left;
      kept = undefined;
    }
    const before = kept;
    const refused = await desk.inTurn('hub', () => enter(desk, code, before, keep));
    if (refused !== null) return refused;
  } catch (error) {
    // Nothing is kept yet that could try again by itself.
    if (error instanceof HubFault && error.code === 'hub-away') return fault('hub-away-at-join', {});
    if (error instanceof HubFault && error.code === 'hub-full') return fault('hub-full-at-join', {});
    return troubleOf(service, error);
  }
  const done = await syncOnce(desk);
  if (isFault(done)) {
    // Somebody else came first with this code: there is nothing to keep.
    const isNobody = done.fault === 'hub-code-used' || done.fault === 'hub-desk-elsewhere';
    if (isNobody && kept === undefined) desk.store.keep(forgetCentre);
    return done;
  }
  service.standing.state = 'connecting';
  return { ...done, centre: code.centre, desk: code.desk, no: code.no };
}

/**
 * Whether this file is let in as the desk that it is: one that was shut out, copied or restored needs another code and has to say nothing (ADR 36). Where nobody
 * answers there it is taken to be.
 */
async function isAtWork(desk: DeskContext, kept: KeptCentre): Promise<boolean> {
  if (kept.stopped !== null || deskUuidOf(desk.store.db) !== kept.uuid) return false;
  try {
    const { link: open } = hubOf(desk);
    const link = open ?? (await wayOf(desk).openLink(placeOf(kept)));
    try {
      const hello = await link.hello();
      const me = hello.desks.find(({ no }) => no === kept.no);
      const isItself = me?.closedAt === null && (me.uuid === null || me.uuid === kept.uuid);
      return isItself && isAtHub(desk, headThere(hello, kept.uuid));
    } finally {
      if (open === null) await link.end();
    }
  } catch (error) {
    if (!(error instanceof HubFault)) throw error;
    return error.code !== 'hub-refused';
  }
}

/** What a code makes of a computer that holds no office yet. The hub is asked with the code's own word, which it keeps. */
export async function lookAtCode(
  desk: DeskContext,
  text: string,
): Promise<
  | {
      readonly centre: string;
      readonly unitName: string;
      readonly identifier: string;
      readonly desk: string;
      readonly no: number;
      readonly practice: boolean;
    }
  | WayFault
  | Fault<'hub-code-unreadable' | 'hub-code-used' | 'hub-full-at-join' | 'hub-unexpected' | 'already-set-up'>
> {
  if (desk.findOffice() !== undefined) return fault('already-set-up', {});
  const way = wayOf(desk);
  const code = await way.readCode(text);
  if (code === undefined) return fault('hub-code-unreadable', {});
  try {
    const link = await way.openLink(code.place);
    try {
      const hello = await link.hello();
      if (hello.version !== hubVersion) return fault('hub-other-version', {});
      if (hello.centre !== code.centre) return fault('hub-other-centre', {});
      const practice = hello.claims.some(({ kind }) => kind === markOf(true));
      const { centre, desk: ownCode, no } = code;
      const identifier = desk.catalogue.identifiers.get(centre)?.code ?? '';
      return { centre, unitName: unitName(desk.catalogue, centre), identifier, desk: ownCode, no, practice };
    } finally {
      await link.end();
    }
  } catch (error) {
    if (!(error instanceof HubFault)) throw error;
    if (error.code === 'hub-full') return fault('hub-full-at-join', {});
    return error.code === 'hub-refused' ? fault('hub-code-used', { desk: code.desk }) : fault(error.code, {});
  }
}

/** The first coming: looks whom it meets, keeps what it comes with, and only then says who it is. */
async function enter(
  desk: DeskContext,
  code: EnrolmentCode,
  kept: KeptCentre | undefined,
  keep: KeepDecided,
): Promise<Fault<'hub-practice-and-real' | 'disk-full' | 'hub-code-used' | 'hub-other-centre'> | null> {
  const way = wayOf(desk);
  const service = hubOf(desk);
  await service.link?.end();
  service.link = null;
  // A code that this desk began with and did not come through with: its word may be spent already.
  const begun = kept !== undefined && kept.enrolSecret.equals(code.enrolPrivate) ? placeOf(kept) : undefined;
  // Or it was asked for a moment ago, and the hub had no room for what comes behind it.
  const tried = service.tried?.enrolPrivate.equals(code.enrolPrivate) === true ? service.tried.place : undefined;
  const place = begun ?? tried ?? { ...code.place, secret: await way.newSecret() };
  const { centre, desk: ownCode, no, enrolPrivate } = code;
  service.tried = { enrolPrivate, place };
  if (begun === undefined && !(await isSpentNow(way, code, place.secret)) && tried === undefined) {
    service.tried = null;
    return fault('hub-code-used', { desk: ownCode });
  }
  const link = await way.openLink(place);
  try {
    const hello = await link.hello();
    if (hello.centre !== centre) return fault('hub-other-centre', {});
    if (hello.claims.some(({ kind }) => kind === markOf(!desk.practice()))) return fault('hub-practice-and-real', {});
    const own = deskUuidOf(desk.store.db);
    const before = hello.desks.find(({ uuid, no: other }) => uuid === own && other !== no);
    const wasInCentre = kept === undefined && hasOtherDesks(desk.store.db);
    if (before !== undefined || wasInCentre) {
      const gone = await goOn(desk, hello, before, kept === undefined);
      if (isFault(gone)) return gone;
    } else if (kept === undefined && desk.practice()) {
      const named = desk.store.nameAnew(() => newUuid(desk));
      if (isFault(named)) return named;
      desk.forget();
    }
    const isSame = kept?.uuid === deskUuidOf(desk.store.db);
    const done = keep((db) => {
      // One that left has the key of then. Who brought rows since can give the one of now.
      if (kept === undefined && hello.desks.some((other) => canGiveKey(hello, other, own))) restKeys(db);
      keepCentre(db, {
        centre,
        place: JSON.stringify(place),
        no,
        code: ownCode,
        uuid: deskUuidOf(db),
        seed: isSame ? kept.seed : Buffer.from(desk.ports.random.bytes(32)),
        enrolSecret: enrolPrivate,
        joinedAt: Math.floor(desk.ports.clock.now() / 1000),
      });
      keepNotices(
        db,
        before === undefined ? [] : [{ code: 'hub-goes-on-as', data: { before: before.code, desk: ownCode } }],
      );
    });
    if (isFault(done)) return done;
    service.tried = null;
    return null;
  } finally {
    await link.end();
  }
}

/** Whether what is at the hub of this register is what stands here. */
function isAtHub({ store: { db } }: DeskContext, head: ChainHead | undefined): boolean {
  return head === undefined || findOwnPlace(db, head.seq)?.hash.equals(head.head) === true;
}

/**
 * The centre knows this register as another desk, to which nobody comes back: it left, or its folder was copied. It goes on under a name of its own. Where somebody may be
 * at work as that desk, what both told differently is found when its rows come; the register as it is stands in a backup first.
 */
async function goOn(
  desk: DeskContext,
  hello: Hello,
  before: HubDesk | undefined,
  didLeave: boolean,
): Promise<null | Fault<'disk-full'>> {
  const isAtWork = before !== undefined && before.closedAt === null;
  const isLeft = before === undefined || (didLeave && !isAtWork && isAtHub(desk, headThere(hello, before.uuid ?? '')));
  const stranger = isLeft ? 'none' : isAtWork ? 'at-work' : 'closed';
  if (stranger !== 'none') await desk.backups.make('asked');
  const gone = desk.store.goOn(desk.now(), stranger);
  if (isFault(gone)) return gone;
  desk.forget();
  return null;
}

/** Whether the word of the code was good, and is spent now. What is refused at the door is a word that somebody used, or that IT replaced. */
async function isSpentNow(way: HubWay, { place }: EnrolmentCode, secret: string): Promise<boolean> {
  try {
    await way.spendCode(place, secret);
    return true;
  } catch (error) {
    if (error instanceof HubFault && error.code === 'hub-refused') return false;
    throw error;
  }
}

function newUuid({ ports }: DeskContext): string {
  return uuidText(uuidV7(ports.clock.now(), ports.random.bytes(10)));
}
