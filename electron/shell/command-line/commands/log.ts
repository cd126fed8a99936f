import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fault } from '../../../contract/base/fault.ts';
import { logFiles } from '../../../disk/log-files.ts';
import { toCivilTime } from '../../../domain/base/civil-time.ts';
import { findInstant, getData, readWords } from '../options.ts';
import { exitCodeOf, faultAnswer } from '../outcome.ts';
import { type ExitCode, type World, writeJson } from '../world.ts';

type Both = readonly [vi: string, en: string];

/** What each event is to whoever reads the log; what stands in none of these is told by its name. */
const sentences: Readonly<Record<string, Both>> = {
  'backup-failed': ['Sao lưu không xong.', 'A backup was not made.'],
  'backup-made': ['Đã sao lưu.', 'A backup was made.'],
  'backup-not-removed': ['Bản sao lưu cũ chưa dọn được.', 'An older backup could not be removed.'],
  bug: ['Lỗi của phần mềm; mã ref đã báo cho người dùng.', 'A bug; whoever met it was given the ref.'],
  'call-ended': ['Một lệnh kết thúc khi đang đóng.', 'A call ended while the desk was closing.'],
  'calendar-not-adopted': ['Chưa nhận được lịch mới.', 'The new calendar was not adopted.'],
  'pack-settings-not-set': ['Chưa đặt được cài đặt của gói dữ liệu.', 'The settings of a data pack were not set.'],
  'catalogue-not-adopted': ['Chưa nhận được danh mục mới.', 'The new list of procedures was not adopted.'],
  'desk-not-open': ['Sổ không mở được.', 'The register did not open.'],
  'desk-not-opened': ['Sổ không mở được.', 'The register did not open.'],
  'host-failed': ['Máy chủ cho trình duyệt hỏng.', 'The host for the browser failed.'],
  'keys-file-changed': ['Tệp khóa không phải do sổ viết.', 'The key file is not as the register wrote it.'],
  'keys-not-written': ['Tệp khóa không ghi được.', 'The key file was not written.'],
  locked: ['Màn hình đã khóa.', 'The screen was locked.'],
  'look-ups-not-kept': ['Lượt xem chưa ghi được.', 'Who looked was not kept.'],
  'numbers-passed-over': ['Bỏ qua số vì không còn dấu vết của sổ.', 'Numbers were passed over: the witness is gone.'],
  'paper-not-warmed': ['Giấy đầu tiên chưa chuẩn bị được.', 'The first paper was not prepared.'],
  'port-refused': ['Một chương trình lạ gọi vào, bị từ chối.', 'A strange program called and was refused.'],
  'print-cancel': ['Hủy một lệnh in.', 'A print was cancelled.'],
  'print-move': ['Một lệnh in đổi trạng thái.', 'A print moved on.'],
  'print-move-ignored': ['Trạng thái in đến muộn, bỏ qua.', 'A late state of a print was ignored.'],
  'print-submit': ['Gửi một lệnh in.', 'A print was sent.'],
  'print-taken-back': ['Rút lại một lệnh in.', 'A print was taken back.'],
  'register-checked': ['Đã kiểm tra cả sổ.', 'The whole register was looked at.'],
  'register-rebuilt': ['Đã dựng lại các bảng từ nhật ký.', 'Every table was derived again.'],
  'request-refused': ['Một yêu cầu bị từ chối ở cửa.', 'A request was refused at the gate.'],
  'reseal-broke': ['Đổi khóa dở dang.', 'Changing the key broke off.'],
  restored: ['Đã khôi phục từ bản sao lưu.', 'The register came back from a backup.'],
  'second-place-not-looked-at': ['Chưa xem được nơi sao lưu thứ hai.', 'The second place was not looked at.'],
  'store-trouble': ['Tệp dữ liệu có trục trặc.', 'The file is in trouble.'],
  'witness-not-written': ['Dấu vết ngoài sổ không ghi được.', 'The witness was not written.'],
  'workbook-thread': ['Lập tệp Excel gặp lỗi.', 'Making a workbook failed.'],
};

/** `log`: what the desk noted of itself, the oldest first, a line of JSON each. */
export async function runLog(words: readonly string[], world: World): Promise<ExitCode> {
  const read = readWords(words, 'log');
  const folder = path.resolve(getData(read));
  const since = findInstant(read, 'since') ?? Number.NEGATIVE_INFINITY;
  if (!existsSync(folder)) {
    const answer = faultAnswer(fault('store-missing', { path: folder }));
    await writeJson(world, answer);
    return exitCodeOf(answer);
  }
  for (const line of logFiles(path.join(folder, 'log')).flatMap((file) => readFileSync(file, 'utf8').split('\n'))) {
    const told = line === '' ? undefined : toldOf(line);
    if (told !== undefined && (told.time === null || told.time >= since)) await writeJson(world, told.said);
    if (world.stop.aborted) return 130;
  }
  return 0;
}

/** A line that a power cut left half is told as that. */
function toldOf(line: string): { readonly time: number | null; readonly said: object } {
  try {
    const { at, event, ...data } = JSON.parse(line) as { at: string; event: string };
    const time = Date.parse(at);
    const [vi, en] = sentences[event] ?? [event, event];
    return { time, said: { at: toCivilTime(time), event, vi, en, data } };
  } catch {
    const [vi, en] = ['Một dòng bị cắt.', 'A line that was cut.'];
    return { time: null, said: { at: null, event: 'line-cut', vi, en, data: {} } };
  }
}
