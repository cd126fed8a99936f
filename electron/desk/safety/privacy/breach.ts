import { endOfDay, secondsOf, startOfDay, dateText, timeDateText } from '../../../domain/base/civil-time.ts';
import { civilOf } from '../../../store/file/rows/codecs.ts';
import { lookUpLines } from '../../../store/common/office/log.ts';
import { looksBetween, oldestLook } from '../../../store/safety/privacy/privacy.ts';
import type { DeskContext } from '../../core/context.ts';
import type { PersonalList } from './personal-file.ts';

type Asked = { readonly from: string; readonly to: string; readonly username?: string | undefined };

const kinds: Readonly<Record<string, string>> = {
  case: 'mở hồ sơ',
  number: 'tra số định danh',
  paper: 'xem giấy tờ',
  export: 'xuất tệp',
  ahead: 'xem lướt',
  list: 'xem danh sách',
};

/** Who looked at whom in these days: what a notice of a breach begins with (whose data, whose account, since when). */
export function breachList(desk: DeskContext, { from, to, username }: Asked, maker: string): PersonalList {
  desk.lookUps.keep();
  const { db } = desk.store;
  const [begins, ends] = [secondsOf(startOfDay(from)), secondsOf(endOfDay(to)) + 1];
  const looks = looksBetween(db, begins, ends, username ?? null);
  const named = lookUpLines(db, looks);
  const people = new Set(named.flatMap(({ whom }) => whom ?? []));
  const since = oldestLook(db);
  const [first, last] = [looks[0], looks.at(-1)];
  const span = first && last ? `, từ ${timeDateText(civilOf(first.at))} đến ${timeDateText(civilOf(last.at))}` : '';
  return {
    name: 'nguoi-xem-du-lieu',
    heading: 'Ai đã xem dữ liệu cá nhân',
    under: `Từ ngày ${dateText(from)} đến hết ngày ${dateText(to)}${username === undefined ? '' : `, tài khoản ${username}`}`,
    heads: { first: 'Lúc', second: 'Ai', third: 'Về ai, hồ sơ nào', fourth: 'Việc' },
    lines: looks.map(({ at, username: by, fullName, kind }, place) => ({
      first: timeDateText(civilOf(at)),
      second: `${fullName} (${by})`,
      third: [named[place]?.number, named[place]?.whom]
        .filter((part) => part !== null && part !== undefined)
        .join(' · '),
      fourth: kinds[named[place]?.type.replace('looked-', '') ?? kind] ?? kind,
    })),
    notes: [
      `${looks.length} lượt xem, ${people.size} người hoặc số${span}. Một lượt là một tài khoản, một việc, trong mười phút; một danh sách là một lượt, những người trong đó không kể riêng.`,
      since === null
        ? 'Máy này chưa ghi lượt xem nào.'
        : `Lượt xem được ghi ở máy này từ ${timeDateText(civilOf(since))}; trước đó không biết. Ai đọc tệp của sổ bằng công cụ khác thì không có ở đây.`,
      'Thông báo vi phạm: chậm nhất 72 giờ từ khi phát hiện, kèm biên bản (Luật 91/2025 Điều 23, NĐ 356/2025 Điều 28).',
    ],
    maker,
  };
}
