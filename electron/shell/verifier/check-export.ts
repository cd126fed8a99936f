import { createHash } from 'node:crypto';
import { readReceiptText } from '../../domain/safety/proof/receipt-text.ts';
import { type KnownOffice, signedText } from './check-receipt.ts';
import { type Checking, type Finding, finding } from './finding.ts';
import { type PublicKey, isSigned } from './public-keys.ts';
import { type ExportDesk, type ToldOfCase, walkChains } from './walk-chains.ts';

export type CheckedExport = {
  readonly ok: boolean;
  readonly office: string;
  readonly asOf: string;
  readonly keys: readonly string[];
  readonly checks: readonly Finding[];
  /** What the export knows of receipts, for whoever has one in hand. */
  readonly known: KnownOffice;
};

/**
 * Checks an export (`desk export`) by itself: that no entry was left out, put elsewhere or changed, that its commits are whole, that its end, its keys and its receipts are
 * signed, and that each number of a day is a case's, on paper, or explained. Everything in it is believed to be anybody's writing.
 * @param published keys that the office gave out before; without them the keys that the export itself names are taken
 */
export function checkExport(text: string, published: readonly PublicKey[] | null = null): CheckedExport {
  const [file, chains, keyCheck, numbers, receipts] = ['file', 'chains', 'keys', 'numbers', 'receipts'].map(
    finding,
  ) as [Checking, Checking, Checking, Checking, Checking];
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  else file.wrong('the last line is cut');
  const header = parse(lines[0]) as Readonly<Record<string, unknown>> | undefined;
  const desks = (Array.isArray(header?.['desks']) ? header['desks'] : []) as readonly ExportDesk[];
  const [office, asOf] = [textOf(header?.['office']), textOf(header?.['madeAt'])];
  if (header?.['format'] !== 'mot-cua-desk export 1') file.wrong('line 1: this is no export of a register');
  const walk = walkChains(desks, chains);
  const keys: PublicKey[] = [];
  const given = new Map<string, Set<number>>();
  const aside: [number, number][] = [];
  const explained: { day: number; first: number; last: number }[] = [];
  const squares: { place: number; desk: number; seq: number; square: string }[] = [];
  const hash = createHash('sha256');
  let end: End | undefined;
  for (const [at, line] of lines.entries()) {
    if (at === 0) {
      hash.update(`${line}\n`);
      continue;
    }
    const place = at + 1;
    const row = parse(line);
    file.look();
    if (end !== undefined) file.wrong(`line ${place} stands behind the end`);
    if (!Array.isArray(row)) {
      end = (row as { end?: End } | undefined)?.end;
      if (end === undefined) file.wrong(`line ${place} cannot be read`);
      continue;
    }
    hash.update(`${line}\n`);
    const [kind, ...rest] = row as [string, ...unknown[]];
    if (kind === 'e' || kind === '1') walk.entry(kind, rest, place);
    else if (kind === 'b') {
      const key = walk.body(rest, place);
      if (key !== undefined) keys.push(key);
    } else if (kind === 'n') {
      const [day, serial, caseId] = rest as [number, number, string];
      const of = given.get(caseId) ?? new Set<number>();
      given.set(caseId, of.add(day * 10_000_000 + serial));
    } else if (kind === 'k') aside.push(rest as [number, number]);
    else if (kind === 'x') {
      const [day, first, last, desk, seq] = rest as [number, number, number, number, number];
      if (explainers.has(walk.typeAt(desk, seq) ?? '')) explained.push({ day, first, last });
      else numbers.wrong(`line ${place}: no entry explains numbers ${first}–${last} of ${day}`);
    } else if (kind === 'r') {
      const [desk, seq, square] = rest as [number, number, string];
      squares.push({ place, desk, seq, square });
    } else file.wrong(`line ${place} is of no kind that is known`);
  }
  walk.end();
  const trusted = published ?? keys;
  checkKeys(keys, published, keyCheck);
  checkEnd(end, { office, asOf, sha256: hash.digest('hex'), heads: walk.heads() }, trusted, file);
  checkNumbers(
    { given, aside, explained: [...explained, ...walk.passedOver()], blocks: header?.['blocks'] },
    walk.cases(),
    numbers,
  );
  for (const one of squares) checkSquare(one, { trusted, given, walk }, receipts);
  const checks = [file, chains, keyCheck, numbers, receipts].map((check) => check.end());
  const ok = checks.every(({ found }) => found.length === 0);
  return {
    ok,
    office,
    asOf,
    keys: trusted.map(({ keyId }) => keyId),
    checks,
    known: { office, asOf, keys: trusted, ...walk.receipts() },
  };
}

/** Entries that say why numbers have no case: what a person said, and what a restore passed over. */
const explainers: ReadonlySet<string> = new Set(['gap-explained', 'restored']);

type End = { heads?: unknown; sha256?: unknown; keyId?: unknown; signature?: unknown };

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function parse(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '');
  } catch {
    return undefined;
  }
}

function checkKeys(keys: readonly PublicKey[], published: readonly PublicKey[] | null, check: Checking): void {
  for (const { keyId, desk } of keys) {
    check.look();
    if (published !== null && !published.some((one) => one.keyId === keyId))
      check.wrong(`key ${keyId} of desk ${desk} is none that the office published`);
  }
  if (published === null) check.note('no key file was given: the keys are those the export itself names');
}

