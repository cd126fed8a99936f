import { createHash } from 'node:crypto';
import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import type { PackOutcome } from '../../../contract/counter/intake/intake.ts';
import { isWithinBounds, readJson } from '../../../contract/base/foreign-json.ts';
import { inputIssues, issueSentences } from '../../../contract/base/input-issues.ts';
import { PackCover, PackFile, mostPackFiles, packRefusals } from '../../../contract/counter/intake/online-pack.ts';
import { namesOf, readTolerantly } from '../../../contract/counter/intake/tolerant-file.ts';
import { canonicalIdNumber } from '../../../contract/common/person/id-form.ts';
import { timeDateText, toCivilTime } from '../../../domain/base/civil-time.ts';
import { isLikeName } from '../../../domain/base/vietnamese.ts';
import { maskIdNumber } from '../../../domain/common/person/id-number.ts';
import type { IntakeFacts } from '../../../domain/entries/intake.ts';
import { findWrongReading } from '../../../paper/forms/text-file.ts';
import { uuidText } from '../../../store/file/rows/codecs.ts';
import { findIntake } from '../../../store/counter/intake/intake.ts';
import type { Writer } from '../../../store/store.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import { clockFault } from '../../core/clock.ts';
import type { DeskContext } from '../../core/context.ts';
import { adoptForFile, factsOf } from './facts.ts';

export type ImportFault = Fault<'pack-broken' | 'pack-other-office' | 'clock-untrusted' | 'disk-full'>;
type Imported = {
  readonly imported: number;
  readonly known: number;
  readonly refused: number;
  readonly files: PackOutcome[];
};

/** Takes in a pack of online files: each on its own, so that one that is wrong holds up no other, and none twice. */
export function importPack(desk: DeskContext, text: string, session: Session): Imported | ImportFault {
  const cover = coverOf(text);
  if (isFault(cover)) return cover;
  const own = desk.getOffice().unitCode;
  if (cover.unitCode !== own) return fault('pack-other-office', { unitCode: cover.unitCode, own });
  const written = desk.store.write(authorOf(session), desk.now(), (tx) => {
    const untrusted = clockFault(desk);
    if (untrusted !== null) return untrusted;
    const seen: Seen = new Map();
    return cover.files.map((file, index) => importFile(desk, tx, file, index + 1, seen));
  });
  if (isFault(written)) return written;
  const count = (outcome: PackOutcome['outcome']) => written.filter((file) => file.outcome === outcome).length;
  return { imported: count('imported'), known: count('known'), refused: count('refused'), files: written };
}

function coverOf(text: string): PackCover | Fault<'pack-broken'> {
  const broken = (reason: 'not-json' | 'other-encoding' | 'not-a-pack' | 'other-version' | 'too-many-files') =>
    fault('pack-broken', { reason, most: mostPackFiles });
  const parsed = readJson(text);
  if (parsed === undefined) return broken(findWrongReading(text) === null ? 'not-json' : 'other-encoding');
  const cover = PackCover.safeParse(parsed.value);
  if (cover.success) return cover.data.files.length > mostPackFiles ? broken('too-many-files') : cover.data;
  const paths = cover.error.issues.map(({ path }) => path.join('.'));
  return broken(paths.every((path) => path === 'version') ? 'other-version' : 'not-a-pack');
}

/** The files of this pack by the id of each: where it stands, and whose it is. */
type Seen = Map<string, { readonly line: string; readonly what: string }>;

/** What one file may come to. Texts that are merely long are cut where they belong; what no portal writes is not worked over. */
const most = { depth: 12, values: 5000, letters: 20_000 } as const;

