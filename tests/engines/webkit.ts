/**
 * WebKit, the engine of Safari, as WebKitGTK with its small browser, on a screen that nobody sees. It is driven by
 * the W3C WebDriver protocol.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ANSWER_MS,
  begin,
  discard,
  type Driver,
  end,
  type Engine,
  START_MS,
  until,
  within,
} from './driver.ts';

/** How WebDriver names an element in JSON (W3C WebDriver, “Elements”). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** How WebDriver writes the keys that are no letter (W3C WebDriver, “Keyboard actions”). */
const KEYS: Record<string, string> = {
  Escape: '\uE00C',
  Enter: '\uE007',
  Tab: '\uE004',
  Control: '\uE009',
  Shift: '\uE008',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};
/** No graphics card, no message bus, and nothing of the desktop of whoever runs this. */
const PLAIN = {
  GDK_BACKEND: 'x11',
  LIBGL_ALWAYS_SOFTWARE: '1',
  WEBKIT_DISABLE_DMABUF_RENDERER: '1',
  NO_AT_BRIDGE: '1',
  GTK_A11Y: 'none',
  DBUS_SESSION_BUS_ADDRESS: 'disabled:',
  LANG: 'C.UTF-8',
  LANGUAGE: 'nl_BE:nl',
};

/** The tool bar of the browser would keep its window wider than a phone. */
const SMALL_WINDOW = `
  button, entry, image, box, toolbar, toolitem {
    min-width: 0; min-height: 0; margin: 0; padding: 0; border: 0; font-size: 1px; -gtk-icon-source: none;
  }`;

/** WebKit by the programs found; `port` is where it is driven. */
export function webkit({ driver, browser, display }: Programs, port: number): Engine {
  return { name: 'WebKit', tellsFaults: false, start: () => start(driver, browser, display, port) };
}
/** The programs of WebKitGTK: what drives, what is driven, and what gives it a screen. */
export interface Programs {
  driver: string;
  browser: string;
  display: string;
}

async function start(program: string, browser: string, display: string, port: number): Promise<Driver> {
  const screen = begin(
    display,
    ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'],
    process.env,
    'pipe',
  );
  const number = await within(
    START_MS,
    'start a screen',
    () => end(screen),
    new Promise<string>((done, fail) => {
      screen.stdio[3]?.on('data', (text: Buffer) => done(String(text).trim()));
      screen.on('error', fail);
      screen.on('exit', () => fail(new Error('The screen (Xvfb) ended at its start.')));
    }),
  );
  const settings = mkdtempSync(join(tmpdir(), 'webkit-'));
  mkdirSync(join(settings, 'gtk-3.0'));
  writeFileSync(join(settings, 'gtk-3.0/gtk.css'), SMALL_WINDOW);
  const server = begin(program, [`--port=${port}`], {
    ...process.env,
    ...PLAIN,
    DISPLAY: `:${number}`,
    XDG_CONFIG_HOME: settings,
  });
  let living = true;
  const stop = (): void => {
    living = false;
    end(server);
    end(screen);
    discard(settings);
  };

  async function send(method: string, path: string, body?: unknown, ms = ANSWER_MS): Promise<unknown> {
    const asked = fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
    }).then(async (answer) => ({
      ok: answer.ok,
      value: ((await answer.json()) as { value: unknown }).value,
    }));
    const { ok, value } = await within(ms, `${method} ${path}`, stop, asked);
    if (ok) return value;
    const { error, message } = value as { error: string; message: string };
    throw new Error(`${error}: ${message}`);
  }

  let session = '';
  const post = (path: string, body?: unknown): Promise<unknown> =>
    send('POST', `/session/${session}${path}`, body);
  async function open(): Promise<void> {
    const { sessionId } = (await send(
      'POST',
      '/session',
      {
        capabilities: {
          alwaysMatch: {
            browserName: 'MiniBrowser',
            timeouts: { implicit: 0, pageLoad: ANSWER_MS - 5000, script: ANSWER_MS - 5000 },
            'webkitgtk:browserOptions': {
              binary: browser,
              args: ['--automation'],
            },
          },
        },
      },
      START_MS,
    )) as { sessionId: string };
    session = sessionId;
  }
  async function run<Args extends unknown[], Result>(
    work: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    const answer = await post('/execute/async', {
      // As text: what drivers make of objects differs.
      script: `const done = arguments[arguments.length - 1];
        Promise.resolve().then(() => (${work.toString()})(...JSON.parse(arguments[0])))
          .then((value) => done(JSON.stringify({ value })), (error) => done(JSON.stringify({ error: String(error) })));`,
      args: [JSON.stringify(args)],
    });
    const { value, error } = JSON.parse(String(answer)) as { value: Result; error?: string };
    if (error !== undefined) throw new Error(error);
    return value;
  }
  const find = async (selector: string): Promise<string> => {
    const found = (await post('/element', { using: 'css selector', value: selector })) as Record<
      string,
      string
    >;
    return found[ELEMENT] ?? '';
  };

  try {
    await until(START_MS, () => send('GET', '/status'));
    await open();
  } catch (error) {
    stop();
    throw error;
  }
  return {
    goto: async (address) => void (await post('/url', { url: address })),
    reload: async () => void (await post('/refresh')),
    run,
    click: async (selector) => void (await post(`/element/${await find(selector)}/click`)),
    choose: async (selector, value) =>
      void (await post(`/element/${await find(`${selector} option[value="${value}"]`)}/click`)),
    async type(text) {
      const active = (await send('GET', `/session/${session}/element/active`)) as Record<string, string>;
      await post(`/element/${active[ELEMENT]}/value`, { text });
    },
    async press(key) {
      const keys = key.split(/(?<=.)\+/).map((one) => KEYS[one] ?? one);
      await post('/actions', {
        actions: [
          {
            type: 'key',
            id: 'keyboard',
            actions: [
              ...keys.map((value) => ({ type: 'keyDown', value })),
              ...keys.reverse().map((value) => ({ type: 'keyUp', value })),
            ],
          },
        ],
      });
    },
    async resize(width, height) {
      // The window has a frame and a tool bar, the page sees what is left.
      for (let tries = 0; tries < 3; tries += 1) {
        const rect = (await send('GET', `/session/${session}/window/rect`)) as {
          width: number;
          height: number;
        };
        const seen = await run(() => ({ width: innerWidth, height: innerHeight }));
        if (seen.width === width && seen.height === height) return;
        await post('/window/rect', {
          x: 0,
          y: 0,
          width: rect.width + width - seen.width,
          height: rect.height + height - seen.height,
        });
      }
    },
    async screenshot() {
      // The picture is taken when the page paints next, and a page at rest never does.
      await run(() => {
        const { style } = document.documentElement;
        let turn = 0;
        const timer = setInterval(() => {
          style.outline = (turn += 1) % 2 ? '1px solid transparent' : '';
          if (turn === 40) clearInterval(timer);
        }, 100);
      });
      return Buffer.from(String(await send('GET', `/session/${session}/screenshot`)), 'base64');
    },
    print: () => Promise.resolve(null),
    // It tells its driver nothing; witness.js does.
    faults: () =>
      run(() => {
        const noted = JSON.parse(sessionStorage.getItem('witness') ?? '[]') as string[];
        sessionStorage.removeItem('witness');
        return noted;
      }),
    isLiving: () => living,
    stop,
  };
}
