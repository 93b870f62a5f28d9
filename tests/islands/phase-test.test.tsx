// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { loadResult, PhaseTest } from '../../components/assessment/PhaseTest.tsx';
import { prefetch } from '../../components/tool/lazy.tsx';
import type { PhaseName, View } from '../../components/assessment/view.ts';
import { pickLabels } from '../../components/tool/labels.ts';
import nl from '../../content/i18n/nl.json';
import {
  type Answers,
  askedItems,
  encode,
  type Entry,
  evaluate,
  fromSavedText,
  type LocalItem,
  localize,
  type Start,
  START_LIST,
  toSavedText,
} from '../../src/domain/assessment/index.ts';
import { phaseSchema } from '../../src/domain/phase/schema.ts';
import { fill, sealLink, textIn } from '../../src/domain/shared/index.ts';
import { assessment } from '../unit/assessment/models.ts';
import { goTo, useDevice } from './page.ts';

vi.mock('../../src/browser/turns.ts', () => import('./at-once.ts'));

// On a page the result comes while the reader answers.
beforeAll(async () => {
  prefetch([loadResult]);
  await loadResult();
  await Promise.resolve();
});

/** The key under which readers have their answers. It never changes. */
const STORE_KEY = 'mini-cluster:fasetest:1';
const PAGE = '/hulpmiddelen/fasetest/';

const model = localize(assessment, 'nl');
const labels = pickLabels(nl, 'assessment');
const folder = resolve(import.meta.dirname, '../../content/phases');
const phases: PhaseName[] = readdirSync(folder)
  .map((file) => {
    const id = file.replace('.yaml', '');
    const { number, name } = phaseSchema.parse(parse(readFileSync(resolve(folder, file), 'utf8')));
    return { id, number, name: textIn(name, 'nl'), href: `/methode/${id}/` };
  })
  .sort((a, b) => a.number - b.number);
const view: View = { model, phases, labels, lang: 'nl' };

const downloads = useDevice(PAGE);

/** Opens the page, with `fragment` in its address. */
async function openPage(fragment = ''): Promise<void> {
  await goTo(`${PAGE}${fragment && '#'}${fragment}`);
  render(<PhaseTest {...view} />);
}

/** Follows a link to `#fragment` on the page, as a browser does: the history first, then the fragment. */
async function follow(fragment: string): Promise<void> {
  await act(async () => {
    const changed = new Promise((done) => addEventListener('hashchange', done, { once: true }));
    location.hash = fragment;
    history.replaceState(null, '');
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
    await changed;
  });
}

async function goBack(): Promise<void> {
  await act(async () => {
    const changed = new Promise((done) => addEventListener('popstate', done, { once: true }));
    history.back();
    await changed;
  });
}

function press(name: string | RegExp): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

function item(id: string): LocalItem {
  return model.items.find((other) => other.id === id)!;
}

function phaseTitle(id: string): string {
  const { number, name } = phases.find((phase) => phase.id === id)!;
  return fill(labels['step.phase'], { n: number, name });
}

const nav = () => screen.getByRole('navigation', { name: labels.steps });
const heading = () => screen.getByRole('heading', { level: 2 });
const radio = (group: HTMLElement, value: string) =>
  group.querySelector<HTMLInputElement>(`input[value="${value}"]`)!;
const question = (id: string) => screen.getByRole('group', { name: item(id).question });
const checked = (id: string) => question(id).querySelector<HTMLInputElement>(':checked')?.value;
const place = () => document.querySelector('.place h3')?.textContent;
const notices = () => document.querySelector('.notices')!.textContent;

/** Goes to a step by its button in the list of steps. */
function toStep(step: string): void {
  const phase = phases.find(({ id }) => id === step);
  const button = within(nav())
    .getAllByRole('button')
    .find((other) => (phase ? other.textContent.includes(phase.name) : other.textContent === step))!;
  fireEvent.click(button);
}

const toResult = () => toStep(labels['step.result']);
const toReview = () => toStep(labels['step.review']);

function choose(start: Start): void {
  fireEvent.click(radio(screen.getByRole('group', { name: labels['start.legend'] }), start));
}

