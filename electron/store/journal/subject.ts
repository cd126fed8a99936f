import type { Subject } from '../../domain/entries/entry.ts';
import { findUuidBytes, uuidText } from '../file/codecs.ts';

const kindCode = {
  office: 1,
  account: 2,
  case: 3,
  print: 4,
  till: 5,
  receipt: 6,
  intake: 7,
  'hand-over': 8,
  kit: 9,
} as const satisfies Record<Subject['kind'], number>;

const kinds = new Map(Object.entries(kindCode).map(([kind, code]) => [code, kind as Subject['kind']]));

/** The kind behind its code in the table. Throws on a code that the table's own check would have refused. */
export function kindOf(code: number): Subject['kind'] {
  const kind = kinds.get(code as (typeof kindCode)[Subject['kind']]);
  if (kind === undefined) throw new Error(`no subject of kind ${code}`);
  return kind;
}

export type SubjectKey = { readonly kind: number; readonly name: Buffer };

/** How a subject stands in its table. Throws on an id that is not a UUID: ids are made here or checked at the door. */
export function subjectKey(subject: Subject): SubjectKey {
  const kind = kindCode[subject.kind];
  switch (subject.kind) {
    case 'office':
      return { kind, name: Buffer.from('office') };
    case 'account':
      return { kind, name: Buffer.from(subject.username) };
    case 'case':
      return { kind, name: getUuid(subject.caseId) };
    case 'print':
      return { kind, name: getUuid(subject.jobId) };
    case 'till':
      return { kind, name: Buffer.from(subject.till) };
    case 'receipt':
      return { kind, name: getUuid(subject.receiptId) };
    case 'hand-over':
      return { kind, name: getUuid(subject.handOverId) };
    case 'intake':
      return { kind, name: getUuid(subject.intakeId) };
    case 'kit':
      return { kind, name: getUuid(subject.kitId) };
  }
}

/** The name a subject has in the hash chain and in an export: it does not depend on row numbers. */
export function subjectText(key: SubjectKey): string {
  switch (key.kind) {
    case kindCode.office:
      return 'office';
    case kindCode.account:
      return `account:${key.name.toString('utf8')}`;
    case kindCode.case:
      return `case:${uuidText(key.name)}`;
    case kindCode.till:
      return `till:${key.name.toString('utf8')}`;
    case kindCode.receipt:
      return `receipt:${uuidText(key.name)}`;
    case kindCode['hand-over']:
      return `hand-over:${uuidText(key.name)}`;
    case kindCode.intake:
      return `intake:${uuidText(key.name)}`;
    case kindCode.kit:
      return `kit:${uuidText(key.name)}`;
    default:
      return `print:${uuidText(key.name)}`;
  }
}

function getUuid(text: string): Buffer {
  const bytes = findUuidBytes(text);
  if (bytes === undefined) throw new Error('a subject id is not a UUID');
  return bytes;
}
