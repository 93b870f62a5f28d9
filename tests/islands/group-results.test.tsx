// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import GroupResults from '../../components/group/results/GroupResults.tsx';
import { decodePlan } from '../../src/domain/plan/index.ts';
import { agendaItems, agendaOf, planTalk, readGroup } from '../../components/group/results/reading.ts';
import { differenceText } from '../../components/group/results/texts.ts';
import { tableOf } from '../../components/group/results/take.ts';
import { fromRoundText, type RoundState, toRoundText } from '../../src/domain/round/index.ts';
import { useDevice } from './page.ts';
import { everywhere, makeRound, model, roundOf, view } from './rounds.ts';

vi.mock('../../src/browser/turns.ts', () => import('./at-once.ts'));

const { labels } = view;

const downloads = useDevice('/hulpmiddelen/groep/');
/** The round as it is after what was done. */
let current: RoundState;

function Host({ start }: { start: RoundState }) {
  const [state, setState] = useState(start);
  current = state;
  return <GroupResults view={view} state={state} onChange={(change) => setState(change)} />;
}

function show(state: RoundState, part?: keyof typeof PARTS): void {
  render(<Host start={state} />);
  if (part) open(part);
}

const PARTS = {
  standing: labels['results.view.standing'],
  talk: labels['results.view.talk'],
  shared: labels['results.view.shared'],
  items: labels['results.view.items'],
  next: labels['results.view.next'],
  time: labels['results.view.time'],
};

function open(part: keyof typeof PARTS): void {
  fireEvent.click(screen.getByRole('button', { name: PARTS[part] }));
}

/** What the shown part says; the report for paper stands beside it. */
const part = () => document.querySelector<HTMLElement>('.view')!;
const report = () => document.querySelector<HTMLElement>('.round-report')!;
const place = () => part().querySelector('.place-title')?.textContent;
const titleOf = (id: string) => model.items.find((item) => item.id === id)!.title;
const questionOf = (id: string) => model.items.find((item) => item.id === id)!.question;
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

/** Opens what is settled on an item, in the table of items. */
function settleInTable(id: string): void {
  const row = [...part().querySelectorAll('tr')].find((other) =>
    other.querySelector('th')?.textContent.startsWith(titleOf(id)),
  )!;
  fireEvent.click(row.querySelector('button')!);
}

/** Six firms that see one item in four ways, do not know another and agree on the rest. */
function six(more: Partial<RoundState> = {}): RoundState {
  const all = everywhere('3');
  return roundOf(
    [
      { ...all, 'gedeelde-visie': '0', 'taken-verdeeld': 'u' },
      { ...all, 'gedeelde-visie': '1', 'taken-verdeeld': 'u' },
      { ...all, 'gedeelde-visie': '2', 'strategie-gekozen': 'u', 'taken-verdeeld': 'u' },
      { ...all, 'strategie-gekozen': 'u', 'taken-verdeeld': 'u' },
      { ...all, 'taken-verdeeld': 'u' },
      { ...all, 'taken-verdeeld': 'u' },
    ],
    more,
  );
}

describe('with too few answers', () => {
  const two = roundOf([everywhere('3'), everywhere('0')]);

  test('nothing that follows from them is shown, anywhere', () => {
    show(two);
    expect(screen.getByText(labels['results.fewTitle'])).toBeTruthy();
    expect(place()).toBeUndefined();
    expect(screen.queryByRole('button', { name: labels['beamer.start'] })).toBeNull();
    for (const id of ['talk', 'shared', 'items', 'next', 'time'] as const) {
      open(id);
      expect(part().querySelector('[class*="heat-"]'), id).toBeNull();
      expect(part().querySelector('.distribution'), id).toBeNull();
      expect(place(), id).toBeUndefined();
    }
    expect(report().querySelector('table')).toBeNull();
    expect(
      tableOf(view, readGroup(model, two))
        .slice(1)
        .every((row) => row.slice(5, 13).join('') === ''),
    ).toBe(true);
    // Two groups that answered differently look the same.
    const text = document.body.textContent;
    cleanup();
    show(roundOf([everywhere('2'), everywhere('u')]));
    open('time');
    expect(document.body.textContent).toBe(text);
  });

  test('what they agree on together does show', () => {
    show(two, 'items');
    settleInTable('voorbeelden-gevonden');
    fireEvent.click(part().querySelector('input[value="1"]')!);
    open('standing');
    expect(place()).toContain('fase 1');
  });
});

