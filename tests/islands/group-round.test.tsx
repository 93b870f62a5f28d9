// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { answerOfKey } from '../../components/group/collect/keys.ts';
import { GroupRound } from '../../components/group/GroupRound.tsx';
import { Lazy } from '../../components/tool/lazy.tsx';
import { makeView } from '../../components/group/make-view.ts';
import nl from '../../content/i18n/nl.json';
import { type Answer, START_LIST, toSavedText } from '../../src/domain/assessment/index.ts';
import { phaseSchema } from '../../src/domain/phase/schema.ts';
import {
  encodeInvitation,
  encodeSubmission,
  fromRoundText,
  makeSubmission,
  newState,
  putAnswers,
  type Round,
  roundItems,
  type RoundState,
  toCode,
  toRoundText,
} from '../../src/domain/round/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { techniqueSchema } from '../../src/domain/technique/schema.ts';
import { assessment } from '../unit/assessment/models.ts';
import { goTo, useDevice } from './page.ts';

vi.mock('../../src/browser/turns.ts', () => import('./at-once.ts'));

/** The keys under which a round and a turn are kept. They never change. */
const STORE_KEY = 'mini-cluster:groepsronde:1';
const TURN_KEY = 'mini-cluster:ronde-beurt:1';
const PAGE = '/hulpmiddelen/groep/';

const read = (collection: string) => {
  const folder = resolve(import.meta.dirname, '../../content', collection);
  return readdirSync(folder).map((file) => ({
    id: file.replace('.yaml', ''),
    data: parse(readFileSync(resolve(folder, file), 'utf8')) as unknown,
  }));
};
const view = makeView({
  assessment,
  phases: read('phases').map(({ id, data }) => ({ id, data: phaseSchema.parse(data) })),
  techniques: read('techniques').map(({ id, data }) => ({ id, data: techniqueSchema.parse(data) })),
  strings: nl,
  locale: 'nl',
  href: (path) => path,
});
const { labels, testLabels, model } = view;

const ROUND: Round = {
  id: 'k3f9ab',
  version: model.version,
  start: 'informal',
  phases: ['2-interesseren', '4-opbouwen'],
};
const ITEMS = roundItems(model, ROUND);
const answersOf = (answer: Answer) => Object.fromEntries(ITEMS.map(({ id }) => [id, answer]));
const formOf = (id: string, answer: Answer, revision = 0, round = ROUND) =>
  makeSubmission(model, round, { id, revision, answers: answersOf(answer) });
const linkOf = (...form: Parameters<typeof formOf>) => encodeSubmission(model, formOf(...form));
const STATE = putAnswers(model, newState(ROUND, 'Kern Noord', '2026-11-29'), 'abcdef', answersOf('2'));
const OTHER: Round = { ...ROUND, id: 'zzzzz9' };

const downloads = useDevice(PAGE);

/** Opens the page with a round on this device, or none, and with `fragment` in its address. */
async function openPage(state: RoundState | null = null, fragment = ''): Promise<void> {
  if (state) localStorage.setItem(STORE_KEY, toRoundText(state));
  await goTo(`${PAGE}${fragment && '#'}${fragment}`);
  render(<GroupRound {...view} />);
}

const heading = () => screen.getByRole('heading', { level: 2 });
const notices = () => document.querySelector('.notices')!.textContent;
const stored = () => {
  const loaded = fromRoundText(model, localStorage.getItem(STORE_KEY) ?? '');
  if (!loaded.ok) throw new Error(`Nothing that can be read is kept: ${loaded.reason}.`);
  return loaded.state;
};
const said = (key: keyof typeof labels, values: Record<string, string | number> = {}) =>
  fill(labels[key], values);

function press(name: string | RegExp, within_: HTMLElement = document.body): void {
  fireEvent.click(within(within_).getAllByRole('button', { name })[0]!);
}

/** Goes to a step by the list of steps, and waits until its parts have come. */
async function toStep(
  step: 'start' | 'invite' | 'collect' | 'result',
  shows: RegExp | string,
): Promise<void> {
  press(new RegExp(`^\\d ${labels[`step.${step}`]}`), document.querySelector<HTMLElement>('.steps-nav')!);
  await screen.findAllByText(shows);
}
const toCollect = () => toStep('collect', labels['collect.links']);

