import type { Person } from '../../contract/person/person.ts';
import { idProvinces } from '../../domain/person/id-number.ts';
import { inventCompany, inventHousehold, inventName } from './names.ts';
import { type SeededRandom, seededRandom, weighted } from './random.ts';

/** The invented people of a practice office. A person is made again from their index, so a million cost a few bytes each. */
export type People = {
  readonly count: () => number;
  /** Adds somebody; returns their index. */
  add(): number;
  addCitizen(): number;
  get(index: number): Person;
};

type Birth = { readonly province: string; readonly sex: 'male' | 'female'; readonly year: number };

/** Most were registered in the city; the rest come from everywhere. */
const homes: readonly string[] = [...idProvinces.keys()];
const home = weighted<string | null>([
  ['079', 45],
  [null, 55],
]);

const citizenShare = 0.95;
const householdShare = 0.7;

export function inventPeople(seed: number): People {
  /** How many numbers of each province, century, sex and year are taken. */
  const taken = new Map<string, number>();
  let tails = new Uint32Array(1024);
  let count = 0;

  function add(): number {
    const random = seededRandom(seed, count + 1);
    if (count === tails.length) tails = grown(tails);
    if (random.chance(citizenShare)) {
      const head = headOf(inventBirth(random));
      const serial = taken.get(head) ?? 0;
      taken.set(head, serial + 1);
      tails[count] = serial;
    }
    count += 1;
    return count - 1;
  }

  function addCitizen(): number {
    for (;;) {
      const index = add();
      if (get(index).kind === 'citizen') return index;
    }
  }

  function get(index: number): Person {
    const random = seededRandom(seed, index + 1);
    return random.chance(citizenShare) ? citizen(random, tails[index] ?? 0) : business(random, index);
  }

  return { count: () => count, add, addCitizen, get };
}

function citizen(random: SeededRandom, serial: number): Person {
  const birth = inventBirth(random);
  const fullName = inventName(random, birth.sex);
  const born = dateOfBirth(random, birth.year);
  const address = inventAddress(random);
  const idNumber = idNumberOf(headOf(birth), serial);
  const phone = random.chance(0.85) ? { phone: inventPhone(random) } : {};
  return { address, dateOfBirth: born, fullName, idNumber, kind: 'citizen', ...phone, sex: birth.sex };
}

function business(random: SeededRandom, index: number): Person {
  const household = random.chance(householdShare);
  const fullName = household ? inventHousehold(random) : inventCompany(random);
  const kind = household ? 'household-business' : 'business';
  const address = inventAddress(random);
  return { address, fullName, idNumber: inventTaxNumber(index), kind, phone: inventPhone(random) };
}

/** Grown-ups: they file for themselves. */
function inventBirth(random: SeededRandom): Birth {
  const sex = random.chance(0.52) ? 'female' : 'male';
  const year = random.chance(0.05) ? 1935 + random.below(16) : 1950 + random.below(28) + random.below(28);
  return { province: home(random) ?? random.pick(homes), sex, year };
}

/** PPP G YY: province, century with sex, year of birth (NĐ 137/2015/NĐ-CP Điều 13). */
function headOf({ province, sex, year }: Birth): string {
  const century = Math.floor(year / 100) - 19;
  return `${province}${century * 2 + (sex === 'female' ? 1 : 0)}${String(year % 100).padStart(2, '0')}`;
}

/**
 * The six digits that the state draws by lot, for the nth person of a head. A citizen's number has no check digit, so no structure
 * can rule out that a real person holds the same one: these begin with 00, which shows them as invented, and belong to names that
 * are invented too. The last four are spread, for clerks search by them (7919 has no factor in common with 10 000, so a head
 * repeats none of its first ten thousand).
 */
function idNumberOf(head: string, nth: number): string {
  const round = Math.floor(nth / 10_000);
  const lot = (nth * 7919 + Number(head) * 4657) % 10_000;
  return `${head}${String(round * 10_000 + lot).padStart(6, '0')}`;
}

function dateOfBirth(random: SeededRandom, year: number): string {
  const day = `${year}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
  // Cards of elder citizens may know the year alone.
  return year < 1960 && random.chance(0.2) ? String(year) : day;
}

const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/**
 * Ten digits in the shape of a tax number, with a tenth digit that the published check rule makes wrong, so no business holds
 * it. (The rule is widely published; the circular itself was not read: unverified.)
 */
function inventTaxNumber(index: number): string {
  const nine = `03${String(index % 10_000_000).padStart(7, '0')}`;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(nine[at]), 0);
  const right = (10 - (sum % 11) + 11) % 11;
  return `${nine}${(right + 5) % 10}`;
}

/** Roads and numbers are invented; the ward is real. */
function inventAddress(random: SeededRandom): string {
  return `${1 + random.below(199)}/${1 + random.below(60)} đường số ${1 + random.below(99)}, phường Cát Lái`;
}

/** The shape of a mobile number, plainly made up. */
function inventPhone(random: SeededRandom): string {
  return `09000${String(random.below(100_000)).padStart(5, '0')}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function grown(old: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(old.length * 2);
  larger.set(old);
  return larger;
}
