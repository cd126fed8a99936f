import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { isFault } from '../../../contract/base/fault.ts';
import { dateText, timeDateText, toCivilTime } from '../../../domain/base/civil-time.ts';
import { type CityReport, type Line07b, bieu07b } from '../../../domain/centre/city/bieu-07b.ts';
import { findUnit } from '../../../domain/catalogue/catalogue.ts';
import { type ReportPeriod, findLawfulPeriod, findPeriodAround } from '../../../domain/books/report/report-period.ts';
import {
  type CityStatus,
  cityFigures,
  cityStatus,
  closeCentre,
  enrolCentre,
  eraseCase,
  initCity,
  sayCityAnew,
} from '../../../exchange/city/owner.ts';
import { OwnerRefusal, readHubUrl } from '../../../exchange/hub/owner.ts';
import { placesBelow, sourceRoot } from '../../places.ts';
import { inCentre } from './centre.ts';
import { drawnCode, gauge, getCentre, sentenceOf } from './hub.ts';
import { readWords, UsageError, type Words } from '../options.ts';
import { type ExitCode, say, type World, writeJson } from '../world.ts';

/** `city init`, `enrol`, `report` and the rest: what who keeps the city's figures does; `join`, `push` and `leave --data` at a ward. One JSON value a line. */
export async function runCity(words: readonly string[], world: World): Promise<ExitCode> {
  const read = readWords(words, 'city');
  const [action = '', what] = read.positionals;
  if (action === 'leave' && read.options.data !== undefined && read.options.centre !== undefined)
    throw new UsageError(
      'Chỉ một trong hai: --data THƯ-MỤC để đơn vị của thư mục ấy thôi gửi, hoặc --centre 27112 để thành phố thôi nhận của một đơn vị.',
      'One of the two: --data DIR, and the centre of that folder sends no more; or --centre 27112, and the city takes no more of that centre.',
    );
  if (action === 'join' || action === 'push' || (action === 'leave' && read.options.data !== undefined))
    return atWard(action, what, words, world);
  const run = Object.hasOwn(actions, action) ? actions[action as keyof typeof actions] : undefined;
  if (run === undefined)
    throw new UsageError(
      `Thiếu hoặc sai việc cần làm: ${[...Object.keys(actions), 'join', 'push'].join(', ')}.`,
      `What to do is missing or unknown: ${[...Object.keys(actions), 'join', 'push'].join(', ')}.`,
    );
  if (what !== undefined && action !== 'report' && action !== 'erase')
    throw new UsageError(`Thừa tham số «${what}».`, `There is one word too many: “${what}”.`);
  try {
    return await run(read, world);
  } catch (error) {
    const told = sentenceOf(error);
    if (told === undefined) throw error;
    const said = error instanceof OwnerRefusal ? own[error.trouble] : undefined;
    const [vi, en] = [said?.vi ?? told.vi, said?.en ?? told.en].map((text) =>
      inWordsOfCity(text, error instanceof OwnerRefusal ? error.about : ''),
    ) as [string, string];
    await writeJson(world, { ok: false, fault: { code: told.code, message: `${vi} | ${en}`, data: {} } });
    say(world, vi, en);
    return 1;
  }
}

/** What a hub's keeper is told, of a city. */
function inWordsOfCity(text: string, about: string): string {
  const words = {
    HUB_URL: 'CITY_URL',
    'hub init': 'city init',
    'hub start': 'PostgreSQL',
    'hub.log': 'PostgreSQL log',
  };
  return Object.entries(words).reduce(
    (told, [of, is]) => told.replaceAll(of, is),
    text.replaceAll('{}', () => about),
  );
}

type Both = { readonly vi: string; readonly en: string };