/** Answers items, going to the phase of each. */
function answer(answers: Answers): void {
  for (const [id, value] of Object.entries(answers)) {
    if (heading().textContent !== phaseTitle(item(id).phase)) toStep(item(id).phase);
    fireEvent.click(radio(question(id), value));
  }
}

function store(entry: Entry): string {
  const text = toSavedText(model, entry);
  localStorage.setItem(STORE_KEY, text);
  return text;
}

function stored(): Entry | null {
  const loaded = fromSavedText(model, localStorage.getItem(STORE_KEY) ?? '');
  return loaded.ok ? loaded.entry : null;
}

async function downloaded(at: number): Promise<Entry | null> {
  const loaded = fromSavedText(model, await downloads[at]!.file.text());
  return loaded.ok ? loaded.entry : null;
}

const OWN: Entry = {
  start: 'formal',
  answers: { bestaansreden: '3', 'coordinatie-gekozen': '1', 'vertegenwoordiger-gekozen': 'n' },
};
const THEIRS: Entry = { start: 'new', answers: { 'voorbeelden-gevonden': '0', bestaansreden: 'u' } };

describe('the start', () => {
  test('is the only thing asked at first', async () => {
    await openPage();
    expect(screen.getAllByRole('group')).toHaveLength(1);
    expect(heading().textContent).toBe(labels['step.start']);
    expect(screen.queryByRole('navigation')).toBeNull();
  });

  test.each(START_LIST)('"%s" shows the steps and the number of questions on its route', async (start) => {
    await openPage();
    choose(start);
    const steps = within(nav())
      .getAllByRole('button')
      .map((button) => button.querySelector('.name')?.textContent ?? button.textContent);
    const names = model.routes[start].map((id) => phases.find((phase) => phase.id === id)!.name);
    expect(steps).toEqual([labels['step.start'], ...names, labels['step.review'], labels['step.result']]);
    expect(nav().textContent).toContain(
      fill(labels['progress'], { answered: 0, asked: askedItems(model, start).length }),
    );
  });

  test('changed later keeps the answers, also those it does not ask', async () => {
    await openPage();
    choose('new');
    answer({ 'voorbeelden-gevonden': '2', bestaansreden: '1' });
    toStep(labels['step.start']);
    choose('formal');
    answer({ 'coordinatie-gekozen': '3' });
    toStep(labels['step.start']);
    choose('new');
    expect(stored()).toEqual({
      start: 'new',
      answers: { 'voorbeelden-gevonden': '2', bestaansreden: '1', 'coordinatie-gekozen': '3' },
    });
    toStep('1-zich-inspireren');
    expect(checked('voorbeelden-gevonden')).toBe('2');
  });
});

