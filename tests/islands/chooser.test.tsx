// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { Chooser } from '../../components/chooser/Chooser.tsx';
import { askedOf, makeView } from '../../components/chooser/make-view.ts';
import type { View, Words } from '../../components/chooser/view.ts';
import nl from '../../content/i18n/nl.json';
import {
  type Chooser as ChooserData,
  encode,
  type Entry,
  fromSavedText,
  toSavedText,
} from '../../src/domain/chooser/index.ts';
import { chooserSchema } from '../../src/domain/chooser/schema.ts';
import { fill, sealLink } from '../../src/domain/shared/index.ts';
import { allDrawn, goTo, useDevice } from './page.ts';

/** The key under which readers have their answers. It never changes. */
const STORE_KEY = 'mini-cluster:proef:1';
const PAGE = '/hulpmiddelen/proef/';
const WORDS = '/keuzehulp/proef/nl.json';

const data = chooserSchema.parse(
  parse(readFileSync(resolve(import.meta.dirname, '../unit/chooser/fixture.yaml'), 'utf8')),
);

/** The small chooser of the unit tests as a page would show it, or a changed copy of it. */
function viewOf(chooser: ChooserData = data): View {
  return makeView({
    id: 'proef',
    name: 'Naar de beurs',
    chooser,
    amounts: [],
    sources: [{ id: 'ecobuild-2017', data: { title: 'Mini-clusters', language: 'nl', year: 2017 } }],
    strings: nl,
    locale: 'nl',
    href: (path) => `/map${path}`,
  });
}
const view = viewOf();
const { model, labels } = view;

const downloads = useDevice(PAGE);

afterEach(() => {
  vi.useRealTimers();
});

/** Opens the page, with `fragment` in its address. */
async function openPage(fragment = '', shown: View = view): Promise<void> {
  await goTo(`${PAGE}${fragment && '#'}${fragment}`);
  const { model, sources, evidence } = shown;
  vi.stubGlobal('fetch', async (address: string) => {
    if (address !== WORDS) throw new Error(`Nothing stands at ${address}.`);
    return Response.json({ model, sources, evidence } satisfies Words);
  });
  render(<Chooser view={askedOf(shown)} wordsHref={WORDS} />);
}

const heading = () => screen.getByRole('heading', { level: 2 });
const notices = () => document.querySelector('.notices')!.textContent;
const live = () => screen.getByRole('complementary', { name: labels['live.title'] });
const nav = () => screen.getByRole('navigation', { name: labels.steps });
const result = () => document.querySelector<HTMLElement>('.result')!;
const stage = (id: string) => document.getElementById(`stap-${id}`)!;
const question = (id: string) =>
  screen.getByRole('group', { name: model.questions.find((one) => one.id === id)!.text });
const radio = (group: HTMLElement, value: string) =>
  group.querySelector<HTMLInputElement>(`input[value="${value}"]`)!;
const checked = (id: string) => question(id).querySelector<HTMLInputElement>(':checked')?.value;

function press(name: string | RegExp, within_: HTMLElement = document.body): void {
  fireEvent.click(within(within_).getByRole('button', { name }));
}

/** Goes to a step by its button in the list of steps, which is there after the first step. */
function toStep(name: string): void {
  if (!document.querySelector('.steps-nav')) press(labels['nav.next']);
  const button = within(nav())
    .getAllByRole('button')
    .find((one) => (one.querySelector('.name')?.textContent ?? one.textContent) === name)!;
  fireEvent.click(button);
}

function answer(answers: Readonly<Record<string, string>>): void {
  for (const [id, value] of Object.entries(answers)) {
    const { screen: at } = model.questions.find((one) => one.id === id)!;
    const { name } = model.screens.find((one) => one.id === at)!;
    if (heading().textContent !== name) toStep(name);
    fireEvent.click(radio(question(id), value));
  }
}

/** Goes to the result and waits for it: its view comes apart from the questions. */
async function toResult(): Promise<void> {
  toStep(labels['step.result']);
  await waitFor(() => expect(document.querySelector('.memo')).toBeTruthy());
  await allDrawn();
}

function store(entry: Entry): string {
  const text = toSavedText('mini-cluster/proef', model, entry);
  localStorage.setItem(STORE_KEY, text);
  return text;
}

