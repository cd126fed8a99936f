import { enableCompileCache } from 'node:module';
import path from 'node:path';

// The desk is read as TypeScript on every start; what was compiled once is kept: a third less work before the first answer.
const root = path.resolve(import.meta.dirname, import.meta.url.endsWith('.ts') ? '../../..' : '../..');
enableCompileCache(path.join(root, 'node_modules/.cache/compile'));
const { runInProcess } = await import('./process.ts');
const { takeSecrets } = await import('../secrets.ts');

// Whatever is made is the owner's alone; a register is of persons.
process.umask(0o077);
const env = takeSecrets();
process.exitCode = await runInProcess(process.argv.slice(2), env);
