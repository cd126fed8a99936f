import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import { gzipSync } from 'node:zlib';
import { registerHead } from '../../../store/journal/journal.ts';
import { authorOf } from '../../core/session/client.ts';
import { accountFindings } from '../../../store/safety/verify/checks/accounts.ts';
import { type Handlers, getSession } from '../../core/handler.ts';
import { exportRegister } from '../proof/export.ts';
import { supportText } from '../../support/support-file.ts';
import { roads } from './recovery.ts';

export const journalHandlers: Handlers['journal'] = {
  stateHash: async (desk) => ({ stateHash: await desk.reader.read('stateHash', null) }),
  checked: (desk) => desk.checker.last(),
  check: (desk) => desk.checker.run(),
  export: async (desk, _input, caller) => {
    const made = await exportRegister(desk);
    if (isFault(made)) return made;
    const { text, entries, receipts } = made;
    const kept = desk.store.write(authorOf(getSession(caller)), desk.now(), (tx) =>
      tx.append({ kind: 'office' }, { type: 'register-proved', entries, head: registerHead(tx.db) }),
    );
    if (isFault(kept)) return kept;
    const day = desk.nowCivil().slice(0, 10);
    const base64 = gzipSync(text).toString('base64');
    return { fileName: `so-kiem-tra-${day}.jsonl.gz`, mediaType: 'application/gzip', base64, entries, receipts };
  },
  support: async (desk) => {
    const text = await supportText(desk);
    const fileName = `ho-tro-${desk.nowCivil().slice(0, 10)}.jsonl`;
    return { fileName, mediaType: 'application/jsonl', base64: Buffer.from(text).toString('base64') };
  },
  rebuild: async (desk, _nothing, caller) => {
    const { found } = accountFindings(desk.store.db);
    const entries = desk.store.rebuild();
    if (isFault(entries)) return entries;
    // What was tampered with is put right and not forgotten: whoever looks into it finds when, and by whom it was put right.
    if (found.length > 0) {
      const told = desk.store.write(authorOf(getSession(caller)), desk.now(), (tx) =>
        tx.append({ kind: 'office' }, { type: 'accounts-derived', found }),
      );
      if (isFault(told)) return told;
    }
    desk.forget();
    desk.ports.log.write('register-rebuilt', { entries });
    return desk.checker.runAnew();
  },
};

export const backupHandlers: Handlers['backup'] = {
  make: async (desk) => {
    const made = await desk.backups.make('asked');
    if (isFault(made)) return made;
    const { file, manifest } = made.backup;
    const { stateHash, cases, seconds, madeAt } = manifest;
    return { file, stateHash, cases, seconds, madeAt, trouble: troubleOf(made.trouble) };
  },

  status: (desk) => {
    const places = desk.backups.places();
    return {
      running: desk.backups.running(),
      places: places.map(({ path, second, backups, broken, had, trouble }) => ({
        path,
        second,
        count: backups.length,
        broken: [...broken],
        newestAt: backups[0]?.manifest.madeAt ?? null,
        had,
        trouble: troubleOf(trouble),
      })),
      backups: places.flatMap(({ second, backups }) =>
        backups.map(({ file, manifest: { madeAt, cases, bytes } }) => ({ file, madeAt, cases, bytes, second })),
      ),
    };
  },
};

/** Of a desk that is open. While none is, the shells ask `recoveryRouter`. */
export const recoveryHandlers: Handlers['recovery'] = {
  begin: (desk) => {
    const worst = desk.checker.last().findings.find(({ mendable }) => !mendable);
    if (worst === undefined) return fault('recovery-not-needed', {});
    desk.lose(fault('store-damaged', { reason: `${worst.check}: ${worst.found[0] ?? ''}` }));
    return { done: true };
  },
  look: () => fault('recovery-not-needed', {}),
  leave: () => fault('recovery-not-needed', {}),
  // A spare computer, just started, may take over from a backup.
  roads: (desk, { place }) =>
    desk.findOffice() === undefined ? roads(desk.ports, place) : { places: [], backups: [] },
  restore: () => fault('recovery-not-needed', {}),
};

function troubleOf(trouble: Fault | null): { code: string; data: Record<string, unknown> } | null {
  return trouble === null ? null : { code: trouble.fault, data: trouble.data };
}
