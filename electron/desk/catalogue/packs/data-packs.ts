import { type PackKind, type PackPreview, packKinds } from '../../../contract/catalogue/data-pack.ts';
import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import type { CivilDate } from '../../../contract/base/values.ts';
import { dateText } from '../../../domain/base/civil-time.ts';
import { kindsIn, partsOf } from '../../../domain/catalogue/data-packs.ts';
import type { Unverified } from '../../../domain/catalogue/doubts.ts';
import { listIdOf } from '../../../domain/catalogue/offers.ts';
import { type PackDoubt, findDataPack, keepDataPack, packDoubt } from '../../../store/centre/content/content.ts';
import {
  publishersTrusted,
  standingLists,
  takenPacks,
  trustedPublishers,
} from '../../../store/common/office/standing-lists.ts';
import { runningByProcedure } from '../../../store/counter/work/work.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import { everywhere } from '../../core/everywhere.ts';
import type { DeskContext } from '../../core/context.ts';
import { setDue, undoSettings } from './due-settings.ts';
import { packDifference } from './pack-difference.ts';
import { type ReadPack, readPack } from './read-pack.ts';
import { fingerprintOf, isFingerprintOf } from './signature.ts';

/** What is asked of a pack: its text, its day, and which kinds of it; left out: all that it holds. */
type Asked = { readonly text: string; readonly from: CivilDate; readonly kinds?: readonly PackKind[] | undefined };
type ReadFault = Fault<'data-pack-broken' | 'data-pack-forged' | 'data-pack-past'>;
type Looked = { readonly read: ReadPack; readonly preview: Omit<PackPreview, 'promises'> };

/** A pack read, and compared with what holds on its day; nothing is written. */
export async function lookAtPack(desk: DeskContext, { text, from, kinds }: Asked): Promise<Looked | ReadFault> {
  const read = readPack(text);
  if (isFault(read)) return read;
  const today = desk.nowCivil().slice(0, 10);
  // The law of a day is that day's: what was received before is promised already.
  if (from < today) return fault('data-pack-past', { from: dateText(from), today: dateText(today) });
  const { title, publisher, madeOn, signature } = read.pack;
  const key = signature?.key ?? '';
  const known = trustedPublishers(desk.store.db).find((one) => one.key === key);
  return {
    read,
    preview: {
      title,
      publisher,
      madeOn,
      from,
      signer: {
        state: key === '' ? 'none' : known === undefined ? 'unknown' : 'trusted',
        key,
        // Whoever is to compare it types what the publisher read out: nothing to copy stands on the screen that asks.
        fingerprint: known === undefined ? '' : fingerprintOf(key),
        name: known?.name ?? '',
      },
      ...(await packDifference(desk, read.pack, { from, kinds: withStanding(desk, read, { from, kinds }) })),
    },
  };
}

/** What of it stands for that day already is taken again with the rest, so that all of it is taken at one time and shown in one difference. */
function withStanding(
  desk: DeskContext,
  { pack, sha256 }: ReadPack,
  { from, kinds }: Pick<Asked, 'from' | 'kinds'>,
): readonly PackKind[] | undefined {
  const standing = standingLists(desk.store.db).find((one) => one.sha256 === sha256 && one.from === from)?.kinds;
  return kinds === undefined || standing === undefined
    ? kinds
    : kindsIn(pack).filter((kind) => kinds.includes(kind) || standing.includes(kind));
}

type TakeFault = Fault<'data-pack-unsigned' | 'publisher-unknown' | 'data-pack-empty' | 'data-pack-left' | 'disk-full'>;

/**
 * Takes what was looked at: one entry, in force from its day. A pack that stands for that day, and whose every word holds, is not taken twice. Where something taken
 * since stands over it, it is rolled back and taken anew in one commit: its place is that of the last taking.
 */