type Whole = {
  readonly office: string;
  readonly asOf: string;
  readonly sha256: string;
  readonly heads: readonly (readonly (number | string)[])[];
};

function checkEnd(
  end: End | undefined,
  { office, asOf, sha256, heads }: Whole,
  keys: readonly PublicKey[],
  check: Checking,
): void {
  if (end === undefined) return check.wrong('its end is missing: the file was cut');
  const key = keys.find(({ keyId }) => keyId === end.keyId);
  const said = Buffer.from(`mot-cua-desk 1 export\n${JSON.stringify([office, asOf, end.heads, end.sha256])}`);
  const signature = Buffer.from(textOf(end.signature), 'base64url');
  // The last sign of base64url has bits that mean nothing.
  if (signature.toString('base64url') !== end.signature)
    check.wrong('the signature at its end is not written as it was');
  if (key === undefined) check.wrong('its end is signed under a key that is not known');
  else if (!isSigned(key, said, signature)) check.wrong('the heads at its end are not those the desk signed');
  const sorted = (all: unknown) =>
    JSON.stringify((Array.isArray(all) ? all.map((one) => JSON.stringify(one)) : []).toSorted());
  if (sorted(end.heads) !== sorted(heads)) check.wrong('the chains do not end where the heads at its end say');
  if (end.sha256 !== sha256) check.wrong('a line was changed since the desk signed its end');
}

type Numbers = {
  readonly given: ReadonlyMap<string, ReadonlySet<number>>;
  readonly aside: readonly (readonly [number, number])[];
  readonly explained: readonly { readonly day: number; readonly first: number; readonly last: number }[];
  readonly blocks: unknown;
};

function checkNumbers(
  { given, aside, explained, blocks }: Numbers,
  cases: ReadonlyMap<string, readonly ToldOfCase[]>,
  check: Checking,
): void {
  const days = new Map<number, Set<number>>();
  const use = (day: number, serial: number) => days.set(day, (days.get(day) ?? new Set()).add(serial));
  for (const [caseId, numbers] of given) {
    if (!cases.has(caseId)) check.wrong(`case ${caseId} has a number and was never received`);
    for (const number of numbers) {
      check.look();
      const [day, serial] = [Math.floor(number / 10_000_000), number % 10_000_000];
      if (days.get(day)?.has(serial) === true) check.wrong(`number ${serial} of ${day} is on two cases`);
      use(day, serial);
    }
  }
  for (const [caseId, told] of cases)
    if (told[0]?.type === 'received' && !given.has(caseId))
      check.wrong(`case ${caseId} was received and has no number`);
  for (const [day, serial] of aside) use(day, serial);
  const leased = (Array.isArray(blocks) ? blocks : []) as readonly (readonly [number, number])[];
  for (const [day, serials] of days)
    for (const gap of gapsOf(
      [...serials].toSorted((a, b) => a - b),
      leased,
    )) {
      const rest = left(
        gap,
        explained.filter((one) => one.day === day),
      );
      const [first, last] = gap;
      const run = `${day}: ${first}${last > first ? `–${last}` : ''}`;
      if (rest === 0) check.note(`${run} not used, explained in the register`);
      else check.wrong(`${run} not used, and nothing explains it`);
    }
}

function gapsOf(serials: readonly number[], blocks: readonly (readonly [number, number])[]): [number, number][] {
  return serials.flatMap((serial, at): [number, number][] => {
    const block = blocks.find(([first, last]) => serial >= first && serial <= last);
    if (block === undefined) return [];
    const first = Math.max(block[0], (serials[at - 1] ?? 0) + 1);
    return first < serial ? [[first, serial - 1]] : [];
  });
}

/** How many numbers of a gap nothing explains. */
function left([first, last]: readonly [number, number], runs: readonly { first: number; last: number }[]): number {
  let open = 0;
  for (let number = first; number <= last; number += 1)
    if (!runs.some((run) => number >= run.first && number <= run.last)) open += 1;
  return open;
}

type Squares = {
  readonly trusted: readonly PublicKey[];
  readonly given: Numbers['given'];
  readonly walk: ReturnType<typeof walkChains>;
};

function checkSquare(
  { place, desk, seq, square }: { place: number; desk: number; seq: number; square: string },
  { trusted, given, walk }: Squares,
  check: Checking,
): void {
  check.look();
  const receipt = readReceiptText(square);
  if (receipt === undefined) return check.wrong(`line ${place}: a receipt that cannot be read`);
  const { number, keyId, head } = receipt;
  const key = trusted.find((one) => one.keyId === keyId);
  const name = `receipt ${number} (line ${place})`;
  if (key === undefined) return check.wrong(`${name}: signed under a key that is not known`);
  if (!isSigned(key, signedText(receipt), receipt.signature))
    return check.wrong(`${name}: what it says is not what was signed`);
  if (walk.headAt(desk, seq) !== head) return check.wrong(`${name}: the register has no such entry`);
  const serial = /-(\d{6}|\d{8})-(\d{4,7})$/.exec(number);
  const day = Number(serial?.[1]?.padStart(8, '20'));
  const caseId = walk.caseOf(head) ?? '';
  if (serial !== null && given.get(caseId)?.has(day * 10_000_000 + Number(serial[2])) === false)
    check.note(`${name}: its case has that number from elsewhere`);
}
