import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isFault } from '../../contract/base/fault.ts';
import { syncFile } from '../../disk/durable.ts';
import { roomIn } from '../../disk/room.ts';
import { folderPrinter } from '../../paper/printers/folder.ts';
import { listFormFiles, loadForm } from '../../paper/forms/files.ts';
import { primitiveFaults } from '../../store/keys/primitives.ts';
import { tryDriver } from '../../store/try-driver.ts';
import { readCatalogue } from '../catalogue/files.ts';
import type { Ports } from '../core/ports.ts';

/** One thing that a machine must be able to do; `ok` null where nobody can tell from here. A sentence each, in two languages. */
export type SelfCheck = {
  readonly check: string;
  readonly ok: boolean | null;
  readonly vi: string;
  readonly en: string;
};

type SaidOfCheck = Omit<SelfCheck, 'check'>;

/** What the test is told of the machine; tests bring their own. */
export type MachineSeen = {
  readonly platform: NodeJS.Platform;
  /** Minutes behind UTC, as JavaScript counts them: −420 in Vietnam. */
  readonly zoneOffset: number;
  readonly node: string;
  /** The text of a file of the system, undefined where there is none. */
  readonly read: (file: string) => string | undefined;
  readonly list: (folder: string) => readonly string[];
};

/** Everything this machine has to be able to do before an office works on it. Nothing is changed; a file is written and taken away again. */
export async function* selfTest(
  ports: Ports,
  machine: MachineSeen,
  /** The data folder, where one was named: its rights, its room, its disk. */
  folder: string | null,
): AsyncGenerator<SelfCheck> {
  const checks: readonly (readonly [string, () => SaidOfCheck | Promise<SaidOfCheck>])[] = [
    ['runtime', () => runtime(machine)],
    ['crypto', crypto],
    ['driver', () => driver(ports)],
    ['lists', () => lists(ports)],
    ['forms', () => forms(ports)],
    ['folder', () => rights(folder, machine)],
    ['witness', () => witness(ports)],
    ['printers', () => printers(ports)],
    ['time-zone', () => timeZone(machine)],
    ['disk-encryption', () => diskEncryption(folder ?? tmpdir(), machine)],
  ];
  for (const [check, look] of checks) {
    let said: SaidOfCheck;
    try {
      said = await look();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      said = { ok: false, vi: `Không làm được: ${reason}`, en: `It failed: ${reason}` };
    }
    yield { check, ...said };
  }
}

/** Reads the system this runs on. */
export function thisMachine(now: number): MachineSeen {
  return {
    platform: process.platform,
    zoneOffset: new Date(now).getTimezoneOffset(),
    node: process.versions.node,
    read: (file) => orUndefined(() => readFileSync(file, 'utf8')),
    list: (folder) => orUndefined(() => readdirSync(folder)) ?? [],
  };
}

function orUndefined<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

const leastNode = 24;

function runtime({ node }: MachineSeen): SaidOfCheck {
  const ok = Number(node.split('.')[0]) >= leastNode;
  return {
    ok,
    vi: `Node ${node}${ok ? '' : `, cần ${leastNode} trở lên`}`,
    en: `Node ${node}${ok ? '' : `, ${leastNode} or later is needed`}`,
  };
}

async function crypto(): Promise<SaidOfCheck> {
  const wrong = await primitiveFaults();
  if (wrong.length === 0)
    return { ok: true, vi: 'Mật mã cho đúng kết quả đã công bố.', en: 'Cryptography gives the published results.' };
  return {
    ok: false,
    vi: `Sai kết quả đã công bố: ${wrong.join(', ')}`,
    en: `Not the published results: ${wrong.join(', ')}`,
  };
}