export function takePack(desk: DeskContext, { read, preview }: Looked, session: Session): string | TakeFault {
  const { signer, from, kinds: counts } = preview;
  const { sha256, pack } = read;
  if (signer.state === 'none') return fault('data-pack-unsigned', {});
  const id = listIdOf(sha256, from);
  const done = desk.store.write(authorOf(session), desk.now(), (tx) => {
    // Asked again: a key may have been given up while the pack was looked at.
    const known = trustedPublishers(tx.db).find(({ key }) => key === signer.key);
    if (known === undefined) return fault('publisher-unknown', { publisher: pack.publisher });
    const standing = standingLists(tx.db).find((one) => one.sha256 === sha256 && one.from === from);
    const changes = counts.some(({ changed }) => changed > 0);
    if (!changes && counts.length > 0 && counts.every(({ kind }) => standing?.kinds?.includes(kind) === true))
      return id;
    if (!changes) return nothingTaken(preview);
    const again = standing?.kinds ?? [];
    if (standing !== undefined && counts.some(({ kind, changed }) => changed > 0 && again.includes(kind))) {
      const reason = 'Đưa vào lại, đứng trên những gói đã đưa vào từ đó';
      if (again.includes('settings')) undoSettings(tx, standing, reason);
      tx.append(
        { kind: 'office' },
        { type: 'pack-rolled-back', sha256, from, kinds: again, reason, ...everywhere(tx.db) },
      );
    }
    keepDataPack(tx.db, sha256, read.text);
    tx.append(
      { kind: 'office' },
      {
        type: 'pack-taken',
        sha256,
        from,
        title: pack.title,
        publisher: { name: known.name, key: signer.key },
        counts: Object.fromEntries(counts.map(({ kind, changed }) => [kind, changed])),
        ...everywhere(tx.db),
      },
    );
    setDue(tx, desk.nowCivil().slice(0, 10));
    return id;
  });
  if (!isFault(done)) desk.forget();
  return done;
}

/** Nothing of it would change anything: because it holds already, or because of what was left out, with the first reason. */
function nothingTaken({ problems }: Pick<PackPreview, 'problems'>): Fault<'data-pack-empty' | 'data-pack-left'> {
  const [first] = problems.filter(({ left }) => left);
  if (first === undefined) return fault('data-pack-empty', {});
  const { key, text, textEn } = first;
  const bare = (sentence: string) => sentence.replace(/\.$/, '');
  return fault('data-pack-left', { key, reason: bare(text), reasonEn: bare(textEn) });
}

/** What becomes of files that were received by a pack that is rolled back. */
const received = {
  text: 'Hồ sơ đã nhận giữ ngày hẹn, mức thu và giấy tờ như lúc nhận. Hồ sơ đã vào quy trình nội bộ đi tiếp theo quy trình ấy; hồ sơ chưa vào, của thủ tục do gói đưa vào, vẫn theo các bước của gói hoặc quy trình chung có bước của lãnh đạo.',
  textEn:
    'Files that were received keep their date, fees and papers. A file that has begun its inner process goes on by it; one that has not, of a procedure that the pack brought, still goes by the steps of the pack, or by the general process with the leader’s step.',
} as const;

export function rollBackPack(
  desk: DeskContext,
  {
    id,
    kinds,
    reason,
  }: { readonly id: string; readonly kinds?: readonly PackKind[] | undefined; readonly reason: string },
  session: Session,
) {
  const done = desk.store.write(authorOf(session), desk.now(), (tx) => {
    const standing = standingLists(tx.db).find(
      (one) => one.kinds !== undefined && listIdOf(one.sha256, one.from) === id,
    );
    const gone = (standing?.kinds ?? []).filter((kind) => kinds === undefined || kinds.includes(kind));
    if (standing === undefined || gone.length === 0) return fault('data-pack-unknown', { id });
    if (gone.includes('settings')) undoSettings(tx, standing, reason);
    const { sha256, from } = standing;
    tx.append(
      { kind: 'office' },
      { type: 'pack-rolled-back', sha256, from, kinds: gone, reason, ...everywhere(tx.db) },
    );
    return { id, kinds: [...gone], ...received };
  });
  if (!isFault(done)) desk.forget();
  return done;
}

