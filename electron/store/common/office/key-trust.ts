import type { AccountAct, EntryBody } from '../../../domain/entries/entry.ts';
import { type EntrySignature, type Stood, signedText } from '../../../domain/entries/signed.ts';
import { isOnePerson, mayStand } from '../../../domain/common/office/second-person.ts';
import type { Role } from '../../../contract/common/office/office.ts';
import type { Db } from '../../file/db.ts';
import { prepared } from '../../file/rows/prepared.ts';
import { byOwnDesk, kindCode, kindOf, ofThisOffice, subjectText } from '../../journal/subject.ts';
import { isSignedBy, pairKeyId } from '../../keys/primitives.ts';

/** Why an entry that says whose key is whose, or who is who, is not believed. */
type DoubtWhy = 'unsigned' | 'one-signature' | 'wrong-signature' | 'wrong-key';

type Doubt = {
  /** Whose account it says something of; null for the key on paper and the file's. */
  readonly username: string | null;
  readonly type: string;
  readonly seq: number;
  readonly why: DoubtWhy;
};

export type KeyTrust = {
  /** The keys of accounts and of paper that a desk may seal to. */
  readonly keyIds: ReadonlySet<string>;
  readonly doubts: readonly Doubt[];
};

type Key = { readonly keyId: string; readonly ed25519: Buffer };
type Person = { fullName: string; role: Role; disabled: boolean; key: Key | null };
type Row = { seq: number; step: number; kind: number; name: Buffer; type: string; body: string };
type Asked = { readonly act: AccountAct; readonly signers: readonly string[] };

const told = [
  'account-added',
  'account-role-set',
  'account-disabled',
  'account-renamed',
  'account-shut',
  'account-enabled',
  'account-key',
  'recovery-key-made',
  'recovery-key-used',
  'office-sealed',
  'file-key-turned',
  'two-persons-begun',
  'account-asked',
  'account-answered',
] as const;

/**
 * Whose key is whose, as the journal can prove it. What was said before two persons were asked for is the office's root and believed as it stands, for there
 * was nobody to sign with; from there on an account's key, an account, its role and the key on paper count where two open accounts that may stand for each
 * other signed the entry under keys then in force (the key on paper counts as one), or where the owner's own key before it did.
 * A chain of hashes says that an entry was not changed; only a signature says who made it. Other desks' people are not this office's, though they have the same
 * names: what they tell of them is not read.
 */
