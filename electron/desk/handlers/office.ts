import { fault, isFault } from '../../contract/fault.ts';
import { type SerialLine, gaps } from '../../domain/base/numbering.ts';
import { hoChiMinhCity, unitsOf } from '../../domain/catalogue/catalogue.ts';
import { lastSerial, supersededOfDay, usedSerials } from '../../store/case/numbers.ts';
import { sheetsOfDay } from '../../store/kit/kit.ts';
import { findOffice } from '../../store/office/settings.ts';
import { authorOf } from '../author.ts';
import { changedPromises } from '../changed-promises.ts';
import { findUnits } from '../find-units.ts';
import { type Handlers, getSession } from '../handler.ts';
import { hashPassword, isStrongPassword, passwordMinimum } from '../password.ts';
import { openPractice } from '../practice/open-practice.ts';
import { settingsFault, writeOffice } from '../set-up.ts';
import { unitName } from '../unit-name.ts';

export const officeHandlers: Handlers['office'] = {
  units: (room) => ({
    // The first city whose centres are served.
    units: unitsOf(room.catalogue, hoChiMinhCity).map(({ code, name, fullName, type }) => ({
      code,
      name,
      fullName,
      type,
    })),
  }),

  findUnits: (room, { text, limit }) => ({ units: findUnits(room.catalogue, text, limit) }),

  banks: (room) => ({
    banks: room.catalogue.banks
      .filter(({ bin, canTransfer }) => bin !== '' && canTransfer)
      .map(({ bin, shortName, name }) => ({ bin, shortName, name })),
  }),

  setUp: async (room, { settings, accounts }) => {
    if (room.findOffice() !== undefined) return fault('already-set-up', {});
    const wrong = settingsFault(settings, room.catalogue);
    if (wrong !== null) return wrong;
    const names = accounts.map(({ username }) => username);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) return fault('account-exists', { username: twice });
    if (!accounts.every(({ password }) => isStrongPassword(password)))
      return fault('password-weak', { minimum: passwordMinimum });
    const hashed = await Promise.all(
      accounts.map(async ({ password, ...account }) => ({ ...account, passwordHash: await hashPassword(password) })),
    );
    const done = room.store.write(null, room.now(), (tx) => {
      // Asked again: while the passwords were hashed another window may have set the office up.
      if (findOffice(tx.db) !== undefined) return fault('already-set-up', {});
      return writeOffice(tx, { settings, practice: false, accounts: hashed, catalogue: room.catalogue });
    });
    if (isFault(done)) return done;
    room.forget();
    return { practice: false, unitName: unitName(room.catalogue, settings.unitCode) };
  },

  openPractice: (room, input) =>
    room.findOffice() === undefined ? openPractice(room, input) : fault('already-set-up', {}),

  settings: (room) => room.getOffice(),

  changeSettings: (room, { settings, reason }, caller) => {
    const wrong = settingsFault(settings, room.catalogue);
    if (wrong !== null) return wrong;
    const done = room.store.write(authorOf(getSession(caller)), room.now(), (tx) =>
      tx.append({ kind: 'office' }, { type: 'settings-changed', settings, reason }),
    );
    if (isFault(done)) return done;
    room.forget();
    return room.getOffice();
  },

  promiseChanges: (room) => changedPromises(room),

  numbers: (room, { date }) => {
    const { blocks } = room.getOffice().desk;
    return {
      blocks: blocks.map((block) => {
        const used = usedSerials(room.store.db, date, block);
        const last = lastSerial(room.store.db, date, [block]);
        const voided = supersededOfDay(room.store.db, date, block);
        const onPaper = sheetsOfDay(room.store.db, date, block);
        const states = new Map<number, 'used' | 'void' | 'set-aside'>(used.map((serial) => [serial, 'used']));
        for (const [serial, state] of onPaper) states.set(serial, state === 'open' ? 'set-aside' : state);
        for (const { serial } of voided) states.set(serial, 'void');
        const lines = last === 0 ? [] : gaps(block.first, last, states);
        const of = (wanted: SerialLine['state']) =>
          lines.filter(({ state }) => state === wanted).map(({ serial }) => serial);
        const next = Math.max(block.first, last + 1);
        return {
          ...block,
          used: used.length,
          void: voided,
          setAside: of('set-aside'),
          voidSheets: [...onPaper].flatMap(([serial, state]) => (state === 'void' ? [serial] : [])),
          skipped: of('skipped'),
          next: next <= block.last ? next : null,
        };
      }),
    };
  },
};
