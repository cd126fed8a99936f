import type { OwnField, OwnFieldKind } from '../../../contract/catalogue/own-fields.ts';
import { fold } from '../../base/vietnamese.ts';

/**
 * Own fields as a supervisor writes them, a line each, and as a difference shows them: «Họ, chữ đệm, tên người mẹ (người)», «Giới tính (nam / nữ) *»,
 * «Số bản sao (số 1–20)», «Diện tích (số thập phân)», «Ngày hẹn (ngày)», «Ngày chết (ngày đã qua)», «Giờ chết (giờ)», «Nơi chết (địa chỉ)»; without brackets a line of text. A star asks for it.
 */

type Told = Pick<OwnField, 'kind' | 'fraction' | 'past'>;

const kinds: Readonly<Record<Exclude<OwnFieldKind, 'text' | 'choice'>, string>> = {
  number: 'số',
  date: 'ngày',
  time: 'giờ',
  person: 'người',
  address: 'địa chỉ',
};

const fractional = 'số thập phân';
const gone = 'ngày đã qua';

const byWord: ReadonlyMap<string, Told> = new Map<string, Told>([
  ...(Object.keys(kinds) as (keyof typeof kinds)[]).map((kind) => [fold(kinds[kind]), { kind }] as const),
  [fold(fractional), { kind: 'number', fraction: true }],
  [fold(gone), { kind: 'date', past: true }],
]);

export function ownFieldLine({ label, kind, required, choices = [], least, most, fraction, past }: OwnField): string {
  const star = required === true ? ' *' : '';
  if (kind === 'text') return `${label}${star}`;
  if (kind === 'choice') return `${label} (${choices.join(' / ')})${star}`;
  const limits = least === undefined && most === undefined ? '' : ` ${least ?? ''}–${most ?? ''}`;
  const word = fraction === true ? fractional : past === true ? gone : kinds[kind];
  return `${label} (${word}${limits})${star}`;
}

export function ownFieldLines(fields: readonly OwnField[]): string {
  return fields.map(ownFieldLine).join('\n');
}

/**
 * The fields that such lines mean. One that was there before keeps its key by its label and kind, marks, case and blanks aside: a paper is bound to the
 * key, so whatever is called otherwise, or takes otherwise, is another field, and no key that was there before becomes its own.
 */
export function readOwnFieldLines(text: string, before: readonly OwnField[] = []): OwnField[] {
  const read = text
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(fieldOfLine);
  const left = [...before];
  const taken = new Set(before.map(({ key }) => key));
  return read.map((field) => {
    const at = left.findIndex((one) => one.kind === field.kind && bare(one.label) === bare(field.label));
    const [same] = at === -1 ? [] : left.splice(at, 1);
    const key = same?.key ?? freeKey(keyOf(field.label), taken);
    taken.add(key);
    return { key, ...field };
  });
}

function bare(label: string): string {
  return fold(label).replaceAll(/\s+/g, '');
}

type Unnamed = Omit<OwnField, 'key'>;

function fieldOfLine(line: string): Unnamed {
  const isRequired = /\*\s*$/.test(line);
  const plain = line.replace(/\s*\*\s*$/, '').trim();
  const [, label = plain, inside = ''] = /^(.*\S)\s*\(([^()]*)\)$/.exec(plain) ?? [];
  const told = insideBrackets(inside.trim());
  // Brackets that name no kind belong to the label: «Nơi cư trú (thường trú hoặc tạm trú)».
  const field = told === undefined ? { label: plain, kind: 'text' as const } : { label, ...told };
  return { ...field, ...(isRequired ? { required: true as const } : {}) };
}

function insideBrackets(inside: string): Omit<Unnamed, 'label'> | undefined {
  if (inside.includes('/')) {
    const choices = inside.split('/').map((one) => one.trim());
    return { kind: 'choice', choices };
  }
  const [, word = inside, least = '', most = ''] =
    /^(\p{L}+(?: \p{L}+)*)\s+(-?[\d.]*)\s*(?:[–-]|đến)\s*(-?[\d.]*)$/u.exec(inside) ?? [];
  const told = byWord.get(fold(word));
  if (told === undefined) return fold(inside) === 'chu' ? { kind: 'text' } : undefined;
  return { ...told, ...limit('least', least), ...limit('most', most) };
}

function limit<K extends 'least' | 'most'>(name: K, text: string): { [key in K]?: number } {
  return (text === '' ? {} : { [name]: Number(text) }) as { [key in K]?: number };
}

/** «Ngày cấp giấy báo tử» is `ngayCapGiayBaoTu`. */
function keyOf(label: string): string {
  const words = fold(label)
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
  const key = words
    .map((word, at) => (at === 0 ? word : `${word.charAt(0).toUpperCase()}${word.slice(1)}`))
    .join('')
    .slice(0, 36);
  return /^[a-z]/.test(key) ? key : `o${key}`;
}

function freeKey(key: string, taken: ReadonlySet<string>): string {
  for (let step = 2, free = key; ; free = `${key}${step}`, step += 1) if (!taken.has(free)) return free;
}