async function paste(text: string): Promise<string[]> {
  fireEvent.input(screen.getByLabelText(labels['collect.pasted']), { target: { value: text } });
  press(labels['collect.add']);
  await screen.findByText(/\d in orde/);
  return reports();
}
const reports = () => [...document.querySelectorAll('.report li')].map((line) => line.textContent);
const rows = () => [...document.querySelectorAll('.firms tbody tr')].map((row) => row.textContent);

/** From now on the browser has no room left; what stands there can be read and removed. */
function fillStorage(): void {
  const { localStorage: room } = globalThis;
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => room.getItem(key),
    removeItem: (key: string) => room.removeItem(key),
    clear: () => room.clear(),
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
}

/** What a `storage` event of another tab does here. */
function changeElsewhere(text: string | null): void {
  if (text === null) localStorage.removeItem(STORE_KEY);
  else localStorage.setItem(STORE_KEY, text);
  act(() => {
    dispatchEvent(new StorageEvent('storage', { key: STORE_KEY, newValue: text }));
  });
}

function dropFile(name: string, text: string, type = 'application/json'): void {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')!;
  Object.defineProperty(input, 'files', { configurable: true, value: [new File([text], name, { type })] });
  fireEvent.change(input);
}

describe('setting up a round', () => {
  test('asks for a start first, and for a phase', async () => {
    await openPage();
    press(labels['start.open']);
    expect(screen.getByRole('alert').textContent).toBe(labels['start.first.start']);
    fireEvent.click(screen.getByRole('radio', { name: new RegExp(testLabels['start.formal']) }));
    expect(screen.getByRole('alert').textContent).toBe('');
    fireEvent.click(screen.getByRole('radio', { name: labels['start.somePhases'] }));
    for (const box of screen.getAllByRole('checkbox')) fireEvent.click(box);
    press(labels['start.open']);
    expect(screen.getByRole('alert').textContent).toBe(labels['start.first.phases']);
    expect(localStorage.getItem(STORE_KEY)).toBeNull();
  });

  test.each(START_LIST.map((start) => [start]))('%s: all phases of its route', async (start) => {
    await openPage();
    fireEvent.click(screen.getByRole('radio', { name: new RegExp(testLabels[`start.${start}`]) }));
    press(labels['start.open']);
    const { round } = stored();
    expect(round).toEqual({
      id: expect.stringMatching(/^[0-9a-hjkmnp-tv-z]{6}$/) as string,
      version: model.version,
      start,
      phases: model.routes[start],
    });
    expect(heading().textContent).toBe(labels['step.invite']);
  });

  test('names the group on this device and nowhere else', async () => {
    await openPage();
    fireEvent.click(screen.getByRole('radio', { name: new RegExp(testLabels['start.new']) }));
    fireEvent.input(screen.getByLabelText(new RegExp(labels['round.label'])), {
      target: { value: ' Kern Noord ' },
    });
    fireEvent.input(screen.getByLabelText(new RegExp(labels['round.date'])), {
      target: { value: '2026-11-29' },
    });
    press(labels['start.open']);
    expect(stored()).toMatchObject({ label: 'Kern Noord', date: '2026-11-29' });
    const link = await screen.findByLabelText<HTMLInputElement>(labels['invite.linkLabel']);
    expect(link.value).toMatch(/\/hulpmiddelen\/fasetest\/#g1\.[0-9a-z]{6}n12345678\.\w{3}$/);
    const message = screen.getByLabelText<HTMLTextAreaElement>(labels['invite.messageLabel']).value;
    expect(message).toContain('zondag 29 november');
    expect(message).toContain('waar Kern Noord staat');
    expect(message).toContain('Reken op 10 minuten');
    expect(message).toContain(link.value);
    expect(message).not.toMatch(/[{}]/);
  });
});

describe('a round on this device', () => {
  test('is there again, with how much is in', async () => {
    await openPage(STATE);
    expect(screen.getByRole('navigation', { name: labels['steps'] }).textContent).toContain('Kern Noord');
    expect(screen.getByRole('navigation', { name: labels['steps'] }).textContent).toContain('1 binnen');
    fireEvent.input(screen.getByLabelText(new RegExp(labels['round.label'])), {
      target: { value: 'Kern Zuid' },
    });
    expect(stored().label).toBe('Kern Zuid');
  });

  test('of which a form cannot be read tells so and keeps the rest', async () => {
    localStorage.setItem(
      STORE_KEY,
      JSON.stringify({ ...JSON.parse(toRoundText(STATE)), collected: { ...STATE.collected, krom: {} } }),
    );
    await openPage();
    expect(notices()).toContain(said('notice.lost.one'));
    await toCollect();
    expect(rows()).toHaveLength(1);
  });

  test('that cannot be read stays until the facilitator starts afresh', async () => {
    localStorage.setItem(STORE_KEY, '{"kapot');
    await openPage();
    expect(notices()).toContain(labels['notice.unreadable']);
    fireEvent.click(screen.getByRole('radio', { name: new RegExp(testLabels['start.new']) }));
    press(labels['start.open']);
    expect(localStorage.getItem(STORE_KEY)).toBe('{"kapot');
    press(labels['notice.startAfresh']);
    expect(await downloads[0]!.file.text()).toBe('{"kapot');
    expect(stored().round.start).toBe('new');
  });

  test('is wiped after a copy went to a file', async () => {
    await openPage(STATE);
    press(labels['round.wipe']);
    expect(localStorage.getItem(STORE_KEY)).not.toBeNull();
    press(labels['round.wipeConfirm']);
    expect(localStorage.getItem(STORE_KEY)).toBeNull();
    expect(await downloads[0]!.file.text()).toBe(toRoundText(STATE));
    expect(downloads[0]!.name).toMatch(/^groepsronde-.*-k3f9ab\.json$/);
    expect(notices()).toContain(labels['notice.wiped']);
    expect(screen.getByRole('button', { name: labels['start.open'] })).toBeTruthy();
  });

  test('follows another tab, also when it is wiped there', async () => {
    await openPage(STATE);
    await toCollect();
    changeElsewhere(toRoundText(putAnswers(model, STATE, 'ghjkmn', answersOf('1'))));
    expect(rows()).toHaveLength(2);
    changeElsewhere(toRoundText(STATE));
    expect(rows()).toHaveLength(1);
    changeElsewhere(null);
    expect(notices()).toContain(labels['notice.wipedElsewhere']);
    expect(localStorage.getItem(STORE_KEY)).toBeNull();
  });

  test('with no room left keeps everything here, offers a file and asks before leaving', async () => {
    await openPage(STATE);
    await toCollect();
    fillStorage();
    await paste(linkOf('ghjkmn', '1'));
    expect(notices()).toContain(labels['saved.full']);
    expect(rows()).toHaveLength(2);
    const leaving = new Event('beforeunload', { cancelable: true });
    dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);
    press(labels['round.save']);
    expect(JSON.parse(await downloads[0]!.file.text())).toMatchObject({ collected: { ghjkmn: {} } });
    // Another tab that could save knows less; what is only here stays.
    act(() => {
      dispatchEvent(new StorageEvent('storage', { key: STORE_KEY, newValue: toRoundText(STATE) }));
    });
    expect(rows()).toHaveLength(2);
  });
});

