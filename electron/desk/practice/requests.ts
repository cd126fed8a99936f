import type { Procedure } from '../../contract/catalogue/lists.ts';
import type { ReceiveInput } from '../../contract/counter/case/case.ts';
import type { Person } from '../../contract/common/person/person.ts';
import type { Channel } from '../../contract/base/values.ts';
import { usualCounts } from '../../domain/catalogue/components.ts';
import { type SeededRandom, weighted } from './random.ts';

/** What people come for, in parts of a thousand, guessed from press figures; the rest share what is left. */
const usual: Readonly<Record<string, number>> = {
  '2.000815': 380,
  '2.000884': 70,
  '2.000635': 70,
  '1.001193': 55,
  '1.004873': 55,
  '1.000894': 30,
  '1.000656': 25,
  '1.004859': 20,
  '1.004194': 60,
  '1.004222': 50,
  '1.010041': 30,
  '1.002755': 20,
  '3.000722': 20,
  '1.001612': 18,
  '2.000720': 10,
  '1.001266': 8,
  '1.001776': 10,
  '1.014027': 10,
  '1.013225': 6,
};
const rare = 1;

const channel = weighted<Channel>([
  ['direct', 47.5],
  ['online', 51.5],
  ['post', 1],
]);

const deliveries = {
  direct: weighted<ReceiveInput['resultDelivery']['kind']>([
    ['desk', 93],
    ['post', 7],
  ]),
  online: weighted<ReceiveInput['resultDelivery']['kind']>([
    ['electronic', 60],
    ['desk', 35],
    ['post', 5],
  ]),
  post: () => 'post' as const,
};

/** What somebody asks for at a counter. */
export type Request = Pick<ReceiveInput, 'channel' | 'components' | 'quantity' | 'resultDelivery'> & {
  readonly procedure: Procedure;
  readonly pages: number;
};

/** Draws procedures that have a time limit: without one nothing is promised, so nothing is received. */
export function procedureMix(procedures: readonly Procedure[]): (random: SeededRandom, person: Person) => Procedure {
  const known = procedures
    .filter(({ terms }) => terms.length > 0)
    .map((procedure) => [procedure, usual[procedure.code] ?? rare] as const);
  const forBusiness = known.filter(([{ field }]) => businessFields.has(field));
  const draw = { citizen: weighted(known), business: weighted(forBusiness) };
  return (random, person) => (person.kind === 'citizen' ? draw.citizen : draw.business)(random);
}

const businessFields: ReadonlySet<string> = new Set(['Hộ kinh doanh', 'Chứng thực', 'Xây dựng']);

export function inventRequest(random: SeededRandom, procedure: Procedure, person: Person): Request {
  const way = channel(random);
  const copies = procedure.feeRules.some(({ kind }) => kind === 'per-page' || kind === 'per-copy');
  return {
    procedure,
    channel: way,
    components: usualPapers(procedure),
    quantity: copies ? 1 + Math.floor(random.next() * random.next() * 6) : 1,
    pages: 1 + random.below(8),
    resultDelivery: delivery(deliveries[way](random), person),
  };
}

function delivery(kind: ReceiveInput['resultDelivery']['kind'], person: Person): ReceiveInput['resultDelivery'] {
  return kind === 'post' ? { kind, address: person.address ?? 'phường Cát Lái' } : { kind };
}

const papers = new WeakMap<Procedure, Request['components']>();

/** The papers that belong to nearly every file: those without a condition, four at most. */
function usualPapers(procedure: Procedure): Request['components'] {
  const known = papers.get(procedure);
  if (known !== undefined) return known;
  const all = procedure.components.map((component, index) => ({
    always: !/^(trường hợp|đối với|văn bản ủy quyền)/iu.test(component.name),
    count: { index, ...usualCounts(component) },
  }));
  const always = all.filter((paper) => paper.always);
  const ticked = (always.length === 0 ? all : always).slice(0, 4).map(({ count }) => count);
  papers.set(procedure, ticked);
  return ticked;
}
