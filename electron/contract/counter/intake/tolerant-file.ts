import { z } from 'zod';
import { visible, withNumbersForUndrawn } from '../../base/letters.ts';
import { canonicalIdNumber } from '../../common/person/id-form.ts';
import { findTextFlaw, isCaseTurned, isDoubtfulName, turnCase } from '../../common/person/name-check.ts';
import { isWholePhone, readPhone } from '../../common/person/phone.ts';
import { IntakeSubmitter } from '../../common/person/person.ts';
import { PartialDate, line } from '../../base/values.ts';

/**
 * What portals and people write where a pack has a field, read as it was meant: null and empty are “not given”, a line break is a space, a
 * phone has brackets, dashes or a second number beside it, and a sender may say more than a pack knows (docs/topics/online-pack.md).
 * A name, a number of identity and whatever the law counts by is never guessed.
 */

/** A file as the schema wants it, and the fields that came otherwise: what was left out stands with its words in the summary. */
export type TolerantFile = { readonly file: unknown; readonly notes: readonly string[] };

type Fields = Record<string, unknown>;

const personFields = ['kind', 'fullName', 'idNumber', 'dateOfBirth', 'sex', 'address', 'phone', 'email'];
const known: Readonly<Record<string, readonly string[]>> = {
  applicant: personFields,
  submitter: [...personFields, 'authorisation'],
  resultDelivery: ['kind', 'address'],
  components: ['index', 'originals', 'copies'],
};

/** `today` is an ISO date: nobody files before they are born. */
export function readTolerantly(given: unknown, today: string): TolerantFile {
  if (!isFields(given)) return { file: given, notes: [] };
  const notes: string[] = [];
  const kept: string[] = [];
  const file = withoutBlanks(oneLined(given) as Fields);
  for (const who of ['applicant', 'submitter'] as const) {
    const person = file[who];
    if (!isFields(person)) continue;
    const read = readPerson(only(who, person), today, (field, words) => {
      notes.push(`${who}.${field}`);
      if (words !== null) kept.push(`${who === 'submitter' ? 'submitter.' : ''}${field}: ${words}`);
    });
    file[who] = withoutBlanks(read);
  }
  if (isFields(file['submitter']) && Object.keys(withoutBlanks(file['submitter'])).length === 0)
    delete file['submitter'];
  for (const name of ['submittedAt', 'receivedAt']) file[name] = readInstant(file[name]);
  if (isSamePerson(file['applicant'], file['submitter'])) {
    // Portals name who files for themselves twice; what they say of them otherwise the second time is asked of the citizen.
    kept.push(...differingWords(file['applicant'] as Fields, file['submitter'] as Fields));
    delete file['submitter'];
    notes.push('submitter');
  }
  if (isFields(file['resultDelivery'])) {
    const { address, ...way } = only('resultDelivery', file['resultDelivery']);
    const readable = address === undefined || isReadable(line(300), address);
    if (!readable || isDoubtful(address)) notes.push('resultDelivery.address');
    // An address of no way to send by goes with it.
    if (address !== undefined && way['kind'] === undefined) notes.push('resultDelivery');
    if (address !== undefined && (!readable || way['kind'] === undefined)) kept.push(`address: ${wordsOf(address)}`);
    file['resultDelivery'] = readable && address !== undefined ? { ...way, address } : way;
    if (way['kind'] === undefined) delete file['resultDelivery'];
  }
  if (Array.isArray(file['attachments'])) file['attachments'] = file['attachments'].map(readAttachment);
  if (Array.isArray(file['components'])) file['components'] = file['components'].map(readCount);
  for (const name of ['quantity', 'pages']) file[name] = wholeNumber(file[name]);
  const summary = drawable(wordsOf(file['summary'] ?? ''));
  const left = drawable(kept.join(' · '));
  // What was left out stands nowhere else: it is the sender's summary that is cut.
  const room = Math.max(0, longestSummary - (left === '' ? 0 : left.length + 3));
  if (summary.length > room || left.length > longestSummary || findTextFlaw(summary) === 'lost') notes.push('summary');
  const parts = [cut(summary, room), cut(left, longestSummary)];
  file['summary'] = parts.filter((part) => part !== '').join(' · ');
  return { file: withoutBlanks(file), notes };
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return most === 0 ? '' : `${text.slice(0, most - 1)}…`;
}

