import path from 'node:path';
import { root } from '../check/source-files.ts';
import { pack, packageFolder } from './package/pack.ts';

/**
 * `npm run dist`: packs dist/ for this system. Needs the network for the Electron runtime and the makers of installers, which the npm registry
 * does not hold; `-- --electron DIR` names a runtime that is there already.
 */
const at = process.argv.indexOf('--electron');
const electronDist = at === -1 ? undefined : process.argv[at + 1];
await pack({
  target: {
    platform: process.platform === 'win32' ? 'win32' : 'linux',
    arch: process.arch === 'arm64' ? 'arm64' : 'x64',
  },
  stage: path.join(root, 'dist/stage'),
  output: packageFolder,
  ...(electronDist === undefined ? {} : { electronDist: path.resolve(electronDist) }),
});