function importFile(desk: DeskContext, tx: Writer, told: unknown, line: number, seen: Seen): PackOutcome {
  // One that is out of all bounds is refused as one that is no file.
  const given = isWithinBounds(told, most) ? told : null;
  const { file: raw, notes: found } = readTolerantly(given, desk.nowCivil().slice(0, 10));
  const notes = [...found];
  const parsed = PackFile.safeParse(raw);
  const outcome = { line, ...namesOf(given), intakeId: null, reason: null, path: null, problem: null, notes };
  if (!parsed.success) {
    const [issue] = inputIssues(parsed.error);
    const { path = '', vi = '', en = '' } = issue ?? {};
    return { ...outcome, outcome: 'refused', reason: 'file-invalid', path: path.slice(0, 200), problem: { vi, en } };
  }
  const file = parsed.data;
  const number = numberOf(file);
  const named = { ...outcome, portalNumber: number, applicantName: file.applicant.fullName };
  const intakeId = intakeIdOf(number);
  const refuse = (reason: keyof typeof packRefusals, more: Readonly<Record<string, string>>): PackOutcome => {
    const { path, ...sentences } = packRefusals[reason];
    const said = { who: nameOf(file.applicant), number, ...more };
    return { ...named, outcome: 'refused', reason, path, problem: filled(sentences, said) };
  };
  if (file.applicant.fullName === '')
    return {
      ...named,
      outcome: 'refused',
      reason: 'file-invalid',
      path: 'applicant.fullName',
      problem: issueSentences['name-needed'] ?? null,
    };
  const twin = seen.get(intakeId);
  if (twin !== undefined) return refuse('number-twice', twin);
  seen.set(intakeId, { line: String(line), what: nameOf(file.applicant) });
  const known = findIntake(tx.db, intakeId);
  if (known !== undefined && isAnotherFile(known.facts, file))
    return refuse('number-of-another', {
      what: contentOf(desk, known.facts),
      who: contentOf(desk, file),
    });
  if (known !== undefined) return { ...named, outcome: 'known', intakeId };
  const facts = factsOf(desk, file, { portal: portalOf(file) });
  if (isFault(facts)) return refuse(facts.fault, whatOf(facts));
  // The clocks of Điều 17 k2 run from a moment that has been.
  if (Date.parse(file.receivedAt) > desk.now() || Date.parse(file.submittedAt) > Date.parse(file.receivedAt))
    return refuse('from-the-future', { what: timeDateText(toCivilTime(Date.parse(file.receivedAt))) });
  adoptForFile(desk, tx, facts);
  tx.append({ kind: 'intake', intakeId }, { type: 'arrived', kind: 'online', ...facts });
  return { ...named, outcome: 'imported', intakeId };
}

type Content = Pick<IntakeFacts, 'applicant' | 'procedureCode'>;

/**
 * A portal's number names one file (NĐ 118/2025 Điều 17 k3): of the same citizen and procedure it may come again with more in it, and of
 * another one of the two is wrong. Who writes a name otherwise is the same person by the number, where half of the name agrees.
 */
function isAnotherFile(known: Content, file: Content): boolean {
  if (known.procedureCode !== file.procedureCode) return true;
  const [before, now] = [known.applicant, file.applicant];
  const [one, other] = [canonicalIdNumber(before.idNumber), now.idNumber];
  if (one !== '' && other !== '' && one !== other) return true;
  return before.fullName !== '' && !isLikeName(before.fullName, now.fullName);
}

/** Who and what, as a clerk tells two files apart. */
function contentOf(desk: DeskContext, { applicant, procedureCode }: Content): string {
  const procedure = desk.findProcedure(procedureCode)?.name ?? '';
  return [nameOf(applicant), `${procedureCode}${procedure === '' ? '' : ` ${procedure}`}`].join(', ');
}

function nameOf({ fullName, idNumber }: IntakeFacts['applicant']): string {
  return idNumber === '' ? fullName : `${fullName} (${maskIdNumber(idNumber)})`;
}

function whatOf(
  found: Fault<'procedure-unknown' | 'component-unknown' | 'citizen-case-unknown'>,
): Readonly<Record<string, string>> {
  switch (found.fault) {
    case 'procedure-unknown':
      return { what: found.data.code };
    case 'component-unknown':
      return { what: String(found.data.index), count: String(found.data.count) };
    case 'citizen-case-unknown':
      return { what: found.data.words };
  }
}

function filled<T extends { readonly vi: string; readonly en: string }>(
  { vi, en }: T,
  said: Readonly<Record<string, string>>,
): { readonly vi: string; readonly en: string } {
  const [inVi = '', inEn = ''] = [vi, en].map((text) =>
    text.replace(/\{(\w+)\}/g, (hole, name: string) => said[name] ?? hole),
  );
  return { vi: inVi, en: inEn };
}

function portalOf(file: PackFile): NonNullable<IntakeFacts['portal']> {
  const { submittedAt, receivedAt, summary, attachments } = file;
  return {
    number: numberOf(file),
    submittedAt: toCivilTime(Date.parse(submittedAt)),
    receivedAt: toCivilTime(Date.parse(receivedAt)),
    ...(summary === '' ? {} : { summary }),
    attachments,
  };
}

function numberOf({ portalNumber }: PackFile): string {
  return portalNumber.toUpperCase();
}

/** The id that a portal's number has on every desk (UUIDv8): the same file in two packs, or at two counters, is one file. */
function intakeIdOf(portalNumber: string): string {
  const bytes = createHash('sha256').update(`mot-cua-online:${portalNumber}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return uuidText(bytes);
}
