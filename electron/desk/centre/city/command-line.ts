import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import type { Client } from '../../core/session/client.ts';
import type { DeskContext } from '../../core/context.ts';
import { type TwoSaid, decideByTwo } from '../../common/office/two-persons.ts';
import { linkDecided, notKeeper, refusal } from '../hub/command-line.ts';
import { withHub } from '../hub/service.ts';
import { joinCity, leaveCity, pushNow, told } from './service.ts';

/** What the command line asks for of the city; `client` is who that is, where the register is sealed. */
export type CityByCommand = {
  join(code: string, client: Client, said: TwoSaid): Promise<object | Fault>;
  push(): Promise<object | Fault>;
  leave(client: Client, said: TwoSaid): Promise<object | Fault>;
};

/** Of a centre of several counters its hub is connected for as long. */
export function cityByCommand(deskOf: () => DeskContext | null): CityByCommand {
  const withDesk = async (work: (desk: DeskContext) => Promise<object | Fault>): Promise<object | Fault> => {
    const desk = deskOf();
    return desk === null ? fault('sign-in-required', {}) : (refusal(desk) ?? withHub(desk, () => work(desk)));
  };
  return {
    join: (code, client, said) =>
      withDesk(
        async (desk) =>
          notKeeper(desk, client) ??
          decideByTwo(desk, client.session, said, linkDecided(desk, 'city', 'join'), (keep) =>
            joinCity(desk, code, keep),
          ),
      ),
    push: () =>
      withDesk(async (desk) => {
        const pushed = await pushNow(desk);
        return isFault(pushed) ? pushed : told(pushed);
      }),
    leave: (client, said) =>
      withDesk(async (desk) => {
        const refused = notKeeper(desk, client);
        if (refused !== null) return refused;
        const left = await decideByTwo(desk, client.session, said, linkDecided(desk, 'city', 'leave'), (keep) =>
          leaveCity(desk, keep),
        );
        return left ?? { left: true };
      }),
  };
}
