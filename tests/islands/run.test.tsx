// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { commandOf } from '../../components/run/keys.ts';
import { makeView } from '../../components/run/make-view.ts';
import { loadStage, RunTool } from '../../components/run/RunTool.tsx';
import { prefetch } from '../../components/tool/lazy.tsx';
import nl from '../../content/i18n/nl.json';
import {
  EMPTY_PLAN,
  encodePlan,
  makeItem,
  SAVED_PLAN_KEY,
  toPlanText,
  withItems,
} from '../../src/domain/plan/index.ts';
import { fromRunText, SAVED_RUN_KEY } from '../../src/domain/run/index.ts';
import { techniqueSchema } from '../../src/domain/technique/schema.ts';
import { useDevice } from './page.ts';

vi.mock('../../src/browser/turns.ts', () => import('./at-once.ts'));

const PAGE = '/hulpmiddelen/draaien/';
const folder = resolve(import.meta.dirname, '../../content/techniques');
const view = makeView({
  techniques: readdirSync(folder).map((file) => ({
    id: file.replace('.yaml', ''),
    data: techniqueSchema.parse(parse(readFileSync(resolve(folder, file), 'utf8'))),
  })),
  strings: nl,
  locale: 'nl',
  href: (path) => path,
});
const { labels } = view;
const CONSENT = 'beslissen-met-instemming';
const MINUTE = 60_000;
const START = new Date('2026-11-29T14:00:00');

const downloads = useDevice(PAGE);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  vi.setSystemTime(START);
});

afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(navigator, 'wakeLock');
});

// On a page the stage comes while the reader fills in the form.
beforeAll(async () => {
  prefetch([loadStage]);
  await loadStage();
  await Promise.resolve();
});

function openPage(address = ''): void {
  history.replaceState(null, '', `${PAGE}${address}`);
  render(<RunTool {...view} />);
}
/** What a reload does: the page goes, and comes back with what was kept. */
function reload(): void {
  cleanup();
  render(<RunTool {...view} />);
}
const pass = (milliseconds: number): void => void act(() => void vi.advanceTimersByTime(milliseconds));
const press = (key: string, target: Element | null = document.activeElement): void =>
  void fireEvent.keyDown(target ?? document.body, { key });
const stage = () => document.querySelector<HTMLElement>('.stage');
const sentence = () => document.getElementById('run-sentence')?.textContent ?? '';
const timeLeft = () => document.querySelector('.step-time strong')?.textContent;
const announced = () => document.querySelector('.stage [role="status"].sr-only')?.textContent;
const button = (name: string | RegExp, place: HTMLElement = document.body) =>
  within(place).getAllByRole('button', { name })[0]!;
const click = (name: string | RegExp): void => void fireEvent.click(button(name));
const nextButton = () => document.querySelector<HTMLElement>('.ways .primary')!;
const stored = () => {
  const read = fromRunText(localStorage.getItem(SAVED_RUN_KEY) ?? '');
  if (!read.ok) throw new Error(read.reason);
  return read.run;
};

/** Begins a technique; with names, they are counted in a round. */
function begin(technique = CONSENT, names: readonly string[] = []): void {
  openPage(`?techniek=${technique}`);
  if (names.length > 0) {
    fireEvent.click(screen.getByLabelText(labels['start.turns.names']));
    fireEvent.input(screen.getByLabelText(new RegExp(labels['start.names'])), {
      target: { value: names.join('\n') },
    });
  }
  click(labels['start.begin']);
}

