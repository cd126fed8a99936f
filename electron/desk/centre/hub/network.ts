import type { HubWay } from '../../core/ports.ts';

/** The way to a hub over the network. Nothing of it is loaded before somebody joins a centre: an island knows no PostgreSQL. */
export const hubWay: HubWay = {
  readCode: async (text) => (await import('../../../exchange/hub/code.ts')).readCode(text),
  newSecret: async () => (await import('../../../exchange/hub/scram.ts')).newSecret(),
  spendCode: async (place, newWord) => (await import('../../../exchange/hub/postgres.ts')).spendCode(place, newWord),
  openLink: async (place) => (await import('../../../exchange/hub/postgres.ts')).openLink(place),
};
