import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { startBox } from '../../../exchange/hub/box/box.ts';
import { HubFault, type HubFaultCode } from '../../../exchange/hub/link.ts';
import {
  closeDesk,
  enrol,
  init,
  OwnerRefusal,
  type OwnerTrouble,
  readHubUrl,
  setRefill,
  writeHubUrl,
} from '../../../exchange/hub/owner.ts';
import { type HubStatus, status } from '../../../exchange/hub/status.ts';
import { BoxRefusal, type BoxTrouble } from '../../../exchange/hub/box/tools.ts';
import { runLeave } from './centre.ts';
import { findCount, getData, readWords, UsageError, type Words } from '../options.ts';
import { type ExitCode, say, type World, writeJson } from '../world.ts';

/** `hub start`, `init`, `enrol` and the rest: what who keeps a centre's hub does. One JSON value a line; what went wrong in both languages on stderr too. */
export async function runHub(words: readonly string[], world: World): Promise<ExitCode> {
  const isQuiet = words[0] === 'start' && words.includes('--quiet');
  const read = readWords(isQuiet ? words.filter((word) => word !== '--quiet') : words, 'hub');
  const [action = ''] = read.positionals;
  const run = Object.hasOwn(actions, action) ? actions[action as keyof typeof actions] : undefined;
  if (run === undefined)
    throw new UsageError(
      `Thiếu hoặc sai việc cần làm: ${Object.keys(actions).join(', ')}.`,
      `What to do is missing or unknown: ${Object.keys(actions).join(', ')}.`,
    );
  // The desk itself leaves, or who keeps the hub shuts out one that cannot come any more.
  if (action === 'leave' && read.options.data !== undefined) {
    if (read.options.desk !== undefined)
      throw new UsageError(
        'Chỉ một trong hai: --data THƯ-MỤC để quầy của thư mục ấy rời trung tâm, hoặc --desk Q3 để đóng một quầy từ máy chủ.',
        'One of the two: --data DIR, and the desk of that folder leaves the centre; or --desk Q3, and whoever keeps the hub shuts that desk out.',
      );
    return runLeave(words, world);
  }
  try {
    return isQuiet ? await start(read, world, isQuiet) : await run(read, world);
  } catch (error) {
    const told = sentenceOf(error);
    if (told === undefined) throw error;
    await writeJson(world, { ok: false, fault: { code: told.code, message: `${told.vi} | ${told.en}`, data: {} } });
    say(world, told.vi, told.en);
    return 1;
  }
}

type Action = (read: Words, world: World) => Promise<ExitCode>;

const actions = {
  start: (read, world) => start(read, world, false),
  init: async (read, world) => {
    const made = await init(readHubUrl(world.env['HUB_URL']), getCentre(read));
    if (!made.hardened)
      say(
        world,
        'Người dùng của HUB_URL không phải superuser nên chưa thu lại được vài quyền chung; xem docs/topics/centre.md.',
        'The role of HUB_URL is no superuser, so some rights that everybody has were not taken away; see docs/topics/centre.md.',
      );
    await writeJson(world, made);
    return 0;
  },
  enrol: (read, world) => giveCode(read, world, false),
  renew: (read, world) => giveCode(read, world, true),
  status: async (_, world) => {
    await writeJson(world, await status(readHubUrl(world.env['HUB_URL'])));
    return 0;
  },
  metrics: async (_, world) => {
    world.stdout.write(metricsOf(await status(readHubUrl(world.env['HUB_URL']))));
    return 0;
  },
  refill: (read, world) => refill(read, world, true),
  close: (read, world) => refill(read, world, false),
  leave: async (read, world) => {
    const asked = { centre: getCentre(read), desk: getDesk(read) };
    await closeDesk(readHubUrl(world.env['HUB_URL']), asked);
    await writeJson(world, { left: asked.desk });
    return 0;
  },
} satisfies Record<string, Action>;

/**
 * Runs until somebody ends it, or PostgreSQL ends by itself; that is a disaster.
 * @param isQuiet the owner's word is not printed: a service's output goes into a journal that others read, and `urlFile` has it
 */
