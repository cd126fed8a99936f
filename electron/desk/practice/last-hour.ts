import { isFault } from '../../contract/base/fault.ts';
import type { IntakeAct } from '../../contract/counter/intake/intake.ts';
import type { Role } from '../../contract/common/office/office.ts';
import { dateOfDay, toCivilTime } from '../../domain/base/civil-time.ts';
import type { IntakeFacts } from '../../domain/entries/intake.ts';
import { intakeRules } from '../../domain/counter/intake/acts.ts';
import { sheetNumber } from '../../domain/counter/kit/kit.ts';
import { findCaseRow, getCaseFile } from '../../store/counter/case/case.ts';
import { uuidText } from '../../store/file/rows/codecs.ts';
import type { MadeEntry } from '../../store/journal/make-entry.ts';
import { findKit } from '../../store/counter/kit/kit.ts';
import { recordCorrection } from '../counter/case/correction.ts';
import { paperOfCase } from '../counter/case/papers/case-papers.ts';
import { receiveCase } from '../counter/case/receive.ts';
import { authorOf } from '../core/session/client.ts';
import { recordIntake, recordIntakeAct } from '../counter/intake/act.ts';
import { factsOf } from '../counter/intake/facts.ts';
import { paperOfIntake } from '../counter/intake/papers.ts';
import { changeSheets } from '../counter/kit/change-sheets.ts';
import { paperOfKit } from '../counter/kit/papers.ts';
import { setAside } from '../counter/kit/set-aside.ts';
import { keepPaperAtOnce } from '../papers/make.ts';
import type { PaperSource } from '../papers/source.ts';
import { registerTotals } from '../books/register/rows.ts';
import type { DiaryMoment } from './past/diary.ts';
import { type PastOffice, type Presence, done } from './past/past-office.ts';
import { type WorkTime, queueEnds } from './work-time.ts';

/** Cases that are received in it, beside those of the queue. */
export const lastHourCases = 2;
/** An office of fewer cases than this has no last hour of its own: its few files are needed for the statuses. */
export const fewestCases = 60;
const procedureCode = '1.001776';
const sheets = 4;
const minute = 60;

type LastHour = {
  readonly time: WorkTime;
  readonly days: readonly { readonly index: number }[];
  readonly end: number;
};

/**
 * The last half hour at the first counter before the office opens today: who comes without all papers, a parcel taken back, the power
 * that fails and the kit that is written on, a receipt that was wrong, the register taken out.
 */
export function planLastHour({ time, days, end }: LastHour, presence: PastOffice) {
  const recent: string[] = [];
  let before: readonly string[] = [];

  return function momentsOf(nth: number, entries: readonly MadeEntry[]): readonly DiaryMoment[] {
    if (nth === days.length - 1) before = [...recent];
    for (const { type, subject } of entries) if (type === 'received') recent.push(uuidText(subject.name));
    recent.splice(0, recent.length - 20);
    if (nth !== days.length - 1) return [];
    // On a busy day the last to come were not there yet in this hour: then it is one of the days before who comes again.
    const visitors = recent.map((caseId, index) => [caseId, before[index] ?? caseId]);
    return momentsOfHour(time, end - time.secondsADay + queueEnds, presence, visitors);
  };
}