describe('beginning', () => {
  test('what was filled in before the script ran is kept, also over the people of the last time', () => {
    const sent =
      '<div class="tool run"><select name="technique"><option value="openingsronde" selected></option></select>' +
      '<input name="people" value="11"><input type="radio" name="turns" value="numbers" checked></div>';
    document.body.innerHTML = sent;
    openPage();
    click(labels['start.begin']);
    expect(stored()).toMatchObject({
      people: 11,
      hasTurns: true,
      source: { items: [{ technique: 'openingsronde' }] },
    });
    cleanup();
    document.body.innerHTML = sent.replace('"11"', '"8"').replace('"numbers"', '"names"');
    reload();
    click(labels['way.close']);
    expect(screen.getByLabelText<HTMLInputElement>(labels['start.turns.names']).checked).toBe(true);
    expect(screen.getByLabelText<HTMLInputElement>(labels['start.people'], { exact: false }).value).toBe(
      '11',
    );
    cleanup();
    document.body.innerHTML = '';
  });

  test('asks what to run first, and takes what the address names', () => {
    openPage();
    click(labels['start.begin']);
    expect(document.getElementById('run-asks')?.textContent).toBe(labels['start.asks']);
    expect(stage()).toBeNull();
    cleanup();
    openPage('?techniek=openingsronde');
    expect(screen.getByLabelText<HTMLSelectElement>(labels['start.technique']).value).toBe('openingsronde');
    cleanup();
    openPage('?techniek=bestaat-niet');
    expect(screen.getByLabelText<HTMLSelectElement>(labels['start.technique']).value).toBe('');
  });

  test('shows how long it takes with these people', () => {
    openPage(`?techniek=${CONSENT}`);
    const sum = () => document.querySelector('.sum strong')?.textContent;
    expect(sum()).toBe('8 stappen, samen 60 minuten met 8 mensen.');
    fireEvent.input(screen.getByLabelText(labels['start.people'], { exact: false }), {
      target: { value: '4' },
    });
    expect(sum()).toBe('8 stappen, samen 51 minuten met 4 mensen.');
  });

  test('says when nothing can be kept, and runs all the same', () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('', 'SecurityError');
    });
    begin();
    expect(document.body.textContent).toContain(labels['saved.blocked']);
    expect(stage()?.textContent).toContain(labels['saved.not']);
    press(' ');
    expect(sentence()).toContain('Wat is nog niet duidelijk?');
    const leaving = new Event('beforeunload', { cancelable: true });
    dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);
  });
});

describe('the clock', () => {
  test('counts down by the wall clock, then on, quietly', () => {
    begin();
    expect(timeLeft()).toBe('5:00');
    pass(2 * MINUTE);
    expect(timeLeft()).toBe('3:00');
    // Asleep: timers stand still, the time of day does not.
    vi.setSystemTime(Date.now() + 4 * MINUTE);
    pass(1000);
    expect(timeLeft()).toBe('+1:01');
    expect(document.querySelector('.times')?.className).toBe('times over');
  });

  test('is right after a reload, at the step where it was', () => {
    begin();
    press('ArrowRight');
    expect(timeLeft()).toBe('8:00');
    pass(MINUTE);
    vi.setSystemTime(Date.now() + 3 * MINUTE);
    reload();
    expect(sentence()).toContain('Wat is nog niet duidelijk?');
    expect(timeLeft()).toBe('4:00');
  });

  test('stands still in a pause, and gives a step minutes', () => {
    begin();
    press('p');
    expect(button(labels['time.pause']).getAttribute('aria-pressed')).toBe('true');
    pass(5 * MINUTE);
    expect(timeLeft()).toBe('5:00');
    press('+');
    press('p');
    pass(MINUTE);
    expect(timeLeft()).toBe('5:00');
    press('-');
    expect(timeLeft()).toBe('4:00');
  });

  test('is announced at the last minute and at the end, once each', () => {
    begin();
    const heard: (string | null | undefined)[] = [];
    for (let second = 0; second < 7 * 60; second++) {
      pass(1000);
      if (announced() !== heard.at(-1)) heard.push(announced());
    }
    expect(heard.filter(Boolean)).toEqual([labels['said.minute'], labels['said.over']]);
    // A step that is taken up again after its end says nothing anew.
    press('ArrowRight');
    press('ArrowLeft');
    pass(5000);
    expect(announced()).toBe(labels['said.over']);
  });

  test('makes no sound unless that was chosen', () => {
    const tone = vi.fn(function () {
      throw new Error('no sound here');
    });
    vi.stubGlobal('AudioContext', tone);
    begin();
    pass(6 * MINUTE);
    expect(tone).not.toHaveBeenCalled();
    press('ArrowRight');
    press('?');
    fireEvent.click(screen.getByLabelText(labels['setting.sound']));
    pass(9 * MINUTE);
    expect(tone).toHaveBeenCalledTimes(1);
  });
});