describe('a link in the address', () => {
  test.each([
    ['new', linkOf('ghjkmn', '1'), 2],
    ['known', linkOf('abcdef', '2'), 1],
    ['replaced', linkOf('abcdef', '3', 1), 1],
  ] as const)('with answers of this round: %s', async (outcome, link, firms) => {
    await openPage(STATE, link);
    const name = outcome === 'new' ? 'Bedrijf 2' : 'Bedrijf 1';
    expect(notices()).toContain(said(`notice.${outcome}`, { name }));
    expect(Object.keys(stored().collected)).toHaveLength(firms);
    expect(heading().textContent).toBe(labels['step.collect']);
    expect(location.hash).toBe('');
  });

  test.each([
    ['other-round', linkOf('ghjkmn', '1', 0, OTHER)],
    ['other-start', linkOf('ghjkmn', '1', 0, { ...ROUND, start: 'new' })],
    ['damaged', linkOf('ghjkmn', '1').slice(0, -1)],
    ['damaged', encodeInvitation(ROUND).slice(0, -1)],
    ['newer', linkOf('ghjkmn', '1').replace('s1', 's9')],
    ['foreign', 'k1.abc.abc'],
  ] as const)('that is %s changes nothing', async (reason, link) => {
    await openPage(STATE, link);
    const expected =
      reason === 'newer' ? [labels['notice.newer'], labels['notice.damaged']] : [labels[`notice.${reason}`]];
    expect(expected.some((text) => notices()?.includes(text))).toBe(true);
    expect(stored()).toEqual(STATE);
  });

  test('with answers waits for the round to be opened', async () => {
    await openPage(null, linkOf('ghjkmn', '1'));
    expect(notices()).toContain(labels['notice.noRound']);
    dropFile('ronde.json', toRoundText(STATE));
    await waitFor(() => expect(notices()).toContain(said('notice.new', { name: 'Bedrijf 2' })));
    expect(Object.keys(stored().collected)).toEqual(['abcdef', 'ghjkmn']);
  });

  test('that invites to the open round goes to collecting; an ordinary anchor does nothing', async () => {
    await openPage(STATE, encodeInvitation(ROUND));
    expect(heading().textContent).toBe(labels['step.collect']);
    expect(stored()).toEqual(STATE);
    cleanup();
    await openPage(STATE, 'zo-werkt-een-ronde');
    expect(location.hash).toBe('#zo-werkt-een-ronde');
    expect(notices()).toBe('');
  });

  test('that invites, without an open round, opens the round and shows the way to the test', async () => {
    await openPage(null, encodeInvitation(ROUND));
    expect(stored()).toEqual(newState(ROUND));
    const way = screen.getByRole('link', { name: labels['notice.toTest'] });
    expect(way.getAttribute('href')).toBe(`/hulpmiddelen/fasetest/#${encodeInvitation(ROUND)}`);
  });

  test('that invites to another round lets it wait', async () => {
    await openPage(STATE, encodeInvitation(OTHER));
    expect(notices()).toContain(labels['notice.leaveOther']);
    expect(stored()).toEqual(STATE);
    press(labels['notice.takeOther']);
    expect(stored()).toEqual(newState(OTHER));
    expect(await downloads[0]!.file.text()).toBe(toRoundText(STATE));
  });
});