function read(text: string): Entry | null {
  const loaded = fromSavedText('mini-cluster/proef', model, text);
  return loaded.ok ? loaded.entry : null;
}
const stored = () => read(localStorage.getItem(STORE_KEY) ?? '');

const WALK = { 'met-hoeveel': 'weinig', 'hoe-ver': 'dichtbij', haast: 'nee' };
const FAR = { 'met-hoeveel': 'veel', 'hoe-ver': 'ver', haast: 'ja' };
const OWN: Entry = { answers: WALK, importance: { gemak: 4 } };
const THEIRS: Entry = { answers: { ...FAR, haast: 'u' }, importance: {} };

describe('the questions', () => {
  test('stand on their screen as named radios, always with "weet ik niet" and their help', async () => {
    await openPage();
    for (const { id, name } of model.screens) {
      if (heading().textContent !== name) toStep(name);
      const own = model.questions.filter((one) => one.screen === id);
      expect(document.querySelectorAll('fieldset')).toHaveLength(own.length);
      for (const { id, values, help } of own) {
        const radios = within(question(id)).getAllByRole<HTMLInputElement>('radio');
        expect(radios.map(({ value }) => value)).toEqual([...values.map((value) => value.id), 'u']);
        expect(radios.map((one) => one.closest('label')!.textContent)).toEqual([
          ...values.map(({ text }) => text),
          labels['answer.u'],
        ]);
        if (help) expect(question(id).textContent).toContain(help);
      }
    }
  });

  test('say why they are asked, from the rules', async () => {
    await openPage();
    toStep('De reis');
    const why = (id: string) => question(id).querySelector('details')!.textContent;
    await waitFor(() => expect(why('haast')).toContain('Het weegt mee voor'));
    expect(why('hoe-ver')).toContain('Uw antwoord kan dit uitsluiten: Te voet.');
    expect(why('hoe-ver')).toContain('Het bepaalt mee of deze stap nodig is: Blijven slapen.');
    expect(why('hoe-ver')).toContain(labels['why.stops']);
    expect(why('haast')).toContain('Het weegt mee voor: Gemak en Kosten.');
  });

  test('can be left open again', async () => {
    await openPage();
    answer({ 'met-hoeveel': 'veel' });
    press(/^Antwoord wissen/);
    expect(checked('met-hoeveel')).toBeUndefined();
    expect(document.activeElement).toBe(question('met-hoeveel'));
    // Nothing is left to keep, so nothing is kept.
    expect(localStorage.getItem(STORE_KEY)).toBeNull();
  });

  test('that no longer matter step aside with their answers, but not above the last one answered', async () => {
    const both: ChooserData['rules'][number] = {
      kind: 'weigh',
      id: 'g-proef',
      options: ['bus'],
      criterion: 'gemak',
      weight: 1,
      when: {
        kind: 'all',
        of: [
          { kind: 'in', question: 'hoe-ver', values: ['ver'] },
          { kind: 'in', question: 'haast', values: ['ja'] },
        ],
      },
      text: { nl: 'Proef.' },
      grounds: ['redactie'],
    };
    const stages = data.stages.map((one) => ({ ...one, triggers: [] }));
    await openPage('', viewOf({ ...data, rules: [both], stages }));
    const aside = () => document.querySelector<HTMLElement>('details.no-difference');
    // No rule looks at the number: it is aside from the start, and its answer is kept.
    expect(aside()!.querySelector('summary')!.textContent).toBe(labels['noDifference.one']);
    fireEvent.click(radio(question('met-hoeveel'), 'veel'));
    toStep('De reis');
    expect(aside()).toBeNull();
    // Without haste the distance plays no part any more. It stands above, so it stays until the next visit.
    fireEvent.click(radio(question('haast'), 'nee'));
    expect(aside()).toBeNull();
    expect(nav().textContent).toContain(fill(labels['progress'], { answered: 1, asked: 1 }));
    toStep('De groep');
    toStep('De reis');
    expect(within(aside()!).getByRole('group', { name: 'Hoe ver is het?' })).toBeTruthy();
    // And back: once it matters again it has its place again.
    fireEvent.click(radio(question('haast'), 'ja'));
    expect(aside()).toBeNull();
    // Nearby, haste plays no part. It stands below, so it steps aside at once.
    fireEvent.click(radio(question('hoe-ver'), 'dichtbij'));
    expect(within(aside()!).getByRole('group', { name: 'Hebt u haast?' })).toBeTruthy();
    expect(stored()?.answers).toEqual({ 'met-hoeveel': 'veel', 'hoe-ver': 'dichtbij', haast: 'ja' });
  });
});