describe('keys', () => {
  test('of a keyboard and of a remote go on and back', () => {
    begin();
    for (const key of [' ', 'PageUp', 'PageDown', 'ArrowLeft', 'ArrowRight']) press(key);
    expect(sentence()).toContain('Wat is nog niet duidelijk?');
  });

  test('do nothing to the meeting while somebody types, nor with Ctrl or Alt', () => {
    begin();
    press('n');
    const field = screen.getByLabelText(/^Bij stap 1/);
    for (const key of [' ', 'PageDown', 'ArrowRight', 'f', '?', 'p', 'n']) press(key, field);
    fireEvent.keyDown(document.body, { key: 'ArrowRight', altKey: true });
    expect(stored().at).toBe(0);
    expect(stored().clock.pausedAt).toBeNull();
    expect(screen.queryByLabelText(/^Bij stap 1/)).not.toBeNull();
  });

  test('that are letters can be turned off', () => {
    begin();
    press('?');
    fireEvent.click(screen.getByLabelText(labels['key.letters']));
    press('p', document.body);
    expect(stored().clock.pausedAt).toBeNull();
    press('PageDown', document.body);
    expect(stored().at).toBe(1);
  });

  test('are the space bar on a button only for that button', () => {
    const target = document.createElement('button');
    const event = { key: ' ', ctrlKey: false, metaKey: false, altKey: false };
    expect(commandOf(event, target, true)).toBeNull();
    expect(commandOf({ ...event, key: 'PageDown' }, target, true)).toBe('next');
    expect(commandOf(event, document.createElement('h2'), true)).toBe('next');
    expect(commandOf({ ...event, key: 'x' }, document.createElement('h2'), true)).toBeNull();
  });
});

describe('the loop of consent', () => {
  test('asks how to go on; a remote marks with back and takes with on', () => {
    begin();
    press('PageDown');
    press('PageDown');
    expect(screen.getByRole('heading', { name: labels['choice.title'] })).not.toBeNull();
    const marked = () => document.querySelector('.choice-of-way .marked')?.textContent;
    expect(marked()).toContain('Iedereen begrijpt het voorstel.');
    press('PageUp');
    expect(marked()).toContain('Het voorstel blijft onduidelijk');
    expect(document.activeElement?.textContent).toBe(marked());
    press('PageUp');
    expect(marked()).toBe(labels['choice.stay']);
    press('PageUp');
    press('ArrowDown');
    press('PageDown');
    expect(sentence()).toContain('We nemen dit voorstel vandaag niet aan');
  });

  test('comes back to the objections as often as it takes, and says which time it is', () => {
    begin();
    press('s');
    fireEvent.click(button(/^5/));
    for (const times of [2, 3]) {
      press('ArrowRight');
      press('ArrowRight');
      expect(sentence()).toContain('Wat hebt u nodig');
      press('ArrowRight');
      press('ArrowDown');
      press('ArrowRight');
      expect(sentence()).toContain('Ziet u een reden');
      expect(document.querySelector('.times-here')?.textContent).toBe(
        labels['step.again'].replace('{n}', String(times)),
      );
    }
  });
});