export function keyTrust(db: Db): KeyTrust {
  const people = new Map<string, Person>();
  const requests = new Map<string, Asked>();
  const used = new Set<string>();
  const doubts: Doubt[] = [];
  let recovery: Key | null = null;
  let isAsked = false;
  /** A plain register has no keys, so nobody could sign. */
  let isSealed = false;
  let isRoot = false;
  /** The account that the key on paper was just used for: its next key is signed by that key alone. */
  let recovered: string | null = null;

  function keyOfSigner({
    username,
  }: EntrySignature): { readonly key: Key; readonly person: Person | null } | undefined {
    if (username === null) return recovery === null ? undefined : { key: recovery, person: null };
    const person = people.get(username);
    if (person?.key === null || person === undefined || person.disabled) return undefined;
    return { key: person.key, person };
  }

  /** Who signed under keys in force now; a signature that stood under another entry before proves nothing here. */
  function signersOf(text: string, signatures: Stood['signatures'] = []): string[] | undefined {
    const names: string[] = [];
    for (const one of signatures) {
      const signer = keyOfSigner(one);
      if (signer === undefined || signer.key.keyId !== one.keyId || used.has(one.signature)) return undefined;
      if (!isSignedBy(signer.key.ed25519, Buffer.from(text), Buffer.from(one.signature, 'base64url'))) return undefined;
      used.add(one.signature);
      names.push(one.username ?? '');
    }
    return names;
  }

  /** Two who may stand for each other; the key on paper, whose name is empty, counts as one. */
  function areTwo(names: readonly string[]): boolean {
    const fit = names.filter((name) => name === '' || mayStand(people.get(name)?.role ?? 'clerk'));
    return fit.some((first, index) =>
      fit.slice(index + 1).some((second) => {
        if (first === second) return false;
        const [one, other] = [people.get(first), people.get(second)];
        return one === undefined || other === undefined || !isOnePerson(one, other);
      }),
    );
  }

  function whyNot(subject: string, username: string | null, event: EntryBody & Stood): DoubtWhy | null {
    const signers = signersOf(signedText(subject, event), event.signatures);
    if (signers === undefined) return 'wrong-signature';
    if (areTwo(signers)) return null;
    const request = event.request === undefined ? undefined : requests.get(event.request);
    if (request?.act.username === username && signers.length > 0 && isOf(request.act, event)) {
      // Asked once, done once; who is added is told in two entries, of which the key is the last.
      if (event.type !== 'account-added') requests.delete(event.request ?? '');
      if (areTwo([...signers, ...request.signers])) return null;
    }
    const isOwn = event.type === 'account-key' && username !== null && signers.includes(username);
    if (isOwn || (recovered !== null && recovered === username && signers.includes(''))) return null;
    return signers.length === 0 ? 'unsigned' : 'one-signature';
  }

  function take({ seq, step, kind, name, type, body }: Row): void {
    const subject = subjectText({ kind, name });
    const username = kindOf(kind) === 'account' ? name.toString('utf8') : null;
    const event = { ...(JSON.parse(body) as object), type } as EntryBody & Stood;
    // The keys of a register that is sealed just now are its root: those of the same commit, and none that is written after it.
    if (step === 0 || (type !== 'account-key' && type !== 'recovery-key-made')) isRoot = false;
    const isDoubtful = isAsked && isSealed && !isRoot && !unsignedTypes.has(type);
    const why = isDoubtful ? whyNot(subject, username, event) : null;
    const halves = 'keyId' in event && 'x25519' in event ? keyOf(event) : null;
    const doubt = why ?? (halves === 'wrong' ? 'wrong-key' : null);
    if (doubt !== null) doubts.push({ username, type, seq, why: doubt });
    const person = username === null ? undefined : people.get(username);
    switch (event.type) {
      case 'account-added':
        // A name that is there already keeps what it is, whatever is said of it again.
        if (doubt === null && username !== null && person === undefined)
          people.set(username, { fullName: event.fullName, role: event.role, disabled: false, key: null });
        return;
      case 'account-role-set':
        if (doubt === null && person !== undefined) person.role = event.role;
        return;
      case 'account-disabled':
      case 'account-renamed':
      case 'account-shut':
        if (person !== undefined) person.disabled = true;
        return;
      case 'account-enabled':
        if (doubt === null && person !== undefined) person.disabled = false;
        return;
      case 'account-key':
        isSealed = true;
        if (person !== undefined) person.key = doubt === null && halves !== 'wrong' ? halves : null;
        if (username === recovered) recovered = null;
        return;
      case 'recovery-key-made':
        isSealed = true;
        if (doubt === null && halves !== 'wrong') recovery = halves;
        return;
      case 'recovery-key-used':
        recovered = event.username;
        return;
      case 'office-sealed':
        // Once: a second root would be a way around the signatures.
        isRoot = !isSealed;
        return;
      case 'two-persons-begun':
        isAsked = true;
        return;
      case 'account-asked':
        requests.set(event.request, {
          act: event.act,
          signers: signersOf(signedText(subject, event), event.signatures) ?? [],
        });
        return;
      case 'account-answered':
        requests.delete(event.request);
        return;
      default:
    }
  }

  const rows = prepared(
    db,
    `SELECT seq, step, kind, name, type, body FROM subject JOIN journal USING (subject_id)
      WHERE kind IN (${kindCode('office')}, ${kindCode('account')}) AND ${byOwnDesk} AND type IN (${told.map((type) => `'${type}'`).join(', ')}) ORDER BY seq`,
  ).all() as Row[];
  for (const row of rows) take(row);
  const open = [...people.values()].flatMap(({ key, disabled }) => (key === null || disabled ? [] : [key.keyId]));
  return { keyIds: new Set([...open, ...(recovery === null ? [] : [(recovery as Key).keyId])]), doubts };
}

/** What takes a right away, or asks for something, needs nobody to vouch for it. */
const unsignedTypes: ReadonlySet<string> = new Set([
  'account-disabled',
  'account-renamed',
  'account-shut',
  'office-sealed',
  'two-persons-begun',
  'account-asked',
  'account-answered',
  'recovery-key-used',
]);

function keyOf(event: { readonly keyId: string; readonly x25519: string; readonly ed25519: string }): Key | 'wrong' {
  const [x25519, ed25519] = [Buffer.from(event.x25519, 'base64url'), Buffer.from(event.ed25519, 'base64url')];
  return ed25519.length === 32 && pairKeyId(x25519, ed25519) === event.keyId
    ? { keyId: event.keyId, ed25519 }
    : 'wrong';
}

/** Whether an entry carries out what was asked, and nothing else. */
function isOf(act: AccountAct, event: EntryBody): boolean {
  switch (event.type) {
    case 'account-added':
      return act.kind === 'add' && act.fullName === event.fullName && act.role === event.role;
    case 'account-role-set':
      return act.kind === 'role' && act.role === event.role;
    case 'account-enabled':
      return act.kind === 'enable';
    case 'account-key':
      return act.kind === 'add' || act.kind === 'reset';
    default:
      return false;
  }
}

export type AccountRequest = {
  readonly request: string;
  readonly act: AccountAct;
  readonly reason: string;
  /** The account that asked. */
  readonly by: string;
  /** Seconds since 1970. */
  readonly at: number;
};

/** What was asked for accounts of this office and nobody answered yet, the oldest first. Another desk's question is answered there. */
export function openRequests(db: Db): AccountRequest[] {
  const rows = prepared(
    db,
    `SELECT journal.at, journal.body, journal.type, account.username AS by FROM journal LEFT JOIN account USING (account_id)
      WHERE ${ofThisOffice} AND type IN ('account-asked', 'account-answered') ORDER BY seq`,
  ).all() as { at: number; body: string; type: string; by: string | null }[];
  const open = new Map<string, AccountRequest>();
  for (const { at, body, type, by } of rows) {
    const { request, act, reason } = JSON.parse(body) as { request: string; act: AccountAct; reason: string };
    if (type === 'account-asked') open.set(request, { request, act, reason, by: by ?? '', at });
    else open.delete(request);
  }
  return [...open.values()];
}
