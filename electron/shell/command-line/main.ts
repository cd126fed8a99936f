import { enableCompileCache } from 'node:module';
import path from 'node:path';

// The desk is read as TypeScript on every start; what was compiled once is kept: a third less work before the first answer.
enableCompileCache(path.resolve(import.meta.dirname, '../../../node_modules/.cache/compile'));
const { runCommandLine } = await import('./run.ts');
const { takeSecrets } = await import('../secrets.ts');

// Whatever is made is the owner's alone; a register is of persons.
process.umask(0o077);
const stopped = new AbortController();
const { stdin, stdout, stderr } = process;
const env = takeSecrets();

// Ctrl+C ends what waits (the host, the next line of a batch); what is being committed is committed.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    stopped.abort();
    stdin.destroy();
  });
}
// Whoever read the answers has gone, as `| head` does: no more of them are made.
stdout.on('error', () => {
  stopped.abort();
  stdin.destroy();
});

process.exitCode = await runCommandLine(process.argv.slice(2), { stdin, stdout, stderr, env, stop: stopped.signal });
// A pipe that was never read to its end would keep the process alive.
stdin.destroy();