describe('the questions', () => {
  test.each(START_LIST)(
    'every choice for "%s" is a named radio in a group named after its question',
    async (start) => {
      await openPage();
      const first = screen.getByRole('group', { name: labels['start.legend'] });
      expect(within(first).getAllByRole('radio')).toHaveLength(START_LIST.length);
      for (const option of START_LIST) {
        within(first).getByRole('radio', { name: new RegExp(`^${labels[`start.${option}`]}`) });
      }
      choose(start);
      for (const phase of model.routes[start]) {
        toStep(phase);
        const asked = (askedItems(model, start) as LocalItem[]).filter((other) => other.phase === phase);
        expect(screen.getAllByRole('group')).toHaveLength(asked.length);
        for (const { id, levels, naAllowed } of asked) {
          const group = question(id);
          expect(group.tagName).toBe('FIELDSET');
          expect(group.firstElementChild?.tagName).toBe('LEGEND');
          const names = [...levels, labels['answer.u'], ...(naAllowed ? [labels['answer.n']] : [])];
          const radios = within(group).getAllByRole<HTMLInputElement>('radio');
          expect(radios).toEqual(names.map((name) => within(group).getByRole('radio', { name })));
          expect(radios.map(({ value }) => value)).toEqual([
            '0',
            '1',
            '2',
            '3',
            'u',
            ...(naAllowed ? ['n'] : []),
          ]);
          expect(new Set(radios.map(({ name }) => name))).toEqual(new Set([id]));
        }
      }
    },
  );

  test('an answer can be wiped again', async () => {
    await openPage();
    choose('formal');
    answer({ bestaansreden: '2' });
    fireEvent.click(within(question('bestaansreden')).getByRole('button', { name: /^Antwoord wissen/ }));
    expect(checked('bestaansreden')).toBeUndefined();
    expect(stored()).toEqual({ start: 'formal', answers: {} });
  });

  test('changing one answer from the review keeps the others', async () => {
    await openPage();
    choose('formal');
    answer({ bestaansreden: '2', 'coordinatie-gekozen': 'u', 'pitch-getest': '0' });
    toReview();
    press(fill(labels['review.changeItem'], { title: item('coordinatie-gekozen').title }));
    fireEvent.click(radio(question('coordinatie-gekozen'), '3'));
    expect(checked('bestaansreden')).toBe('2');
    expect(stored()?.answers).toEqual({
      bestaansreden: '2',
      'coordinatie-gekozen': '3',
      'pitch-getest': '0',
    });
  });

  test('the review shows every asked question with its answer', async () => {
    store(OWN);
    await openPage();
    toReview();
    const rows = [...document.querySelectorAll('dl > div')].map((row) => [
      row.querySelector('dt')?.textContent,
      row.querySelector('dd')?.textContent,
    ]);
    const texts: Record<string, string> = {
      bestaansreden: item('bestaansreden').levels[3]!,
      'coordinatie-gekozen': item('coordinatie-gekozen').levels[1]!,
      'vertegenwoordiger-gekozen': labels['answer.n'],
    };
    expect(rows).toEqual(
      (askedItems(model, 'formal') as LocalItem[]).map(({ id, question }) => [
        question,
        texts[id] ?? labels['answer.none'],
      ]),
    );
  });
});

describe('the result', () => {
  test('says "or further" when only an unknown answer stands between the group and the end', async () => {
    const gates = askedItems(model, 'formal').filter(({ kind }) => kind === 'gate');
    const answers = Object.fromEntries(gates.map(({ id }) => [id, '2' as const]));
    store({ start: 'formal', answers: { ...answers, 'naam-gekozen': 'u' } });
    await openPage();
    toResult();
    expect(place()).toBe(fill(labels['result.upToDone'], { n: 7 }));
  });

  test('asks for answers while there are none', async () => {
    await openPage();
    choose('formal');
    toResult();
    expect(screen.getByText(labels['result.none'])).toBeTruthy();
  });

  test.each(['new', 'formal'] as const)(
    'answering the gates of a phase moves the position on (%s)',
    async (start) => {
      await openPage();
      choose(start);
      const gates = askedItems(model, start).filter(({ kind }) => kind === 'gate');
      const route = model.routes[start];
      answer(Object.fromEntries(gates.map(({ id }) => [id, '0' as const])));
      for (const phase of route) {
        toResult();
        const { number, name } = phases.find(({ id }) => id === phase)!;
        expect(place()).toBe(fill(labels['result.at'], { n: number, name }));
        const own = gates.filter((other) => other.phase === phase);
        answer(Object.fromEntries(own.map(({ id }) => [id, '2' as const])));
      }
      toResult();
      expect(place()).toBe(labels[start === 'new' ? 'result.done' : 'result.doneRoute']);
    },
  );

  test('is a range as long as an unknown answer decides, and leads to the question', async () => {
    store({
      start: 'formal',
      answers: { bestaansreden: '2', 'coordinatie-gekozen': 'u', 'pitch-getest': '0' },
    });
    await openPage();
    toResult();
    expect(place()).toBe(fill(labels['result.between'], { n: 4, m: 5 }));
    const decisive = document.querySelector<HTMLElement>('.place ul')!;
    expect(within(decisive).getAllByRole('button')).toHaveLength(1);
    fireEvent.click(within(decisive).getByRole('button'));
    expect(document.activeElement).toBe(question('coordinatie-gekozen'));
  });

  test('gives at most five next steps, each with the way to do it', async () => {
    const answers = Object.fromEntries(askedItems(model, 'formal').map(({ id }) => [id, '0' as const]));
    const entry = {
      start: 'formal',
      answers: { ...answers, bestaansreden: '2', 'coordinatie-gekozen': '2' },
    } as const;
    store(entry);
    await openPage();
    toResult();
    const steps = [...document.querySelectorAll('ol.steps > li')].map((step) => [
      step.querySelector('.do')?.textContent,
      step.querySelector('a')?.getAttribute('href'),
    ]);
    const { nextSteps } = evaluate(model, entry.start, entry.answers);
    expect(steps).toEqual(nextSteps.map((id) => [item(id).next, item(id).anchor]));
    expect(steps).toHaveLength(5);
  });

  test('prints all answers, also when their list is closed', async () => {
    store(OWN);
    await openPage();
    toResult();
    const list = document.querySelector<HTMLDetailsElement>('details.all-answers')!;
    expect(list.open).toBe(false);
    dispatchEvent(new Event('beforeprint'));
    expect(list.open).toBe(true);
  });
});