describe('what is still possible', () => {
  test('shows every option at first, and drops one with its reason under its own heading', async () => {
    await openPage();
    await waitFor(() => expect(live().textContent).toContain('4 van 4 zijn nog mogelijk'));
    expect(within(live()).queryByText(labels['live.out'])).toBeNull();
    answer({ 'hoe-ver': 'ver' });
    await waitFor(() => expect(live().textContent).toContain('3 van 4 zijn nog mogelijk'));
    const out = within(live()).getByText(labels['live.out']).closest('section')!;
    expect(
      within(out)
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toEqual(['✕ Te voet Zo ver stapt niemand.']);
  });

  test('says in a screen reader only what changed, once the reader is done', async () => {
    await openPage();
    const said = within(live()).getByRole('status');
    expect(said.textContent).toBe('');
    answer({ haast: 'ja', 'hoe-ver': 'ver' });
    await waitFor(() => expect(live().textContent).toContain('3 van 4'));
    expect(said.textContent).toBe('');
    const now = within(live()).getByRole('status');
    await waitFor(() => expect(now.textContent).toContain('Afgevallen: Te voet.'), { timeout: 3000 });
  });

  test('tells which one stands in front', async () => {
    await openPage();
    answer(WALK);
    await waitFor(() => expect(live().textContent).toContain(`Te voet ${labels['live.leads']}`));
  });
});

describe('another name', () => {
  test.each(['omni', 'OMNIBUS', 'char a bancs', 'bancs'])(
    '%s leads to what it stands for today',
    async (typed) => {
      await openPage();
      fireEvent.input(screen.getByLabelText(labels['terms.label']), { target: { value: typed } });
      expect(screen.getByText(/Heet nu bus/)).toBeTruthy();
      expect(
        screen
          .getByText(/Heet nu bus/)
          .querySelector('a')!
          .getAttribute('href'),
      ).toBe('/map/methode/2-interesseren/');
    },
  );

  test('that is not known says so; one letter asks nothing yet', async () => {
    await openPage();
    const field = screen.getByLabelText(labels['terms.label']);
    fireEvent.input(field, { target: { value: 'q' } });
    expect(screen.queryByText(labels['terms.none'])).toBeNull();
    fireEvent.input(field, { target: { value: 'quad' } });
    expect(screen.getByText(labels['terms.none'])).toBeTruthy();
  });
});

describe('the review', () => {
  test('shows every answer and leads to its question', async () => {
    store({ answers: { 'met-hoeveel': 'veel', haast: 'u' }, importance: {} });
    await openPage();
    toStep(labels['step.review']);
    await waitFor(() => expect(document.querySelector('dl.review')).toBeTruthy());
    const rows = [...document.querySelectorAll('dl.review > div')].map((row) => [
      row.querySelector('dt')?.textContent,
      row.querySelector('dd')?.textContent,
    ]);
    expect(rows).toEqual([
      ['Met hoeveel bent u?', 'Met vijf of meer'],
      ['Hoe ver is het?', labels['answer.none']],
      ['Hebt u haast?', labels['answer.u']],
    ]);
    press('Wijzigen: Haast');
    expect(document.activeElement).toBe(question('haast'));
  });

  test('sets how much a criterion counts, and normal leaves no trace', async () => {
    await openPage();
    answer({ 'met-hoeveel': 'veel' });
    toStep(labels['step.review']);
    await waitFor(() => expect(document.querySelector('.weights')).toBeTruthy());
    const choose = (criterion: string, name: string) =>
      fireEvent.click(within(screen.getByRole('group', { name: criterion })).getByRole('radio', { name }));
    choose('Gemak', labels['weigh.less']);
    choose('Kosten', labels['weigh.more']);
    expect(stored()?.importance).toEqual({ gemak: 1, kosten: 4 });
    choose('Gemak', labels['weigh.normal']);
    expect(stored()?.importance).toEqual({ kosten: 4 });
  });
});

describe('the result', () => {
  async function open(answers: Readonly<Record<string, string>>, shown = view): Promise<void> {
    store({ answers, importance: {} });
    await openPage('', shown);
    await toResult();
  }

  test('asks for answers while there are none', async () => {
    await openPage();
    toStep(labels['step.result']);
    await screen.findByText(labels['result.none']);
  });

  test('says what leads each step, and when a step is due', async () => {
    await open(FAR);
    expect(stage('heen').textContent).toContain(
      'Alleen Met de bus blijft over. Dat is geen voorkeur: al het andere valt af.',
    );
    expect(stage('blijven').querySelector('h3')!.textContent).toContain(labels['due.yes']);
    expect(within(stage('blijven')).getByText(/Het is ver/)).toBeTruthy();
    const ladder = screen.getByRole('list', { name: labels['ladder.label'] });
    expect(
      within(ladder)
        .getAllByRole('listitem')
        .map((one) => one.querySelector('strong')?.textContent),
    ).toEqual(['Met de bus', 'Hotel']);
    // Nothing is open any more, so nothing is said of open questions.
    expect(result().textContent).not.toContain(labels['verdict.leads.open']);
  });

  test('is whole on paper, also when it is printed before all of it has come', async () => {
    await open({ 'met-hoeveel': 'veel', 'hoe-ver': 'halfweg' });
    const whole = result().textContent;
    toStep(labels['step.review']);
    toStep(labels['step.result']);
    await waitFor(() => expect(result()).toBeTruthy());
    expect(result().textContent).not.toBe(whole);
    dispatchEvent(new Event('beforeprint'));
    await Promise.resolve();
    expect(result().textContent).toBe(whole);
    dispatchEvent(new Event('afterprint'));
  });

  test('of a page that is older than the words of its rules says so, and leaves the answers alone', async () => {
    await openPage();
    const renamed = model.rules.map((rule) => ({ ...rule, id: `nieuw-${rule.id}` }));
    vi.stubGlobal('fetch', async () =>
      Response.json({ ...view, model: { ...model, rules: renamed } } satisfies Words),
    );
    answer(FAR);
    toStep(labels['step.result']);
    await screen.findByText(labels['part.failed']);
    expect(labels['part.failed']).toContain('herlaad');
    expect(stored()?.answers).toEqual(FAR);
    vi.stubGlobal('fetch', async () => Response.json(view satisfies Words));
    press(labels['part.retry']);
    await waitFor(() => expect(document.querySelector('.memo')).toBeTruthy());
  });

  test('keeps a step that is not due closed, with what would make it due', async () => {
    await open(WALK);
    const block = stage('blijven');
    expect(block.querySelector('h3')!.textContent).toContain(labels['due.no']);
    expect(block.querySelector<HTMLDetailsElement>('details.not-due')!.open).toBe(false);
    const would = within(block).getByText(labels['triggers.would']).closest('details')!;
    expect(would.textContent).toContain('Het is ver.');
    expect(would.textContent).toContain(`${labels['triggers.judge']}U bent moe.`);
  });

  test('gives per option the reasons for and against with their weight, warnings, referrals and duties', async () => {
    await open({ 'met-hoeveel': 'veel', 'hoe-ver': 'halfweg', haast: 'nee' });
    const cards = [...stage('heen').querySelectorAll<HTMLElement>('.option')];
    expect(cards.map((card) => card.querySelector('h4')!.textContent)).toEqual(['Te voet', 'Met de bus']);
    const [walk, bus] = cards as [HTMLElement, HTMLElement];
    expect(bus.querySelector('.score')!.textContent).toBe('weging +2');
    expect([...bus.querySelectorAll('.reasons li')].map((one) => one.textContent)).toEqual([
      expect.stringContaining('+voor: Een bus is sneller.'),
      expect.stringContaining('+voor: Met velen is een bus goedkoop'),
    ]);
    expect(bus.textContent).toContain('Vraag de weg aan een gids.');
    expect(bus.querySelector('details.duties')!.textContent).toContain('Koop vooraf een kaartje.');
    expect(walk.textContent).toContain('Het kan regenen.');
    expect(walk.querySelector('a')!.getAttribute('href')).toBe('/map/methode/1-zich-inspireren/');
    // A stop sign stands before all options, not in them.
    expect(walk.textContent).not.toContain('Stap niet in het donker.');
    expect(within(result()).getByText(labels['stops.sure']).closest('section')!.textContent).toContain(
      'Stap niet in het donker.',
    );
  });

  test('lists what is out with every reason and the answers that bring it back', async () => {
    await open(FAR);
    const out = stage('blijven').querySelector('.excluded-options')!;
    expect(out.textContent).toContain('Grote groepen mogen alleen een tent zetten op de eerste dag.');
    expect([...out.querySelectorAll('.back li')].map((one) => one.textContent)).toEqual([
      'Aantal: “Met minder dan vijf”',
      'Haast: “Nee”',
    ]);
    fireEvent.click(within(out as HTMLElement).getByRole('button', { name: 'Haast' }));
    expect(document.activeElement).toBe(question('haast'));
  });

  test('names the questions that decide, and what hangs on an open answer', async () => {
    await open({ 'met-hoeveel': 'veel', 'hoe-ver': 'halfweg' });
    const verdict = stage('blijven').querySelector<HTMLElement>('.verdict')!;
    expect(verdict.textContent).toContain('Hier kan nog vooraan komen: Hotel of Tent.');
    await waitFor(() =>
      expect(
        within(verdict)
          .getAllByRole('button')
          .map((one) => one.textContent),
      ).toEqual(['Haast']),
    );
    const tent = [...document.querySelectorAll<HTMLElement>('.option')].find(
      (card) => card.querySelector('h4')!.textContent === 'Tent',
    )!;
    expect(tent.textContent).toContain(labels['status.open']);
    expect(tent.querySelector('.unsure')!.textContent).toContain(`${labels['hangsOn']} Haast`);
    expect(screen.getByText(labels['stops.maybeHint'])).toBeTruthy();
    fireEvent.click(within(verdict).getByRole('button'));
    expect(document.activeElement).toBe(question('haast'));
  });

  test('says that a lead stands whatever the open questions bring', async () => {
    await open({ 'met-hoeveel': 'veel', 'hoe-ver': 'ver' });
    expect(stage('heen').querySelector('.verdict')!.textContent).toBe(
      `Alleen Met de bus blijft over. Dat is geen voorkeur: al het andere valt af. ${labels['verdict.leads.open']}`,
    );
  });

  test('says when nothing fits, and what stands equal', async () => {
    const strict: ChooserData = {
      ...data,
      rules: data.rules.map((rule) =>
        rule.id === 'x-te-ver' ? { ...rule, options: ['te-voet', 'bus'] } : rule,
      ),
    };
    await open(FAR, viewOf(strict));
    expect(stage('heen').querySelector('.verdict')!.textContent).toBe(labels['verdict.none']);
    cleanup();
    const even: ChooserData = { ...data, rules: data.rules.filter(({ kind }) => kind !== 'weigh') };
    await open(WALK, viewOf(even));
    expect(stage('heen').querySelector('.verdict')!.textContent).toContain(
      'Te voet en Met de bus staan gelijk.',
    );
  });

  test('tells what another answer and another weight would change', async () => {
    await open({ 'met-hoeveel': 'veel', 'hoe-ver': 'dichtbij', haast: 'ja' });
    await waitFor(() => expect(stage('heen').querySelector('.turning')).toBeTruthy());
    const turning = stage('heen').querySelector('.turning')!;
    expect(stage('heen').querySelector('.verdict')!.textContent).toContain('staan gelijk');
    expect(turning.textContent).toContain('“Verder”: Met de bus past hier het best bij uw antwoorden.');
    cleanup();
    await open(WALK);
    await waitFor(() =>
      expect(stage('heen').textContent).toContain(`${labels['firm.title']} ${labels['firm.yes']}`),
    );
    expect(stage('heen').textContent).toContain(fill(labels['firm.yesText'], { option: 'Te voet' }));
  });

  test('says which weight would turn a lead that is not firm', async () => {
    await open({ 'met-hoeveel': 'weinig', 'hoe-ver': 'dichtbij', haast: 'ja' });
    await waitFor(() => expect(stage('heen').textContent).toContain(labels['firm.no']));
    expect(stage('heen').textContent).toContain('Weegt “Gemak” meer:');
  });

  test('shows on demand what each statement rests on', async () => {
    await open(FAR);
    const reason = [...document.querySelectorAll<HTMLElement>('.excluded-options .said')].find((one) =>
      one.textContent.includes('Grote groepen'),
    )!;
    const mark = within(reason).getByRole('button', { name: /^Waarop steunt dit\? wettekst/ });
    const panel = document.getElementById(mark.getAttribute('popovertarget')!)!;
    expect(panel.getAttribute('popover')).toBe('auto');
    expect(panel.textContent).toBe('');
    fireEvent.click(mark);
    expect(panel.textContent).toContain('Reglement van de beurs');
    expect(panel.textContent).toContain(nl['legal.tier.statute']);
    expect(panel.textContent).toContain('art. 1');
    expect(panel.textContent).toContain('22 november 2026');
    expect(panel.textContent).toContain('Nagekeken; vroeger');
    const source = within(panel).getByRole('link');
    expect(source.getAttribute('href')).toBe('/map/bronnen/#ecobuild-2017');
    expect(source.textContent).toBe('Mini-clusters (2017)');
  });

  test('warns where a check is older than a year', async () => {
    vi.useFakeTimers({ now: new Date('2027-11-22T12:00:00'), toFake: ['Date'] });
    await open(FAR);
    const mark = screen.getAllByRole('button', { name: /wettekst.*verouderd/ })[0]!;
    fireEvent.click(mark);
    expect(document.getElementById(mark.getAttribute('popovertarget')!)!.textContent).toContain(
      labels['ground.expired'],
    );
    expect(screen.queryByRole('button', { name: /redactie.*verouderd/ })).toBeNull();
  });

  test('puts all options side by side in a real table', async () => {
    await open(FAR);
    const table = screen.getByRole('table');
    const rows = within(table)
      .getAllByRole('row')
      .map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim()));
    expect(rows).toEqual([
      [labels['table.option'], labels['table.status'], 'Gemak', 'Kosten', labels['table.score']],
      ['De heenreis'],
      ['Te voet', '✕ valt af', '', '', labels['table.noScore']],
      ['Met de bus', '✓ mogelijk', '+voor.', '+voor.', '+2'],
      ['Blijven slapen'],
      ['Hotel', '✓ mogelijk', '++sterk voor.', '', '+2'],
      ['Tent', '✕ valt af', '', '', labels['table.noScore']],
    ]);
  });

  test('gives the list of what is to be settled, as text too, for what leads or what the reader picks', async () => {
    await open(FAR);
    const list = () => document.querySelector<HTMLElement>('.agreements')!;
    expect(list().textContent).toContain('Koop vooraf een kaartje.');
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    press(labels['agreements.copy']);
    const text = write.mock.calls[0]![0];
    expect(text).toContain('De heenreis – Met de bus\n\nVooraf\n- Koop vooraf een kaartje.');
    expect(text).toContain(model.notice);
    expect(await screen.findByText(labels['agreements.copied'])).toBeTruthy();
    press(labels['agreements.download']);
    expect(downloads[0]!.name).toMatch(/^proef-afspraken-\d{4}-\d\d-\d\d\.txt$/);
    expect(await downloads[0]!.file.text()).toBe(text);
    fireEvent.change(screen.getByLabelText('De heenreis'), { target: { value: '' } });
    expect(list().textContent).toContain(labels['agreements.empty']);
    expect(list().textContent).not.toContain('Koop vooraf een kaartje.');
  });

  test('holds a memo with answers, result, what is out, what to settle and the link', async () => {
    await open(FAR);
    const memo = screen.getByRole('region', { name: labels['memo.label'] });
    for (const text of [
      'Haast Ja',
      'Alleen Met de bus blijft over. Dat is geen voorkeur: al het andere valt af.',
      'Te voet Zo ver stapt niemand.',
      '☐ Koop vooraf een kaartje.',
      'Vraag de weg aan een gids.',
      model.notice,
      `#${encode(model, { answers: FAR, importance: {} })}`,
    ])
      expect.soft(memo.textContent).toContain(text);
  });

  test('marks the whole page for print until the print is over, and opens what is closed', async () => {
    await open(WALK);
    const closed = document.querySelector<HTMLDetailsElement>('details.not-due')!;
    const print = vi.fn(() => dispatchEvent(new Event('beforeprint')));
    vi.stubGlobal('print', print);
    press(labels['share.printAll']);
    expect(document.documentElement.hasAttribute('data-print-all')).toBe(true);
    expect(closed.open).toBe(true);
    dispatchEvent(new Event('afterprint'));
    expect(document.documentElement.hasAttribute('data-print-all')).toBe(false);
    expect(closed.open).toBe(false);
  });
});

