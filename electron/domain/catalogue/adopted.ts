import type { ComponentItem, Procedure, ProcedureTerm } from '../../contract/catalogue/lists.ts';
import type { Channel, Term } from '../../contract/base/values.ts';

/** What a catalogue did not tell before its procedures were read in the law. */
const later = { onlineOnly: null, resultAway: null, successor: null, noTerm: null } satisfies Partial<Procedure>;
type Later = typeof later;

/** A procedure as catalogues kept it until November 2026: one time limit, and at most one more for each other way of filing. */
type Earlier = Omit<
  Procedure,
  'terms' | 'decidingAgency' | 'onlineLevel' | keyof Later | 'supplement' | 'verified' | 'verification' | 'components'
> & {
  readonly term: Term | null;
  readonly rule: 'after-15h' | null;
  readonly channelTerms?: Partial<Record<Channel, Term>>;
  readonly termVerified: boolean;
  readonly verification: { readonly status: string; readonly sources: readonly string[] };
  readonly components: readonly Omit<ComponentItem, 'kind'>[];
};

const channelWords: Readonly<Record<Channel, string>> = {
  direct: 'Nộp trực tiếp',
  online: 'Nộp trực tuyến',
  post: 'Nộp qua bưu chính',
};

/** An adopted procedure in today's shape: a case keeps the version it was received under, however old that is. */
export function adoptedProcedure(body: unknown): Procedure {
  if (typeof body === 'object' && body !== null && 'terms' in body) return { ...later, ...(body as Procedure) };
  const { term, rule, channelTerms, termVerified, verification, components, ...rest } = body as Earlier;
  return {
    ...rest,
    decidingAgency: rest.authority,
    onlineLevel: null,
    ...later,
    terms: earlierTerms({ term, rule, channelTerms: channelTerms ?? {}, termVerified }),
    supplement: null,
    verified: null,
    verification: {
      ...verification,
      status: verification.status === 'verified-2-sources' ? 'two-sources' : 'one-source',
    },
    components: components.map((component) => ({ ...component, kind: 'received' })),
  };
}

function earlierTerms({
  term,
  rule,
  channelTerms,
  termVerified,
}: Required<Pick<Earlier, 'term' | 'rule' | 'channelTerms' | 'termVerified'>>): ProcedureTerm[] {
  const row = (key: string, words: string, own: Term): ProcedureTerm => ({
    key,
    words,
    ...own,
    article: '',
    from: null,
    until: null,
    chosen: 'reception',
    needs: null,
    grade: termVerified ? 'B' : 'C',
    readOn: null,
    readBy: '',
  });
  const byWay = (Object.keys(channelTerms) as Channel[]).flatMap((channel) => {
    const own = channelTerms[channel];
    return own === undefined ? [] : [{ ...row(channel, channelWords[channel], own), channels: [channel] }];
  });
  if (term === null) return byWay;
  return [...byWay, { ...row('usual', 'Thông thường', term), ...(rule === null ? {} : { rule }) }];
}
