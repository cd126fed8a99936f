import { canonicalJson } from '../../../domain/base/canonical-json.ts';
import { type SubjectKey, isSubjectKey } from '../../journal/subject.ts';
import type { Commit, SentEntry } from './commits.ts';

/**
 * What another file sends is looked at before anything of it is believed: each part has the one form in which this file would send it on, so that what is stored gives the
 * hash back that came. What an entry means is not asked here.
 */
export function isCommit(commit: unknown): commit is Commit {
  const { desk, entries } = (commit ?? {}) as { desk?: unknown; entries?: unknown };
  return isDesk(desk) && Array.isArray(entries) && entries.every((entry) => isSentEntry(entry, desk));
}

/** The first entry that is none; 0 where the commit is not even that. */
export function seqOfMalformed({ desk, entries }: { readonly desk?: unknown; readonly entries?: unknown }): number {
  const wrong: unknown = Array.isArray(entries)
    ? entries.find((entry) => !isSentEntry(entry, String(desk)))
    : undefined;
  const { seq } = (wrong ?? {}) as { seq?: unknown };
  return Number.isSafeInteger(seq) ? (seq as number) : 0;
}

function isSentEntry(entry: unknown, desk: string): entry is SentEntry {
  if (typeof entry !== 'object' || entry === null) return false;
  const { seq, id, clock, at, actor, subject, type, body, hash, chain, step, seen, bodyDigest } = entry as Record<
    keyof SentEntry,
    unknown
  >;
  const isOfForm =
    chain === null
      ? // What its hash does not cover is nobody's to fill in.
        step === null && seen === null && bodyDigest === null
      : chain === 0 && isCount(step, 0, mostSteps) && (seen === null || isSeen(seen, desk));
  return (
    isOfForm &&
    isCount(seq, 1) &&
    isCount(clock, 0) &&
    isCount(at, 0, lastMoment) &&
    isHex(id, 16) &&
    isHex(hash, 32) &&
    (bodyDigest === null || isHex(bodyDigest, 32)) &&
    (actor === null || isName(actor)) &&
    typeof type === 'string' &&
    typeShape.test(type) &&
    isSubject(subject) &&
    isBody(body)
  );
}

/** The end of the year 9999 in Vietnam: no later moment has a civil time. */
const lastMoment = Date.parse('9999-12-31T23:59:59+07:00') / 1000;
const mostSteps = 1_000_000;
const mostLetters = 2_000_000;
const mostLevels = 60;
const typeShape = /^[a-z][a-z0-9-]{0,63}$/;
const uuidShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const control = /[\u0000-\u001f\u007f]/;

function isDesk(desk: unknown): desk is string {
  return typeof desk === 'string' && uuidShape.test(desk);
}

function isCount(value: unknown, least: number, most: number = Number.MAX_SAFE_INTEGER): boolean {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
}

function isHex(value: unknown, bytes: number): value is string {
  return typeof value === 'string' && value.length === 2 * bytes && /^[0-9a-f]*$/.test(value);
}

function isName(value: unknown): boolean {
  return (
    typeof value === 'string' && value !== '' && value.length <= 200 && value.isWellFormed() && !control.test(value)
  );
}

function isSubject(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, name } = value as { readonly kind?: unknown; readonly name?: unknown };
  if (typeof name !== 'string' || name.length % 2 !== 0 || !isHex(name, name.length / 2)) return false;
  const key = { kind, name: Buffer.from(name, 'hex') };
  return Number.isSafeInteger(kind) && isSubjectKey(key as SubjectKey);
}

function isSeen(value: unknown, desk: string): boolean {
  const told = typeof value === 'string' ? canonicalObject(value) : undefined;
  if (told === undefined) return false;
  const seen = Object.entries(told);
  return seen.length > 0 && seen.every(([uuid, seq]) => isDesk(uuid) && uuid !== desk && isCount(seq, 1));
}

function isBody(value: unknown): boolean {
  return typeof value === 'string' && value.length <= mostLetters && canonicalObject(value) !== undefined;
}

/** What a text holds, where it is the one text of an object: two readers of it read the same. */
function canonicalObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return isPlain(value, mostLevels) && canonicalJson(value) === text ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Not so deep that SQLite takes it for no JSON, and no text in it that would be kept as another. */
function isPlain(value: unknown, levels: number): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  return Object.entries(value).every(([key, one]) => isPlain(key, levels) && isPlain(one, levels - 1));
}
