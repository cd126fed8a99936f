import { build } from 'electron-builder';
import { root } from '../check/source-files.ts';
import { packageConfiguration } from './package.ts';

/** `npm run dist`: packs dist/ for this system. Needs the network for the Electron runtime, which the npm registry does not hold. */
const { directories, files, asarUnpack, ...rest } = packageConfiguration;
const config = { ...rest, directories, files: [...files], asarUnpack: [...asarUnpack] };
await build({ projectDir: root, publish: 'never', config: structuredClone(config) as never });