describe('the focus', () => {
  test('stays where it is when the page opens', async () => {
    store(OWN);
    await openPage();
    expect(document.activeElement).toBe(document.body);
  });

  test('goes to the heading of the step, by button, by list and by going back', async () => {
    await openPage();
    choose('formal');
    press(labels['start.begin']);
    expect(document.activeElement).toBe(heading());
    expect(heading().textContent).toBe(phaseTitle('4-opbouwen'));
    fireEvent.click(radio(question('bestaansreden'), '2'));
    heading().blur();
    press(labels['nav.next']);
    expect(document.activeElement).toBe(heading());
    expect(heading().textContent).toBe(phaseTitle('5-concreet-uitwerken'));
    heading().blur();
    toReview();
    expect(document.activeElement).toBe(heading());
    expect(heading().textContent).toBe(labels['step.review']);
    heading().blur();
    await goBack();
    expect(document.activeElement).toBe(heading());
    expect(heading().textContent).toBe(phaseTitle('5-concreet-uitwerken'));
  });

  test('goes to the question from "wijzigen" in the review', async () => {
    store(OWN);
    await openPage();
    toReview();
    press(fill(labels['review.changeItem'], { title: item('pitch-getest').title }));
    expect(heading().textContent).toBe(phaseTitle('5-concreet-uitwerken'));
    expect(document.activeElement).toBe(question('pitch-getest'));
  });

  test('stays on the radio while answering', async () => {
    await openPage();
    choose('formal');
    press(labels['start.begin']);
    const choice = radio(question('bestaansreden'), '2');
    choice.focus();
    fireEvent.click(choice);
    expect(document.activeElement).toBe(choice);
  });

  test('goes to the heading at once when the current step is asked for, not at the next answer', async () => {
    await openPage();
    choose('formal');
    press(labels['start.begin']);
    heading().blur();
    toStep('4-opbouwen');
    expect(document.activeElement).toBe(heading());
    const choice = radio(question('bestaansreden'), '2');
    choice.focus();
    fireEvent.click(choice);
    expect(document.activeElement).toBe(choice);
  });
});

describe('the history of the tab', () => {
  test('goes back step by step, to the start', async () => {
    await openPage();
    choose('formal');
    press(labels['start.begin']);
    press(labels['nav.next']);
    await goBack();
    expect(heading().textContent).toBe(phaseTitle('4-opbouwen'));
    await goBack();
    expect(heading().textContent).toBe(labels['step.start']);
  });

  test('an ordinary anchor is ignored: step, focus, answers and address stay', async () => {
    await openPage();
    choose('formal');
    answer({ bestaansreden: '2' });
    const choice = radio(question('bestaansreden'), '2');
    choice.focus();
    await follow('hoe-deze-test-werkt');
    expect(heading().textContent).toBe(phaseTitle('4-opbouwen'));
    expect(document.activeElement).toBe(choice);
    expect(notices()).toBe('');
    expect(location.hash).toBe('#hoe-deze-test-werkt');
    expect(stored()).toEqual({ start: 'formal', answers: { bestaansreden: '2' } });
  });

  test('going back to an anchor shows the step that stood there', async () => {
    await openPage();
    choose('formal');
    press(labels['start.begin']);
    await follow('hoe-deze-test-werkt');
    press(labels['nav.next']);
    await goBack();
    expect(heading().textContent).toBe(phaseTitle('4-opbouwen'));
  });

  test('going back to where a link was opened shows its result again', async () => {
    await openPage(encode(model, THEIRS));
    toReview();
    await goBack();
    expect(heading().textContent).toBe(labels['step.result']);
  });

  test('an ordinary anchor in the address opens the tool as usual', async () => {
    store(OWN);
    await openPage('hoe-deze-test-werkt');
    expect(heading().textContent).toBe(labels['step.start']);
    expect(notices()).toBe('');
    expect(location.hash).toBe('#hoe-deze-test-werkt');
  });
});