const own: Readonly<Record<string, Both>> = {
  enrolled: {
    vi: 'Đơn vị {} đã có mã. Mã bị mất hoặc máy phải lập lại thì chạy city renew: mã cũ hết giá trị, số liệu đã gửi vẫn còn.',
    en: 'The centre {} has its code already. Where it was lost, or its computer is set up anew, run city renew: the code before is worth nothing then, and what was sent stays.',
  },
  'no-desk': { vi: 'Thành phố này chưa cấp mã cho đơn vị {}.', en: 'This city has given no code to the centre {}.' },
  'not-made': {
    vi: 'Cơ sở dữ liệu này chưa nhận số liệu của thành phố nào. Chạy city init trước.',
    en: 'This database is no city’s yet. Run city init first.',
  },
  newer: {
    vi: 'Bảng của thành phố mới hơn chương trình này. Cập nhật chương trình.',
    en: 'The tables of the city are newer than this program. Update the program.',
  },
  older: {
    vi: 'Bảng của thành phố cũ hơn chương trình này. Chạy city init để nâng cấp.',
    en: 'The tables of the city are older than this program. Run city init to upgrade them.',
  },
};

function atWard(
  action: 'join' | 'push' | 'leave',
  code: string | undefined,
  words: readonly string[],
  world: World,
): Promise<ExitCode> {
  if (action === 'join' && code === undefined)
    throw new UsageError(
      'Thiếu mã của thành phố (in bằng «city enrol»).',
      'The city’s code is missing (“city enrol” prints it).',
    );
  return inCentre('city', words, world, (desk, client, said) => {
    if (action === 'push') return desk.city.push();
    return action === 'join' ? desk.city.join(code ?? '', client, said) : desk.city.leave(client, said);
  });
}

type Action = (read: Words, world: World) => Promise<ExitCode>;

const comingFrom = ({ env }: World) => readHubUrl(env['CITY_URL']);

const actions = {
  init: async (_, world) => {
    const made = await initCity(comingFrom(world));
    if (!made.hardened)
      say(
        world,
        'Người dùng của CITY_URL không phải superuser nên chưa thu lại được vài quyền chung. Nếu chưa làm: cho người dùng đó là superuser (ALTER ROLE … SUPERUSER), chạy lại city init, rồi bỏ (NOSUPERUSER); xem docs/topics/city.md, bước 2.',
        'The role of CITY_URL is no superuser, so some rights that everybody has were not taken away. If that was never done: make the role one (ALTER ROLE ... SUPERUSER), run city init again, then undo it (NOSUPERUSER); see docs/topics/city.md, step 2.',
      );
    await writeJson(world, made);
    return 0;
  },
  enrol: (read, world) => giveCode(read, world, false),
  renew: (read, world) => giveCode(read, world, true),
  status: async (_, world) => {
    await writeJson(world, await cityStatus(comingFrom(world)));
    return 0;
  },
  metrics: async (_, world) => {
    world.stdout.write(metricsOf(await cityStatus(comingFrom(world))));
    return 0;
  },
  report,
  erase: async (read, world) => {
    const [, caseKey = ''] = read.positionals;
    if (!/^[0-9a-f]{32}$/.test(caseKey))
      throw new UsageError(
        'Thiếu tên giả của hồ sơ, 32 chữ số hệ 16: city erase …',
        'The pseudonym of the case is missing, 32 hexadecimal digits: city erase …',
      );
    const centre = getCentre(read);
    await writeJson(world, { centre, erased: await eraseCase(comingFrom(world), centre, caseKey) });
    return 0;
  },
  restored: async (_, world) => {
    await sayCityAnew(comingFrom(world));
    await writeJson(world, { restored: true });
    return 0;
  },
  leave: async (read, world) => {
    const centre = getCentre(read);
    await closeCentre(comingFrom(world), centre);
    await writeJson(world, { left: centre });
    return 0;
  },
} satisfies Record<string, Action>;

