import { apology } from './apology.ts';
import { bundles } from './screens/routing/bundles.ts';
import { caseFile } from './screens/counter/case.ts';
import { cash } from './screens/counter/cash.ts';
import { certification } from './screens/counter/certification.ts';
import { catalogue } from './screens/catalogue.ts';
import { dataPacks } from './screens/data-packs.ts';
import { common } from './common.ts';
import { conflicts } from './screens/counter/conflict.ts';
import { correction } from './screens/counter/correction.ts';
import { data } from './screens/safety/data.ts';
import { savedFilterTexts } from './saved-filters.ts';
import { find } from './screens/counter/find.ts';
import { firstRun } from './screens/common/first-run.ts';
import { frame } from './frame.ts';
import { handOver } from './screens/routing/hand-over.ts';
import { holding } from './holding.ts';
import { city } from './screens/centre/city.ts';
import { hub } from './screens/centre/hub.ts';
import { intake } from './screens/counter/intake.ts';
import { keys } from './screens/common/keys.ts';
import { kit } from './screens/counter/kit.ts';
import { lessonTexts } from './screens/common/lessons.ts';
import { log } from './screens/common/log.ts';
import { myWork } from './screens/counter/my-work.ts';
import { office } from './screens/common/office.ts';
import { ownFieldsTexts } from './screens/counter/own-fields.ts';
import { people } from './screens/common/people.ts';
import { person } from './screens/common/person.ts';
import { petition } from './screens/counter/petition.ts';
import { printTray } from './screens/common/print-tray.ts';
import { printers } from './printers.ts';
import { privacy } from './screens/safety/privacy.ts';
import { reception } from './screens/counter/reception.ts';
import { receipt } from './screens/counter/receipt.ts';
import { recovery } from './screens/safety/recovery.ts';
import { register } from './screens/books/register.ts';
import { cut } from './screens/books/cut.ts';
import { index766 } from './screens/books/index-766.ts';
import { delegation } from './screens/common/delegation.ts';
import { wall } from './screens/counter/wall.ts';
import { report } from './screens/books/report.ts';
import { returnResults } from './screens/counter/return-results.ts';
import { scanner } from './scanner.ts';
import { signIn } from './screens/common/sign-in.ts';
import { spare } from './screens/safety/spare.ts';

/** Every visible word, a file a screen, both languages side by side. Vietnamese is the measure: English must have the same shape. */
export const vi = {
  apology: apology.vi,
  bundles: bundles.vi,
  caseFile: caseFile.vi,
  cash: cash.vi,
  certification: certification.vi,
  catalogue: catalogue.vi,
  dataPacks: dataPacks.vi,
  common: common.vi,
  conflict: conflicts.vi,
  correction: correction.vi,
  data: data.vi,
  savedFilters: savedFilterTexts.vi,
  find: find.vi,
  firstRun: firstRun.vi,
  frame: frame.vi,
  handOver: handOver.vi,
  holding: holding.vi,
  city: city.vi,
  hub: hub.vi,
  intake: intake.vi,
  keys: keys.vi,
  kit: kit.vi,
  lessons: lessonTexts.vi,
  log: log.vi,
  myWork: myWork.vi,
  office: office.vi,
  ownFields: ownFieldsTexts.vi,
  people: people.vi,
  person: person.vi,
  petition: petition.vi,
  printTray: printTray.vi,
  printers: printers.vi,
  privacy: privacy.vi,
  reception: reception.vi,
  receipt: receipt.vi,
  recovery: recovery.vi,
  register: register.vi,
  cut: cut.vi,
  index766: index766.vi,
  wall: wall.vi,
  delegation: delegation.vi,
  report: report.vi,
  returnResults: returnResults.vi,
  scanner: scanner.vi,
  signIn: signIn.vi,
  spare: spare.vi,
};

export type Texts = typeof vi;

const en: Texts = {
  apology: apology.en,
  bundles: bundles.en,
  caseFile: caseFile.en,
  cash: cash.en,
  certification: certification.en,
  catalogue: catalogue.en,
  dataPacks: dataPacks.en,
  common: common.en,
  conflict: conflicts.en,
  correction: correction.en,
  data: data.en,
  savedFilters: savedFilterTexts.en,
  find: find.en,
  firstRun: firstRun.en,
  frame: frame.en,
  handOver: handOver.en,
  holding: holding.en,
  city: city.en,
  hub: hub.en,
  intake: intake.en,
  keys: keys.en,
  kit: kit.en,
  lessons: lessonTexts.en,
  log: log.en,
  myWork: myWork.en,
  office: office.en,
  ownFields: ownFieldsTexts.en,
  people: people.en,
  person: person.en,
  petition: petition.en,
  printTray: printTray.en,
  printers: printers.en,
  privacy: privacy.en,
  reception: reception.en,
  receipt: receipt.en,
  recovery: recovery.en,
  register: register.en,
  cut: cut.en,
  index766: index766.en,
  wall: wall.en,
  delegation: delegation.en,
  report: report.en,
  returnResults: returnResults.en,
  scanner: scanner.en,
  signIn: signIn.en,
  spare: spare.en,
};

export const texts: Record<'vi' | 'en', Texts> = { vi, en };