test('an item that fewer than three answered shows nothing, while the others do', () => {
  const { bestaansreden: _left, ...rest } = everywhere('3');
  const state = roundOf([{ ...rest, bestaansreden: '0' }, { ...rest, bestaansreden: '3' }, rest, rest, rest]);
  show(state, 'items');
  const row = within(part()).getByRole('row', { name: new RegExp(`^${titleOf('bestaansreden')}`) });
  expect(row.textContent).toContain('minder dan 3 antwoorden');
  expect(row.querySelector('.number')).toBeNull();
  open('talk');
  expect(part().textContent).not.toContain(questionOf('bestaansreden'));
  open('shared');
  expect(part().textContent).toContain(labels['agreed.hidden']);
  open('standing');
  expect(part().textContent).toContain('Bij één vraag antwoordden minder dan 3 bedrijven');
});

describe('where the group stands', () => {
  test('is told with the rule, per phase what holds it, in words', () => {
    show(six());
    expect(place()).toBe('De groep zit in fase 4: Opbouwen');
    expect(part().textContent).toContain(labels['results.gateRule']);
    const row = within(part()).getByRole('row', { name: /^4\. Opbouwen/ });
    expect(row.textContent).toContain('ontbreekt nog');
    expect(row.textContent).toContain('gedeelde visie');
    expect(within(part()).getByRole('row', { name: /^1\./ }).textContent).toContain('in orde');
  });

  test('of a part of the phases says so', () => {
    const round = { ...six().round, phases: ['4-opbouwen', '5-concreet-uitwerken'] };
    show(six({ round }));
    expect(place()).toBe('Van de gevraagde fasen is de groep bij fase 4: Opbouwen');
    expect(part().textContent).toContain('U vroeg alleen fase 4, 5');
    expect(within(part()).getAllByRole('row')).toHaveLength(3);
  });

  test('follows from what was agreed, and tells what the answers alone say', () => {
    show(six({ agreements: { 'gedeelde-visie': { answer: '2', note: '' } } }));
    expect(place()).toBe('Alle acht fasen staan: de groep kan op eigen benen verder');
    expect(part().textContent).toContain('Volgens de antwoorden alleen: fase 4');
  });
});

