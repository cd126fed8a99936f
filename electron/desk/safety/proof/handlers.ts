import { isFault } from '../../../contract/base/fault.ts';
import { unitName } from '../../../domain/catalogue/catalogue.ts';
import { civilOf } from '../../../store/file/rows/codecs.ts';
import { deskKeyHalves, deskKeys } from '../../../store/safety/proof/desk-key.ts';
import { endedReceipts } from '../../../store/safety/proof/ended.ts';
import { authorOf } from '../../core/session/client.ts';
import { giveDeskKey } from '../../core/keys/desk-key.ts';
import { type Handlers, getSession } from '../../core/handler.ts';
import { standAsOneOrTwo } from '../../common/office/keys.ts';
import { tellPaperUsed } from '../../common/office/two-persons.ts';
import { checkReceipt } from './check-receipt.ts';

export const receiptHandlers: Handlers['receipt'] = {
  check: (desk, { text }) => checkReceipt(desk, text),

  keys: (desk) => {
    const { unitCode } = desk.getOffice();
    return {
      format: 'mot-cua-desk receipt keys 1',
      office: unitName(desk.catalogue, unitCode),
      asOf: desk.nowCivil(),
      keys: deskKeys(desk.store.db).map(({ keyId, desk: uuid, ed25519, at, until, stolenSince }) => ({
        keyId,
        desk: uuid,
        ed25519: ed25519.toString('base64url'),
        from: civilOf(at),
        until: until === null ? null : civilOf(until),
        stolenSince,
      })),
      ended: endedReceipts(desk.store.db),
    };
  },

  turnKey: async (desk, { password, second, reason, stolenSince }, caller) => {
    const session = getSession(caller);
    const standing = await standAsOneOrTwo(desk, session, password, second);
    if (isFault(standing)) return standing;
    const seed = desk.ports.random.bytes(32);
    const done = desk.store.write(authorOf(session), desk.now(), (tx) => {
      tellPaperUsed(tx, session, second, reason);
      const office = { kind: 'office' } as const;
      tx.append(office, standing.stood(office, { type: 'desk-key-turned', reason }));
      giveDeskKey(tx, seed, stolenSince === undefined ? {} : { stolenSince }, standing);
    });
    standing.end();
    return isFault(done) ? done : { keyId: deskKeyHalves(seed).keyId };
  },
};
