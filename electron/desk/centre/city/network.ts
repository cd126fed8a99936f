import type { CityWay } from '../../core/ports.ts';

/** The way to a city's database over the network. Nothing of it is loaded before somebody joins one. */
export const cityWay: CityWay = {
  readCode: async (text) => (await import('../../../exchange/city/code.ts')).readCityCode(text),
  newSecret: async () => (await import('../../../exchange/hub/scram.ts')).newSecret(),
  spendCode: async (place, newWord) => (await import('../../../exchange/hub/postgres.ts')).spendCode(place, newWord),
  openCity: async (place) => (await import('../../../exchange/city/postgres.ts')).openCity(place),
};