describe('keeping and passing on', () => {
  test('every answer is saved and stands there on the next visit', async () => {
    await openPage();
    answer({ 'met-hoeveel': 'veel', haast: 'u' });
    expect(stored()).toEqual({ answers: { 'met-hoeveel': 'veel', haast: 'u' }, importance: {} });
    cleanup();
    await openPage();
    expect(screen.getByText(fill(labels['start.resumeText'], { answered: 2, asked: 3 }))).toBeTruthy();
    press(labels['start.continue']);
    expect(heading().textContent).toBe('De reis');
    expect(checked('haast')).toBe('u');
  });

  test('opening the page saves nothing', async () => {
    await openPage();
    expect(localStorage.getItem(STORE_KEY)).toBeNull();
  });

  test('a link opens the same result and becomes the reader’s own in an empty tool', async () => {
    await openPage(encode(model, THEIRS));
    expect(heading().textContent).toBe(labels['step.result']);
    expect(notices()).toContain(labels['notice.fromLinkAdopted']);
    expect(stored()).toEqual(THEIRS);
    expect(location.hash).toBe('');
    await waitFor(() => expect(result().textContent).toContain('Alleen Met de bus blijft over'));
  });

  test('a link beside own answers offers both and overwrites nothing', async () => {
    const text = store(OWN);
    await openPage(encode(model, THEIRS));
    expect(notices()).toContain(labels['notice.fromLink']);
    expect(localStorage.getItem(STORE_KEY)).toBe(text);
    press(labels['notice.keep']);
    expect(read(await downloads[0]!.file.text())).toEqual(OWN);
    expect(stored()).toEqual(THEIRS);
  });

  test('a link can be left: own answers and weights are back', async () => {
    store(OWN);
    await openPage(encode(model, THEIRS));
    press(labels['notice.leave']);
    expect(checked('met-hoeveel')).toBe('weinig');
    expect(stored()).toEqual(OWN);
  });

  test.each([
    ['damaged', encode(model, THEIRS).slice(0, -2)],
    ['newer', sealLink('z', model.version + 1, 'nnn')],
    ['foreign', sealLink('a', 1, 'n')],
  ] as const)('a link that is %s says so and keeps the own answers', async (reason, fragment) => {
    const text = store(OWN);
    await openPage(fragment);
    expect(notices()).toContain(labels[`notice.${reason}`]);
    expect(localStorage.getItem(STORE_KEY)).toBe(text);
    expect(location.hash).toBe('');
  });

  test('a link of an older version opens and says what left and what is new', async () => {
    const newer = viewOf({
      ...data,
      version: 2,
      codec: { 1: { ...data.codec[1]!, questions: [{ id: 'weg', values: ['a', 'b'] }] }, 2: data.codec[1]! },
    });
    const older = { ...newer.model, version: 1 };
    await openPage(encode(older, { answers: { weg: 'a' }, importance: { kosten: 4 } }), newer);
    expect(notices()).toContain(labels['notice.older']);
    expect(notices()).toContain(fill(labels['notice.retired.one'], { ids: 'weg' }));
    expect(notices()).toContain('Er zijn 3 nieuwe vragen');
    expect(stored()?.importance).toEqual({ kosten: 4 });
  });

  test('blocked storage is told, and the tool works', async () => {
    vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('', 'SecurityError');
    });
    await openPage();
    expect(notices()).toBe(labels['saved.blocked']);
    answer(WALK);
    await toResult();
    expect(result().textContent).toContain('Te voet past hier het best');
  });

  test.each(['{"kind"', '{"kind":"iets anders","answers":{}}'])(
    'what we cannot read (%s) stays untouched until the reader begins afresh',
    async (text) => {
      localStorage.setItem(STORE_KEY, text);
      await openPage();
      expect(notices()).toContain(labels['notice.unreadable']);
      answer({ haast: 'ja' });
      expect(localStorage.getItem(STORE_KEY)).toBe(text);
      press(labels['notice.startAfresh']);
      expect(await downloads[0]!.file.text()).toBe(text);
      expect(stored()?.answers).toEqual({ haast: 'ja' });
    },
  );

  test('what was chosen before the script ran is kept', async () => {
    document.body.innerHTML =
      '<div class="tool"><input type="radio" name="met-hoeveel" value="veel" checked><input type="radio" name="iets" value="anders" checked></div>';
    await openPage();
    expect(stored()?.answers).toEqual({ 'met-hoeveel': 'veel' });
    document.body.innerHTML = '';
  });

  test('the file holds answers, weights, the rules that spoke and what they rest on, and opens again', async () => {
    store({ answers: FAR, importance: { kosten: 4 } });
    await openPage();
    await toResult();
    press(labels['share.json']);
    const text = await downloads[0]!.file.text();
    expect(downloads[0]!.name).toMatch(/^proef-\d{4}-\d\d-\d\d\.json$/);
    expect(read(text)).toEqual({ answers: FAR, importance: { kosten: 4 } });
    const file = JSON.parse(text) as Record<string, { id: string }[]> & { result: { stages: unknown[] } };
    expect(file['rules']!.map(({ id }) => id)).toContain('x-te-ver');
    expect(file['rules']!.map(({ id }) => id)).not.toContain('g-te-voet');
    expect(file['grounds']).toContainEqual(expect.objectContaining({ id: 'reglement', article: 'art. 1' }));
    expect(file['sources']).toEqual([{ id: 'ecobuild-2017', title: 'Mini-clusters (2017)' }]);
    expect(file.result.stages).toHaveLength(2);

    press(labels['share.reset']);
    press(labels['reset.confirm']);
    expect(localStorage.getItem(STORE_KEY)).toBeNull();
    const input = document.querySelector<HTMLInputElement>('input[type="file"]')!;
    fireEvent.change(input, { target: { files: [new File([text], 'proef.json')] } });
    await waitFor(() => expect(heading().textContent).toBe(labels['step.result']));
    expect(stored()).toEqual({ answers: FAR, importance: { kosten: 4 } });
  });

  test('wiping keeps a copy and begins anew', async () => {
    store(OWN);
    await openPage();
    await toResult();
    press(labels['share.reset']);
    press(labels['reset.confirm']);
    expect(read(await downloads[0]!.file.text())).toEqual(OWN);
    expect(localStorage.getItem(STORE_KEY)).toBeNull();
    expect(heading().textContent).toBe('De groep');
    expect(document.querySelector(':checked')).toBeNull();
  });

  test('wiped in another tab, nothing is written back', async () => {
    store(OWN);
    await openPage();
    act(() => void dispatchEvent(new StorageEvent('storage', { key: STORE_KEY, newValue: null })));
    expect(notices()).toContain(labels['notice.wipedElsewhere']);
    expect(document.querySelector(':checked')).toBeNull();
  });
});

describe('the focus', () => {
  test('follows the steps, forward and back', async () => {
    await openPage();
    expect(document.activeElement).toBe(document.body);
    press(labels['nav.next']);
    expect(document.activeElement).toBe(heading());
    expect(heading().textContent).toBe('De reis');
    press(labels['nav.previous']);
    expect(document.activeElement).toBe(heading());
    expect(heading().textContent).toBe('De groep');
  });

  test('stays on the radio while answering', async () => {
    await openPage();
    const choice = radio(question('met-hoeveel'), 'veel');
    choice.focus();
    fireEvent.click(choice);
    expect(document.activeElement).toBe(choice);
  });
});
