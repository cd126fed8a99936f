import { constants, copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { syncFile, syncFolder } from '../../disk/durable.ts';
import { makeFolder } from '../../disk/shared.ts';
import {
  type Opened,
  type UpdateFault,
  type UpdateHead,
  compareVersions,
  readHead,
  unpackBody,
} from './update-file.ts';

type Refused =
  | UpdateFault
  | 'update-office-hours'
  | 'update-desk-open'
  | 'update-no-file'
  | 'update-no-way-back'
  | 'update-not-run';

export type UpdateAnswer =
  | {
      readonly ok: true;
      readonly value: { readonly version: string; readonly from: string; readonly wayBack: boolean };
    }
  | { readonly ok: false; readonly fault: { readonly code: Refused; readonly message: string; readonly data: object } };

/** How a verified installer is started, and how it ended; tests bring their own. */
export type Starter = (installer: string, kind: UpdateHead['kind']) => number;

export type Situation = {
  readonly keys: readonly string[];
  /** The version that runs now. */
  readonly version: string;
  readonly platform: string;
  readonly arch: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Where the files of this version and of the one before are kept. */
  readonly keptFolder: string;
  /** Whether a desk has the register of this machine open. */
  readonly isOpen: () => boolean;
  readonly run: Starter;
};

const sentences: Readonly<Record<Refused, string>> = {
  'update-off':
    'Bản này không nhận cập nhật: nơi phát hành chưa đặt khóa của mình vào. Cài bản mới bằng bộ cài. | This program takes no updates: whoever published it put no key into it. Install a new version by its installer.',
  'update-broken':
    'Tệp cập nhật không do nơi phát hành ký, bị sửa hoặc bị cắt. Chưa chạy gì. Lấy lại tệp từ nơi phát hành. | The update is not signed by who publishes this program, or was changed or cut. Nothing was run. Get the file anew.',
  'update-other-system':
    'Tệp cập nhật là của hệ khác. Chưa chạy gì. | The update is for another system. Nothing was run.',
  'update-not-newer':
    'Tệp cập nhật không mới hơn bản đang chạy. Chưa chạy gì; muốn về bản trước: update back. | The update is no newer than what runs here. Nothing was run; to go back: update back.',
  'update-office-hours':
    'Không cập nhật trong giờ làm việc (thứ Hai đến thứ Bảy, 6 giờ 30 đến 18 giờ 30). Chưa chạy gì. | No update in office hours (Monday to Saturday, 6:30 to 18:30). Nothing was run.',
  'update-desk-open':
    'Sổ đang mở. Đóng mọi cửa sổ của Một Cửa Desk rồi làm lại. | The register is open. Close every window of Một Cửa Desk and try again.',
  'update-no-file': 'Không đọc được tệp cập nhật. | The update file cannot be read.',
  'update-no-way-back':
    'Không về được bản trước: không còn tệp của nó, hoặc nó không mở được sổ mà bản này đã ghi. Khôi phục từ bản sao lưu trước khi cập nhật. | There is no way back: the file of the version before is gone, or that version cannot open a register this one has written. Restore the backup made before the update.',
  'update-not-run':
    'Bộ cài kết thúc với lỗi; bản cũ vẫn còn. Chạy bằng tài khoản có quyền cài đặt. | The installer ended with an error; the old version is still there. Run it with an account that may install.',
};

function refuse(code: Refused, data: object = {}): UpdateAnswer {
  return { ok: false, fault: { code, message: sentences[code], data } };
}

const dayMs = 86_400_000;

/** Monday to Saturday, 6:30 to 18:30 in Vietnam: wider than any centre's hours, for a sealed register tells its own to nobody. */
export function isOfficeHours(now: number): boolean {
  const there = now + 7 * 3_600_000;
  const weekday = new Date(there).getUTCDay();
  const minutes = (there % dayMs) / 60_000;
  return weekday !== 0 && minutes >= 390 && minutes < 1110;
}

/** The files in the kept folder: what runs now, and what ran before. */
const current = 'current.update';
const previous = 'previous.update';

/** Puts a newer version in the place of this one. Nothing of the file is run or kept before its signature and every byte of it are proven. */
export function update(file: string, situation: Situation): UpdateAnswer {
  const opened = openUpdate(file, situation);
  if (typeof opened === 'string') return refuse(opened);
  const { version } = opened.head;
  if (compareVersions(version, situation.version) <= 0)
    return refuse('update-not-newer', { version, running: situation.version });
  return install(file, opened, situation, opened.head);
}

/**
 * Puts the version before back. Only that one, by the file it came in, proven again, and only where the present version says that the older one can
 * still read what it wrote: an older program that opens a newer register is what a backup is for.
 */
export function goBack(situation: Situation): UpdateAnswer {
  const [kept, running] = [previous, current].map((name) => path.join(situation.keptFolder, name)) as [string, string];
  if (situation.keys.length === 0) return refuse('update-off');
  if (!existsSync(kept) || !existsSync(running)) return refuse('update-no-way-back');
  const [older, newer] = [openUpdate(kept, situation), openUpdate(running, situation)];
  if (typeof older === 'string') return refuse(older);
  if (typeof newer === 'string') return refuse(newer);
  const isRight =
    newer.head.version === situation.version &&
    compareVersions(older.head.version, newer.head.version) < 0 &&
    compareVersions(older.head.version, newer.head.minReader) >= 0;
  return isRight
    ? install(kept, older, situation, older.head)
    : refuse('update-no-way-back', { version: older.head.version });
}

function openUpdate(file: string, { keys, platform, arch }: Situation): Opened | Refused {
  try {
    const opened = readHead(file, keys);
    if (typeof opened === 'string') return opened;
    return opened.head.platform === platform && opened.head.arch === arch ? opened : 'update-other-system';
  } catch {
    return 'update-no-file';
  }
}

function install(
  file: string,
  opened: Opened,
  situation: Situation,
  { version, kind, fileName, minReader }: UpdateHead,
): UpdateAnswer {
  if (isOfficeHours(situation.now)) return refuse('update-office-hours');
  if (situation.isOpen()) return refuse('update-desk-open');
  // A folder of this account alone: what was proven there is what runs.
  const own = mkdtempSync(path.join(tmpdir(), 'mot-cua-desk-update-'));
  let isStarted = false;
  try {
    const installer = path.join(own, fileName);
    const wrong = unpackBody(file, opened, installer);
    if (wrong !== null) return refuse(wrong);
    // Kept before it runs, for the installer may end this program: the file of this version is the way back from the next.
    const ready = path.join(own, 'whole.update');
    copyFileSync(file, ready);
    const kept = readHead(ready, situation.keys);
    if (typeof kept === 'string' || kept.text !== opened.text) return refuse('update-broken');
    const code = situation.run(installer, kind);
    if (code !== 0) return refuse('update-not-run', { code });
    const wayBack = keep(ready, situation.keptFolder) && compareVersions(situation.version, minReader) >= 0;
    rmSync(ready, { force: true });
    isStarted = kind === 'nsis';
    return { ok: true, value: { version, from: situation.version, wayBack } };
  } finally {
    // The one of Windows still runs, and ends this program to put itself in its place.
    if (!isStarted) rmSync(own, { recursive: true, force: true });
  }
}

/** The file of what ran until now becomes the one before; the other way round where one goes back. Whether there is one before. */
function keep(ready: string, folder: string): boolean {
  makeFolder(folder);
  const [now, before] = [path.join(folder, current), path.join(folder, previous)];
  const draft = path.join(folder, '.arriving');
  rmSync(draft, { force: true });
  copyFileSync(ready, draft, constants.COPYFILE_EXCL);
  syncFile(draft);
  if (existsSync(now) && !readFileSync(now).equals(readFileSync(draft))) renameSync(now, before);
  renameSync(draft, now);
  syncFolder(folder);
  return existsSync(before);
}
