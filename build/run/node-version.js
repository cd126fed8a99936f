import module from 'node:module';
import { fileURLToPath } from 'node:url';

// Loaded with `node --import` before any TypeScript, and therefore JavaScript itself: an older Node could not even read a .ts file.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Một Cửa Desk needs Node 22.18 or newer; this is ${process.versions.node}. ` +
      `Run «npm ci», which brings Node 24 on Linux and Windows, and start with «npm run», or install Node 24.\n`,
  );
  process.exit(2);
}

// From the first TypeScript on, which is why it stands here: a start that finds all of it compiled does not even load the compiler.
module.enableCompileCache?.(fileURLToPath(new URL('../../node_modules/.cache/compile', import.meta.url)));