describe('who speaks', () => {
  test('goes round by name, told to a screen reader, and in the order of sitting', () => {
    begin(CONSENT, ['An', 'Bert', 'Cis']);
    press('s');
    fireEvent.click(button(/^3/));
    expect(nextButton().textContent).toBe(labels['way.begin-turns']);
    const heard: (string | null | undefined)[] = [];
    for (const name of ['An', 'Bert', 'Cis']) {
      press('PageDown');
      heard.push(announced());
      expect(document.querySelector('.now strong')?.textContent).toBe(name);
    }
    expect(heard).toEqual(['Aan het woord: An', 'Aan het woord: Bert', 'Aan het woord: Cis']);
    press('PageDown');
    expect(document.querySelector('.now strong')?.textContent).toBe(labels['turns.done']);
    press('PageDown');
    expect(sentence()).toContain('U hebt iedereen gehoord');
  });

  test('who passes may speak later', () => {
    begin(CONSENT, ['An', 'Bert', 'Cis']);
    press('s');
    fireEvent.click(button(/^3/));
    fireEvent.click(button('Bert'));
    click(labels['turns.skip']);
    press('PageDown');
    press('PageDown');
    expect(document.querySelector('.now')?.textContent).toContain('Bert');
    fireEvent.click(button(/Bert/));
    expect(document.querySelector('.now strong')?.textContent).toBe('Bert');
  });

  test('can be counted without names, and taken up in the middle of a meeting', () => {
    begin();
    press('s');
    fireEvent.click(button(/^3/));
    click(labels['turns.on']);
    fireEvent.click(button('5'));
    expect(document.querySelector('.now strong')?.textContent).toBe('deelnemer 5');
    expect(document.querySelector('.now')?.textContent).toContain('daarna deelnemer 6');
  });
});

describe('a plan', () => {
  const plan = {
    ...withItems(EMPTY_PLAN, [
      makeItem({ kind: 'technique', technique: 'openingsronde', minutes: 15, who: 'An' }),
      makeItem({ kind: 'break', minutes: 10 }),
      makeItem({ kind: 'own', minutes: 20, text: 'Prijzen van Bert' }),
    ]),
    title: 'Stuurgroep',
  };

  test('is run point after point, with own words from this device', () => {
    localStorage.setItem(SAVED_PLAN_KEY, toPlanText(plan));
    openPage(`#${encodePlan(plan)}`);
    expect(document.querySelector('.plan')?.textContent).toContain('Prijzen van Bert');
    click(labels['start.begin']);
    expect(stage()?.textContent).toContain('stap 1 van 7 · punt 1 van 3 · geleid door An');
    press('s');
    fireEvent.click(button(/Pauze.*10 min/));
    expect(sentence()).toContain(labels['plan.break']);
    expect(timeLeft()).toBe('10:00');
    press('ArrowRight');
    expect(sentence()).toContain('Prijzen van Bert');
    // What was planned may be gone since; the meeting still knows.
    localStorage.removeItem(SAVED_PLAN_KEY);
    history.replaceState(null, '', PAGE);
    reload();
    expect(sentence()).toContain('Prijzen van Bert');
  });

  test('from elsewhere has no own words; a link that is cut off is told', () => {
    openPage(`#${encodePlan(plan)}`);
    expect(document.querySelector('.plan')?.textContent).toContain(labels['plan.own']);
    cleanup();
    openPage(`#${encodePlan(plan).slice(0, -3)}`);
    expect(document.body.textContent).toContain(labels['notice.plan.damaged']);
    expect(document.querySelector('.plan')).toBeNull();
  });
});

