import type { Handlers } from './handler.ts';
import { accountHandlers } from './handlers/account.ts';
import { apologyHandlers } from './handlers/apology.ts';
import { bundleHandlers } from './handlers/bundle.ts';
import { caseHandlers } from './handlers/case.ts';
import { citizenCardHandlers, personHandlers } from './handlers/person.ts';
import { draftHandlers } from './handlers/draft.ts';
import { handOverHandlers } from './handlers/hand-over.ts';
import { intakeHandlers } from './handlers/intake.ts';
import { kitHandlers } from './handlers/kit.ts';
import { moneyHandlers } from './handlers/money.ts';
import { officeHandlers } from './handlers/office.ts';
import { paperHandlers } from './handlers/paper.ts';
import { printHandlers } from './handlers/print.ts';
import { deadlineHandlers, procedureHandlers, textHandlers } from './handlers/procedure.ts';
import { processHandlers } from './handlers/process.ts';
import { registerHandlers } from './handlers/register.ts';
import { systemHandlers } from './handlers/system.ts';
import { tillHandlers } from './handlers/till.ts';
import { workHandlers } from './handlers/work.ts';

export const handlers: Handlers = {
  account: accountHandlers,
  bundle: bundleHandlers,
  case: caseHandlers,
  citizenCard: citizenCardHandlers,
  deadline: deadlineHandlers,
  draft: draftHandlers,
  handOver: handOverHandlers,
  intake: intakeHandlers,
  kit: kitHandlers,
  money: moneyHandlers,
  office: officeHandlers,
  paper: paperHandlers,
  person: personHandlers,
  print: printHandlers,
  procedure: { ...procedureHandlers, ...processHandlers },
  register: registerHandlers,
  system: systemHandlers,
  text: textHandlers,
  till: tillHandlers,
  work: { ...workHandlers, ...apologyHandlers },
};
