import { type IncomingMessage, type ServerResponse, request as ask } from 'node:http';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Plugin, type ViteDevServer, createServer } from 'vite';
import { findRefusal, isCall } from '../../electron/shell/browser/gate.ts';
import { root } from '../check/source-files.ts';
import { DevCentre } from './dev-centre.ts';
import { DevDesk } from './dev-desk.ts';

/**
 * `npm run dev`: the screen from its sources with hot reload, over a desk of a practice office, signed in. The desk and its
 * gate are the product's own; what is not is this server between them, which holds the desk's cookie for whoever is on this
 * machine. It therefore listens on loopback only, lets in what the gate would, and opens practice offices only.
 */

/** Of the practice offices made here, unless DESK_PASSWORD names another. */
const ownPassword = 'Quay-Mot-Cua-1';

const usage = `npm run dev -- [--data DIR] [--cases N] [--user NAME] [--port N] [--now TIME]

  --data DIR     thư mục của đơn vị thực hành | the folder of a practice office (.dev/practice)
  --cases N      số hồ sơ khi tạo mới, trong thư mục riêng | cases of a new one, in a folder of its own (.dev/practice-N)
  --user NAME    clerk, officer, supervisor, admin; none: không đăng nhập | nobody is signed in (clerk)
  --centre N     N quầy và một máy chủ trung tâm, mỗi quầy một trang | N desks and a hub, a page for each (.dev/centre-N)
  --port N       cổng của trang | the port of the page (5173, or the next free one)
  --now TIME     giờ của đơn vị thực hành | its clock, such as 2026-12-31T16:55:00+07:00

Đơn vị thực hành chưa có thì được tạo, mật khẩu như DESK_PASSWORD hoặc ${ownPassword}. Ctrl+C dừng cả hai.
The practice office is made where there is none, its password is DESK_PASSWORD or the one above. Ctrl+C ends both.
Sửa tệp trong electron/ thì máy được mở lại. | A change below electron/ starts the desk anew.
`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      cases: { type: 'string' },
      centre: { type: 'string' },
      user: { type: 'string', default: 'clerk' },
      port: { type: 'string', default: '5173' },
      now: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { cases, centre, data, user, port, now, help } = values;
  const counters = Number(centre ?? 0);
  if (!Number.isInteger(counters) || counters < 0 || counters > 9)
    throw new TypeError(`--centre ${centre}: a number from 1 to 9 is needed`);
  const count = Number(cases ?? 60);
  if (!Number.isInteger(count) || count < 0) throw new TypeError(`--cases ${cases}: a whole number is needed`);
  const own = path.join(root, '.dev', cases === undefined ? 'practice' : `practice-${count}`);
  return {
    help,
    port: Number(port),
    counters,
    centreFolder: data ?? path.join(root, '.dev', `centre-${counters}`),
    desk: {
      dataFolder: data ?? own,
      cases: count,
      seed: 1,
      user: user === 'none' ? undefined : user,
      password: process.env['DESK_PASSWORD'] ?? ownPassword,
      now,
    },
  };
}

/** The page's calls go to the desk, with its cookie; every request is held to the gate of the browser shell first. */
function overDesk(desk: DevDesk): Plugin {
  return {
    name: 'over-desk',
    configureServer({ middlewares, httpServer, watcher }) {
      middlewares.use((request, response, next) => {
        const refusal = findRefusal(request, `http://127.0.0.1:${portOf(httpServer)}`);
        if (refusal !== undefined) return send(response, refusal.status, refusal.code);
        if (isCall(request)) return void forward(desk, request, response);
        if (!/^\/(\?|$)/.test(request.url ?? '')) return next();
        return void signInFirst(desk, next);
      });
      let waiting: NodeJS.Timeout | undefined;
      watcher.add(path.join(root, 'electron'));
      watcher.on('all', (_event, file) => {
        if (!file.startsWith(path.join(root, 'electron'))) return;
        clearTimeout(waiting);
        waiting = setTimeout(() => void desk.restart().catch(say), 200);
      });
    },
  };
}

function portOf(server: ViteDevServer['httpServer']): number {
  const address = server?.address() ?? null;
  if (address === null || typeof address === 'string') throw new Error('the page has no port');
  return address.port;
}

/** The page opens signed in, or says itself what is wrong with its desk. */
async function signInFirst(desk: DevDesk, next: () => void): Promise<void> {
  await desk.signIn().catch(say);
  next();
}

async function forward(desk: DevDesk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const { origin, cookie } = await desk.pass();
    const { host } = new URL(origin);
    const headers = { ...request.headers, host, origin, cookie };
    const asked = ask(`${origin}${request.url}`, { method: 'POST', headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    asked.on('error', () => send(response, 502, 'DESK_SILENT'));
    request.pipe(asked);
  } catch (error) {
    say(error);
    send(response, 502, 'DESK_SILENT');
  }
}

function send(response: ServerResponse, status: number, code: string): void {
  if (!response.headersSent) response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(code);
}

function say(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}

const { help, port, counters, centreFolder, desk: options } = readOptions();
if (help) process.stdout.write(usage);
else await serve();

/** One desk, or those of a centre: each is another desk with other cases, joined to the hub that runs beside them. */
async function serve(): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  const centre = counters === 0 ? undefined : new DevCentre(centreFolder);
  const codes = Array.from({ length: counters }, (_, at) => `Q${at + 1}`);
  const desks =
    centre === undefined
      ? [new DevDesk(options)]
      : codes.map((code, at) => new DevDesk({ ...options, dataFolder: path.join(centreFolder, code), seed: at + 1 }));
  const screens: ViteDevServer[] = [];
  try {
    await centre?.start();
    for (const [at, desk] of desks.entries()) {
      await desk.pass();
      if (centre !== undefined) await desk.join(() => centre.codeFor(codes[at] ?? ''));
      await desk.signIn().catch(say);
      const screen = await openPage(desk, port + at);
      screens.push(screen);
      process.stdout.write(`http://127.0.0.1:${portOf(screen.httpServer)}/\n`);
    }
    const folder = centre === undefined ? options.dataFolder : centreFolder;
    process.stderr.write(`${folder} · ${options.user ?? '–'} · ${options.password}\n`);
    await stopped;
  } catch (error) {
    say(error);
    process.exitCode = 1;
  } finally {
    for (const screen of screens) await screen.close();
    for (const desk of desks) await desk.close();
    await centre?.close();
  }
}

async function openPage(desk: DevDesk, port: number): Promise<ViteDevServer> {
  const screen = await createServer({
    configFile: path.join(root, 'build/bundle/vite/vite.renderer.config.ts'),
    logLevel: 'warn',
    plugins: [overDesk(desk)],
    server: { host: '127.0.0.1', port, fs: { allow: [root] } },
  });
  await screen.listen();
  return screen;
}
