import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { isFault } from '../contract/base/fault.ts';
import { missingRegister } from '../desk/core/register-file.ts';
import { incomingTo, movedFrom, takeOver } from '../desk/opening/take-over.ts';
import { witnessFiles } from '../desk/core/witness-place.ts';
import { type Machine, defaultDataFolder, defaultMachineFolder, machineFolderOf, sharedDataFolder } from './places.ts';

type Both = { readonly vi: string; readonly en: string };

export type DataPlace =
  /** `profileFolder`: where the window keeps what is this account's own. `said`: what whoever starts it has to know. */
  { readonly dataFolder: string; readonly profileFolder: string; readonly said?: Both } | { readonly refused: Both };

/** The folders a machine offers; tests bring their own. */
export type Folders = {
  readonly account: string;
  readonly shared: string | null;
  /** Where the witness of a data folder stands. */
  readonly witness: (dataFolder: string) => string;
  readonly mayWrite: (folder: string) => boolean;
};

export function foldersOf(machine?: Machine): Folders {
  return {
    account: defaultDataFolder(machine),
    shared: sharedDataFolder(machine),
    witness: (dataFolder) => {
      const machineFolder =
        dataFolder === sharedDataFolder(machine) ? machineFolderOf(dataFolder, machine) : defaultMachineFolder(machine);
      return witnessFiles({ dataFolder, machineFolder }).real;
    },
    mayWrite,
  };
}

/**
 * The data folder of this machine where none is named. One register for a machine: where there is a folder for all accounts, that one, and an
 * older register in this account's own folder moves into it; two registers are never opened by turns, for both would give the same numbers.
 * With `move` false nothing is moved: for a command, which is not the time.
 */
export function findDataPlace(folders: Folders, move = true): DataPlace {
  const { account, shared } = folders;
  const gone = movedFrom(account);
  const own = gone === null && hasRegister(account);
  if (shared === null || !existsSync(shared)) {
    return gone === null ? { dataFolder: account, profileFolder: account } : { refused: movedAway(account, gone) };
  }
  if (!folders.mayWrite(shared)) return { refused: noRight(shared) };
  const incoming = incomingTo(shared);
  const isOurs = incoming !== null && (incoming.from === account || (incoming.from === undefined && own));
  if (incoming !== null && !isOurs) return { refused: onItsWay(shared, incoming.from) };
  if (incoming === null && hasRegister(shared))
    return own ? { refused: two(account, shared) } : { dataFolder: shared, profileFolder: account };
  if (!own && incoming === null) return { dataFolder: shared, profileFolder: account };
  if (!move) return { refused: notYet(account, shared) };
  const refused = takeOver({
    from: account,
    to: shared,
    witness: { from: folders.witness(account), to: folders.witness(shared) },
  });
  if (isFault(refused)) return { refused: notMoved(account, shared, JSON.stringify(refused.data)) };
  return { dataFolder: shared, profileFolder: account, said: moved(account, shared) };
}

/** Where the data are, for whoever starts the program at a terminal: what is backed up, and what is never removed. */
export function dataLine(dataFolder: string): string {
  return `Dữ liệu ở | The data are in: ${path.resolve(dataFolder)}\n`;
}

function hasRegister(folder: string): boolean {
  return missingRegister(folder) === null;
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const two = (account: string, shared: string): Both => ({
  vi: `Máy này có hai sổ: của cả máy ở ${shared}, của riêng tài khoản này ở ${account}. Hai sổ sẽ cấp trùng số, nên không mở sổ nào. Gọi bộ phận CNTT: xem từng sổ bằng --data, giữ một sổ, chuyển thư mục kia đi nơi khác.`,
  en: `This computer has two registers: the machine's in ${shared}, this account's own in ${account}. Both would give the same numbers, so neither is opened. Call IT: look at each with --data, keep one, move the other folder away.`,
});

const noRight = (shared: string): Both => ({
  vi: `Sổ của máy này ở ${shared}, nhưng tài khoản Windows hoặc Linux này không có quyền vào đó. Gọi bộ phận CNTT thêm tài khoản vào nhóm của Một Cửa Desk; không mở sổ khác.`,
  en: `The register of this computer is in ${shared}, and this account of the system has no right to it. Ask IT to add the account to the group of Một Cửa Desk; no other register is opened.`,
});

const onItsWay = (shared: string, from: string | undefined): Both => ({
  vi: `Sổ đang được chuyển vào ${shared}${from === undefined ? '' : ` từ ${from}`} và chưa xong. Mở chương trình bằng tài khoản đã bắt đầu việc đó.`,
  en: `A register is on its way into ${shared}${from === undefined ? '' : ` from ${from}`} and not there yet. Start the program with the account that began it.`,
});

const movedAway = (account: string, to: string): Both => ({
  vi: `Sổ của tài khoản này đã được chuyển đến ${to}, nhưng thư mục đó không còn. Không mở lại sổ cũ ở ${account}: số đã cấp sau khi chuyển sẽ bị cấp lại. Gọi bộ phận CNTT.`,
  en: `The register of this account was moved to ${to}, and that folder is not there any more. The old one in ${account} is not opened: numbers given since would be given again. Call IT.`,
});

const notYet = (account: string, shared: string): Both => ({
  vi: `Sổ còn ở ${account} và chưa chuyển vào ${shared}. Mở chương trình một lần, hoặc nêu --data.`,
  en: `The register is still in ${account} and has not moved into ${shared}. Start the program once, or name --data.`,
});

const notMoved = (account: string, shared: string, reason: string): Both => ({
  vi: `Chưa chuyển được sổ từ ${account} vào ${shared} (${reason}). Không mất gì; đóng mọi cửa sổ của Một Cửa Desk rồi mở lại.`,
  en: `The register could not be moved from ${account} into ${shared} (${reason}). Nothing is lost; close every window of Một Cửa Desk and start again.`,
});

const moved = (account: string, shared: string): Both => ({
  vi: `Sổ của tài khoản này đã được chuyển vào thư mục chung của máy: ${shared}. Mọi tài khoản trong nhóm của Một Cửa Desk từ nay làm việc trên một sổ. Bản cũ ở ${path.resolve(account)} không còn được mở; bộ phận CNTT xóa nó sau khi đã sao lưu.`,
  en: `The register of this account was moved into the folder of the machine: ${shared}. From now on all accounts in the group of Một Cửa Desk work in one register. The old copy in ${path.resolve(account)} is not opened any more; IT removes it once a backup is made.`,
});