async function start(read: Words, world: World, isQuiet: boolean): Promise<ExitCode> {
  const port = findCount(read, 'port');
  if (port !== undefined && (port < 1 || port > 65_535))
    throw new UsageError('--port cần một số từ 1 đến 65535.', '--port needs a number from 1 to 65535.');
  const centre = read.options.centre === undefined ? undefined : getCentre(read);
  const box = await startBox({ folder: getData(read), env: world.env, ...(port === undefined ? {} : { port }) });
  let fell = false;
  try {
    const { address, fingerprint, postgres, urlFile } = box;
    const made = centre === undefined ? {} : { centre: await init(box.owner, centre) };
    const told = { address, port: box.port, fingerprint, postgres, ...made, urlFile };
    await writeJson(world, isQuiet ? told : { ...told, url: writeHubUrl(box.owner) });
    if (box.wasPutBack)
      say(
        world,
        'Thư mục này là bản chép lại: máy chủ đã báo là một đời mới, các quầy tự gửi lại những gì nó còn thiếu.',
        'This folder was copied back: the hub says that it is of a new generation, and the desks bring what it lacks by themselves.',
      );
    fell = await Promise.race([stopOrAbandoned(world).then(() => false), box.ended.then(() => true)]);
  } finally {
    if (!fell) await box.stop();
  }
  if (!fell) return 0;
  say(world, 'PostgreSQL đã dừng ngoài dự kiến; xem hub.log.', 'PostgreSQL ended unexpectedly; see hub.log.');
  return 3;
}

/**
 * Ctrl+C, a signal, or the end of the `npm run` that started it: npm hands a signal to its shell, which ends and tells nobody, and a hub that nobody has in
 * hand would stand in the way of the next.
 */
async function stopOrAbandoned({ stop, env }: World): Promise<void> {
  if (stop.aborted) return;
  const told = once(stop, 'abort');
  if (env['npm_lifecycle_event'] === undefined) {
    await told;
    return;
  }
  const starters = startersOf();
  await new Promise<void>((done) => {
    const watch = setInterval(() => startersOf() !== starters && end(), 250);
    const end = () => {
      clearInterval(watch);
      done();
    };
    void told.then(end);
  });
}

/** The shell that started this process, and whoever started that. */
function startersOf(): string {
  const shell = process.ppid;
  try {
    // Behind the name in brackets: state, and the process above (proc(5)).
    const above = /\) \S (\d+)/.exec(readFileSync(`/proc/${shell}/stat`, 'utf8'))?.[1] ?? '';
    return `${shell} ${above}`;
  } catch {
    return String(shell);
  }
}

async function giveCode(read: Words, world: World, again: boolean): Promise<ExitCode> {
  const [desk = '', number, ...more] = getDesk(read).split('=');
  if (more.length > 0) throw new OwnerRefusal('desk-code', getDesk(read));
  if (number !== undefined && !/^\d{1,9}$/.test(number)) throw new OwnerRefusal('number-range', number);
  const { after } = read.options;
  const asked = {
    centre: getCentre(read),
    desk,
    again,
    ...(number === undefined ? {} : { number: Number(number) }),
    ...(after === undefined ? {} : { after }),
  };
  const made = await enrol(readHubUrl(world.env['HUB_URL']), asked);
  await writeJson(world, made);
  // For who sits before it, and a counter's scanner; a script sees none of it.
  if ((world.stderr as { isTTY?: boolean }).isTTY === true) world.stderr.write(await drawnCode(made.code));
  return 0;
}

/** As a QR of half blocks, black on white whatever the terminal's own colours are. */
export async function drawnCode(code: string): Promise<string> {
  const { qrRows } = await import('../../../paper/layout/code-block.ts');
  const rows = qrRows(code);
  const lines = rows.flatMap((above, at) => {
    if (at % 2 === 1) return [];
    const below = rows[at + 1] ?? [];
    const letters = above.map((dark, x) => (dark ? (below[x] === true ? '█' : '▀') : below[x] === true ? '▄' : ' '));
    return [`\u001B[30;107m${letters.join('')}\u001B[0m`];
  });
  return `${lines.join('\n')}\n`;
}

async function refill(read: Words, world: World, open: boolean): Promise<ExitCode> {
  await setRefill(readHubUrl(world.env['HUB_URL']), getCentre(read), open);
  await writeJson(world, { refill: open });
  return 0;
}

