/** A reader of the handbook at a browser: looks until something is there, and does what a hand or a key does. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Driver } from './driver.ts';

/** Milliseconds in which something must appear on a busy machine. */
const PATIENCE = 20_000;

/** Where something stands: a CSS selector, and a piece of its text or name when the selector is not enough. */
export type Place = string | readonly [selector: string, text: string];

/** What a place looks like in the page; the first of those that can be seen. */
interface Seen {
  /** Text as shown, on one line. */
  text: string;
  value: string;
  focused: boolean;
  checked: boolean;
}

/** Runs in the page: the first element at a place that can be seen, marked so that the driver finds it again. */
function look(selector: string, text: string, mark: string): Seen | null {
  const plain = (words: string | null | undefined): string => (words ?? '').replace(/\s+/g, ' ').trim();
  const named = (element: Element): boolean =>
    text === '' ||
    [element.getAttribute('aria-label'), (element as HTMLElement).innerText].some((words) =>
      plain(words).includes(text),
    );
  const canBeSeen = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
  };
  const found = [...document.querySelectorAll(selector)].find((one) => canBeSeen(one) && named(one));
  if (!found) return null;
  for (const old of document.querySelectorAll('[data-mark]')) old.removeAttribute('data-mark');
  if (mark) {
    found.setAttribute('data-mark', mark);
    // A reader scrolls until nothing lies over what the hand goes for.
    const { left, top, width, height } = found.getBoundingClientRect();
    const over = document.elementFromPoint(left + width / 2, top + height / 2);
    if (!over || !found.contains(over)) found.scrollIntoView({ block: 'center', behavior: 'instant' });
  }
  // What a label is for has the value.
  const field = ((found as HTMLLabelElement).control ?? found) as HTMLInputElement;
  return {
    text: plain((found as HTMLElement).innerText),
    value: field.value ?? '',
    focused: document.activeElement === field,
    checked: field.checked ?? false,
  };
}

const MARK = '[data-mark="here"]';

export class Reader {
  readonly driver: Driver;
  readonly site: string;

  constructor(driver: Driver, site: string) {
    this.driver = driver;
    this.site = site;
  }

  /** Opens a page of the site, or a whole link, as from elsewhere: also where only the fragment differs. */
  async open(address: string): Promise<void> {
    await this.driver.goto('about:blank');
    await this.driver.goto(new URL(address, this.site).href);
  }

  /** Opens a tool and waits until it works. */
  async openTool(address: string): Promise<void> {
    await this.open(address);
    await this.see('.tool[data-ready]');
  }

  /** Waits until `wanted` is true; the error says what was waited for and what was there last. */
  async expect<Got>(what: string, get: () => Promise<Got>, wanted: (got: Got) => boolean): Promise<Got> {
    const last = Date.now() + PATIENCE;
    for (;;) {
      const got = await get();
      if (wanted(got)) return got;
      if (Date.now() > last)
        throw new Error(`Not in ${PATIENCE / 1000} s: ${what}. Last: ${JSON.stringify(got)}`);
      await new Promise((done) => setTimeout(done, 60));
    }
  }

  private async look(place: Place, mark = ''): Promise<Seen | null> {
    const [selector, text] = typeof place === 'string' ? [place, ''] : place;
    // A page that is on its way out cannot be looked at; the next one can.
    return await this.driver.run(look, selector, text, mark).catch(() => null);
  }

  /** Waits until the place can be seen, and gives it. */
  async see(place: Place, mark = ''): Promise<Seen> {
    return (await this.expect(
      `to see ${String(place)}`,
      () => this.look(place, mark),
      (seen) => seen !== null,
    ))!;
  }
  /** Whether the place can be seen now. */
  async canSee(place: Place): Promise<boolean> {
    return (await this.look(place)) !== null;
  }
  async seeNot(place: Place): Promise<void> {
    await this.expect(
      `no ${String(place)}`,
      () => this.look(place),
      (seen) => seen === null,
    );
  }
  async seeFocused(place: Place): Promise<void> {
    await this.expect(
      `the focus at ${String(place)}`,
      () => this.look(place),
      (seen) => seen?.focused === true,
    );
  }
  async seeValue(place: Place, value: string | RegExp): Promise<string> {
    const fits = (seen: Seen | null): boolean =>
      seen !== null && (typeof value === 'string' ? seen.value === value : value.test(seen.value));
    const seen = await this.expect(`${String(value)} in ${String(place)}`, () => this.look(place), fits);
    return seen!.value;
  }
  async seeAddress(path: string): Promise<void> {
    await this.expect(
      `the address ${path}`,
      () => this.driver.run(() => location.pathname).catch(() => ''),
      (pathname) => pathname === path,
    );
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.driver.press(key);
  }
  /** Presses with the mouse or the finger. */
  async tap(place: Place): Promise<void> {
    await this.see(place, 'here');
    await this.driver.click(MARK);
  }
  /** Puts the focus somewhere and presses a key there. */
  async pressAt(place: Place, key: string): Promise<void> {
    await this.see(place, 'here');
    await this.driver.run((mark) => document.querySelector<HTMLElement>(mark)?.focus(), MARK);
    await this.driver.press(key);
  }
  async choose(place: Place, value: string): Promise<void> {
    await this.see(place, 'here');
    await this.driver.choose(MARK, value);
  }
  /** Types a text into a field that is empty. */
  async write(place: Place, text: string): Promise<void> {
    await this.tap(place);
    await this.driver.type(text);
    await this.seeValue(place, text);
  }
  /** Fills in a day: every engine has a field of its own for it, with keys of its own. */
  async fillDay(place: Place, day: string): Promise<void> {
    await this.see(place, 'here');
    await this.driver.run(
      (mark, day) => {
        const field = document.querySelector<HTMLLabelElement>(mark)!.control as HTMLInputElement;
        field.value = day;
        for (const event of ['input', 'change']) field.dispatchEvent(new Event(event, { bubbles: true }));
      },
      MARK,
      day,
    );
  }

  /** How many pixels the page can be moved sideways, and what sticks out. */
  sideways(): Promise<{ pixels: number; wide: string[] }> {
    return this.driver.run(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const wide = [...document.querySelectorAll<HTMLElement>('main *, dialog[open] *')].filter(
        (element) => element.getBoundingClientRect().right > clientWidth + 1,
      );
      return {
        pixels: scrollWidth - clientWidth,
        wide: wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 90)),
      };
    });
  }
}

/** The built site on a port of its own; stopping it is how the network goes away. */
export class Site {
  readonly address: string;
  private readonly port: number;
  private readonly witness: boolean;
  private server: ChildProcess | undefined;

  /** @param witness whether every page must write down its own faults */
  constructor(port: number, witness: boolean) {
    this.port = port;
    this.witness = witness;
    this.address = `http://localhost:${port}/`;
  }
  async start(): Promise<void> {
    if (this.server) return;
    const server = spawn(
      process.execPath,
      [
        'tests/serve.mjs',
        'dist',
        '/',
        String(this.port),
        ...(this.witness ? ['tests/engines/witness.js'] : []),
      ],
      { stdio: 'ignore' },
    );
    this.server = server;
    process.once('exit', () => server.kill());
    for (let tries = 0; tries < 100; tries += 1) {
      if (server.exitCode !== null) break;
      if ((await fetch(this.address).catch(() => null))?.ok) return;
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error(`The built site could not be served on port ${this.port}.`);
  }
  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server || server.exitCode !== null) return;
    await new Promise((done) => {
      server.once('exit', done);
      server.kill();
    });
  }
}
