import { fold } from '../domain/base/vietnamese.ts';
import type { Catalogue, Unit } from '../domain/catalogue/catalogue.ts';

type Found = Pick<Unit, 'code' | 'name' | 'fullName' | 'type'> & { readonly province: string };

/** Communes by the words of their name or province, marks or not, in any order, or by code; those whose name begins so come first. */
export function findUnits(catalogue: Catalogue, text: string, limit: number): Found[] {
  const words = fold(text)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const provinces = new Map(catalogue.provinces.map(({ code, name }) => [code, name]));
  const wanted = words.join(' ');
  return catalogue.units
    .map(({ code, name, fullName, type, provinceCode }) => {
      const province = provinces.get(provinceCode) ?? '';
      return { code, name, fullName, type, province };
    })
    .filter(({ code, fullName, province }) => {
      const where = `${fold(fullName)} ${fold(province)} ${code}`;
      return words.every((word) => where.includes(word));
    })
    .toSorted((a, b) => rank(a, wanted) - rank(b, wanted))
    .slice(0, limit);
}

function rank({ name, fullName }: Found, wanted: string): number {
  return [fold(name), fold(fullName)].some((whole) => whole.startsWith(wanted)) ? 0 : 1;
}