describe('what to talk about first', () => {
  test('is sorted, with counts of every level, the question and the technique', () => {
    show(six(), 'talk');
    const cards = [...part().querySelectorAll('ol.talk > li')];
    expect(cards.map((card) => card.querySelector('h4')?.textContent)).toEqual([
      questionOf('gedeelde-visie'),
      questionOf('strategie-gekozen'),
    ]);
    const [first, second] = cards;
    expect([...first!.querySelectorAll('tbody b')].map((cell) => cell.textContent)).toEqual([
      '1',
      '1',
      '1',
      '3',
    ]);
    expect(first?.textContent).toContain('3 niveaus uit elkaar');
    expect(first?.textContent).toContain(view.talk['gedeelde-visie']?.question);
    expect(first?.querySelector('a')?.getAttribute('href')).toMatch(/^\/fiches\//);
    expect(second?.textContent).toContain('2 van 6 weten het niet');
  });

  test('uses a talk in a circle where the group is too small for the technique, and says why', () => {
    const [id] = Object.entries(view.talk).find(([, { technique }]) => technique === 'visgeraamte')!;
    expect(planTalk(view, id, 4)).toMatchObject({ technique: 'visgeraamte', instead: null, isShort: true });
    expect(planTalk(view, id, 3)).toMatchObject({ technique: 'kringgesprek', isShort: false });
    const all = everywhere('3');
    show(roundOf([{ ...all, [id]: '0' }, all, all]), 'talk');
    expect(part().textContent).toContain('u bent met te weinig voor');
    expect(part().textContent).toContain('Kringgesprek');
  });

  test('says when a talk takes less than the whole sheet', () => {
    const [id] = Object.entries(view.talk).find(([, { technique }]) => technique === 'visgeraamte')!;
    const all = everywhere('3');
    show(roundOf([{ ...all, [id]: '0' }, all, all, all]), 'talk');
    expect(part().textContent).toContain(
      'een eerste ronde of de korte vorm; de hele fiche vraagt 75 tot 120 minuten',
    );
  });

  test('is empty in a group that sees everything alike', () => {
    show(roundOf([everywhere('2'), everywhere('3'), everywhere('2')]), 'talk');
    expect(part().textContent).toBe(labels['talk.none']);
  });
});

test('what all have and what nobody knows stand apart', () => {
  show(six(), 'shared');
  const text = part().textContent;
  const nobody = text.slice(text.indexOf(labels['agreed.nobody']));
  expect(nobody).toContain(questionOf('taken-verdeeld'));
  expect(nobody).toContain('6 × weet het niet');
  expect(text).toContain('6 × op papier of aantoonbaar');
});

describe('the table of items', () => {
  test.each([6, 12])('has counts that add up to the %i firms, for every item of the round', (firms) => {
    const state = makeRound({ firms, seed: firms });
    show(state, 'items');
    const rows = [...part().querySelectorAll('.heat tbody tr')];
    expect(rows).toHaveLength(43);
    for (const row of rows) {
      const counts = [...row.querySelectorAll('td.number')]
        .slice(0, 7)
        .map((cell) => Number(cell.textContent));
      expect(
        counts.reduce((sum, count) => sum + count, 0),
        row.textContent,
      ).toBe(firms);
    }
    expect(part().querySelectorAll('caption, thead')).toHaveLength(8);
  });

  test('shades by share and keeps the number', () => {
    show(six(), 'items');
    const row = within(part()).getByRole('row', { name: new RegExp(`^${titleOf('gedeelde-visie')}`) });
    const cells = [...row.querySelectorAll('td.number')];
    expect(cells.slice(0, 4).map((cell) => [cell.textContent, /heat-\d/.exec(cell.className)?.[0]])).toEqual([
      ['1', 'heat-1'],
      ['1', 'heat-1'],
      ['1', 'heat-1'],
      ['3', 'heat-2'],
    ]);
    expect(cells[7]?.textContent).toBe('3');
  });

  test('shows names only when asked, with a warning, and never on paper', () => {
    const ids = Object.keys(six().collected);
    show(six({ names: { [ids[0]!]: 'Dakwerken Peeters' } }), 'items');
    expect(document.body.textContent).not.toContain('Dakwerken Peeters');
    fireEvent.click(screen.getByLabelText(labels['results.names']));
    expect(screen.getByText(labels['results.namesWarning'])).toBeTruthy();
    expect(part().textContent).toContain('nog niet begonnen: Dakwerken Peeters');
    expect(report().textContent).not.toContain('Dakwerken Peeters');
    open('talk');
    expect(part().textContent).not.toContain('Dakwerken Peeters');
  });

  test('offers no names where none were typed', () => {
    show(six(), 'items');
    expect(screen.queryByLabelText(labels['results.names'])).toBeNull();
  });
});

describe('settling a value', () => {
  test('keeps the answers, takes a note and can be undone', () => {
    const before = six();
    show(before, 'talk');
    const card = part().querySelector('ol.talk > li')!;
    const note = card.querySelector('textarea')!;
    expect(note.disabled).toBe(true);
    fireEvent.click(card.querySelector('input[value="2"]')!);
    fireEvent.input(note, { target: { value: 'Staat in het verslag van maart.' } });
    expect(current.agreements).toEqual({
      'gedeelde-visie': { answer: '2', note: 'Staat in het verslag van maart.' },
    });
    expect(current.collected).toBe(before.collected);
    expect([...card.querySelectorAll('tbody b')].map((cell) => cell.textContent)).toEqual([
      '1',
      '1',
      '1',
      '3',
    ]);
    expect(card.querySelector('.agreed')?.textContent).toContain('Staat in het verslag van maart.');
    open('next');
    expect(part().textContent).toContain('Staat in het verslag van maart.');
    expect(part().textContent).toContain('1 × nog niet begonnen');
    open('talk');
    press(new RegExp(`^${labels['agreed.clear']}`));
    expect(current.agreements).toEqual({});
    expect(document.activeElement?.tagName).toBe('FIELDSET');
  });

  test('"not agreed yet" counts as not sure', () => {
    show(six({ agreements: { 'gedeelde-visie': { answer: 'u', note: 'Twee verhalen.' } } }));
    expect(place()).toBe('De groep zit in fase 4 of verder');
    expect(part().textContent).toContain('Over één punt dat nodig is');
  });

  test('that carries the place is told on paper too, beside what the answers say', () => {
    show(six({ agreements: { 'gedeelde-visie': { answer: '2', note: 'Eén\nTwee' } } }));
    const place = report().querySelector('.report-place')!.textContent;
    expect(place).toContain('Eén afgesproken waarde telt hierin mee. Volgens de antwoorden alleen: fase 4.');
    expect(report().querySelector('thead')!.textContent).toContain('Uit de antwoorden');
  });

  test('allows "does not apply" only where the item does', () => {
    show(six(), 'items');
    settleInTable('oproep-gedaan');
    expect(part().querySelector('.settle input[value="n"]')).toBeTruthy();
    settleInTable('infomoment-gehouden');
    expect(part().querySelector('.settle input[value="n"]')).toBeNull();
  });
});

test('how many do not know is told in the singular and the plural', () => {
  const { summary } = readGroup(model, six()).items.find(({ item }) => item.id === 'strategie-gekozen')!;
  expect(differenceText(view, { ...summary, spread: 0, unknown: 1 })).toMatch(/^1 van \d weet het niet$/);
  expect(differenceText(view, { ...summary, spread: 0 })).toBe('2 van 6 weten het niet');
});

describe('the next meeting', () => {
  test.each([60, 90, 150])('fits in %i minutes, and names what does not', (minutes) => {
    const state = makeRound({ firms: 12, seed: 12 });
    const reading = readGroup(model, state);
    const agenda = agendaOf(view, reading, minutes);
    expect(agenda.minutes).toBeLessThanOrEqual(minutes);
    expect(agenda.parts.length - 2 + agenda.left.length).toBe(agendaItems(view, reading).length);
    show(state, 'next');
    fireEvent.click(screen.getByLabelText(`${minutes} minuten`));
    const table = part().querySelector('table.agenda')!;
    expect(table.querySelector('tfoot td')?.textContent).toBe(String(agenda.minutes));
    for (const id of agenda.left) expect(part().textContent).toContain(titleOf(id));
    expect(report().textContent).toContain(`Volgende vergadering, ${agenda.minutes} minuten`);
    // It goes on in the composer: the same minutes, the techniques that were proposed, no words of the group.
    const link = screen.getByRole('link', { name: labels['agenda.compose'] }).getAttribute('href') ?? '';
    const [page, fragment = ''] = link.split('#');
    const decoded = decodePlan(fragment, new Set(Object.keys(view.techniques)));
    expect(page).toBe(view.agendaHref);
    expect(decoded).toMatchObject({ ok: true, unknown: [] });
    expect(decoded.ok && decoded.plan.items.map(({ minutes }) => minutes)).toEqual(
      agenda.parts.map(({ minutes }) => minutes),
    );
  });

  test('tells what one firm says as such, and what all say or agreed as the state of the group', () => {
    const all = everywhere('1');
    const firms = [{ ...all, 'voorbeelden-gevonden': '0' as const }, all, all];
    const nowOf = (id: string) => {
      const step = [...part().querySelectorAll('ol.steps > li')].find((li) =>
        li.textContent.includes(titleOf(id)),
      );
      return step?.querySelector('p.hint')?.textContent;
    };
    show(roundOf(firms), 'next');
    expect(nowOf('voorbeelden-gevonden')).toMatch(/^Volgens het laagste antwoord: /);
    expect(nowOf('tijd-vrijgemaakt')).toMatch(/^Nu: /);
    cleanup();
    const agreements = { 'voorbeelden-gevonden': { answer: '1', note: '' } } as const;
    show(roundOf(firms, { agreements }), 'next');
    expect(nowOf('voorbeelden-gevonden')).toMatch(/^Nu: /);
  });

  test('puts what is needed before the rest and leaves out what is settled', () => {
    const reading = readGroup(model, six({ agreements: { 'gedeelde-visie': { answer: '2', note: '' } } }));
    expect(agendaItems(view, reading).map(({ id }) => id)).toEqual(['strategie-gekozen']);
    expect(agendaItems(view, readGroup(model, six())).map(({ id }) => id)[0]).toBe('gedeelde-visie');
  });

  test('can be copied as text, also where the clipboard is closed', async () => {
    show(six(), 'next');
    const written: string[] = [];
    vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void written.push(text) } });
    press(labels['agenda.copy']);
    await screen.findByText(labels['agenda.copied']);
    expect(written[0]).toMatch(/^Agenda, \d+ minuten\n\n10’ {2}Openingsronde\n/);
    expect(written[0]).toContain(view.talk['gedeelde-visie']?.question);
    vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('closed')) } });
    press(labels['agenda.copy']);
    const field = await screen.findByLabelText<HTMLTextAreaElement>(labels['agenda.text']);
    expect(field.value).toBe(written[0]);
  });

  test('has the talk of an hour, with the first three questions', () => {
    show(makeRound({ firms: 12, seed: 12 }), 'next');
    const script = part().querySelector('.talk-script')!;
    const minutes = [...script.querySelectorAll('.minutes')].map((text) =>
      parseInt(text.textContent.slice(3)),
    );
    expect(minutes.reduce((sum, length) => sum + length, 0)).toBe(60);
    expect(script.querySelectorAll('ul > li')).toHaveLength(3);
  });
});

