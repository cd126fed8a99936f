import { OfficeSettings } from '../../../contract/common/office/office.ts';
import { isFault } from '../../../contract/base/fault.ts';
import { canonicalJson } from '../../../domain/base/canonical-json.ts';
import { type Claim, type Hello, HubFault, type HubLink } from '../../../exchange/hub/link.ts';
import { serialsOf } from '../../../exchange/hub/tables/rules.ts';
import { usedSpans } from '../../../store/counter/case/numbers.ts';
import { symbolsOf } from '../../../store/counter/money/symbols.ts';
import type { Db } from '../../../store/file/db.ts';
import { isFormer } from '../../../store/journal/journal.ts';
import { type KeptCentre, type Notice, findCentre } from '../../../store/centre/hub/centre.ts';
import type { DeskContext } from '../../core/context.ts';
import { practiceReceipts } from '../../practice/office.ts';
import { Stopped, Troubled } from './ground.ts';

/** Which kind of office a centre is, for whoever comes after: invented people and real ones never meet. */
export function markOf(practice: boolean): string {
  return practice ? 'office:practice' : 'office:real';
}

/**
 * What the hub gave this desk is its own block from here on, and the other desks' are theirs. What it had used before is claimed, and where that is somebody else's it is
 * told. Nothing is written where it stands so already.
 */
export async function settleNumbers(
  desk: DeskContext,
  { hello, link }: { hello: Hello; link: HubLink },
): Promise<Notice[]> {
  const kept = findCentre(desk.store.db);
  const office = desk.findOffice();
  if (kept === undefined || office === undefined) return [];
  if (hello.claims.some(({ kind }) => kind === markOf(!desk.practice()))) throw new Stopped('hub-practice-and-real');
  const notices: Notice[] = [];
  const mine = blocksOf(hello, kept.no);
  if (mine.length === 0) return [];
  if (!hello.claims.some(({ kind }) => kind === markOf(desk.practice())))
    await link.claim({ kind: markOf(desk.practice()), first: 0, last: 0 });
  const isNew = office.desk.code !== kept.code || canonicalJson(office.desk.blocks) !== canonicalJson(mine);
  const own = { hello, link, no: kept.no };
  if (isNew) notices.push(...(await claimAll(desk.store.db, usedNumbers(desk, office), own)));
  const numbered = isNew && desk.practice() ? withSymbolOf(office, kept.no) : office;
  // At every contact: a symbol may have been set since the last.
  notices.push(...(await claimAll(desk.store.db, symbolsToClaim(numbered, own), own)));
  const settings = settingsIn(numbered, hello, kept, mine);
  // What a hub says is nobody's word: a code or a range that is none would be an office that no desk can open.
  if (!OfficeSettings.safeParse(settings).success) throw new HubFault('hub-broken');
  if (canonicalJson(settings) !== canonicalJson(office)) {
    const reason = `Trung tâm ${kept.centre}, quầy ${kept.code}`;
    const done = desk.store.write(null, desk.now(), (tx) =>
      tx.append({ kind: 'office' }, { type: 'settings-changed', settings, reason }),
    );
    if (isFault(done)) throw new Troubled(done);
    desk.forget();
  }
  return notices;
}

type Block = { readonly first: number; readonly last: number };

export function blocksOf({ claims }: Hello, no: number): Block[] {
  const given = serialsOf(no);
  // What a desk had used before it came is claimed beside its own thousand, and never given again.
  return claims
    .filter(({ kind, desk, first, last }) => {
      const isGiven = first === given.first && last === given.last;
      return kind === 'case' && desk === no && isGiven;
    })
    .map(({ first, last }) => ({ first, last }));
}

function settingsIn(office: OfficeSettings, hello: Hello, kept: KeptCentre, mine: readonly Block[]): OfficeSettings {
  const known = new Map(office.otherDesks.map((one) => [one.code, one]));
  const otherDesks = hello.desks
    .filter(({ no, closedAt }) => no !== kept.no && closedAt === null)
    .map(({ no, code }) => ({
      name: countersName(code),
      ...known.get(code),
      code,
      blocks: blocksOf(hello, no),
    }));
  const name = isNumbered.test(office.desk.name)
    ? (known.get(kept.code)?.name ?? countersName(kept.code))
    : office.desk.name;
  const own = office.desk.code === kept.code ? office.desk : { ...office.desk, code: kept.code, name };
  return { ...office, desk: { ...own, blocks: [...mine] }, otherDesks };
}

/** Practice offices are made with one invented symbol: each counter of a centre has its own from when it joins. One that somebody set stays. */
function withSymbolOf(office: OfficeSettings, no: number): OfficeSettings {
  const isInvented = office.receipts?.taxCode === practiceReceipts(no).taxCode;
  return isInvented ? { ...office, receipts: practiceReceipts(no) } : office;
}

/** A counter that was called by its number is not called by another counter's afterwards; one with a name of its own keeps it. */
const isNumbered = /^Quầy (số )?\S+$/u;

/** 'Q3' -> 'Quầy 3' */
function countersName(code: string): string {
  return `Quầy ${code.replace(/^Q(?=\d)/, '')}`;
}

type Wanted = Omit<Claim, 'desk'> & { readonly what: string };
type Own = { readonly hello: Hello; readonly link: HubLink; readonly no: number };

function usedNumbers(desk: DeskContext, office: OfficeSettings): Wanted[] {
  const spans = office.desk.blocks.flatMap((block) => usedSpans(desk.store.db, block));
  return spans.map(({ first, last }) => ({ kind: 'case', first, last, what: `${first}–${last}` }));
}

function symbolsToClaim(office: OfficeSettings, { hello, no }: Own): Wanted[] {
  return symbolsOf(office)
    .map((symbol) => ({ kind: `receipt:${symbol}`, first: 0, last: 0, what: symbol }))
    .filter(({ kind }) => !hello.claims.some((one) => one.kind === kind && one.desk === no));
}

/** Numbers of before are on paper: the hub is told, so that nobody else is given them; whose they are already is told here. */
async function claimAll(db: Db, wanted: readonly Wanted[], { hello, link }: Own): Promise<Notice[]> {
  const notices: Notice[] = [];
  for (const { what, ...claim } of wanted) {
    const claimed = await link.claim(claim);
    if (claimed.is === 'claimed') continue;
    const other = hello.desks.find(({ no }) => no === claimed.by.desk);
    // What this desk used as the one that it was is its own.
    if (other?.uuid !== null && other?.uuid !== undefined && isFormer(db, other.uuid)) continue;
    notices.push({ code: 'hub-number-taken', data: { what, desk: other?.code ?? String(claimed.by.desk) } });
  }
  return notices;
}
