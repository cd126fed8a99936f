/** What an example should answer where the file says it in words, or where a decision made since then changed it. */
export type Decision = {
  /** The machine's answer by the law, in the keys that examples.test.ts compares. */
  readonly expected: Readonly<Record<string, unknown>> | string;
  /** The article or the decision behind it. */
  readonly why: string;
  /** It is asked in an office of its own: as one more case it would shift the numbers of what follows. */
  readonly alone?: true;
  /** What is done after it, by whom and with what put into the same input: the examples after it rest on it. */
  readonly then?: {
    readonly user?: 'clerk' | 'officer' | 'supervisor';
    readonly input?: Readonly<Record<string, unknown>>;
  };
};

/**
 * By the id of the line. Each feature keeps its own lines together; a line of the file that was right and is decided otherwise
 * stands here too, with what changed it.
 */
export const decided: Readonly<Record<string, Decision>> = {
  // Terms.
  D64: { expected: '2026-11-23', why: 'Luật Hộ tịch 2014 Điều 5 k3, Điều 18 k2' },
  D67: { expected: '2026-12-23', why: 'Luật Đất đai 2024 Điều 235 k2 c' },
  D68: { expected: '2027-01-07', why: 'the land decrees of 2025: 45 days, 60 in mountains and islands' },
  D82: { expected: '2026-12-07', why: 'NĐ 217/2026 Điều 54 k1 b: 09 working days' },
  D73: { expected: '2026-12-02', why: 'the note of 3.000722: after 15:00 counted from the next working day' },
  D75: { expected: '2026-11-25', why: 'Luật Cư trú 2020 Điều 31 k4' },
  D76: { expected: '2026-12-22', why: 'the land decrees of 2025: 20 working days; the file forgot 24/11 (NQ 28/2026)' },
  'S17.01': { expected: { dueAt: '2026-12-02T17:00:00+07:00' }, why: 'the note of 3.000722' },
  'M1.80': {
    expected: { fault: 'incentive-not-applicable' },
    why: 'NQ 66.22/2026, TT 117/2026: only through the online service; this file came to the counter',
    then: { user: 'supervisor', input: { incentive: undefined, basis: 'Quyết định của UBND phường', amount: 0 } },
  },
  'S11e.01': {
    expected: { fault: 'action-not-allowed' },
    why: 'NĐ 23/2015 Điều 21: another lawful limit, chosen at reception or by «verification needed»; nobody apologises',
  },
  'S21.00': {
    expected: { dueAt: '2026-12-01T17:00:00+07:00' },
    why: 'the list knew 78 procedures then; since 2026-12-01 it has this one too: 5 working days (Cổng DVCQG, 10-2026)',
    alone: true,
  },
  // Acts. What is lawful only with a reason is asked back for it (calls.md, `confirm`).
  'S06.05': {
    expected: { status: 'refused', docs: ['mau-03'] },
    why: 'NĐ 118/2025 Điều 19 k3: the notice has the deciding agency at its head and under its signature',
  },
  'S07.03': {
    expected: { status: 'obligation-requested', dueAt: null, docs: ['nghia-vu'] },
    why: 'for land the time until it is paid is not counted; a notice goes with it',
  },
  'S07.04': { expected: { fault: 'action-not-allowed' }, why: 'S07.03: no apology for time the citizen takes' },
  'S07.06': {
    // Sixteen working days were left on 20 November; counted again from 11 December.
    expected: { status: 'processing', dueAt: '2027-01-05T17:00:00+07:00' },
    why: 'S07.03',
  },
  'S08.07': {
    expected: { status: 'stopped', docs: ['tra-ho-so'] },
    why: 'NĐ 118/2025 Điều 21 k1: papers given back, with a slip',
  },
  'S16.00': {
    expected: { number: { local: 'Q1-261123-0001', official: null } },
    why: 'NĐ 118/2025 Điều 28: the code begins with the agency that decides; its serials were not given to this centre',
  },
  'S16.11': { expected: { status: 'processing', dueAt: '2026-12-04T17:00:00+07:00' }, why: 'NĐ 118/2025 Điều 19 k5' },
  'S16.12': {
    expected: { status: 'processing', legs: [{ stage: 'to-send', dueAt: null, late: false }] },
    why: 'NĐ 118/2025 Điều 19 k5: the leg begins anew with the completed file',
  },
  'S16c.00': { expected: { number: { local: 'Q1-261123-0001', official: null } }, why: 'S16.00' },
  'S16d.00': { expected: { number: { local: 'Q1-261123-0001', official: null } }, why: 'S16.00' },
  'S16d.04': { expected: { number: { local: 'Q1-261123-0003', official: null } }, why: 'S16.00' },
  'S17.08': {
    expected: { fault: 'action-not-allowed' },
    why: 'NĐ 118/2025 Điều 20 k2 b: every agency has the data already',
  },
  'S18.10': {
    expected: { number: { local: 'Q1-261123-0001', official: 'H29.999-261123-0001' } },
    why: 'NĐ 118/2025 Điều 17 k3: one file keeps one code',
  },
  'S18.12': {
    expected: { number: { local: 'Q1-261125-0002', official: 'H29.999-261125-0002' } },
    why: 'S18.10 took no number',
  },
  'M1.68': {
    expected: {
      incentives: ['lht2014-co-cong', 'lht2014-dung-han', 'lht2014-ho-ngheo', 'lht2014-khuyet-tat'],
      amount: null,
    },
    why: 'Luật Hộ tịch 2014 Điều 11 k1: registered on time is free',
  },
  'S08.05': {
    expected: { fault: 'action-not-allowed' },
    why: 'NĐ 118/2025 Điều 21 k1: this one was passed on before it was withdrawn',
  },
  'S10.05': {
    expected: { fault: 'action-not-allowed' },
    why: 'S10.04 handed it out already; four days after the promise is S16c.07’s rule',
  },
  'S16c.07': { expected: { status: 'returned' }, why: 'NĐ 118/2025 Điều 22 k5: the promised day itself' },
  'S16c.08': { expected: { status: 'returned' }, why: 'S16c.07' },
  'S17.09': { expected: { status: 'processing', dueAt: '2026-12-02T17:00:00+07:00' }, why: 'S17.01, S17.08' },
  'S20.01': { expected: { status: 'finished' }, why: 'NĐ 118/2025 Điều 17 k5: done at the counter at once' },
  'S20.02': { expected: { fault: 'action-not-allowed' }, why: 'S20.01: it is done already' },
  'S20.03': { expected: { fault: 'confirmation-needed' }, why: 'the fee is not paid' },
  'S21.01': { expected: { dueAt: '2026-12-23T17:00:00+07:00' }, why: 'M1.45', alone: true },
  'S21.10': {
    expected: { fault: 'action-not-allowed' },
    why: 'NĐ 118/2025 Điều 21 k1, 23 k1: papers and corrected results too',
  },
  'M1.45': {
    expected: { dueAt: '2026-12-25T17:00:00+07:00' },
    why: 'the catalogue has the limit of adoption now',
    alone: true,
  },
  'S10.04': { expected: { status: 'returned' }, why: 'NĐ 118/2025 Điều 22 k5: only before the promised day' },
  'S11.07': { expected: { fault: 'confirmation-needed' }, why: 'NĐ 118/2025 Điều 19 k6: a year after a term of days' },
  'S11c.04': {
    expected: { dueAt: '2026-12-02T09:00:00+07:00', docs: ['mau-04'] },
    why: 'NĐ 118/2025 Điều 12 k5: the apology for an overdue file has no bar of time',
  },
  'S16d.01': { expected: { fault: 'confirmation-needed' }, why: 'NĐ 118/2025 Điều 14 k4: outside the province' },
  'S17.00': { expected: { fault: 'confirmation-needed' }, why: '3.000722 is filed online only' },
  'S18.07': { expected: { fault: 'confirmation-needed' }, why: 'TT 09/2026 Biểu 07a: an online file taken as direct' },
  'S21.02': { expected: { fault: 'confirmation-needed' }, why: 'NĐ 118/2025 Điều 17 k1 b: no paper at all' },
  'S21.11': { expected: { fault: 'confirmation-needed' }, why: 'NĐ 118/2025 Điều 18, 19: nobody handled it' },
  'S21.19': { expected: { fault: 'confirmation-needed' }, why: '3.000722 is filed online only' },
  'S21.17': {
    expected: { fault: 'action-not-allowed' },
    why: 'NĐ 217/2026 Điều 54 k2: refused also when the time for papers is over, so the sentence names both statuses',
  },
  // Figures.
  'R1.08': {
    expected: { late: 1 },
    why: 'QĐ 766, formula 2.1: more than one request for papers counts as late (the formula from a secondary source)',
  },
  'R2.04': {
    expected: { 'on-time': 1 },
    why: 'BLDS Điều 148 k6: the promised day to its end; for the exchange the promise is told as 23:59:59',
  },
  'R9.00': { expected: { dueAt: '2026-11-23T17:00:00+07:00' }, why: 'Luật Hộ tịch 2014 Điều 5 k3, Điều 18 k2' },
};

/** Dates that a decided limit moves where a case goes through many lines: by script, or by one line. */
export const moved: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
  // 20 working days instead of 27 (D76).
  S07: [['2026-12-24', '2026-12-15']],
  // D73: accepted after 15:00.
  S17: [['2026-12-01', '2026-12-02']],
  // Luật Hộ tịch 2014 Điều 5 k3: the same day.
  'M1.43': [['2026-11-26', '2026-11-25']],
  // NĐ 217/2026 Điều 54 k1.
  'M1.52': [['2026-12-15', '2026-12-09']],
  // Luật Đất đai 2024 Điều 235 k2 c.
  'M1.61': [['2027-01-04', '2026-12-25']],
};

/** Codes that are not this office's to give (NĐ 118/2025 Điều 28 k2a): the police of the commune decide on residence. */
export const notOurCode: ReadonlySet<string> = new Set([
  'M1.37',
  'M1.39',
  'M1.41',
  'M1.54',
  'M1.56',
  'M1.63',
  'M1.65',
  'M1.79',
]);