describe('a file with a round', () => {
  test.each([
    ['unreadable', '{"kapot'],
    ['foreign', toSavedText(model, { start: 'new', answers: {} })],
    ['newer', JSON.stringify({ ...JSON.parse(toRoundText(STATE)), schema: 2 })],
  ] as const)('that is %s changes nothing', async (reason, text) => {
    await openPage();
    dropFile('ronde.json', text);
    await waitFor(() => expect(notices()).toContain(labels[`notice.file.${reason}`]));
    expect(localStorage.getItem(STORE_KEY)).toBeNull();
  });

  test('of the open round adds what is new', async () => {
    await openPage(STATE);
    dropFile('ronde.json', toRoundText(putAnswers(model, newState(ROUND), 'ghjkmn', answersOf('1'))));
    await waitFor(() => expect(Object.keys(stored().collected).sort()).toEqual(['abcdef', 'ghjkmn']));
    expect(stored().label).toBe('Kern Noord');
  });
});

describe('collecting', () => {
  test('names what cannot be read by line, and takes the rest', async () => {
    await openPage(STATE);
    await toCollect();
    const lines = [
      'Dag',
      `Van ons: https://x/#${linkOf('ghjkmn', '1')} groeten`,
      linkOf('mnpqrs', '1').slice(0, -2),
      `https://x/#${encodeInvitation(ROUND)}`,
      'https://x/#a1.n0123.abc',
      linkOf('tvwxyz', '1', 0, OTHER),
      toCode(model, ROUND, formOf('tvwxyz', '0')),
    ];
    expect(await paste(lines.join('\n'))).toEqual([
      expect.stringContaining(`Regel 1 (“Dag”): ${labels['outcome.foreign']}`),
      expect.stringMatching(/Regel 3 \(“.{24}…”\)/),
      expect.stringContaining(labels['outcome.invitation']),
      expect.stringContaining(`(“#a1.n0123.abc”): ${labels['outcome.own-link']}`),
      expect.stringContaining(labels['outcome.other-round']),
      expect.stringContaining('Regel 2: toegevoegd als Bedrijf 2. 11 van 11'),
      expect.stringContaining('Regel 7: toegevoegd als Bedrijf 3. 11 van 11'),
    ]);
    expect(screen.getByLabelText<HTMLTextAreaElement>(labels['collect.pasted']).value).toContain('Dag');
    await paste(linkOf('ghjkmn', '1'));
    expect(screen.getByLabelText<HTMLTextAreaElement>(labels['collect.pasted']).value).toBe('');
  });

  test('shows no names and no answers, and puts back who was taken out', async () => {
    const two = putAnswers(
      model,
      { ...STATE, names: { abcdef: 'Dakwerken Peeters' } },
      'ghjkmn',
      answersOf('1'),
    );
    await openPage(two);
    await toCollect();
    expect(document.body.textContent).not.toContain('Peeters');
    expect(document.querySelector('.firms input[type="text"]')).toBeNull();
    press(/^Weghalen.*Bedrijf 1$/);
    expect(stored().names).toEqual({});
    expect(rows()).toEqual([expect.stringContaining('Bedrijf 1')]);
    press(labels['collect.undo']);
    expect(stored()).toEqual(two);
  });

  test('says when another firm gave the very same, and leaves it to the facilitator', async () => {
    await openPage(STATE);
    await toCollect();
    const twin = fill(labels['outcome.twin'], { other: 'Bedrijf 1' });
    expect(await paste(linkOf('ghjkmn', '2'))).toEqual([expect.stringContaining(twin)]);
    expect(rows()).toHaveLength(2);
    // Not of what is other, given again, or too little to wonder about.
    const few = { id: 'tvwxyz', revision: 0, answers: { bestaansreden: '2' } } as const;
    const other = [
      linkOf('mnpqrs', '3'),
      linkOf('abcdef', '2'),
      encodeSubmission(model, makeSubmission(model, ROUND, few)),
      encodeSubmission(model, makeSubmission(model, ROUND, { ...few, id: 'tvwxy0' })),
    ];
    for (const report of await paste(other.join('\n'))) expect(report).not.toContain('precies dezelfde');
  });

  test('takes files of every kind, and says which are none', async () => {
    await openPage(STATE);
    await toCollect();
    const drop = (name: string, text: string) => {
      const file = new File([text], name, { type: 'text/plain' });
      fireEvent.drop(document.querySelector('.drop')!, { dataTransfer: { types: ['Files'], files: [file] } });
    };
    const after = async (name: string, text: string): Promise<string> => {
      drop(name, text);
      await waitFor(() => expect(reports()[0]).toContain(name));
      return reports()[0] ?? '';
    };
    expect(
      await after('a.json', toSavedText(model, { start: 'informal', answers: answersOf('0') })),
    ).toContain('toegevoegd als Bedrijf 2');
    expect(await after('b.json', toSavedText(model, { start: 'formal', answers: {} }))).toContain(
      labels['outcome.other-start'],
    );
    expect(await after('c.json', toRoundText(newState(OTHER)))).toContain(labels['outcome.other-file']);
    expect(
      await after('d.json', toRoundText(putAnswers(model, newState(ROUND), 'qrstvw', answersOf('3')))),
    ).toContain(said('outcome.merged.one'));
    expect(await after('e.txt', `https://x/#${linkOf('ghjkmn', '1')}\n`)).toContain('Regel 1: toegevoegd');
    expect(await after('f.txt', `https://x/#${linkOf('mnpqrs', '1').slice(0, -1)}\n`)).toContain(
      labels['outcome.damaged'],
    );
    expect(await after('g.txt', 'Beste collega')).toContain(labels['outcome.unreadable']);
    expect(await after('h.json', JSON.stringify({ ...JSON.parse(toRoundText(STATE)), schema: 9 }))).toContain(
      labels['outcome.newer'],
    );
  });
});