describe('over time', () => {
  const earlier = { ...six().round, id: 'a1b2c3' };

  function choose(text: string, name = 'vroeger.json'): void {
    const input = part().querySelector<HTMLInputElement>('input[type="file"]')!;
    fireEvent.change(input, { target: { files: [new File([text], name)] } });
  }

  test('tells item by item what changed, with an arrow and a word', async () => {
    const all = everywhere('3');
    const before = roundOf([{ ...all, 'charter-getekend': '0' }, all, all], {
      round: earlier,
      date: '2026-03-12',
    });
    show(six(), 'time');
    choose(toRoundText(before));
    await screen.findByText(/Van 12 maart 2026 naar 20 november 2026/);
    const row = (id: string) => within(part()).getByRole('row', { name: new RegExp(titleOf(id)) });
    expect(row('charter-getekend').textContent).toContain(
      'nog niet begonnenop papier of aantoonbaar↑ vooruit',
    );
    expect(row('gedeelde-visie').textContent).toContain('↓ achteruit');
    expect(row('taken-verdeeld').textContent).toContain('niet zeker↔ anders');
    press(labels['followUp.remove']);
    expect(part().querySelector('table.changes')).toBeNull();
  });

  test('tells how many answered what, also where the lowest answer stayed, and never of too few', async () => {
    const all = everywhere('3');
    const low = { ...all, 'charter-getekend': '0' as const };
    show(roundOf([low, all, all, all]), 'time');
    choose(toRoundText(roundOf([low, low, all], { round: earlier, date: '2026-03-12' })));
    const same = await screen.findByText(new RegExp(`^${titleOf('charter-getekend')}: nog niet begonnen`));
    const counts =
      'Toen: 2 × nog niet begonnen, 1 × op papier of aantoonbaar. ' +
      'Nu: 1 × nog niet begonnen, 3 × op papier of aantoonbaar.';
    expect(same.querySelector('small')?.textContent).toBe(counts);
    choose(toRoundText(roundOf([low, low], { round: earlier, date: '2026-03-12' })));
    await screen.findByText(labels['followUp.few']);
    expect(part().textContent).not.toContain('2 × nog niet begonnen');
    cleanup();
    show(roundOf([all, all, all, all]), 'time');
    choose(toRoundText(roundOf([low, low, all], { round: earlier, date: '2026-03-12' })));
    await screen.findByText('↑', { exact: false });
    expect(part().querySelector('.changes .counts')?.textContent).toBe(
      'Toen: 2 × nog niet begonnen, 1 × op papier of aantoonbaar. Nu: 4 × op papier of aantoonbaar.',
    );
  });

  test('lists what is newly asked and what is no longer asked', async () => {
    const all = everywhere('3');
    const round = { ...earlier, start: 'formal' as const, phases: model.routes.formal };
    show(roundOf([all, all, all], { round: { ...round, id: 'zzzzzz' } }), 'time');
    const old = { ...all, 'oude-vraag': '2' as const };
    const before = roundOf([old, old, old], { round: earlier });
    choose(toRoundText(before));
    await screen.findByText(labels['followUp.retired']);
    expect(part().textContent).toContain('Infomoment gehouden');
  });

  test('refuses a file that is none, of this round, or of something else, in plain words', async () => {
    show(six(), 'time');
    choose('geen json', 'kapot.json');
    await screen.findByText(/kapot\.json kunnen we niet lezen/);
    choose('{"kind":"mini-cluster/fasetest"}', 'ander.json');
    await screen.findByText(/ander\.json is niet van een groepsronde/);
    choose(toRoundText(six()), 'zelf.json');
    await screen.findByText(/zelf\.json is van deze ronde zelf/);
    expect(part().querySelector('table.changes')).toBeNull();
  });

  test('keeps a target per phase and counts toward it', () => {
    show(six(), 'time');
    const select = screen.getByLabelText('Doel voor fase 4: Opbouwen');
    fireEvent.change(select, { target: { value: 'all' } });
    expect(current.targets).toEqual({ '4-opbouwen': 'all' });
    const row = select.closest('tr')!;
    expect(row.textContent).toContain('5 van 7');
    fireEvent.change(select, { target: { value: 'gates' } });
    expect(row.textContent).toContain('2 van 3');
    fireEvent.change(select, { target: { value: 'none' } });
    expect(current.targets).toEqual({});
  });
});