/** The packs that were taken, newest first: what of each stands, said at its newest line. */
export function packsTaken(desk: DeskContext) {
  const standing = new Map(
    standingLists(desk.store.db).map(({ sha256, from, kinds = [] }) => [listIdOf(sha256, from), kinds]),
  );
  const trusted = new Set(trustedPublishers(desk.store.db).map(({ key }) => key));
  const said = new Set<string>();
  return takenPacks(desk.store.db).map(({ sha256, from, title, publisher, counts, at, by }) => {
    const id = listIdOf(sha256, from);
    const kinds = packKinds.flatMap((kind) => {
      const changed = counts[kind];
      if (changed === undefined) return [];
      const stands = standing.get(id)?.includes(kind) === true && !said.has(`${id} ${kind}`);
      said.add(`${id} ${kind}`);
      return [{ kind, changed, stands }];
    });
    const { name, key } = publisher;
    const stands = kinds.some((one) => one.stands);
    return {
      id,
      title,
      publisher: name,
      fingerprint: fingerprintOf(key),
      trusted: trusted.has(key),
      doubt: packDoubt(desk.store.db, sha256),
      from,
      at,
      by,
      kinds,
      stands,
      running: stands
        ? runningOf(
            desk,
            sha256,
            from,
            kinds.flatMap(({ kind, stands: still }) => (still ? [kind] : [])),
          )
        : 0,
    };
  });
}

/** How many files run by what a pack says of their procedure or its inner steps. */
function runningOf(desk: DeskContext, sha256: string, from: CivilDate, standing: readonly PackKind[]): number {
  const { db } = desk.store;
  const pack = findDataPack(db, sha256);
  if (pack === undefined) return 0;
  const { procedures, processes } = partsOf(pack, standing);
  const codes = new Set([...(procedures?.items ?? []), ...(processes?.steps ?? [])].map(({ code }) => code));
  if (codes.size === 0) return 0;
  const running = runningByProcedure(db, `${from}T00:00:00+07:00`);
  return [...codes].reduce((sum, code) => sum + (running.get(code) ?? 0), 0);
}

const doubts: Readonly<Record<PackDoubt, string>> = {
  absent: 'nội dung gói chưa về máy này, hoặc của bản mới hơn',
  forged: 'chữ ký của nơi phát hành không đúng: xem ai đã đưa vào, thu gói lại và báo nơi phát hành',
  'publisher-unknown': 'chưa ai của đơn vị tin khóa đã ký gói',
};

/** Packs that another counter told and this desk cannot prove: nothing of them holds here, and the office is to know it. */
export function packDoubts(desk: DeskContext): Unverified[] {
  const { db } = desk.store;
  const standing = new Set(
    standingLists(db).flatMap(({ sha256, from, kinds }) => (kinds === undefined ? [] : [listIdOf(sha256, from)])),
  );
  return takenPacks(db).flatMap(({ sha256, from, title, at, by }): Unverified[] => {
    const id = listIdOf(sha256, from);
    const doubt = standing.delete(id) ? packDoubt(db, sha256) : null;
    if (doubt === null) return [];
    const who = [by, dateText(at.slice(0, 10))].filter((part) => part !== '').join(', ');
    return [
      { kind: 'pack', code: id, what: `Gói dữ liệu «${title}» (${who}): ${doubts[doubt]}. Không dùng gì của gói.` },
    ];
  });
}

export function publishersView(desk: DeskContext) {
  const told = publishersTrusted(desk.store.db);
  return {
    publishers: trustedPublishers(desk.store.db).map(({ key, name }) => {
      const { at = desk.nowCivil(), by = '' } = told.find((one) => one.key === key) ?? {};
      return { key, name, fingerprint: fingerprintOf(key), at, by };
    }),
  };
}

export function trustPublisher(
  desk: DeskContext,
  asked: { readonly key: string; readonly name: string; readonly fingerprint: string; readonly reason: string },
  session: Session,
) {
  const { key, name, fingerprint, reason } = asked;
  if (!isFingerprintOf(key, fingerprint)) return fault('fingerprint-other', {});
  const done = desk.store.write(authorOf(session), desk.now(), (tx) => {
    const known = trustedPublishers(tx.db).find((one) => one.key === key);
    if (known?.name !== name)
      tx.append({ kind: 'office' }, { type: 'publisher-trusted', key, name, reason, ...everywhere(tx.db) });
    return null;
  });
  return isFault(done) ? done : publishersView(desk);
}

export function distrustPublisher(
  desk: DeskContext,
  { key, reason }: { readonly key: string; readonly reason: string },
  session: Session,
) {
  const done = desk.store.write(authorOf(session), desk.now(), (tx) => {
    if (!trustedPublishers(tx.db).some((one) => one.key === key))
      return fault('publisher-not-trusted', { fingerprint: fingerprintOf(key) });
    tx.append({ kind: 'office' }, { type: 'publisher-distrusted', key, reason, ...everywhere(tx.db) });
    return null;
  });
  return isFault(done) ? done : publishersView(desk);
}