async function giveCode(read: Words, world: World, again: boolean): Promise<ExitCode> {
  const centre = getCentre(read);
  const name = (await namesOfUnits())(centre);
  // A mistyped code would be waited for in every report.
  if (name === undefined && !again) throw new OwnerRefusal('no-unit', centre);
  const made = await enrolCentre(comingFrom(world), { centre, again });
  await writeJson(world, { ...made, name: name ?? centre });
  // For who sits before it, and a counter's scanner; a script sees none of it.
  if ((world.stderr as { isTTY?: boolean }).isTTY === true) world.stderr.write(await drawnCode(made.code));
  return 0;
}

/** `report 07b --period 2026-10 [--to FILE.xlsx]`: the form as JSON on stdout, and as a workbook. */
async function report(read: Words, world: World): Promise<ExitCode> {
  if (read.positionals[1] !== '07b') throw new UsageError('Biểu nào? city report 07b.', 'Which form? city report 07b.');
  const period = getPeriod(read);
  const coming = comingFrom(world);
  const { now, ...counted } = await cityFigures(coming, period);
  const names = await namesOfUnits();
  const made = bieu07b(counted, { period, madeAt: toCivilTime(now), nameOf: (code) => names(code) ?? code });
  // Of what is printed but for itself, letter for letter: who has the JSON can check it.
  const sha256 = createHash('sha256').update(JSON.stringify(made)).digest('hex');
  const { to } = read.options;
  if (to !== undefined && to !== '') writeFileSync(to, await workbookOf(made, sha256), { mode: 0o600 });
  await writeJson(world, { ...made, sha256 });
  for (const { text, textEn } of made.missing) say(world, `${text}.`, `${textEn}.`);
  return 0;
}

function getPeriod({ options }: Words): ReportPeriod {
  const { period: asked = '' } = options;
  const period = findLawfulPeriod(asked);
  if (period !== undefined) return period;
  const around = findPeriodAround(asked);
  if (around !== undefined)
    throw new UsageError(
      `${asked} không phải kỳ phải gửi (TT 09/2026 Điều 9): nó nằm trong kỳ --period ${around.text}, từ ngày ${dateText(around.from)} đến ngày ${dateText(around.to)}.`,
      `${asked} is no period that has to be sent (TT 09/2026, article 9): it lies in --period ${around.text}, from ${around.from} to ${around.to}.`,
    );
  throw new UsageError(
    'Thiếu kỳ báo cáo, hoặc không phải kỳ phải gửi (TT 09/2026 Điều 9): --period 2026-10, 2026-Q3, 2026-H1 hoặc 2026.',
    'The period is missing, or not one that has to be sent (TT 09/2026, article 9): --period 2026-10, 2026-Q3, 2026-H1 or 2026.',
  );
}

/** What a unit is called, by the lists that came with the program; its code where they cannot be read, undefined where they do not know it. */
async function namesOfUnits(): Promise<(code: string) => string | undefined> {
  const { readCatalogue } = await import('../../../desk/catalogue/files.ts');
  const catalogue = readCatalogue(`${placesBelow(sourceRoot).resourcesFolder}/data`);
  if (isFault(catalogue)) return (code) => code;
  return (code) => findUnit(catalogue, code)?.fullName;
}

type Row = readonly [no: string, name: string, values: Line07b['values'] | null];

