import { createHash } from 'node:crypto';
import { DataPack } from '../../../contract/catalogue/data-pack.ts';
import type { OfficeList } from '../../../contract/catalogue/office-list.ts';
import type { CalendarDay } from '../../../contract/catalogue/lists.ts';
import type { ProcessStep } from '../../../contract/routing/process.ts';
import { canonicalJson } from '../../../domain/base/canonical-json.ts';
import { wasPublisherTrusted } from '../../common/office/standing-lists.ts';
import { catalogueContent, hashOfCatalogue } from '../../catalogue/catalogue.ts';
import { catalogueNameHere, hashesOfVersion, takeCatalogue } from '../../journal/catalogue-names.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { findKeptForm, keepForm } from '../../common/printing/forms.ts';
import { findKeptProcess, keepProcess } from '../../routing/process.ts';
import { isPackSigned } from './pack-signature.ts';

/**
 * What entries rest on and do not hold: they name it by what stands in it, and it travels beside them (ADR 21). `name` is the SHA-256 of its text, or
 * the beginning of it, as entries say it; or, of a catalogue, the version, where an entry says no more and one list alone has it.
 */
export type ContentName = { readonly kind: ContentKind; readonly name: string };
type ContentKind = 'catalogue' | 'calendar' | 'form' | 'list' | 'pack' | 'process';

/** An entry as far as it says what it rests on: its body as it lies in the journal. */
export type Resting = { readonly desk: string; readonly type: string; readonly body: string };

type Says = {
  readonly procedure?: readonly [code: string, version: string];
  readonly catalogueVersion?: string;
  readonly process?: string;
  readonly formSha256?: string;
  readonly sha256?: string;
};

/** Everything that these entries rest on, each once, in the order in which it is first named. Reads the journal for what a version of another desk means. */
export function contentOf(db: Db, entries: readonly Resting[]): ContentName[] {
  const named = entries.flatMap((entry) => namesIn(db, entry));
  return [...new Map(named.map((one) => [`${one.kind} ${one.name}`, one])).values()];
}

function namesIn(db: Db, { desk, type, body }: Resting): ContentName[] {
  const says = JSON.parse(body) as Says;
  switch (type) {
    case 'catalogue-adopted':
    case 'procedure-adopted':
      return nameOf('catalogue', says.sha256);
    case 'catalogue-list-taken':
      return nameOf('list', says.sha256);
    case 'pack-taken':
      return nameOf('pack', says.sha256);
    case 'calendar-adopted':
      return nameOf('calendar', says.sha256);
    case 'document-made':
      return nameOf('form', says.formSha256);
    case 'transferred':
      return nameOf('process', says.process);
    case 'received':
    case 'corrected':
    case 'arrived':
    case 'amended': {
      const version = says.procedure?.[1] ?? says.catalogueVersion;
      return version === undefined ? [] : [{ kind: 'catalogue', name: hashNamed(db, desk, version) }];
    }
    default:
      return [];
  }
}

function nameOf(kind: ContentKind, name: string | undefined): ContentName[] {
  return name === undefined || name === '' ? [] : [{ kind, name }];
}

/** The hash of the catalogue that a desk calls so; the version where nothing here says its hash. */
function hashNamed(db: Db, desk: string, version: string): string {
  const here = catalogueNameHere(db, desk, version);
  const hashes = hashesOfVersion(db, here);
  if (hashes.length === 1) return hashes[0] ?? here;
  const procedures = catalogueContent(db, here);
  return procedures.length === 0 ? here : hashOfCatalogue(procedures);
}

/** What of it is not here. */
export function missingContent(db: Db, names: readonly ContentName[]): ContentName[] {
  return names.filter((one) => findContent(db, one) === undefined);
}

/** The text of a content, whose SHA-256 is or begins with its name; undefined where it is not here. */
export function findContent(db: Db, { kind, name }: ContentName): string | undefined {
  switch (kind) {
    case 'catalogue': {
      const procedures = catalogueContent(db, catalogueNameHere(db, '', name));
      return procedures.length === 0 ? undefined : canonicalJson(procedures);
    }
    case 'calendar':
    case 'list':
    case 'pack':
      return findText(db, name);
    case 'form':
      return findKeptForm(db, name);
    case 'process': {
      const steps = findKeptProcess(db, name);
      return steps === undefined ? undefined : canonicalJson(steps);
    }
  }
}