export function getCentre({ options }: Words): string {
  const { centre } = options;
  if (centre !== undefined && /^\d{5}$/.test(centre)) return centre;
  throw new UsageError(
    'Thiếu mã đơn vị, hoặc mã không phải 5 chữ số: --centre 27112.',
    'The centre’s code is missing or has not 5 digits: --centre 27112.',
  );
}

function getDesk({ options }: Words): string {
  if (options.desk !== undefined && options.desk !== '') return options.desk;
  throw new UsageError('Thiếu mã quầy: --desk Q3.', 'The code of the desk is missing: --desk Q3.');
}

/** One gauge in Prometheus' text form. */
export function gauge(of: string, name: string, help: string, lines: readonly string[]): string[] {
  return [`# HELP ${of}_${name} ${help}`, `# TYPE ${of}_${name} gauge`, ...lines.map((line) => `${of}_${name}${line}`)];
}

/** Prometheus' text form, 0.0.4. Nothing of any person is in it. */
function metricsOf({ pos, bytes, connections, desks }: HubStatus): string {
  const each = (value: (desk: HubStatus['desks'][number]) => number | null) =>
    desks.flatMap((desk) => {
      const found = value(desk);
      return found === null ? [] : [`{desk="${desk.code}"} ${found}`];
    });
  const of = (name: string, help: string, lines: readonly string[]) => gauge('mot_cua_hub', name, help, lines);
  return [
    ...of('rows', 'Rows that desks brought.', [` ${pos}`]),
    ...of('bytes', 'Size of the database.', [` ${bytes}`]),
    ...of('connections', 'Connections of desks.', [` ${connections}`]),
    ...of(
      'desk_connected',
      '1 where the desk is connected.',
      each((desk) => Number(desk.connected)),
    ),
    ...of(
      'desk_seen_seconds',
      'Seconds since the desk said hello.',
      each((desk) => desk.secondsSince),
    ),
    ...of(
      'desk_entries',
      'Entries of its register that are here.',
      each((desk) => desk.register),
    ),
    '',
  ].join('\n');
}

type Sentence = { readonly code: string; readonly vi: string; readonly en: string };

export function sentenceOf(error: unknown): Sentence | undefined {
  if (error instanceof HubFault) return { code: error.code, ...faults[error.code] };
  if (error instanceof OwnerRefusal) return { code: error.trouble, ...said(refusals[error.trouble], error.about) };
  if (error instanceof BoxRefusal) return { code: error.trouble, ...said(boxes[error.trouble], error.about) };
  return undefined;
}

function said({ vi, en }: Both, about: string): Both {
  return { vi: vi.replaceAll('{}', () => about), en: en.replaceAll('{}', () => about) };
}

type Both = { readonly vi: string; readonly en: string };

const faults: Readonly<Record<HubFaultCode, Both>> = {
  'hub-away': {
    vi: 'Không có máy chủ nào trả lời ở địa chỉ trong HUB_URL. Máy chủ đã chạy chưa (hub start)?',
    en: 'Nobody answers at the address in HUB_URL. Is the hub running (hub start)?',
  },
  'hub-other-fingerprint': {
    vi: 'Máy chủ trả lời bằng chứng thư khác với fingerprint trong HUB_URL nên chưa gửi gì.',
    en: 'The server shows another certificate than the fingerprint in HUB_URL names, so nothing was said to it.',
  },
  'hub-certificate-expired': {
    vi: 'Chứng thư của máy chủ đã hết hạn, hoặc đồng hồ của máy này sai.',
    en: 'The certificate of the server has expired, or the clock of this machine is wrong.',
  },
  'hub-not-encrypted': {
    vi: 'Máy chủ không nói TLS nên chưa gửi gì. Bật ssl trong PostgreSQL.',
    en: 'The server does not speak TLS, so nothing was said to it. Turn ssl on in PostgreSQL.',
  },
  'hub-no-entry': {
    vi: 'pg_hba.conf của máy chủ không có dòng nào cho máy này vào cơ sở dữ liệu đó. Thêm dòng hostssl rồi nạp lại PostgreSQL.',
    en: 'The server’s pg_hba.conf has no line that lets this machine into that database. Add a hostssl line and reload PostgreSQL.',
  },
  'hub-refused': {
    vi: 'Máy chủ không nhận: người dùng hoặc mật khẩu trong HUB_URL không đúng.',
    en: 'The server refuses: the role or the word in HUB_URL is wrong.',
  },
  'hub-place-taken': { vi: 'Chỗ của quầy đang có máy khác giữ.', en: 'Another machine holds the place of the desk.' },
  'hub-other-version': {
    vi: 'Máy chủ có bảng của phiên bản khác. Chạy hub init bằng chương trình này.',
    en: 'The tables of the hub are of another version. Run hub init with this program.',
  },
  'hub-other-centre': {
    vi: 'Không có cơ sở dữ liệu mà HUB_URL nêu.',
    en: 'There is no database of the name in HUB_URL.',
  },
  'hub-full': {
    vi: 'Máy chủ đã đầy: hết chỗ trên đĩa, hoặc hết kết nối.',
    en: 'The hub is full: no room on its disk, or no connection left.',
  },
  'hub-broken': {
    vi: 'Máy chủ trả lời điều không hiểu được; xem hub.log.',
    en: 'The server answers what cannot be understood; see hub.log.',
  },
};

