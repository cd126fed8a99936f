import { desk, queries } from '../../desk/client.ts';

/** Money that moved is seen in the till, the case, its papers and the day at once. */
export function refreshMoney(): void {
  for (const group of [desk.till, desk.money, desk.case, desk.print, desk.paper]) {
    void queries.invalidateQueries({ queryKey: group.key() });
  }
}
