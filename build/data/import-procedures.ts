import { feeRulesOf } from './import-fees.ts';
import { paperOf, withoutRepeats } from './papers/papers.ts';
import { building } from './readings/building.ts';
import { certification } from './readings/certification.ts';
import { civilStatus } from './readings/civil-status.ts';
import { land } from './readings/land.ts';
import { others } from './readings/others.ts';
import { type Readings, readBy, readOn } from './readings/reading.ts';
import { residence } from './readings/residence.ts';
import { social } from './readings/social.ts';

/** From the gathered procedures to the catalogue's own shape. Pure: the same input gives the same lines. */
type RawProcedure = {
  code: string;
  name: string;
  field: string;
  authority: string;
  components: { name: string; short: string; case?: string; originals: number; copies: number; truncated?: boolean }[];
  processingTime: {
    value: number | null;
    unit: string | null;
    note: string;
    unitVerified: boolean;
    sameDayCutoff?: string;
  };
  fee: { amount: number | null; note: string };
  legalBasis: string[];
  result: string;
  verification: { status: string; sources: string[] };
};

export type RawProcedures = {
  asOf: string;
  sourceKeys: Record<string, string>;
  procedures: RawProcedure[];
  listedOnly: { items: { code: string; name: string; field: string }[] };
};

const readings: Readings = {
  ...civilStatus,
  ...certification,
  ...residence,
  ...social,
  ...land,
  ...building,
  ...others,
};

/** What the list itself leaves open. Sentences for the office, shown until somebody settles them. */
const ofTheList: Readonly<Record<string, readonly string[]>> = {
  '1.012796': ['số bản chính của đơn đăng ký biến động bị dính với số mẫu trong nguồn, đã tách thành 1; cần xem lại.'],
};

/** Names that a newer copy of the portal (10/2026) corrects. */
const newerNames: Readonly<Record<string, string>> = {
  '1.001570': 'Tạm ngừng kinh doanh, tiếp tục kinh doanh trước thời hạn đã đăng ký của hộ kinh doanh',
};

/** Grounds the portal names by mistake: fees of notaries and of missions abroad, decrees on lawyers and on other fields. */
const foreign: ReadonlySet<string> = new Set([
  '257/2016/TT-BTC',
  '264/2016/TT-BTC',
  '123/2013/NĐ-CP',
  '01/2013/TT-BVHTTDL',
]);

/** In three rows a number from the text (form 18, year 2024) ran together with the count that follows it. Anything else is refused. */
const runTogether: ReadonlyMap<number, number> = new Map([
  [181, 1],
  [20240, 0],
]);

/** A note of the source names the wrong circular: 226/2016 is for certification, 257/2016 for notaries (TT 226/2016, TT 257/2016). */
const wrongCircular = ['TT 257/2016/TT-BTC', 'TT 226/2016/TT-BTC'] as const;

export function importProcedures(raw: RawProcedures) {
  return {
    procedures: raw.procedures.map(procedure),
    listedOnly: raw.listedOnly.items.map(({ code, name, field }) => ({ code, name, field })),
  };
}

/** The list gives names, fees and papers; what was read in the law stands over it. A procedure that nobody read is refused. */
function procedure(raw: RawProcedure) {
  const reading = readings[raw.code];
  if (reading === undefined) throw new Error(`nobody read what the law says of ${raw.code}`);
  const {
    terms,
    noTerm = null,
    decidingAgency = raw.authority,
    onlineLevel = null,
    onlineOnly = null,
    resultAway = null,
  } = reading;
  const fee = reading.fee ?? { amount: raw.fee.amount, note: raw.fee.note.trim().replace(...wrongCircular) };
  return {
    code: raw.code,
    name: newerNames[raw.code] ?? raw.name,
    field: raw.field,
    authority: raw.authority,
    decidingAgency,
    onlineLevel,
    onlineOnly,
    ...(resultAway === null ? {} : { resultAway }),
    successor: reading.successor ?? null,
    terms,
    noTerm,
    termNote: [reading.termNote ?? '', onlineOnly === null ? '' : `Chỉ nộp trực tuyến: ${onlineOnly}.`]
      .join(' ')
      .trim(),
    supplement: reading.supplement ?? null,
    fee,
    feeRules: feeRulesOf(raw.code, raw.field, fee),
    result: raw.result,
    legalBasis: reading.legalBasis ?? raw.legalBasis.filter((text) => !foreign.has(text)),
    verification: {
      status: raw.verification.status === 'verified-2-sources' ? 'two-sources' : 'one-source',
      sources: raw.verification.sources,
    },
    verified: reading.verified === undefined ? null : { article: reading.verified, readOn, readBy },
    doubts: [...(ofTheList[raw.code] ?? []), ...(reading.doubts ?? [])],
    components: [
      ...(reading.papers ?? withoutRepeats(raw.components.flatMap(papers), reading.everyCase)),
      ...(reading.also ?? []),
    ],
  };
}

function papers(raw: RawProcedure['components'][number]) {
  const { originals } = raw;
  return paperOf({ ...raw, originals: runTogether.get(originals) ?? originals }) ?? [];
}
