import { takeSecrets } from '../secrets.ts';

/**
 * What the packed program is started as: with `--cli` the command line, without a window and without one line of Electron; else the desk in
 * its window. Each is loaded only where it is meant.
 */
// Whatever is made is the owner's alone; a register is of persons.
process.umask(0o077);
const env = takeSecrets();
const words = process.argv.slice(1);
const asked = words.indexOf('--cli');
if (asked === -1) await import('./desk-window.ts');
else await (await import('../command-line/packed.ts')).runPacked(words.slice(asked + 1), env);
