import { type AnyRouter, ORPCError, os } from '@orpc/server';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { z } from 'zod';
import { recoveryCalls } from '../../../contract/safety/backup/backup.ts';
import { type Fault, type FaultCode, faultMessage, faultTable, isFault } from '../../../contract/base/fault.ts';
import { type FoundBackup, brokenIn, listBackups, placesUnder } from '../../../store/safety/backup/manifest.ts';
import { headOf } from '../../../store/file/opening/sealed.ts';
import { readKeys } from '../../../store/keys/keys-file.ts';
import type { Ports } from '../../core/ports.ts';
import { findElsewhere, isPlaceThere } from './elsewhere.ts';
import { besideName } from './schedule.ts';
import { isKeptByTwo, otherOffice, restoreInPlace } from './restore-desk.ts';

type Roads = z.infer<(typeof recoveryCalls.roads)['~orpc']['outputSchema'] & z.ZodType>;

/**
 * What a window may ask while there is no desk behind it: which backups there are, and one of them in the place of the register. Nobody can be
 * signed in, for who may sign in stands in the file that does not open; what was done is the first entry of the new chain.
 * @param look opens what can still be read of the register, or says why nothing can
 */
export function recoveryRouter(ports: Ports, look: () => Fault | null): AnyRouter {
  return {
    recovery: {
      look: os.errors(recoveryCalls.look['~orpc'].errorMap).handler(() => {
        const refused = look();
        if (refused !== null) throw carried(refused);
        return { done: true as const };
      }),
      roads: os
        .errors(recoveryCalls.roads['~orpc'].errorMap)
        .handler(({ input }) => roads(ports, (input as { place?: string } | undefined)?.place)),
      restore: os.errors(recoveryCalls.restore['~orpc'].errorMap).handler(async ({ input }) => {
        const restored = await restoreAsked(ports, input ?? {});
        if (isFault(restored)) throw carried(restored);
        return restored;
      }),
    },
  };
}

/**
 * The chosen backup, by whoever stands for it.
 * @param blank where nothing but an empty register is in the folder
 */
export async function restoreAsked(
  ports: Ports,
  { file, username, password, recoveryKey, second }: RestoreInput,
  blank = false,
) {
  const byPassword = username === undefined || password === undefined ? undefined : { username, password };
  const byPaper = recoveryKey === undefined ? undefined : { recoveryKey };
  const persons = [byPassword, second, byPaper].flatMap((one) => one ?? []);
  const restored = await restoreInPlace(ports, path.resolve(String(file)), persons, blank);
  if (isFault(restored)) return restored;
  const { manifest, replayed, whole, spent } = restored;
  ports.log.write('restored', { cases: manifest.cases, replayed, whole });
  return { madeAt: manifest.madeAt, cases: manifest.cases, replayed, whole, spent: [...spent] };
}

export type RestoreInput = {
  file?: unknown;
  username?: string;
  password?: string;
  recoveryKey?: string;
  second?: { username: string; password: string };
};

/** Who opens a sealed backup, as its key file says; null for a plain one, and nobody where its key file is none. */
function openersOf({ file, folder }: FoundBackup): { accounts: string[]; recovery: boolean } | null {
  const head = headOf(file);
  if (!Buffer.isBuffer(head)) return null;
  const keys = readKeys(folder, head);
  if (isFault(keys)) return { accounts: [], recovery: false };
  return {
    accounts: keys.accounts.map(({ username }) => username).toSorted(),
    recovery: (keys.recovery ?? []).length > 0,
  };
}

/** A share of a network that is away may take its time to say so: it is not waited for longer. Milliseconds. */
const patience = 4000;

async function isThere(place: string): Promise<boolean> {
  const late = new AbortController();
  const waited = setTimeout(patience, false, { signal: late.signal }).catch(() => false);
  const found = await Promise.race([isPlaceThere(place), waited]);
  late.abort();
  return found;
}

/** Beside the data, where the second place was when the register last opened, and where somebody says. */
export async function roads(ports: Ports, named?: string): Promise<Roads> {
  const home = path.join(ports.dataFolder, besideName);
  const second = findElsewhere(home);
  const asked = named === undefined ? [] : (placesUnder(path.resolve(named)) ?? [path.resolve(named)]);
  const looked = [...new Set([home, ...(second === null ? [] : [second.path]), ...asked])];
  const places = await Promise.all(
    looked.map(async (place) => {
      const there = await isThere(place);
      const had = second?.path === place ? { madeAt: second.madeAt, at: second.at } : null;
      return { path: place, there, had, broken: there ? brokenIn(place) : [] };
    }),
  );
  const all = listBackups(...places.filter(({ there }) => there).map((place) => place.path));
  const lies = ({ folder }: FoundBackup) => path.dirname(folder);
  const beside = listBackups(home);
  const backups = all.map((backup) => {
    const { madeAt, cases, practice, centreName, desk } = backup.manifest;
    const near = all.filter((one) => lies(one) === home || lies(one) === lies(backup));
    const two = isKeptByTwo(near, backup) || (backup.manifest.two ?? null);
    const foreign = otherOffice(beside, backup) !== null;
    const facts = { madeAt, cases, practice, centreName, deskName: desk.name, two };
    return { file: backup.file, place: lies(backup), ...facts, foreign, sealedFor: openersOf(backup) };
  });
  // One's own first; among them the order stays.
  return { places, backups: backups.toSorted((a, b) => Number(a.foreign) - Number(b.foreign)) };
}

function carried({ fault: code, data }: Fault): ORPCError<FaultCode, unknown> {
  return new ORPCError<FaultCode, unknown>(code, {
    message: faultMessage(code, data),
    data,
    status: faultTable[code].status,
  });
}