describe('the big screen', () => {
  test('shows the question, then the counts, then the technique, by keyboard', () => {
    const ids = Object.keys(six().collected);
    show(six({ names: { [ids[0]!]: 'Dakwerken Peeters' } }));
    press(labels['beamer.start']);
    const dialog = document.querySelector('dialog')!;
    const slide = dialog.querySelector('.slide')!;
    const key = (name: string) => fireEvent.keyDown(slide, { key: name });
    expect(dialog.querySelector('h2')?.textContent).toBe(view.talk['gedeelde-visie']?.question);
    expect(dialog.querySelector('table')).toBeNull();
    key(' ');
    expect(dialog.querySelectorAll('tbody tr')).toHaveLength(4);
    expect(dialog.querySelector('.then')).toBeNull();
    key('ArrowRight');
    expect(dialog.querySelector('.then')?.textContent).toContain('minuten');
    key('PageDown');
    expect(dialog.querySelector('h2')?.textContent).toBe(view.talk['strategie-gekozen']?.question);
    key('ArrowLeft');
    expect(dialog.querySelector('.then')).toBeTruthy();
    key('End');
    key('ArrowRight');
    expect(dialog.textContent).toContain('2 van 2');
    key('Home');
    expect(dialog.textContent).toContain('1 van 2');
    expect(dialog.textContent).not.toContain('Dakwerken Peeters');
    fireEvent.click(within(dialog).getByRole('button', { name: labels['beamer.close'] }));
    expect(document.querySelector('dialog')).toBeNull();
    expect(document.activeElement?.textContent).toBe(labels['beamer.start']);
  });

  test('can show what all have, what nobody knows and everything', () => {
    show(six());
    const choice = screen.getByLabelText<HTMLSelectElement>(
      new RegExp(`^${labels['beamer.choose'].slice(0, -1)}`),
    );
    expect([...choice.options].map((option) => option.textContent)).toEqual([
      'De gesprekspunten (2)',
      'Wat er volgens iedereen is (40)',
      'Wat niemand weet (1)',
      'Alle vragen (43)',
    ]);
    fireEvent.change(choice, { target: { value: 'nobody' } });
    press(labels['beamer.start']);
    const slide = document.querySelector('dialog .slide')!;
    fireEvent.keyDown(slide, { key: ' ' });
    fireEvent.keyDown(slide, { key: ' ' });
    expect(slide.textContent).toContain(labels['beamer.doNobody']);
  });
});