describe('saving on the device', () => {
  test('every answer is saved, and stands there on the next visit', async () => {
    await openPage();
    choose('formal');
    answer(OWN.answers);
    expect(stored()).toEqual(OWN);
    expect(nav().textContent).toContain(labels['saved.ok']);
    cleanup();
    await openPage();
    expect(
      screen.getByText(
        fill(labels['start.resumeText'], { answered: 3, asked: askedItems(model, 'formal').length }),
      ),
    ).toBeTruthy();
    press(labels['start.continue']);
    expect(heading().textContent).toBe(phaseTitle('4-opbouwen'));
    expect(Object.fromEntries(Object.keys(OWN.answers).map((id) => [id, checked(id)]))).toEqual(OWN.answers);
  });

  test('opening the page saves nothing', async () => {
    await openPage();
    expect(localStorage.getItem(STORE_KEY)).toBeNull();
  });

  test('blocked storage is told, and the tool works', async () => {
    vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('', 'SecurityError');
    });
    await openPage();
    expect(notices()).toBe(labels['saved.blocked']);
    choose('formal');
    answer({ bestaansreden: '0', 'coordinatie-gekozen': '2' });
    toResult();
    expect(place()).toBe(fill(labels['result.at'], { n: 4, name: 'Opbouwen' }));
    expect(notices()).toBe(labels['saved.blocked']);
  });

  test('a link opened where storage is blocked is not said to be kept', async () => {
    vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('', 'SecurityError');
    });
    await openPage(encode(model, { start: 'formal', answers: { bestaansreden: '0' } }));
    expect(heading().textContent).toBe(labels['step.result']);
    expect(notices()).toBe(labels['saved.blocked']);
  });

  test.each(['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED'])(
    'full storage (%s) is told, and the tool works',
    async (name) => {
      vi.stubGlobal('localStorage', {
        getItem: () => null,
        setItem: () => {
          throw new DOMException('', name);
        },
        removeItem: () => undefined,
        clear: () => undefined,
      });
      await openPage();
      expect(notices()).toBe('');
      choose('formal');
      expect(notices()).toBe(labels['saved.full']);
      answer({ bestaansreden: '2' });
      expect(checked('bestaansreden')).toBe('2');
      expect(nav().textContent).not.toContain(labels['saved.ok']);
    },
  );

  test.each(['{"kind"', '[]', '{"kind":"iets anders","answers":{}}'])(
    'what we cannot read (%s) stays untouched until "begin opnieuw", which keeps it as a file',
    async (text) => {
      localStorage.setItem(STORE_KEY, text);
      await openPage();
      expect(notices()).toContain(labels['notice.unreadable']);
      choose('formal');
      answer({ bestaansreden: '2' });
      expect(localStorage.getItem(STORE_KEY)).toBe(text);
      press(labels['notice.startAfresh']);
      expect(await downloads[0]!.file.text()).toBe(text);
      expect(stored()).toEqual({ start: 'formal', answers: { bestaansreden: '2' } });
      expect(notices()).toBe('');
    },
  );

  test('saved answers that the test no longer has are named, the rest is there', async () => {
    localStorage.setItem(STORE_KEY, toSavedText(model, { ...OWN, answers: { ...OWN.answers, weg: '2' } }));
    await openPage();
    expect(notices()).toContain(fill(labels['notice.retired.one'], { ids: 'weg' }));
    toStep('4-opbouwen');
    expect(checked('bestaansreden')).toBe('3');
  });

  test('what another tab saves shows here', async () => {
    await openPage();
    choose('formal');
    act(() => {
      dispatchEvent(new StorageEvent('storage', { key: STORE_KEY, newValue: toSavedText(model, OWN) }));
      dispatchEvent(
        new StorageEvent('storage', { key: 'iets anders', newValue: toSavedText(model, THEIRS) }),
      );
    });
    toStep('4-opbouwen');
    expect(checked('bestaansreden')).toBe('3');
    expect(stored()).toEqual(OWN);
  });

  test('when another tab began afresh, what it saved counts here too', async () => {
    localStorage.setItem(STORE_KEY, '?');
    await openPage();
    const text = store(OWN);
    act(() => void dispatchEvent(new StorageEvent('storage', { key: STORE_KEY, newValue: text })));
    expect(notices()).toBe('');
    answer({ 'pitch-getest': '1' });
    expect(stored()).toEqual({ ...OWN, answers: { ...OWN.answers, 'pitch-getest': '1' } });
  });
});