/** A sealed register is made, written to and opened again. */
function driver({ random, clock }: Ports): SaidOfCheck {
  const tried = tryDriver((size) => random.bytes(size), clock.now());
  if ('why' in tried)
    return { ok: false, vi: `Tệp mã hóa không giữ được: ${tried.why}`, en: `A sealed file is not kept: ${tried.why}` };
  return {
    ok: true,
    vi: `SQLite ${tried.version}, tệp mã hóa mở lại được.`,
    en: `SQLite ${tried.version}, a sealed file opens again.`,
  };
}

function lists({ resourcesFolder }: Ports): SaidOfCheck {
  const read = readCatalogue(path.join(resourcesFolder, 'data'));
  if (isFault(read))
    return { ok: false, vi: `Danh mục hỏng: ${read.fault}`, en: `The lists are broken: ${read.fault}` };
  const count = read.procedures.length;
  return {
    ok: count > 0,
    vi: `${count} thủ tục, lịch và đơn vị đọc được.`,
    en: `${count} procedures, days and units are read.`,
  };
}

function forms({ resourcesFolder }: Ports): SaidOfCheck {
  const folder = path.join(resourcesFolder, 'forms');
  const names = listFormFiles(folder, undefined);
  const broken = names.filter((name) => 'fault' in loadForm(name, folder, undefined));
  if (names.length > 0 && broken.length === 0)
    return { ok: true, vi: `${names.length} mẫu giấy đọc được.`, en: `${names.length} forms are read.` };
  return { ok: false, vi: `Mẫu hỏng: ${broken.join(', ')}`, en: `Broken forms: ${broken.join(', ')}` };
}

const leastRoom = 500 * 1024 * 1024;

function rights(folder: string | null, { platform }: MachineSeen): SaidOfCheck {
  if (folder === null)
    return { ok: null, vi: 'Chưa nêu thư mục dữ liệu (--data).', en: 'No data folder was named (--data).' };
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return { ok: false, vi: 'Thư mục dữ liệu không có.', en: 'The data folder is not there.' };
  const probe = path.join(folder, `.self-test-${randomUUID()}`);
  try {
    writeFileSync(probe, 'x', { mode: 0o600, flag: 'wx' });
    syncFile(probe);
  } finally {
    rmSync(probe, { force: true });
  }
  const room = roomIn(folder);
  const megabytes = Math.floor(room / 1024 / 1024);
  if (room < leastRoom)
    return { ok: false, vi: `Ổ đĩa chỉ còn ${megabytes} MB.`, en: `Only ${megabytes} MB are left on the disk.` };
  if (platform === 'win32')
    return {
      ok: null,
      vi: `Ghi được, còn ${megabytes} MB; quyền của người khác trên máy: không xem được từ đây.`,
      en: `Written to, ${megabytes} MB left; what others on this computer may do cannot be seen from here.`,
    };
  const open = (found.mode & 0o007) !== 0;
  if (open)
    return {
      ok: false,
      vi: 'Ai trên máy cũng vào được thư mục này.',
      en: 'Everybody on this computer may enter the folder.',
    };
  return {
    ok: true,
    vi: `Ghi được, chỉ người của đơn vị vào được, còn ${megabytes} MB.`,
    en: `Written to, closed to others, ${megabytes} MB left.`,
  };
}

function witness({ machineFolder }: Ports): SaidOfCheck {
  if (machineFolder === undefined)
    return { ok: null, vi: 'Không có nơi ngoài thư mục dữ liệu.', en: 'There is no place outside the data folder.' };
  const above = nearest(machineFolder);
  const probe = path.join(above, `.self-test-${randomUUID()}`);
  try {
    writeFileSync(probe, 'x', { mode: 0o600, flag: 'wx' });
  } finally {
    rmSync(probe, { force: true });
  }
  return {
    ok: true,
    vi: 'Dấu vết ngoài thư mục dữ liệu ghi được.',
    en: 'A witness outside the data folder can be written.',
  };
}

/** The folder itself, or the nearest above it that is there. */
function nearest(folder: string): string {
  return statSync(folder, { throwIfNoEntry: false }) === undefined ? nearest(path.dirname(folder)) : folder;
}

