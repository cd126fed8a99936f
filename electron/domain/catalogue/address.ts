import { fold } from '../base/vietnamese.ts';
import type { Catalogue } from './catalogue.ts';

/** A way to end an address: today's commune and province, and the name it had, where that is what was typed. */
export type AddressEnding = {
  /** 'Phường Cát Lái, Thành phố Hồ Chí Minh' */
  readonly place: string;
  /** 'Phường Thạnh Mỹ Lợi'; null where today's name was typed. */
  readonly was: string | null;
};

type Places = Pick<Catalogue, 'units' | 'provinces' | 'formerUnits'>;

/** Written before a name and no part of it; 'p' and 'x' as they are shortened. */
const ranks = new Set(['p', 'phuong', 'x', 'xa', 'tt', 'dac', 'khu']);
const fewestLetters = 2;

/** What stands behind the last comma; all of it where there is none. */
export function addressTail(typed: string): string {
  return typed.slice(typed.lastIndexOf(',') + 1);
}

/**
 * Communes that the end of an address may mean, by the beginnings of their names' words: those of one's own province first, then the others, then what a commune
 * of one's own province was called until 30 June 2025. A help for typing: the address is what the citizen says.
 * @param province code of one's own
 */
export function addressEndings(places: Places, province: string, typed: string, limit: number): AddressEnding[] {
  const words = fold(addressTail(typed)).split(' ').filter(Boolean);
  const told = words.findIndex((word) => !ranks.has(word));
  const wanted = told < 0 ? [] : words.slice(told);
  if (wanted.join('').length < fewestLetters) return [];
  const provinces = new Map(places.provinces.map(({ code, fullName }) => [code, fullName]));
  const placeOf = ({ fullName, provinceCode }: Places['units'][number]) =>
    `${fullName}, ${provinces.get(provinceCode) ?? ''}`;
  const today = places.units
    .map((unit) => ({ unit, distance: distanceOf(fold(unit.name), wanted) }))
    .filter(({ distance }) => distance !== undefined)
    .toSorted(
      (one, other) =>
        Number(other.unit.provinceCode === province) - Number(one.unit.provinceCode === province) ||
        (one.distance ?? 0) - (other.distance ?? 0),
    )
    .map(({ unit }) => ({ place: placeOf(unit), was: null }));
  const before = places.units
    .filter(({ provinceCode }) => provinceCode === province)
    .flatMap((unit) =>
      (places.formerUnits[unit.code] ?? [])
        .filter(({ name }) => !isSameName(name, unit.fullName))
        .map(({ name, share }) => ({ unit, name, share, distance: distanceOf(withoutRank(name), wanted) })),
    )
    .filter(({ distance }) => distance !== undefined)
    // The whole of it went there before a part of it did.
    .toSorted((one, other) => (one.distance ?? 0) - (other.distance ?? 0) || (one.share < other.share ? -1 : 1))
    .map(({ unit, name }) => ({ place: placeOf(unit), was: name }));
  const own = today.filter(({ place }) => place.endsWith(provinces.get(province) ?? ' '));
  const others = today.slice(own.length);
  return [...own, ...before, ...others].slice(0, limit);
}

function isSameName(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

function withoutRank(name: string): string {
  const words = fold(name).split(' ');
  const told = words.findIndex((word) => !ranks.has(word) && word !== 'thi' && word !== 'tran');
  return (told < 0 ? words : words.slice(told)).join(' ');
}

/** 0: the name; 1: it begins so; 2: each word typed begins one of its words, in their order. */
function distanceOf(name: string, wanted: readonly string[]): number | undefined {
  const typed = wanted.join(' ');
  if (name === typed) return 0;
  if (name.startsWith(typed)) return 1;
  let from = 0;
  const words = name.split(' ');
  for (const word of wanted) {
    const at = words.findIndex((one, place) => place >= from && one.startsWith(word));
    if (at < 0) return undefined;
    from = at + 1;
  }
  return 2;
}

/** The address with that ending in the place of what was typed of it. */
export function withEnding(typed: string, { place }: AddressEnding): string {
  const comma = typed.lastIndexOf(',');
  return comma < 0 ? place : `${typed.slice(0, comma + 1).trim()} ${place}`;
}