describe('a link', () => {
  test('in an empty tool opens on the result and becomes the reader’s own', async () => {
    await openPage(encode(model, THEIRS));
    expect(heading().textContent).toBe(labels['step.result']);
    expect(place()).toBe(fill(labels['result.at'], { n: 1, name: 'Zich inspireren' }));
    expect(notices()).toContain(labels['notice.fromLinkAdopted']);
    expect(stored()).toEqual(THEIRS);
    // The link leaves the address: a reload must not bring its first answers back over later ones.
    expect(location.hash).toBe('');
  });

  test('beside own answers offers both, shows the link’s and leaves the saved ones as they are', async () => {
    const text = store(OWN);
    await openPage(encode(model, THEIRS));
    expect(notices()).toContain(labels['notice.fromLink']);
    expect(screen.getByRole('button', { name: labels['notice.leave'] })).toBeTruthy();
    expect(screen.getByRole('button', { name: labels['notice.keep'] })).toBeTruthy();
    expect(nav().textContent).toContain(labels['saved.notYet']);
    answer({ 'voorbeelden-gevonden': '3' });
    expect(localStorage.getItem(STORE_KEY)).toBe(text);
  });

  test('can be left: the own answers are back', async () => {
    store(OWN);
    await openPage(encode(model, THEIRS));
    press(labels['notice.leave']);
    expect(notices()).toBe('');
    expect(location.hash).toBe('');
    toStep('4-opbouwen');
    expect(checked('bestaansreden')).toBe('3');
    expect(stored()).toEqual(OWN);
    expect(downloads).toEqual([]);
  });

  test('can be kept: the own answers come as a file, the link’s are saved', async () => {
    store(OWN);
    await openPage(encode(model, THEIRS));
    press(labels['notice.keep']);
    expect(await downloaded(0)).toEqual(OWN);
    expect(stored()).toEqual(THEIRS);
    expect(location.hash).toBe('');
    expect(notices()).toBe('');
  });

  test('opened in the same tab, at any step, does the same', async () => {
    const text = store(OWN);
    await openPage();
    toStep('4-opbouwen');
    await follow(encode(model, THEIRS));
    expect(heading().textContent).toBe(labels['step.result']);
    expect(document.activeElement).toBe(heading());
    expect(notices()).toContain(labels['notice.fromLink']);
    expect(localStorage.getItem(STORE_KEY)).toBe(text);
  });

  test('to the reader’s own answers asks nothing', async () => {
    store(OWN);
    await openPage(encode(model, OWN));
    expect(notices()).toBe('');
    expect(stored()).toEqual(OWN);
  });

  test('beside saved answers we cannot read does not overwrite them', async () => {
    localStorage.setItem(STORE_KEY, '?');
    await openPage(encode(model, THEIRS));
    expect(heading().textContent).toBe(labels['step.result']);
    expect(localStorage.getItem(STORE_KEY)).toBe('?');
  });

  test.each([
    ['damaged', encode(model, THEIRS).slice(0, -5)],
    ['newer', sealLink('a', model.version + 1, 'n')],
    ['foreign', encode(model, THEIRS).replace('a1.', 'b1.')],
  ] as const)('that is %s says so and keeps the own answers', async (reason, fragment) => {
    const text = store(OWN);
    await openPage(fragment);
    expect(notices()).toContain(labels[`notice.${reason}`]);
    expect(heading().textContent).toBe(labels['step.start']);
    expect(localStorage.getItem(STORE_KEY)).toBe(text);
    expect(location.hash).toBe('');
    toStep('4-opbouwen');
    expect(checked('bestaansreden')).toBe('3');
  });

  test('of an older version says what left and what is new', async () => {
    const older = { ...model, codec: { 1: ['weg', 'bestaansreden'] } };
    const newer: View = {
      ...view,
      model: { ...model, version: 2, codec: { ...older.codec, 2: model.codec[1]! } },
    };
    const link = encode(older, { start: 'formal', answers: { weg: '2', bestaansreden: '1' } });
    await goTo(`${PAGE}#${link}`);
    render(<PhaseTest {...newer} />);
    expect(notices()).toContain(labels['notice.older']);
    expect(notices()).toContain(fill(labels['notice.retired.one'], { ids: 'weg' }));
    expect(notices()).toContain(`Er zijn ${model.items.length - 1} nieuwe vragen`);
    toStep('4-opbouwen');
    expect(checked('bestaansreden')).toBe('1');
  });

  test('of this version with an answer that is not allowed names it', async () => {
    await openPage(encode(model, { start: 'formal', answers: { bestaansreden: 'n', 'pitch-getest': '2' } }));
    expect(notices()).toContain('bestaansreden');
    expect(notices()).not.toContain(labels['notice.older']);
    expect(stored()?.answers).toEqual({ 'pitch-getest': '2' });
  });
});

