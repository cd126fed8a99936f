import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Contract } from '../../electron/contract/contract.ts';
import type * as FakeElectron from '../shell/electron/fake-electron.ts';

/**
 * A process of its own that works at an unpacked desk, as its window would: `node work-at-it.ts ROOT DATA`. ROOT holds what a package holds and
 * nothing else; in the place of the runtime stands the fake that tests the shell. Everything is asked over the port of the page. The answer is one
 * JSON line.
 */
const [root = '', data = ''] = process.argv.slice(2);
const password = 'thực hành 2026';

/** A module `electron` for the unpacked files, above them as the runtime is: it is the same module that is imported here. */
const fakeFile = path.join(import.meta.dirname, '../shell/electron/fake-electron.ts');
const place = path.join(root, '..', 'node_modules/electron');
mkdirSync(place, { recursive: true });
writeFileSync(path.join(place, 'package.json'), '{"name":"electron","type":"module","exports":"./index.js"}');
writeFileSync(path.join(place, 'index.js'), `export * from ${JSON.stringify(pathToFileURL(fakeFile).href)};\n`);

const fake = (await import(pathToFileURL(fakeFile).href)) as typeof FakeElectron;
fake.app.appPath = root;
process.argv = ['mot-cua-desk', '--data', data];
await import(pathToFileURL(path.join(root, 'dist/electron/main.js')).href);
fake.app.becomeReady();
await new Promise((resolve) => setImmediate(resolve));

const served = fake.session.defaultSession.served.get('desk');
if (served === undefined) throw new Error(`the desk did not open: ${fake.events.join(', ')}`);
const fetchOwn = async (url: string) => {
  const answer = await served(new Request(new URL(url, 'desk://app/')));
  return { status: answer.status, text: await answer.text() };
};
const page = await fetchOwn('/');
const parts = [...page.text.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, part = '']) => part);
const styles = parts.find((part) => part.endsWith('.css')) ?? '';
const fonts = [...(await fetchOwn(styles)).text.matchAll(/url\((?:\.\.\/)?(fonts\/[^)]+)\)/g)].map(
  ([, font = '']) => font,
);
const missing = [];
for (const part of [...parts, ...fonts]) if ((await fetchOwn(part)).status !== 200) missing.push(part);

const [window] = fake.BrowserWindow.all;
if (window === undefined) throw new Error('there is no window');
const { webContents } = window;
fake.ipcMain.handlers.get('desk-port')?.({ sender: webContents, senderFrame: webContents.mainFrame });
const port = webContents.mainFrame.posted.at(-1)?.ports[0];
if (port === undefined) throw new Error('the page was given no port');
const desk: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port }));

await desk.office.openPractice({ cases: 12, seed: 1, password });
await desk.account.signIn({ username: 'clerk', password });
const received = await desk.case.receive({
  procedureCode: '1.001193',
  channel: 'direct',
  applicant: {
    kind: 'citizen',
    fullName: 'NGUYỄN THỊ ĐẶNG ÁNH',
    idNumber: '079190001234',
    dateOfBirth: '1990-03-04',
    sex: 'female',
    address: '12 Lê Lợi, Phường Cát Lái',
  },
  submitter: null,
  components: [{ index: 0, originals: 1, copies: 0 }],
  quantity: 1,
  resultDelivery: { kind: 'desk' },
  print: false,
  requestId: '0199c7e2-7c1a-4b3e-9b1a-00000000aaaa',
});
const { documentId } = await desk.paper.render({ caseId: received.caseId, form: 'mau-01' });
const paper = await desk.paper.download({ documentId });
const day = received.acceptedAt.slice(0, 10);
const workbook = await desk.register.file({ from: day, to: day, format: 'xlsx' });
const found = await desk.case.search({ text: 'dang anh' });

const gone = Promise.withResolvers<void>();
const looking = setInterval(() => fake.events.includes('gone') && gone.resolve(), 20);
fake.app.quit();
await gone.promise;
clearInterval(looking);

process.stdout.write(
  `${JSON.stringify({
    page: page.status,
    parts: parts.length,
    fonts: fonts.length,
    missing,
    number: received.number.local,
    hits: found.hits.length,
    pdf: paper.base64,
    workbook: workbook.base64,
    // The driver that answered: from where it was loaded.
    driver: Object.keys(createRequire(path.join(root, 'x.js')).cache).filter((file) => file.endsWith('.node')),
  })}\n`,
);
process.exit(0);
