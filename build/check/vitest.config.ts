import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { mutantPlugin } from '../../tests/support/centre/hub/mutants.ts';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Forked processes, because a native driver in a worker thread takes the whole run with it when it falls. `unit` shares a process
 * between files; `rim` stands in for Electron or listens to the disk, so each of its files has its own. `desk` works through the whole
 * desk with real papers and passwords, file after file in one process; `alone` is of it what watches modules, or starts threads by the hundred;
 * `crash` kills real processes; `hub` runs a PostgreSQL; `packed` packs what was built before it and works at what came out. These belong to `npm test`, not to `npm run check`.
 */
const shared = {
  pool: 'forks',
  // A module with a fault that was put in on purpose is neither taken for the right one out of the cache on the disk, nor left there for whoever runs next.
  fsModuleCache: process.env['HUB_MUTANT'] === undefined,
  // The limits end what hangs, on a busy machine too, where a property of a hundred runs takes its time; they measure nothing.
  testTimeout: 120_000,
  hookTimeout: 120_000,
} as const;
/** Where people sign in. Offices come and go: with room for what is young, a fourteenth of the time goes less into collecting it. */
const signedIn = {
  ...shared,
  setupFiles: ['tests/support/desk/derived-once.ts'],
  execArgv: ['--max-semi-space-size=64'],
};
/** What starts hundreds of processes out of the sources: they read each other's compiled ones, as the command line's own do. A killed one leaves none. */
const ofProcesses = { ...signedIn, env: { NODE_COMPILE_CACHE: path.join(root, 'node_modules/.cache/compile') } };
const hub = 'tests/exchange/{hub,city}/postgres/**/*.test.ts';
const rim = ['tests/shell/electron/**/*.test.ts', 'tests/store/file/opening/witness.test.ts'];
const alone = 'tests/desk/{core/contract-conformance,counter/case/reception/receive-once}.test.ts';
/** Of the shells and the store, what works through a whole office, or through the same file many times; what starts processes, or makes keys out of passwords. */
const offices = [
  'tests/store/{file/disk-full,file/migrate,file/sealed,safety/reader/reader,safety/verify/projections}.test.ts',
  'tests/store/{centre/exchange/{door,orders,apply,doubts},golden/golden,journal/{journal,form-2},file/open}.test.ts',
  'tests/store/{counter/search/{search,search-common},safety/verify/verify-tables,safety/backup/replay}.test.ts',
  'tests/shell/{browser/{attacks,browser-host,browser-window},update/update}.test.ts',
  'tests/shell/command-line/command-line-{office,no-office,process,backup,sealed,accounts,owes}*.test.ts',
  'build/bundle/vite/verifier.test.ts',
  'tests/shell/{look,recovery,command-line/command-line-packs}.test.ts',
  'tests/store/{common/office/key-trust,keys/keys-file}.test.ts',
  'tests/domain/deadline/deadline-zone.test.ts',
];

/** Where nothing is known of a run before, long files are begun by the length of their text: of what is short to read and long to run one core would wait at the end. */
const longer = /\/tests\/desk\/(?:model\/model|centre\/hub\/simulation)\.test\.ts$/;

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const byProject = Map.groupBy(await super.sort(files), ({ project }) => project.name);
    return [...byProject.values()].flatMap((own) => [
      ...own.filter(({ moduleId }) => longer.test(moduleId)),
      ...own.filter(({ moduleId }) => !longer.test(moduleId)),
    ]);
  }
}

export default defineConfig({
  root,
  cacheDir: 'node_modules/.cache/vite-tests',
  test: {
    allowOnly: false,
    fsModuleCache: shared.fsModuleCache,
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    globalSetup: 'tests/support/temporary.ts',
    // Asked for by `npm run check`, which prints it (build/run/domain-coverage.ts).
    coverage: {
      provider: 'v8',
      include: ['electron/domain/**/*.ts'],
      reporter: ['json-summary'],
      reportsDirectory: 'node_modules/.cache/coverage',
    },
    projects: [
      {
        root,
        plugins: process.env['HUB_MUTANT'] === undefined ? [] : [mutantPlugin()],
        test: {
          ...shared,
          name: 'unit',
          isolate: false,
          include: [
            'tests/{contract,domain,disk,store,exchange,renderer,build,shell}/**/*.test.{ts,tsx}',
            'build/**/*.test.ts',
          ],
          exclude: [...offices, ...rim, hub],
        },
      },
      { root, test: { ...shared, name: 'rim', include: rim } },
      {
        root,
        plugins: process.env['HUB_MUTANT'] === undefined ? [] : [mutantPlugin()],
        test: {
          ...signedIn,
          name: 'desk',
          isolate: false,
          include: ['tests/{desk,paper}/**/*.test.ts', ...offices],
          exclude: [alone],
        },
      },
      { root, test: { ...signedIn, name: 'alone', include: [alone] } },
      { root, test: { ...shared, name: 'packed', include: ['tests/packed/**/*.test.ts'] } },
      { root, test: { ...ofProcesses, name: 'hub', isolate: false, include: [hub] } },
      { root, test: { ...ofProcesses, name: 'crash', include: ['tests/crash/**/*.test.ts'] } },
    ],
  },
});
