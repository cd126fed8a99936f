import { type Hello, HubFault, type HubLink } from '../../../../exchange/hub/link.ts';
import type { CentreKey } from '../../../../exchange/hub/seal.ts';
import { findOwnPlace, formerCommits, lastRow, ownCommitsAfter } from '../../../../store/centre/exchange/commits.ts';
import { strangersMet } from '../../../../store/centre/exchange/go-on.ts';
import {
  type Pushed,
  hasBlobThere,
  keepBlobThere,
  keepCut,
  keepPushed,
  knownDesks,
  rowBehind,
} from '../../../../store/centre/hub/centre.ts';
import { formatFor } from './format.ts';
import { type Ground, Stopped, headThere, outsideOf } from '../ground.ts';
import { type LoadedRow, rowsOf, sealedBlob } from './load.ts';

/** What goes to the hub: everything of this desk; and in a refill what it kept of desks that are gone. */
export function createOutgoing({ desk, store, db, keep, centre, keys: keysHere }: Ground) {
  /** Behind this entry of its own nothing of this desk stands in the journal up to that row. */
  let lookedUpTo = { seq: 0, row: 0 };

  /** It has told the hub more than stands here: that comes back before it says anything. */
  function isBehind(hello: Hello): boolean {
    return (headThere(hello, centre().uuid)?.seq ?? 0) > store.journal.head().deskSeq;
  }

  /** Where the own register ends at the hub, held against what stands there here. */
  function endAtHub(hello: Hello): Pushed {
    const { uuid, code, pushed } = centre();
    const head = headThere(hello, uuid);
    const seq = head?.seq ?? 0;
    const place = seq === pushed.seq && seq > 0 ? pushed : findOwnPlace(db, seq);
    if (place === undefined || (head !== undefined && !head.head.equals(place.hash)))
      throw new Stopped('hub-desk-copied', { desk: code });
    return { seq, row: place.row, hash: place.hash };
  }

  async function push(link: HubLink, hello: Hello): Promise<number> {
    const [key] = keysHere();
    // Where this desk parted from one that it was decides what it begins with: nothing goes before that is known.
    if (key === undefined || isBehind(hello) || strangersMet(db).length > 0) return 0;
    let from = endAtHub(hello);
    let entries = 0;
    let restarts = 0;
    for (;;) {
      const went = await pushFrom(link, hello, from, key);
      entries += went.entries;
      if (went.restart === undefined) return entries;
      // The hub ends elsewhere than it said: a row whose answer was lost, or one that was cut otherwise.
      const place = findOwnPlace(db, went.restart);
      if (place === undefined || restarts >= mostRestarts) throw new HubFault('hub-broken');
      restarts += 1;
      from = place;
    }
  }

  async function pushFrom(
    link: HubLink,
    { generation, centre: code, desks, heads }: Hello,
    from: Pushed,
    key: CentreKey,
  ): Promise<{ readonly entries: number; readonly restart?: number }> {
    const { seed, code: ownCode } = centre();
    const start = readFrom(from);
    const format = formatFor(desks, keysHere()[0]?.number ?? 0);
    const loading = { db, centre: code, key, format, seed, random: desk.random };
    const former = from.seq === 0 ? formerCommits(db, (uuid) => headThere({ heads }, uuid)) : [];
    let entries = 0;
    let ends: Pushed = from;
    const nothingAfter = lastRow(db);
    for (const loaded of rowsOf(loading, ownCommitsAfter(db, { seq: from.seq, row: start }), from.hash, former)) {
      await putBlobs(link, generation, code, key, loaded);
      keep((into) => keepCut(into, loaded.row.lastSeq));
      const answer = await link.append(loaded.row);
      switch (answer.is) {
        case 'taken':
          entries += loaded.entries;
          break;
        case 'have':
          break;
        case 'gap':
          if (answer.seq >= loaded.row.firstSeq || answer.seq < from.seq || answer.seq !== ends.seq)
            return { entries, restart: answer.seq };
          throw new HubFault('hub-broken');
        case 'forked':
          throw new Stopped('hub-desk-copied', { desk: ownCode });
        case 'closed':
          throw new Stopped('hub-desk-closed', { desk: ownCode });
        case 'malformed':
          throw new HubFault('hub-broken');
      }
      ends = loaded.ends;
      keep((into) => keepPushed(into, ends));
      await desk.breathe();
    }
    if (ends.seq !== centre().pushed.seq) keep((into) => keepPushed(into, ends));
    lookedUpTo = { seq: ends.seq, row: nothingAfter };
    return { entries };
  }

  async function putBlobs(
    link: HubLink,
    generation: string,
    code: string,
    key: CentreKey,
    { blobs }: LoadedRow,
  ): Promise<void> {
    for (const blob of blobs) {
      if (hasBlobThere(db, blob.sha256, generation)) continue;
      await link.putBlob(blob.sha256, sealedBlob({ centre: code, key, random: desk.random }, blob));
      keep((into) => keepBlobThere(into, blob.sha256, generation));
    }
  }

  /** Rows of desks that are gone, as they signed them, for a hub that was set up anew; opened there by who keeps it. */
  async function refill(link: HubLink, hello: Hello): Promise<void> {
    if (!hello.refill) return;
    const keys = new Set(keysHere().map(({ keyId }) => keyId));
    for (const gone of knownDesks(db)) {
      // Of a practice centre that this desk was in before, under the same code, nothing belongs here. Of whom no row was kept the hub hears all the same.
      const first = rowBehind(db, gone.uuid, 0);
      if (first !== undefined && !keys.has(first.keyId)) continue;
      const there = hello.desks.find((one) => one.uuid === gone.uuid);
      if (there === undefined) {
        const told = await link.tellGone(gone);
        if (told.is !== 'told') continue;
      }
      let seq = headThere(hello, gone.uuid)?.seq ?? 0;
      for (let row = rowBehind(db, gone.uuid, seq); row !== undefined; row = rowBehind(db, gone.uuid, seq)) {
        const answer = await link.appendFor({ ...outsideOf(row), desk: gone.uuid });
        if (answer.is !== 'taken' && answer.is !== 'have') break;
        seq = row.lastSeq;
        await desk.breathe();
      }
    }
  }

  /** From which row of the journal on the next entry that has to go is looked for. */
  function readFrom({ seq, row }: Pushed): number {
    return seq === lookedUpTo.seq ? Math.max(row, lookedUpTo.row) : row;
  }

  return { push, refill, endAtHub, isBehind, readFrom };
}

const mostRestarts = 5;