describe('answers of another version of the test', () => {
  test('are taken in, and what does not match is told', async () => {
    const [first = [], ...none] = Object.values(assessment.codec);
    expect(none).toEqual([]);
    const [added = '', ...asked] = ITEMS.map(({ id }) => id);
    const older = {
      ...assessment,
      version: 2,
      codec: { 1: ['vroegere-vraag', ...first.filter((id) => id !== added)], 2: first },
    };
    const now = { ...view, model: { ...view.model, version: older.version, codec: older.codec } };
    const form = {
      ...formOf('ghjkmn', '2'),
      version: 1,
      answers: {
        ...Object.fromEntries(asked.map((id) => [id, '2'] as const)),
        'vroegere-vraag': '1' as const,
      },
    };
    localStorage.setItem(STORE_KEY, toRoundText(STATE));
    await goTo(PAGE);
    render(<GroupRound {...now} />);
    await toCollect();
    expect(await paste(encodeSubmission(now.model, form))).toEqual([
      expect.stringContaining(said('collect.version', { retired: 1, added: 1 })),
    ]);
    expect(rows()).toHaveLength(2);
  });
});

describe('typing over paper', () => {
  const row = (at: number) => document.querySelectorAll<HTMLFieldSetElement>('.sheets fieldset')[at]!;
  const key = (at: number, init: KeyboardEventInit) => fireEvent.keyDown(row(at), init);
  async function openSheet(number: string): Promise<void> {
    await toCollect();
    press(labels['sheet.open']);
    fireEvent.input(screen.getByLabelText(labels['sheet.number']), { target: { value: number } });
  }

  test.each([
    ['2', 'Digit2', '2'],
    ['é', 'Digit2', '2'],
    ['0', 'Numpad0', '0'],
    ['3', '', '3'],
    ['?', 'KeyM', 'u'],
    ['U', 'KeyU', 'u'],
    ['-', 'Minus', 'n'],
    ['–', '', 'n'],
    ['n', 'KeyN', 'n'],
    ['4', 'Digit4', null],
    ['Tab', 'Tab', null],
  ])('the key %s at %s is %s', (name, code, answer) => {
    expect(answerOfKey({ key: name, code })).toBe(answer);
  });

  test('goes to the next question by itself, and back to wipe', async () => {
    await openPage(STATE);
    await openSheet('7');
    key(0, { key: '2', code: 'Digit2' });
    expect(row(1).contains(document.activeElement)).toBe(true);
    key(1, { key: 'Backspace' });
    expect(row(0).contains(document.activeElement)).toBe(true);
    key(0, { key: 'Backspace' });
    expect(row(0).querySelector(':checked')).toBeNull();
    key(0, { key: 'Enter' });
    expect(row(1).contains(document.activeElement)).toBe(true);
    key(1, { key: 'c', code: 'KeyC', ctrlKey: true });
    const strict = ITEMS.findIndex(({ naAllowed }) => !naAllowed);
    key(strict, { key: 'n', code: 'KeyN' });
    expect(screen.getByText(labels['sheet.noNa'])).toBeTruthy();
  });

  test('a click chooses and stays', async () => {
    await openPage(STATE);
    await openSheet('7');
    const radio = row(0).querySelector<HTMLInputElement>('input[value="1"]')!;
    radio.focus();
    fireEvent.click(radio);
    expect(document.activeElement).toBe(radio);
  });

  test('a sheet needs a number; the same number shows the sheet and replaces it', async () => {
    await openPage(STATE);
    await openSheet('');
    press(labels['sheet.save']);
    expect(screen.getByText(labels['sheet.first'])).toBeTruthy();
    fireEvent.input(screen.getByLabelText(labels['sheet.number']), { target: { value: '7' } });
    for (const at of ITEMS.keys()) key(at, { key: '2', code: 'Digit2' });
    press(labels['sheet.save']);
    expect(rows()).toEqual([expect.stringContaining('Bedrijf 1'), expect.stringContaining('Blad 7')]);
    fireEvent.input(screen.getByLabelText(labels['sheet.number']), { target: { value: '7' } });
    expect(row(3).querySelector<HTMLInputElement>(':checked')?.value).toBe('2');
    key(0, { key: '0', code: 'Digit0' });
    press(labels['sheet.save']);
    const sheet = stored().collected['p00007'];
    expect(sheet?.revision).toBe(1);
    expect(Object.values(sheet?.answers ?? {}).join('')).toBe(`0${'2'.repeat(ITEMS.length - 1)}`);
  });

  test('a number that was not typed before begins empty, also after one that was', async () => {
    await openPage(putAnswers(model, STATE, 'p00007', answersOf('2')));
    await openSheet('7');
    expect(document.querySelectorAll('.sheets :checked')).toHaveLength(ITEMS.length);
    fireEvent.input(screen.getByLabelText(labels['sheet.number']), { target: { value: '78' } });
    expect(document.querySelectorAll('.sheets :checked')).toHaveLength(0);
  });
});

