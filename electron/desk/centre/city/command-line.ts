import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import type { Client } from '../../core/session/client.ts';
import type { DeskContext } from '../../core/context.ts';
import { notKeeper, refusal } from '../hub/command-line.ts';
import { withHub } from '../hub/service.ts';
import { joinCity, leaveCity, pushNow, told } from './service.ts';

/** What the command line asks for of the city; `client` is who that is, where the register is sealed. */
export type CityByCommand = {
  join(code: string, client: Client): Promise<object | Fault>;
  push(): Promise<object | Fault>;
  leave(client: Client): Promise<object | Fault>;
};

/** Of a centre of several counters its hub is connected for as long. */
export function cityByCommand(deskOf: () => DeskContext | null): CityByCommand {
  const withDesk = async (work: (desk: DeskContext) => Promise<object | Fault>): Promise<object | Fault> => {
    const desk = deskOf();
    return desk === null ? fault('sign-in-required', {}) : (refusal(desk) ?? withHub(desk, () => work(desk)));
  };
  return {
    join: (code, client) => withDesk(async (desk) => notKeeper(desk, client) ?? joinCity(desk, code)),
    push: () =>
      withDesk(async (desk) => {
        const pushed = await pushNow(desk);
        return isFault(pushed) ? pushed : told(pushed);
      }),
    leave: (client) => withDesk(async (desk) => notKeeper(desk, client) ?? (await leaveCity(desk)) ?? { left: true }),
  };
}