/** Takes in what another desk's entries rest on. False where the text is not what the name says: then nothing is written. */
export function takeContent(db: Db, { kind, name }: ContentName, text: string): boolean {
  const sha256 = createHash('sha256').update(text).digest('hex');
  if (name.length < shortestName || !sha256.startsWith(name)) return false;
  switch (kind) {
    case 'catalogue':
      takeCatalogue(db, sha256, JSON.parse(text) as readonly unknown[]);
      break;
    case 'calendar':
    case 'list':
    case 'pack':
      keepText(db, sha256, text);
      break;
    case 'form':
      keepForm(db, sha256, text);
      break;
    case 'process':
      keepProcess(db, name, JSON.parse(text) as readonly ProcessStep[]);
      break;
  }
  return true;
}

/** Sixteen digits name a process and a catalogue in entries; a shorter name names nothing for sure. */
const shortestName = 16;

/** Keeps the days that promises are counted by, under the hash that the journal has of them. */
export function keepCalendar(db: Db, days: readonly CalendarDay[]): void {
  const text = canonicalJson(days);
  keepText(db, createHash('sha256').update(text).digest('hex'), text);
}

/** Keeps a list of the office's own under the hash that the journal has of it, and answers that. */
export function keepOfficeList(db: Db, list: OfficeList): string {
  const text = canonicalJson(list);
  const sha256 = createHash('sha256').update(text).digest('hex');
  keepText(db, sha256, text);
  return sha256;
}

export function hashOfOfficeList(list: OfficeList): string {
  return createHash('sha256').update(canonicalJson(list)).digest('hex');
}

/** A list of the office's own by its hash; undefined where it is not here. */
export function findOfficeList(db: Db, sha256: string): OfficeList | undefined {
  const text = findText(db, sha256);
  return text === undefined ? undefined : (JSON.parse(text) as OfficeList);
}

/** Keeps a data pack as it was signed, under the SHA-256 of its canonical text. */
export function keepDataPack(db: Db, sha256: string, text: string): void {
  keepText(db, sha256, text);
}

/**
 * Why a pack that the journal names is not worked by: its text has not come yet or has a shape that this program does not know, its publisher's signature does
 * not hold, or nobody here ever trusted the key it bears. A counter vouches for what it tells, not for the publisher: so each asks for itself.
 */
export type PackDoubt = 'absent' | 'forged' | 'publisher-unknown';

type ReadPack = { readonly pack: DataPack; readonly key: string } | { readonly doubt: 'absent' | 'forged' };

/** Read and proven once: its name is what stands in it. */
const packsRead = new Map<string, ReadPack>();
const mostRead = 40;

/** A data pack by its hash; undefined where it is in doubt. */
export function findDataPack(db: Db, sha256: string): DataPack | undefined {
  const read = readDataPack(db, sha256);
  return 'pack' in read && wasPublisherTrusted(db, read.key) ? read.pack : undefined;
}

/** Why the pack of this hash is not worked by; null where it is proven. */
export function packDoubt(db: Db, sha256: string): PackDoubt | null {
  const read = readDataPack(db, sha256);
  if ('doubt' in read) return read.doubt;
  return wasPublisherTrusted(db, read.key) ? null : 'publisher-unknown';
}

function readDataPack(db: Db, sha256: string): ReadPack {
  const known = packsRead.get(sha256);
  if (known !== undefined) return known;
  const text = findText(db, sha256);
  if (text === undefined) return { doubt: 'absent' };
  const read = proven(text);
  if (packsRead.size >= mostRead) packsRead.clear();
  packsRead.set(sha256, read);
  return read;
}

function proven(text: string): ReadPack {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { doubt: 'absent' };
  }
  const { data } = DataPack.safeParse(raw);
  if (data === undefined) return { doubt: 'absent' };
  // As it came, not as it was read (desk/catalogue/packs/read-pack.ts).
  if (data.signature === undefined || !isPackSigned(raw as object)) return { doubt: 'forged' };
  return { pack: data, key: data.signature.key };
}

function findText(db: Db, sha256: string): string | undefined {
  return preparedValue(db, 'SELECT body FROM content_kept WHERE sha256 = ?').get(Buffer.from(sha256, 'hex')) as
    | string
    | undefined;
}

function keepText(db: Db, sha256: string, text: string): void {
  prepared(db, 'INSERT INTO content_kept (sha256, body) VALUES (?, ?) ON CONFLICT DO NOTHING').run(
    Buffer.from(sha256, 'hex'),
    text,
  );
}