const refusals: Readonly<Record<OwnerTrouble, Both>> = {
  'no-url': {
    vi: 'Thiếu biến HUB_URL, hoặc không đúng dạng postgres://người-dùng:mật-khẩu@máy:cổng/cơ-sở-dữ-liệu?fingerprint=…',
    en: 'HUB_URL is missing, or not of the form postgres://role:word@host:port/database?fingerprint=…',
  },
  'url-without-fingerprint': {
    vi: 'HUB_URL thiếu fingerprint: SHA-256 của chứng thư máy chủ, lấy trên chính máy chủ bằng openssl x509 -noout -fingerprint -sha256 -in server.crt.',
    en: 'HUB_URL lacks its fingerprint: the SHA-256 of the server’s certificate, read on the server itself with openssl x509 -noout -fingerprint -sha256 -in server.crt.',
  },
  'too-old': {
    vi: 'PostgreSQL {} quá cũ: cần bản 15 trở lên.',
    en: 'PostgreSQL {} is too old: 15 or newer is needed.',
  },
  'not-owner': {
    vi: 'Người dùng trong HUB_URL phải là chủ của cơ sở dữ liệu và có quyền CREATEROLE.',
    en: 'The role in HUB_URL has to own the database and to have CREATEROLE.',
  },
  'not-made': {
    vi: 'Cơ sở dữ liệu này chưa là máy chủ của trung tâm nào. Chạy hub init trước.',
    en: 'This database is no hub yet. Run hub init first.',
  },
  'other-centre': {
    vi: 'Máy chủ này là của đơn vị {}. Mỗi đơn vị một cơ sở dữ liệu.',
    en: 'This hub is that of centre {}. Each centre has a database of its own.',
  },
  newer: {
    vi: 'Bảng của máy chủ mới hơn chương trình này. Cập nhật chương trình.',
    en: 'The tables of the hub are newer than this program. Update the program.',
  },
  older: {
    vi: 'Bảng của máy chủ cũ hơn chương trình này. Chạy hub init để nâng cấp.',
    en: 'The tables of the hub are older than this program. Run hub init to upgrade them.',
  },
  'desk-code': {
    vi: 'Không có mã quầy «{}». Mã quầy là Q và số từ 1, ví dụ Q3; máy thay ở cùng chỗ thì thêm chữ, ví dụ Q3A.',
    en: 'There is no desk code “{}”. A code is Q and a number from 1, such as Q3; a machine in the place of another has a letter too, such as Q3A.',
  },
  enrolled: {
    vi: 'Mã quầy {} đã được cấp và không cấp lại. Máy mới thì dùng mã khác; mã mời bị mất mà quầy chưa vào thì chạy hub renew.',
    en: 'The desk code {} was given already, and is given once. A new machine takes another; where its code was lost before it came, run hub renew.',
  },
  'number-taken': {
    vi: 'Số thứ tự {} đã có chủ và không cấp lại. Bỏ «=…» để máy chủ tự chọn số.',
    en: 'The number {} is somebody’s already, and is given once. Leave “=…” out and the hub chooses one.',
  },
  'number-range': {
    vi: 'Số thứ tự {} không từ 1 đến 999. Thường không ghi số: Q3 là quầy số 3. Chỉ ghi, như Q7=3, khi lập lại máy chủ và quầy Q7 trước đây là số 3.',
    en: 'The number {} is not from 1 to 999. Usually none is said: Q3 is number 3. Say one, as in Q7=3, only where a hub is set up anew and desk Q7 was number 3 before.',
  },
  'not-closed': {
    vi: 'Quầy {} chưa đóng (hoặc không có). Đóng máy cũ trước: hub leave --desk {}; rồi mới cấp mã cho máy thay.',
    en: 'Desk {} is not closed, or there is none. Close the old machine first, hub leave --desk {}, then give the one in its place a code.',
  },
  'right-missing': {
    vi: 'Người dùng trong HUB_URL đăng nhập được nhưng thiếu quyền. PostgreSQL nói: «{}». Nhờ người quản trị PostgreSQL cấp quyền đó trong cơ sở dữ liệu này (với plpgsql: GRANT USAGE ON LANGUAGE plpgsql TO người dùng ấy) rồi chạy lại.',
    en: 'The role in HUB_URL came in and lacks a right. PostgreSQL says: “{}”. Have its administrator grant that in this database (for plpgsql: GRANT USAGE ON LANGUAGE plpgsql TO the role), then run this again.',
  },
  'no-desk': { vi: 'Không có quầy {} ở máy chủ này.', en: 'This hub has no desk {}.' },
  'no-unit': {
    vi: 'Mã {} không có trong danh mục đơn vị của chương trình này nên chưa cấp mã. Xem lại 5 chữ số; đơn vị mới lập thì cập nhật chương trình trước.',
    en: 'No unit in this program’s lists has the code {}, so no code was given. Look again at its 5 digits; for a new unit, update the program first.',
  },
  'no-case': {
    vi: 'Không có hồ sơ nào mang tên giả {} của đơn vị đó ở đây nên chưa xóa gì. Xem lại tên giả ở đơn vị (Alt+I) và mã đơn vị.',
    en: 'No case of that centre has the pseudonym {} here, so nothing was erased. Look again at the pseudonym, at the ward (Alt+I), and at the code of the centre.',
  },
};

