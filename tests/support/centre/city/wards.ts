import { cpSync } from 'node:fs';
import path from 'node:path';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import type { ReportAnswer } from '../../../../electron/contract/books/report/report.ts';
import { joinCity, pushNow } from '../../../../electron/desk/centre/city/service.ts';
import { type CityReport, bieu07b } from '../../../../electron/domain/centre/city/bieu-07b.ts';
import { toCivilTime } from '../../../../electron/domain/base/civil-time.ts';
import { cityFigures } from '../../../../electron/exchange/city/owner.ts';
import type { HubBox } from '../../../../electron/exchange/hub/box/box.ts';
import { createTwin } from '../hub/twin.ts';
import { type HubDesk, openHubDesk, twinWay } from '../hub/hub-desks.ts';
import { newFolder } from '../../desk/folder.ts';
import { openTestDesk, password } from '../../desk/test-desk.ts';

/** Wards with a past of their own, and the database of their city. */

/** A ward of invented people with so many files behind it. */
export async function ward(centre: string, seed: number, cases: number, at: number): Promise<HubDesk> {
  const made = openTestDesk({ at: at - 3_600_000 });
  await made.get('office.openPractice', { cases, seed, password });
  made.sit('admin');
  const settings = await made.get('office.settings');
  if (settings.unitCode !== centre)
    await made.get('office.changeSettings', {
      settings: { ...settings, unitCode: centre, caseUnitCode: `H29.${seed}${seed}${seed}` },
      reason: 'đơn vị khác',
    });
  await made.desk.close();
  return openWard(centre, made.folder, seed, at);
}

export function openWard(centre: string, folder: string, seed: number, at: number): HubDesk {
  const desk = openHubDesk(centre, folder, seed + 100, twinWay(createTwin({ centre, now: () => at })));
  desk.clock.at = at;
  return desk;
}

/** The register as it lies there now, in another folder. */
export function copyOf(folder: string): string {
  const copy = newFolder();
  for (const name of ['desk.sqlite', 'desk.sqlite-wal'])
    cpSync(path.join(folder, name), path.join(copy, name), { force: true, recursive: false, errorOnExist: false });
  return copy;
}

export async function joinedCity(desk: HubDesk, code: string) {
  const done = await joinCity(desk.context, code);
  if (isFault(done))
    throw new Error(`${desk.name} does not join: ${JSON.stringify(done)} ${JSON.stringify(desk.log.at(-1))}`);
  return done;
}

/** A day is told when it is over: the next morning. */
export async function pushed(desk: HubDesk) {
  desk.clock.at += 86_400_000;
  const done = await pushNow(desk.context);
  if (isFault(done))
    throw new Error(`${desk.name} sends nothing: ${JSON.stringify(done)} ${JSON.stringify(desk.log.at(-1))}`);
  return done;
}

export type Days = { readonly from: string; readonly to: string };

/** The wards of tests live at times of their own: every period is over. */
const afterAll = Date.parse('2031-01-01T00:00:00+07:00');

export async function cityReport(box: HubBox, days: Days): Promise<CityReport> {
  const { now, ...counted } = await cityFigures(box.owner, days, afterAll);
  return bieu07b(counted, {
    period: { ...days, sendBy: `${days.to.slice(0, 8)}20` },
    madeAt: toCivilTime(now),
    nameOf: (code) => code,
  });
}

export async function wardReport(desk: HubDesk, report: '07a' | '766', days: Days): Promise<ReportAnswer> {
  return (await desk.get('supervisor', 'report.make', { report, ...days })) as ReportAnswer;
}