describe('one device passed round', () => {
  const kiosk = () => document.querySelector('dialog')!;
  async function passRound(): Promise<void> {
    await openPage(STATE);
    await toCollect();
    press(labels['kiosk.start']);
    await screen.findByText(labels['kiosk.next']);
  }
  const answer = (value: string) => {
    for (const radio of kiosk().querySelectorAll(`input[value="${value}"]`)) fireEvent.click(radio);
  };

  test('gives, hides and begins empty; the list of firms and the results are out of reach', async () => {
    await passRound();
    expect(document.querySelector('.firms, .steps-nav')).toBeNull();
    press(labels['kiosk.begin']);
    answer('3');
    press(labels['nav.next']);
    answer('3');
    press(labels['nav.next']);
    expect(kiosk().textContent).toContain(labels['kiosk.allAnswered']);
    press(labels['kiosk.give']);
    expect(heading().textContent).toBe(labels['kiosk.thanks']);
    expect(kiosk().querySelector('input')).toBeNull();
    expect(localStorage.getItem(TURN_KEY)).not.toMatch(/"[0-3un]"/);
    const added = Object.values(stored().collected)[1];
    expect(Object.values(added?.answers ?? {}).join('')).toBe('3'.repeat(ITEMS.length));
    press(labels['kiosk.begin']);
    expect(kiosk().querySelector(':checked')).toBeNull();
  });

  test('stopping in the middle keeps what others gave, and the turn if asked', async () => {
    await passRound();
    press(labels['kiosk.begin']);
    answer('1');
    press(labels['kiosk.stopTurn']);
    press(labels['kiosk.goOn']);
    expect(kiosk().querySelectorAll(':checked').length).toBeGreaterThan(0);
    press(labels['kiosk.stopTurn']);
    press(labels['kiosk.dropAndStop']);
    await screen.findByText(labels['collect.links']);
    expect(stored()).toEqual(STATE);
    expect(localStorage.getItem(TURN_KEY)).toBeNull();
  });

  test('after a reload asks whose turn it is before it shows an answer', async () => {
    await passRound();
    press(labels['kiosk.begin']);
    answer('1');
    cleanup();
    await openPage();
    await screen.findByText(labels['kiosk.resume']);
    expect(kiosk().querySelector('input')).toBeNull();
    press(labels['kiosk.drop']);
    press(labels['kiosk.begin']);
    expect(kiosk().querySelector(':checked')).toBeNull();
  });

  test('covers the other tabs, and a turn of a round that is gone leaves nothing behind', async () => {
    await openPage(STATE);
    await toCollect();
    const turn = JSON.stringify({
      kind: 'mini-cluster/ronde-beurt',
      round: ROUND.id,
      answers: answersOf('1'),
    });
    localStorage.setItem(TURN_KEY, turn);
    act(() => {
      dispatchEvent(new StorageEvent('storage', { key: TURN_KEY, newValue: turn }));
    });
    await screen.findByText(labels['kiosk.resume']);
    expect(document.querySelector('.firms')).toBeNull();
    changeElsewhere(null);
    await screen.findByRole('button', { name: labels['start.open'] });
    expect(localStorage.getItem(TURN_KEY)).toBeNull();
  });

  test('leaves no answers behind where a turn can no longer be written', async () => {
    await passRound();
    press(labels['kiosk.begin']);
    answer('1');
    fillStorage();
    answer('2');
    expect(localStorage.getItem(TURN_KEY)).toBeNull();
  });
});

describe('a part that comes apart', () => {
  test('that does not come says so, and comes on another try', async () => {
    let works = false;
    const load = () => (works ? Promise.resolve({ text: 'Hier' }) : Promise.reject(new Error('no network')));
    render(
      <Lazy load={load} labels={labels}>
        {({ text }) => <p>{text}</p>}
      </Lazy>,
    );
    await screen.findByText(labels['part.failed']);
    works = true;
    press(labels['part.retry']);
    await screen.findByText('Hier');
  });
});