async function workbookOf(made: CityReport, sha256: string): Promise<Uint8Array> {
  const [{ writeBook }, { reportForms }] = await Promise.all([
    import('../../../paper/workbook/workbook.ts'),
    import('../../../desk/books/report/report-forms.ts'),
  ]);
  const { period, sections, total, centres, madeAt, missing } = made;
  const numbered = (rows: readonly Line07b[], head = '') =>
    rows.map(({ key, values }, at): Row => [`${head}${at + 1}`, key, values]);
  const states = {
    'in-time': 'đủ, đúng hạn',
    late: 'đủ, sau hạn',
    missing: 'CHƯA GỬI HẾT',
    'not-begun': 'chưa biết (chưa có hồ sơ đến hết kỳ)',
    closed: 'đã thôi gửi',
  } as const;
  const rows: Row[] = [
    ['I', 'Tình hình, kết quả giải quyết TTHC thuộc phạm vi thẩm quyền của UBND cấp tỉnh', null],
    [
      'II',
      'Tổng hợp tình hình, kết quả giải quyết TTHC thuộc phạm vi thẩm quyền của UBND cấp xã',
      sections.II.total.values,
    ],
    ...numbered(sections.II.rows),
    ['', 'TỔNG CỘNG', total.values],
    ['', 'THEO ĐƠN VỊ (ngoài biểu)', null],
    ...centres.flatMap((one, at): Row[] => [
      [`${at + 1}`, `${one.name} (${one.centre}): ${states[one.state]}`, one.total.values],
      ...numbered(one.rows, `${at + 1}.`),
    ]),
  ];
  const form = reportForms['07a'];
  return writeBook(
    {
      sheet: 'Biểu 07b',
      title: [
        'Biểu số 07b/BTP/KSTT: Tình hình, kết quả giải quyết thủ tục hành chính của UBND cấp tỉnh',
        `Kỳ báo cáo: ${period.name} (Từ ngày ${dateText(period.from)} đến ngày ${dateText(period.to)})`,
        ...(made.practice ? ['SỐ LIỆU THỰC HÀNH - KHÔNG CÓ GIÁ TRỊ'] : []),
        `Đơn vị báo cáo: UBND cấp tỉnh. Đơn vị nhận báo cáo: Bộ Tư pháp. Đơn vị tính: ${form.unit}`,
      ],
      columns: [
        { title: 'STT (1)', width: 7, kind: 'text', value: ([no]: Row) => no },
        { title: `${form.field} (2)`, width: 44, kind: 'text', value: ([, name]: Row) => name },
        ...form.columns.map(([column, group, title]) => ({
          title: `${title} (${column})`,
          ...(group === undefined ? {} : { group }),
          width: 11,
          kind: 'number' as const,
          value: ([, , values]: Row) => values?.[column] ?? null,
        })),
      ],
      rows,
      closing: [
        'Lưu ý: Mục II: Số liệu được tổng hợp từ báo cáo của UBND các xã, phường, đặc khu.',
        `Để trống là chưa biết, không phải 0. ${missing.map(({ text }) => text).join('; ')}.`,
        `Lập lúc ${timeDateText(madeAt)}. SHA-256 của số liệu: ${sha256}.`,
      ],
    },
    () => undefined,
  );
}

/** Prometheus' text form, 0.0.4. A centre is named by the code of its unit; nothing of any person is in it. */
function metricsOf({ bytes, connections, centres, now }: CityStatus): string {
  const each = (value: (one: CityStatus['centres'][number]) => number | null) =>
    centres.flatMap((one) => {
      const found = value(one);
      return found === null ? [] : [`{centre="${one.centre}"} ${found}`];
    });
  const of = (name: string, help: string, lines: readonly string[]) => gauge('mot_cua_city', name, help, lines);
  return [
    ...of('bytes', 'Size of the database.', [` ${bytes}`]),
    ...of('connections', 'Connections of centres.', [` ${connections}`]),
    ...of(
      'centre_cases',
      'Cases of it that are here.',
      each(({ cases }) => cases),
    ),
    ...of(
      'centre_facts',
      'Facts that it sent, corrections among them.',
      each(({ facts }) => facts),
    ),
    ...of(
      'centre_refused',
      'Cases that had no form.',
      each(({ refused }) => refused),
    ),
    ...of(
      'centre_whole_seconds',
      'Seconds since it had nothing left to send, or since it got its code where it never had; nothing of those that left.',
      each(({ state, doneAt, enrolledAt }) =>
        state === 'closed' ? null : Math.round((now - (doneAt ?? enrolledAt)) / 1000),
      ),
    ),
    '',
  ].join('\n');
}