const boxes: Readonly<Record<BoxTrouble, Both>> = {
  running: {
    vi: 'Máy chủ của thư mục này đang chạy rồi.',
    en: 'The hub of this folder is running already.',
  },
  'no-postgres': {
    vi: 'Không tìm thấy PostgreSQL 15 trở lên trên máy này. Cài PostgreSQL (Debian: apt install postgresql), hoặc đặt PG_BIN là thư mục có postgres và initdb.',
    en: 'There is no PostgreSQL 15 or newer on this machine. Install one (Debian: apt install postgresql), or set PG_BIN to the folder with postgres and initdb.',
  },
  'other-major': {
    vi: 'Dữ liệu của máy chủ là của PostgreSQL {}, mà máy này không có bản đó.',
    en: 'The data of this hub is of PostgreSQL {}, which this machine does not have.',
  },
  unreachable: {
    vi: 'PostgreSQL không chạy bằng quyền root, và tài khoản khác không đọc được {}. Chạy bằng tài khoản thường, hoặc cài PostgreSQL của hệ thống.',
    en: 'PostgreSQL does not run as root, and no other account can read {}. Run this as an ordinary account, or install the system’s PostgreSQL.',
  },
  'port-taken': { vi: 'Cổng {} đang có chương trình khác dùng.', en: 'Another program uses the port {}.' },
  'not-started': { vi: 'PostgreSQL không chạy được: {}', en: 'PostgreSQL did not start: {}' },
  'no-folder': {
    vi: 'Không tạo hoặc không ghi được thư mục {}. Chọn thư mục khác (--data), hoặc cấp quyền ghi cho tài khoản này.',
    en: 'The folder {} cannot be made or written to. Choose another (--data), or let this account write there.',
  },
  'no-account': {
    vi: 'Đang chạy bằng root mà máy không có tài khoản postgres hay nobody.',
    en: 'This runs as root, and the machine has neither an account postgres nor nobody.',
  },
};
