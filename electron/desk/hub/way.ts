import { HubFault } from '../../exchange/hub/link.ts';
import type { HubWay } from '../core/ports.ts';

/** The way to a hub over the network. Nothing of it is loaded before somebody joins a centre: an island knows no PostgreSQL. */
export const hubWay: HubWay = {
  readCode: async (text) => (await import('../../exchange/hub/code.ts')).readCode(text),
  newSecret: () => Promise.reject(new HubFault('hub-away')),
  spendCode: () => Promise.reject(new HubFault('hub-away')),
  openLink: () => Promise.reject(new HubFault('hub-away')),
};
