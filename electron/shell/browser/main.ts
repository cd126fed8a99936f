import { type DataPlace, dataLine, findDataPlace, foldersOf } from '../data-place.ts';
import { openDoor } from '../desk-door.ts';
import { nodePorts } from '../node-ports.ts';
import { placesBelow, sourceRoot } from '../places.ts';
import { readStartOptions, startHelp, unknownOption } from '../start-options.ts';
import { openWindow } from './open-window.ts';
import { takeSecrets } from '../secrets.ts';
import { createHost } from './serve.ts';

/** The desk in the machine's own browser, where the Electron runtime is not. Ends with its window, or when told. */
// Whatever is made is the owner's alone; a register is of persons.
process.umask(0o077);
// A window asks for passwords itself; one that was left in the environment is handed to no child.
takeSecrets();
const unknown = unknownOption(process.argv.slice(2));
if (unknown !== null) {
  if (unknown === 'help') process.stdout.write(startHelp);
  else process.stderr.write(`Không có tùy chọn ${unknown}.\nThere is no option ${unknown}.\n${startHelp}`);
  process.exit(unknown === 'help' ? 0 : 2);
}
const { port, open, ...named } = readStartOptions(process.argv.slice(2));
if (port === null) {
  process.stderr.write('--port cần một số từ 0 đến 65535.\n--port needs a number from 0 to 65535.\n');
  process.exit(2);
}
const found: DataPlace = named.isNamed
  ? { dataFolder: named.dataFolder, profileFolder: named.dataFolder }
  : findDataPlace(foldersOf());
if ('refused' in found) {
  process.stderr.write(`${found.refused.vi}\n${found.refused.en}\n`);
  process.exit(1);
}
const { dataFolder, profileFolder, said } = found;
process.stderr.write(dataLine(dataFolder));
if (said !== undefined) process.stderr.write(`${said.vi}\n${said.en}\n`);
const { rendererFolder, ...places } = placesBelow(sourceRoot);
const ports = nodePorts({ dataFolder, ...places, opener: 'window' });
const door = openDoor(ports);
const host = await createHost(door, { rendererFolder, port, log: ports.log });
process.stdout.write(`${JSON.stringify({ url: host.url })}\n`);

const told = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
});
const window = open ? openWindow(host.url, profileFolder) : undefined;
if (open && window === undefined) sayNoWindow('Không tìm thấy trình duyệt.', 'No browser was found.');
void window?.failed.then(() =>
  sayNoWindow('Trình duyệt không mở được cửa sổ.', 'The browser could not open a window.'),
);

await (window === undefined ? told : Promise.race([told, window.closed]));
window?.close();
await host.close();
await door.close();

function sayNoWindow(vi: string, en: string): void {
  process.stderr.write(
    `${vi} Mở liên kết ở trên bằng trình duyệt của máy.\n${en} Open the link above in a browser on this machine.\n`,
  );
}
