import { type Fault, fault, isFault } from '../../contract/base/fault.ts';
import type { Client } from '../core/client.ts';
import type { DeskContext } from '../core/context.ts';
import { notKeeper, refusal } from '../hub/by-hand.ts';
import { withHub } from '../hub/service.ts';
import { joinCity, leaveCity, pushNow, told } from './service.ts';

/** As the command line asks for it; `client` is who that is, where the register is sealed. Of a centre of several counters its hub is connected for as long. */

export async function joinCityByHand(desk: DeskContext | null, code: string, client: Client): Promise<object | Fault> {
  if (desk === null) return fault('sign-in-required', {});
  return refusal(desk) ?? notKeeper(desk, client) ?? withHub(desk, () => joinCity(desk, code));
}

export async function leaveCityByHand(desk: DeskContext | null, client: Client): Promise<object | Fault> {
  if (desk === null) return fault('sign-in-required', {});
  return (
    refusal(desk) ?? notKeeper(desk, client) ?? withHub(desk, async () => (await leaveCity(desk)) ?? { left: true })
  );
}

export async function pushCityByHand(desk: DeskContext | null): Promise<object | Fault> {
  if (desk === null) return fault('sign-in-required', {});
  return (
    refusal(desk) ??
    withHub(desk, async () => {
      const pushed = await pushNow(desk);
      return isFault(pushed) ? pushed : told(pushed);
    })
  );
}