describe('a run that waits', () => {
  test('from half a day ago is gone on with, without the time between', () => {
    begin();
    pass(2 * MINUTE);
    vi.setSystemTime(Date.now() + 20 * 60 * MINUTE);
    reload();
    expect(stage()).toBeNull();
    expect(document.body.textContent).toContain(labels['resume.left']);
    click(labels['resume.go']);
    // Time is left out from the last thing that was done.
    expect(timeLeft()).toBe('5:00');
  });

  test('stays when the address asks for another technique, and its notes are kept as a file', async () => {
    begin();
    press('n');
    fireEvent.input(screen.getByLabelText(/^Bij stap 1/), { target: { value: 'Over de erelonen' } });
    cleanup();
    openPage('?techniek=openingsronde');
    expect(stage()).toBeNull();
    click(labels['start.begin']);
    expect(downloads.map(({ name }) => name)).toEqual(['notities-2026-11-29.txt']);
    expect(await downloads[0]!.file.text()).toContain('Over de erelonen');
    expect(stored().source.items[0]?.technique).toBe('openingsronde');
  });

  test('is wiped, and brought back', () => {
    begin();
    click(labels['way.close']);
    click(labels['resume.wipe']);
    expect(localStorage.getItem(SAVED_RUN_KEY)).toBeNull();
    click(labels['wipe.undo']);
    click(labels['resume.go']);
    expect(sentence()).toContain('We beslissen vandaag');
  });

  test('that cannot be read is told, and kept as a file before it goes', async () => {
    localStorage.setItem(SAVED_RUN_KEY, '{"kind":"draaien","version":1,"trail":[]}');
    openPage('?techniek=openingsronde');
    expect(document.body.textContent).toContain(labels['notice.unreadable']);
    click(labels['start.begin']);
    expect(downloads.map(({ name }) => name)).toEqual(['draaien-onleesbaar-2026-11-29.txt']);
    expect(await downloads[0]!.file.text()).toContain('"trail":[]');
  });
});

describe('the end', () => {
  test('tells what is on paper, keeps notes as text and Markdown, and leads to the record', async () => {
    begin(CONSENT, ['An', 'Bert']);
    press('n');
    fireEvent.input(screen.getByLabelText(/^Bij stap 1/), { target: { value: 'Over de\nerelonen' } });
    press('s', document.body);
    click(labels['panel.end']);
    expect(sentence()).toBe(labels['end.title']);
    expect(stage()?.textContent).toContain('Een beslissing in één tekst');
    expect(screen.getByRole('link', { name: labels['end.record'] }).getAttribute('href')).toBe(
      '/hulpmiddelen/besluit/?soort=instemming',
    );
    click(labels['end.text']);
    click(labels['end.markdown']);
    expect(downloads.map(({ name }) => name)).toEqual(['verslag-2026-11-29.txt', 'verslag-2026-11-29.md']);
    const [text, markdown] = await Promise.all(downloads.map(({ file }) => file.text()));
    expect(text).toContain('Aanwezig: An, Bert');
    expect(text).toContain('Over de\n  erelonen');
    expect(markdown).toMatch(/^# Beslissen met instemming/);
    press('PageUp');
    expect(sentence()).toContain('We beslissen vandaag');
  });
});

describe('the screen', () => {
  /** A wake lock that tells what was asked of it. */
  function stubWakeLock(isAllowed: boolean) {
    const released: (() => void)[] = [];
    const request = vi.fn(() =>
      isAllowed
        ? Promise.resolve({
            release: () => Promise.resolve(),
            addEventListener: (_: string, listener: () => void) => released.push(listener),
          })
        : Promise.reject(new DOMException('', 'NotAllowedError')),
    );
    Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } });
    return { request, released };
  }
  const settle = () => act(async () => void (await Promise.resolve()));

  test('is kept awake while a run is open, and again when the page comes back', async () => {
    const { request, released } = stubWakeLock(true);
    begin();
    await settle();
    expect(request).toHaveBeenCalledTimes(1);
    expect(stage()?.textContent).not.toContain(labels['awake.unable']);
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    await settle();
    expect(request).toHaveBeenCalledTimes(2);
    // The device takes it back while the page is in view.
    act(() => released.at(-1)?.());
    expect(stage()?.textContent).toContain(labels['awake.unable']);
    click(labels['way.close']);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(request).toHaveBeenCalledTimes(2);
  });

  test.each([
    ['cannot', undefined],
    ['may not', false],
  ])('that the browser %s keep awake is told', async (_name, isAllowed) => {
    if (isAllowed !== undefined) stubWakeLock(isAllowed);
    begin();
    await settle();
    expect(stage()?.textContent).toContain(labels['awake.unable']);
  });
});
