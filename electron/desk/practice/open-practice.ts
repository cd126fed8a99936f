import { isFault } from '../../contract/fault.ts';
import { hashPassword } from '../password.ts';
import type { Room } from '../room.ts';
import { writeOffice } from '../set-up.ts';

/** Interim: an office without cases, until the generator of this folder is there. */
export async function openPractice(room: Room, input: { cases: number; seed: number; password?: string | undefined }) {
  const password = input.password ?? 'Quay-Mot-Cua-4821';
  const passwordHash = await hashPassword(password);
  const people = { clerk: 'Trần Minh Đức', officer: 'Lê Thu Hà', supervisor: 'Nguyễn Văn Bình', admin: 'Phạm Quốc An' } as const;
  const accounts = (['clerk', 'officer', 'supervisor', 'admin'] as const).map((role) => ({ username: role, fullName: people[role], role, passwordHash }));
  const unit = room.catalogue.units.find(({ fullName }) => fullName === 'Phường Cát Lái');
  const settings = {
    unitCode: unit?.code ?? '00000', caseUnitCode: 'H29.999', centreName: 'Trung tâm Phục vụ hành chính công phường Cát Lái',
    phone: '', lookupAddress: '', numberAuthority: 'centre' as const,
    desk: { code: 'Q1', name: 'Quầy 1', blocks: [{ first: 1, last: 2999 }] },
    otherDesks: [{ code: 'Q2', name: 'Quầy 2', blocks: [{ first: 3000, last: 5999 }] }, { code: 'Q3', name: 'Quầy 3', blocks: [{ first: 6000, last: 8999 }] }],
    hours: [{ start: '07:30', end: '11:30' }, { start: '13:00', end: '17:00' }],
    printer: '', paperSize: 'A5' as const, backupFolder: '',
  };
  const done = room.store.write(null, room.now(), (tx) => writeOffice(tx, { settings, practice: true, accounts, catalogue: room.catalogue }));
  if (isFault(done)) return done;
  room.forget();
  return { practice: true, unitName: 'Phường Cát Lái', password, users: ['clerk', 'officer', 'supervisor', 'admin'], cases: 0 };
}