function momentsOfHour(
  time: WorkTime,
  from: number,
  presence: PastOffice,
  visitors: readonly (readonly string[])[],
): DiaryMoment[] {
  const ids = new Map<string, string>();
  let kitId = '';

  function at(minutes: number, by: Role, deed: (there: Presence, now: number) => void): DiaryMoment {
    const instant = time.instantOf(from + Math.round(minutes * minute));
    return {
      at: instant,
      happen: () => {
        deed(presence(by, instant), instant);
        return [];
      },
    };
  }

  function visitor({ store: { db } }: Presence['desk'], nth: number) {
    const there = visitors[nth]?.find((caseId) => findCaseRow(db, caseId) !== undefined);
    return getCaseFile(db, there ?? '').state.received.applicant;
  }

  /** Somebody who was here before comes again, with papers of which some are missing. */
  function facts({ desk }: Presence, nth: number, originals: number): IntakeFacts {
    const applicant = visitor(desk, nth);
    const components = [{ index: 0, originals, copies: 0 }];
    const given = { procedureCode, applicant, submitter: null, components, quantity: 1 };
    const parcel = nth === 2 ? { trackingNumber: 'EA000000002VN' } : {};
    return done(factsOf(desk, { ...given, resultDelivery: { kind: 'desk' } }, parcel));
  }

  function comes(nth: number, name: string, kind: 'counter' | 'post', act?: IntakeAct) {
    return (there: Presence): void => {
      const intakeId = ids.get(name) ?? there.requestId;
      ids.set(name, intakeId);
      // What was missing was brought: two papers where one was.
      const originals = act?.type === 'complete' ? 2 : 1;
      done(recordIntake(there.desk, { intakeId, kind, facts: facts(there, nth, originals), act }, there.session));
      paperOf(there, intakeId, act);
    };
  }

  function acts(name: string, act: IntakeAct) {
    return (there: Presence): void => {
      const intakeId = ids.get(name) ?? '';
      done(recordIntakeAct(there.desk, intakeId, act, there.session));
      paperOf(there, intakeId, act);
    };
  }

  function paperOf(there: Presence, intakeId: string, act: IntakeAct | undefined): void {
    const form = act === undefined ? undefined : intakeRules[act.type].form;
    if (form !== undefined) paper(there, paperOfIntake(there.desk, intakeId), form);
  }

  function receive(there: Presence, nth: number, requestId: string, more: object = {}): void {
    const { desk, session } = there;
    const applicant = visitor(desk, nth);
    const papers = { components: [{ index: 0, originals: 2, copies: 0 }], quantity: 1 };
    const wanted = { procedureCode, channel: 'direct' as const, applicant, ...papers, print: false, requestId };
    done(receiveCase(desk, { ...wanted, resultDelivery: { kind: 'desk' }, ...more }, session));
  }

  return [
    at(1, 'clerk', comes(0, 'visitor', 'counter', { type: 'guide', items: ['Giấy xác nhận khuyết tật'] })),
    at(2, 'clerk', acts('visitor', { type: 'ask-supplement', items: ['Giấy xác nhận khuyết tật'], reason: missing })),
    at(6, 'clerk', comes(0, 'visitor', 'counter', { type: 'complete' })),
    at(7, 'clerk', (there) => {
      const caseId = ids.get('visitor') ?? '';
      receive(there, 0, caseId);
      paper(there, paperOfCase(there.desk, caseId), 'mau-01');
    }),
    at(8, 'clerk', comes(1, 'stranger', 'counter', { type: 'refuse', reason: notHere, legalBasis: ground })),
    at(9, 'clerk', comes(2, 'parcel', 'post', { type: 'withdraw', reason: 'Người gửi xin nhận lại bưu gửi' })),
    at(10, 'clerk', (there) => {
      kitId = there.requestId;
      done(setAside(there.desk, { requestId: kitId, count: sheets }, there.session));
      for (const form of ['mau-01-trong', 'so-trong']) paper(there, paperOfKit(there.desk, kitId), form);
    }),
    at(12, 'clerk', (there) => changeLast(there, 'void', 'Tờ bị rách khi lấy giấy')),
    at(12.5, 'clerk', (there) => changeLast(there, 'restore', 'Chỉ rách mép, vẫn dùng được')),
    at(13, 'clerk', (there) => changeLast(there, 'void', 'Đã viết sai tên người nộp')),
    at(15, 'clerk', (there, now) => {
      const kit = findKit(there.desk.store.db, kitId);
      const number = kit && sheetNumber(kit, kit.serials[0] ?? 0);
      const acceptedAt = toCivilTime(now - 3 * minute * 1000);
      receive(there, 3, there.requestId, { fromKit: { number: number?.official ?? '', acceptedAt } });
    }),
    at(17, 'clerk', (there) => {
      const caseId = ids.get('visitor') ?? '';
      const { applicant } = getCaseFile(there.desk.store.db, caseId).state.received;
      const change = { applicant: { ...applicant, address: '27/4 đường số 12, phường Cát Lái' } };
      const wrong = { caseId, change, requestId: there.requestId, reason: 'Ghi sai địa chỉ người nộp' };
      done(recordCorrection(there.desk, wrong, there.session));
      paper(there, paperOfCase(there.desk, caseId), 'mau-01');
    }),
    at(19, 'supervisor', ({ desk, session }, now) => {
      const day = dateOfDay(time.days[Math.floor(from / time.secondsADay)] ?? 0);
      const filter = { from: day, to: day };
      const lines = registerTotals(desk, filter).cases;
      done(
        desk.store.write(authorOf(session), now, (tx) =>
          tx.append({ kind: 'office' }, { type: 'register-exported', format: 'pdf', filter, lines }),
        ),
      );
    }),
  ];

  function changeLast({ desk, session }: Presence, what: 'void' | 'restore', reason: string): void {
    const last = findKit(desk.store.db, kitId)?.serials.at(-1) ?? 0;
    done(changeSheets(desk, what, { kitId, serials: [last], reason }, session));
  }
}

const missing = 'Hồ sơ chưa đủ thành phần theo quy định của thủ tục.';
const notHere = 'Thủ tục thuộc thẩm quyền của cơ quan khác';
const ground = 'Nghị định 118/2025/NĐ-CP, Điều 17 khoản 1';

function paper({ desk, session }: Presence, source: PaperSource, form: string): void {
  const made = keepPaperAtOnce(desk, session, { source, form });
  if (isFault(made)) throw new Error(`${form} was refused: ${made.fault}`);
}
