import { apologies, apologyPaper } from '../apologies.ts';
import { type Handlers, getSession } from '../handler.ts';

export const apologyHandlers: Pick<Handlers['work'], 'apologies' | 'apologyPaper'> = {
  apologies: (room, input, caller) => apologies(room, input, getSession(caller)),
  apologyPaper: (room, input, caller) => apologyPaper(room, input, getSession(caller)),
};