describe('keeping and passing on', () => {
  async function openResult(): Promise<void> {
    store(OWN);
    await openPage();
    toResult();
  }

  test('the link on the result opens these answers', async () => {
    await openResult();
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: labels['share.link'] });
    expect(field.value).toBe(`${location.origin}${PAGE}#${encode(model, OWN)}`);
  });

  test.each([
    ['allowed', 'share.copied', () => Promise.resolve()],
    ['refused', 'share.copyFailed', () => Promise.reject(new Error('no'))],
  ] as const)('copying the link, when %s, says so', async (_how, message, writeText) => {
    await openResult();
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(writeText);
    press(labels['share.copy']);
    expect(write).toHaveBeenCalledWith(`${location.origin}${PAGE}#${encode(model, OWN)}`);
    expect(await screen.findByText(labels[message])).toBeTruthy();
    const { selectionStart, selectionEnd, value } = screen.getByRole<HTMLInputElement>('textbox');
    const selected = value.slice(selectionStart ?? 0, selectionEnd ?? 0);
    expect(selected).toBe(message === 'share.copyFailed' ? value : '');
  });

  test('the JSON file holds the answers, the table one row per asked question', async () => {
    await openResult();
    press(labels['share.json']);
    press(labels['share.csv']);
    expect(downloads.map(({ name }) => name.replace(/\d{4}-\d\d-\d\d/, 'dag'))).toEqual([
      'fasetest-dag.json',
      'fasetest-dag.csv',
    ]);
    expect(await downloaded(0)).toEqual(OWN);
    const rows = (await downloads[1]!.file.text()).trim().split('\r\n');
    expect(rows).toHaveLength(1 + askedItems(model, 'formal').length);
    expect(rows.find((row) => row.includes('bestaansreden'))).toContain(item('bestaansreden').levels[3]);
  });

  /** Opens a file with `text` and waits until the tool says `message`. */
  async function openFile(text: string, message: string): Promise<void> {
    const input = document.querySelector<HTMLInputElement>('input[type="file"]')!;
    fireEvent.change(input, { target: { files: [new File([text], 'fasetest.json')] } });
    await screen.findByText(message);
  }

  test('a file beside own answers offers both and overwrites nothing', async () => {
    await openResult();
    const text = localStorage.getItem(STORE_KEY);
    await openFile(toSavedText(model, THEIRS, '2026-01-01'), labels['notice.fromLink']);
    expect(place()).toBe(fill(labels['result.at'], { n: 1, name: 'Zich inspireren' }));
    expect(localStorage.getItem(STORE_KEY)).toBe(text);
  });

  test.each([
    ['notice.fileUnreadable', 'geen JSON'],
    ['notice.fileForeign', '{"kind":"iets anders"}'],
    ['notice.fileUnreadable', toSavedText(model, THEIRS) + ' '.repeat(200_000)],
  ] as const)('a wrong file says %s and changes nothing', async (message, text) => {
    await openResult();
    await openFile(text, labels[message]);
    expect(stored()).toEqual(OWN);
    expect(place()).toBe(fill(labels['result.at'], { n: 4, name: 'Opbouwen' }));
  });

  test('the empty form is marked for print until the print is over', async () => {
    await openResult();
    const print = vi.fn();
    vi.stubGlobal('print', print);
    press(labels['share.paper']);
    expect(print).toHaveBeenCalledOnce();
    expect(document.documentElement.dataset).toHaveProperty('printPaper');
    dispatchEvent(new Event('afterprint'));
    expect(document.documentElement.dataset).not.toHaveProperty('printPaper');
  });
});