async function printers({ printing }: Ports): Promise<SaidOfCheck> {
  const listed = await printing.list();
  const isSilent = 'fault' in listed || ('printers' in listed && listed.silent !== null);
  const all = 'printers' in listed ? listed.printers : 'fault' in listed ? [] : listed;
  const found = all.filter(({ name }) => name !== folderPrinter);
  const names = found.map(({ name }) => name).join(', ');
  if (found.length > 0) return { ok: true, vi: `Máy in: ${names}`, en: `Printers: ${names}` };
  if (isSilent)
    return {
      ok: null,
      vi: 'Hệ thống in của máy không trả lời; giấy ghi vào tệp.',
      en: 'The printing system does not answer; papers go into files.',
    };
  return {
    ok: null,
    vi: 'Chưa có máy in nào; giấy ghi vào tệp.',
    en: 'There is no printer yet; papers go into files.',
  };
}

function timeZone({ zoneOffset }: MachineSeen): SaidOfCheck {
  const ok = zoneOffset === -420;
  const hours = `${zoneOffset > 0 ? '-' : '+'}${String(Math.abs(zoneOffset) / 60).padStart(2, '0')}`;
  // Whatever the machine says, dates are reckoned at +07:00; who compares a clock on the wall with it is misled.
  if (ok) return { ok, vi: 'Múi giờ +07:00.', en: 'Time zone +07:00.' };
  return {
    ok: null,
    vi: `Máy đặt múi giờ ${hours}, không phải +07: sổ vẫn tính theo +07:00.`,
    en: `The machine is set to ${hours}, not +07: the register reckons at +07:00 all the same.`,
  };
}

/** Whether the disk under a folder is encrypted, as far as Linux tells it without rights; of other systems nobody can tell from here. */
export function diskEncryption(folder: string, machine: MachineSeen): SaidOfCheck {
  const device = machine.platform === 'linux' ? deviceOf(path.resolve(folder), machine) : undefined;
  if (device === undefined || machine.list(`/sys/dev/block/${device}/`).length === 0)
    return {
      ok: null,
      vi: 'Không biết ổ đĩa có mã hóa không (BitLocker, LUKS): hỏi bộ phận kỹ thuật.',
      en: 'Whether the disk is encrypted (BitLocker, LUKS) cannot be told from here: ask IT.',
    };
  if (isCrypt(`/sys/dev/block/${device}`, machine, 0))
    return { ok: true, vi: 'Ổ đĩa mã hóa (LUKS).', en: 'The disk is encrypted (LUKS).' };
  return {
    ok: null,
    vi: 'Ổ đĩa không mã hóa: bộ nhớ tráo đổi, tệp in và tệp xuất nằm trần trên đĩa. Bật LUKS hoặc BitLocker.',
    en: 'The disk is not encrypted: swap, printed files and exports lie in the clear. Turn on LUKS or BitLocker.',
  };
}

/** `253:0` of the longest mount that the folder lies below. */
function deviceOf(folder: string, { read }: MachineSeen): string | undefined {
  const mounts = (read('/proc/self/mountinfo') ?? '').split('\n').flatMap((line) => {
    const [, , device, , at] = line.split(' ');
    const isAbove = at !== undefined && (folder === at || folder.startsWith(at === '/' ? '/' : `${at}/`));
    return device !== undefined && isAbove ? [{ device, at }] : [];
  });
  return mounts.toSorted((a, b) => b.at.length - a.at.length)[0]?.device;
}

/** A mapped device names what made it; what lies below it is looked at too, for a volume may stand on an encrypted one. */
function isCrypt(device: string, machine: MachineSeen, depth: number): boolean {
  if (machine.read(`${device}/dm/uuid`)?.startsWith('CRYPT-') === true) return true;
  if (depth > 4) return false;
  return machine.list(`${device}/slaves`).some((below) => isCrypt(`${device}/slaves/${below}`, machine, depth + 1));
}