/** What a second naming of the same person says that the first does not. */
function differingWords(applicant: Fields, submitter: Fields): string[] {
  const plain = (value: unknown) => (typeof value === 'string' ? value.toLowerCase().replace(/\s+/g, ' ') : value);
  const fields = ['fullName', ...contact].filter(
    (field) => submitter[field] !== undefined && plain(submitter[field]) !== plain(applicant[field]),
  );
  return fields.map((field) => `submitter.${field}: ${wordsOf(submitter[field])}`);
}

/** A text of contact that the contract takes and whose letters are whole. */
function isReadable(shape: { safeParse(value: unknown): { readonly success: boolean } }, value: unknown): boolean {
  return shape.safeParse(value).success && (typeof value !== 'string' || findTextFlaw(value) !== 'lost');
}

/** It may be what the paper says: it stays, and is named. */
function isDoubtful(value: unknown): boolean {
  return typeof value === 'string' && findTextFlaw(value) === 'doubtful';
}

function isSamePerson(applicant: unknown, submitter: unknown): boolean {
  const [one, other] = [applicant, submitter].map((person) => (isFields(person) ? person['idNumber'] : undefined));
  return typeof one === 'string' && typeof other === 'string' && canonicalIdNumber(one) === canonicalIdNumber(other);
}

const longestSummary = 1000;