describe('what can be taken along', () => {
  const schema = z.fromJSONSchema(
    JSON.parse(
      readFileSync(resolve(import.meta.dirname, '../../public/schema/groepsronde-1.json'), 'utf8'),
    ) as Parameters<typeof z.fromJSONSchema>[0],
  );

  test.each([0, 2, 6, 12])(
    'the file of %i firms follows the published schema, and opens again',
    async (firms) => {
      const made = makeRound({ firms, seed: firms });
      const state = {
        ...made,
        agreements: { bestaansreden: { answer: '2' as const, note: 'Zie verslag.' } },
        names: Object.fromEntries(Object.keys(made.collected).map((id) => [id, `Bedrijf ${id}`])),
        targets: { '4-opbouwen': 'gates' as const },
      };
      show(state);
      press(labels['results.json']);
      const text = await downloads[0]!.file.text();
      expect(schema.safeParse(JSON.parse(text)).error).toBeUndefined();
      expect(fromRoundText(model, text)).toEqual({ ok: true, lost: [], state });
    },
  );

  test('the schema notices what is wrong', () => {
    const good = JSON.parse(toRoundText(six())) as Record<string, unknown>;
    expect(schema.safeParse(good).success).toBe(true);
    for (const [key, value] of Object.entries({
      kind: 'iets anders',
      schema: 2,
      date: '20 november',
      targets: { '4-opbouwen': 'alles' },
      agreements: { bestaansreden: { answer: '7', note: '' } },
      round: { ...six().round, id: 'ILOU00' },
      collected: { aaaaaa: { id: 'aaaaaa' } },
    }))
      expect(schema.safeParse({ ...good, [key]: value }).success, key).toBe(false);
  });

  test('the table has a row per item, and a note that is no formula', async () => {
    const note = '=HYPERLINK("https://example.org")';
    show(
      six({ agreements: { bestaansreden: { answer: '2', note } }, names: { aaaaa0: 'Dakwerken Peeters' } }),
    );
    press(labels['results.csv']);
    const text = await downloads[0]!.file.text();
    const rows = text.trim().split('\r\n');
    expect(rows).toHaveLength(44);
    expect(text).toContain(`"'=HYPERLINK(""https://example.org"")"`);
    expect(text).not.toContain('Dakwerken');
    expect(rows.find((row) => row.includes(';gedeelde-visie;'))).toContain(';1;1;1;3;0;0;0;3;ontbreekt nog;');
  });

  test('the report says where the group stands, what to talk about, what was agreed and what comes next', () => {
    show(six({ agreements: { bestaansreden: { answer: '2', note: 'Zie verslag.' } } }));
    const text = report().textContent;
    expect(text).toContain('20 november 2026 · 6 bedrijven antwoordden · fase 1, 2, 3, 4, 5, 6, 7, 8');
    expect(text).toContain('De groep zit in fase 4: Opbouwen');
    expect(text).toContain(`${titleOf('gedeelde-visie')} (1 × nog niet begonnen, 1 × begonnen`);
    expect(text).toContain('afgesproken en in gebruik. Zie verslag.');
    expect(report().querySelectorAll('.heat tbody tr')).toHaveLength(43);
  });
});