describe('wiping everything', () => {
  test('asks first, and can be called off', async () => {
    const text = store(OWN);
    await openPage();
    toResult();
    press(labels['share.reset']);
    expect(screen.getByText(labels['reset.text'])).toBeTruthy();
    expect(localStorage.getItem(STORE_KEY)).toBe(text);
    press(labels['reset.cancel']);
    expect(screen.queryByText(labels['reset.text'])).toBeNull();
    expect(localStorage.getItem(STORE_KEY)).toBe(text);
    expect(downloads).toEqual([]);
  });

  test('gives the answers as a file, empties the device and begins anew', async () => {
    store(OWN);
    await openPage();
    toResult();
    press(labels['share.reset']);
    press(labels['reset.confirm']);
    expect(await downloaded(0)).toEqual(OWN);
    expect(localStorage.getItem(STORE_KEY)).toBeNull();
    expect(notices()).toContain(labels['reset.done']);
    expect(heading().textContent).toBe(labels['step.start']);
    expect(document.querySelector(':checked')).toBeNull();
    choose('formal');
    answer({ bestaansreden: '1' });
    toStep(labels['step.start']);
    expect(screen.queryByText(labels['start.continue'])).toBeNull();
    expect(stored()).toEqual({ start: 'formal', answers: { bestaansreden: '1' } });
  });

  test('leaves nothing for the next visit', async () => {
    store(OWN);
    await openPage();
    toResult();
    press(labels['share.reset']);
    press(labels['reset.confirm']);
    cleanup();
    await openPage();
    expect(document.querySelector(':checked')).toBeNull();
  });

  test('goes on saying that storage is blocked', async () => {
    vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('', 'SecurityError');
    });
    await openPage();
    choose('formal');
    toResult();
    press(labels['share.reset']);
    press(labels['reset.confirm']);
    expect(notices()).toContain(labels['saved.blocked']);
  });

  test('while a link is open gives the own answers as a file, for those are wiped', async () => {
    store(OWN);
    await openPage(encode(model, THEIRS));
    press(labels['share.reset']);
    press(labels['reset.confirm']);
    expect(await downloaded(0)).toEqual(OWN);
    expect(localStorage.getItem(STORE_KEY)).toBeNull();
  });

  test('while there is something we cannot read gives that as a file too, and saves again from then on', async () => {
    localStorage.setItem(STORE_KEY, '?');
    await openPage();
    choose('formal');
    answer({ bestaansreden: '2' });
    toResult();
    press(labels['share.reset']);
    press(labels['reset.confirm']);
    const texts = await Promise.all(downloads.map(({ file }) => file.text()));
    expect(texts).toContain('?');
    expect(notices()).not.toContain(labels['notice.unreadable']);
    expect(localStorage.getItem(STORE_KEY)).toBeNull();
    choose('new');
    expect(stored()).toEqual({ start: 'new', answers: {} });
  });
});