/** Nothing of what was written is lost without a trace: a letter that no paper shows stands by its number, a mark of direction by nothing. */
function drawable(text: string): string {
  return withNumbersForUndrawn(text)
    .replace(
      /[\ufffd\u0080-\u009f]/g,
      (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
    )
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Who and what a refusal is about, as far as the file says it at all. */
export function namesOf(given: unknown): { readonly portalNumber: string; readonly applicantName: string } {
  const file = oneLined(given);
  const applicant = isFields(file) ? file['applicant'] : undefined;
  const text = (value: unknown, most: number) => (typeof value === 'string' ? visible(value).slice(0, most) : '');
  return {
    portalNumber: isFields(file) ? text(file['portalNumber'], 40) : '',
    applicantName: isFields(applicant) ? drawable(text(applicant['fullName'], 200)) : '',
  };
}

type Note = (field: string, words: string | null) => void;

function readPerson(person: Fields, today: string, note: Note): Fields {
  const { fullName, phone, email, dateOfBirth, sex, ...others } = Object.fromEntries(
    Object.entries(person).map(([name, value]) => [name, typeof value === 'number' ? String(value) : value]),
  );
  const read: Fields = { ...others, fullName, phone, email, dateOfBirth, sex };
  if (typeof fullName === 'string' && person['kind'] === 'citizen' && isCaseTurned(fullName)) {
    read['fullName'] = turnCase(fullName);
    note('fullName', fullName);
  }
  for (const field of contact) {
    const value = read[field];
    if (value !== undefined && typeof value !== 'string') leaveOut(field, value);
  }
  replace('phone', phone, readPhone);
  replace('email', email, readEmail);
  replace('dateOfBirth', dateOfBirth, readBirth);
  replace('sex', sex, (text) => sexes.get(text.toLowerCase().normalize('NFC')));
  // Whatever the contract still refuses of them: a day that no calendar has, a letter that no paper shows, too long a line.
  for (const field of contact)
    if (read[field] !== undefined && !isReadable(IntakeSubmitter.shape[field], read[field]))
      leaveOut(field, person[field]);
  const birth = read['dateOfBirth'];
  if (typeof birth === 'string' && birth > today.slice(0, birth.length)) leaveOut('dateOfBirth', person['dateOfBirth']);
  if (isDoubtful(read['address'])) note('address', null);
  if (typeof fullName === 'string' && person['kind'] === 'citizen' && isDoubtfulName(fullName)) note('fullName', null);
  return read;

  function leaveOut(field: string, value: unknown): void {
    delete read[field];
    note(field, wordsOf(value));
  }

  function replace(field: string, value: unknown, reading: (text: string) => string | undefined): void {
    if (typeof value !== 'string') return;
    const meant = reading(value);
    if (meant === undefined) delete read[field];
    else read[field] = meant;
    if (meant === undefined || (field === 'phone' && !isWholePhone(meant, value))) note(field, value);
  }
}

/** What a clerk asks the person for again; names and numbers of identity are not among them. */
const contact = ['dateOfBirth', 'sex', 'address', 'phone', 'email', 'authorisation'] as const;

const sexes = new Map([
  ['nam', 'male'],
  ['male', 'male'],
  ['m', 'male'],
  ['nữ', 'female'],
  ['nu', 'female'],
  ['female', 'female'],
  ['f', 'female'],
]);

function readEmail(text: string): string | undefined {
  const plain = text.replace(/^mailto:/i, '');
  return z.email().max(200).safeParse(plain).success ? plain : undefined;
}

/** As databases write an instant: a space for the T, an offset without its colon. What has no offset is no instant, and stays to be refused. */
function readInstant(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const [, date, time, offset] = instant.exec(value) ?? [];
  if (date === undefined || time === undefined || offset === undefined) return value;
  if (offset.toUpperCase() === 'Z') return `${date}T${time}Z`;
  const [hours, minutes] = [offset.slice(0, 3), offset.slice(3).replace(':', '')];
  return `${date}T${time}${hours}:${minutes === '' ? '00' : minutes}`;
}

const instant = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?([Zz]|[+-]\d\d(?::?\d\d)?)$/;

/** A day as a portal or a person writes it, in the order of the country or of ISO; noughts and a year that nobody living was born in say “not known”. */
function readBirth(text: string): string | undefined {
  const plain = text.replace(/T00:00.*$/, '').replaceAll(/[/.]/g, '-');
  const parts = plain.split('-');
  const ordered = parts[0]?.length === 4 ? parts : parts.toReversed();
  const iso = ordered.filter((part) => !/^0{1,2}$/.test(part)).map((part) => part.padStart(2, '0'));
  return PartialDate.safeParse(iso.join('-')).data;
}

function readCount(given: unknown): unknown {
  if (!isFields(given)) return given;
  const { index, originals = 0, copies = 0 } = only('components', given);
  return { index: wholeNumber(index), originals: wholeNumber(originals), copies: wholeNumber(copies) };
}

/** The name is a label only; the bytes are known by their hash, which some write in capitals. */
function readAttachment(given: unknown): unknown {
  if (!isFields(given)) return given;
  const { name, sha256, size, component } = given;
  return {
    ...given,
    ...(component === undefined ? {} : { component: wholeNumber(component) }),
    ...(size === undefined ? {} : { size: wholeNumber(size) }),
    ...(typeof name === 'string' ? { name: drawable(name) } : {}),
    ...(typeof sha256 === 'string' ? { sha256: sha256.toLowerCase() } : {}),
  };
}

function wholeNumber(value: unknown): unknown {
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
}

function only(name: string, fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => known[name]?.includes(field)));
}

/** Without what says “not given”: null, empty text, in lists and what stands in them as well. */
function withoutBlanks(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (isBlank(value) ? [] : [[name, withoutBlanksIn(value)]])),
  );
}

function withoutBlanksIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => !isBlank(one)).map(withoutBlanksIn);
  return isFields(value) ? withoutBlanks(value) : value;
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/**
 * Every text of one line, whatever breaks and tabs a form let through; invisible signs go. In a text that was read wrongly a space that does not
 * break and the controls beyond ASCII are halves of letters, and stay to be seen.
 */
function oneLined(value: unknown): unknown {
  if (typeof value === 'string') {
    const text = value.normalize('NFC');
    if (findTextFlaw(text) === 'lost')
      return text
        .replace(/[\s\p{Cc}]/gu, (sign) => (/[\u0080-\u00a0]/.test(sign) ? sign : ' '))
        .replace(/^ +| +$/g, '');
    return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  }
  if (Array.isArray(value)) return value.map(oneLined);
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, oneLined(field)]));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
