// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Agenda } from '../../components/agenda/Agenda.tsx';
import { pickLabels } from '../../components/tool/labels.ts';
import nl from '../../content/i18n/nl.json';
import {
  EMPTY_PLAN,
  encodePlan,
  fromPlanText,
  localizeAgenda,
  makeItem,
  type Plan,
  SAVED_PLAN_KEY,
  toPlanText,
  withItems,
} from '../../src/domain/plan/index.ts';
import { agendaSchema } from '../../src/domain/plan/schema.ts';
import { sealLink } from '../../src/domain/shared/index.ts';
import { localizeTechnique } from '../../src/domain/technique/index.ts';
import { techniqueSchema } from '../../src/domain/technique/schema.ts';
import { entries } from '../content/load.ts';

vi.mock('../../src/browser/turns.ts', () => import('./at-once.ts'));

const full = [...entries('techniques', techniqueSchema)].map(([id, technique]) =>
  localizeTechnique(id, technique, 'nl'),
);
const known = new Set(full.map(({ id }) => id));
const props = {
  techniques: full.map((technique) => ({ ...technique, href: `/fiches/${technique.id}/` })),
  phases: [1, 2, 3, 4, 5, 6, 7, 8].map((number) => ({ number, name: `Fase ${number}` })),
  ready: [...entries('agendas', agendaSchema)].map(([id, agenda]) => localizeAgenda(id, agenda, 'nl')),
  labels: pickLabels(nl, 'agenda'),
  lang: 'nl',
  scriptsHref: '/hulpmiddelen/technieken.json',
  runHref: '/hulpmiddelen/draaien/',
};

const sound = withItems({ ...EMPTY_PLAN, facilitator: 'Mia', secretary: 'Jos', phase: 3, people: 8 }, [
  makeItem({ kind: 'technique', technique: 'openingsronde', minutes: 15 }),
  makeItem({ kind: 'technique', technique: 'brainstorm', minutes: 30 }),
  makeItem({ kind: 'technique', technique: 'eindronde', minutes: 10 }),
]);

/** Opens the tool with a saved plan, at the programme. */
async function open(plan: Plan | null = sound): Promise<void> {
  if (plan) localStorage.setItem(SAVED_PLAN_KEY, toPlanText(plan));
  render(<Agenda {...props} />);
  step('Programma');
  await programme();
}
/** The programme comes apart from the rest. */
const programme = () => screen.findByRole('heading', { name: 'De punten' });
const step = (name: string) =>
  fireEvent.click(within(screen.getByRole('navigation')).getByRole('button', { name }));
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const titles = () =>
  [...document.querySelectorAll('.items h4')].map(({ textContent }) => textContent?.trim());
const times = () =>
  [...document.querySelectorAll('.items .when strong')].map(({ textContent }) => textContent);
const said = () => document.querySelector('.plan-bar [role="status"]')?.textContent;
const saved = () => fromPlanText(localStorage.getItem(SAVED_PLAN_KEY) ?? '', known);
const remarks = () =>
  [...document.querySelectorAll('.warnings li > p:first-child')].map(({ textContent }) => textContent);

beforeEach(() => {
  localStorage.clear();
  history.replaceState(null, '', '/hulpmiddelen/agenda/');
  Element.prototype.scrollIntoView = () => undefined;
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(full)));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('before its script runs', () => {
  test('what was filled in is kept, over a plan of before, and what was left as it was sent changes nothing', () => {
    const sent = (fields: string) => {
      document.body.innerHTML = `<div class="tool"><input name="start" value="12:00"><input name="end" value="14:30"><input name="length" value="150"><select name="where"><option value="room" selected></option></select>${fields}</div>`;
      render(<Agenda {...props} />);
    };
    sent('<input name="title" value="Overleg dak"><input name="people" value="7">');
    expect(saved()).toMatchObject({
      ok: true,
      plan: { ...EMPTY_PLAN, title: 'Overleg dak', people: 7 },
    });
    cleanup();
    localStorage.setItem(SAVED_PLAN_KEY, toPlanText(sound));
    sent('<input name="people" value="99999"><input name="secretary" value="An">');
    expect(saved()).toMatchObject({ plan: { facilitator: 'Mia', secretary: 'An', people: 8, length: 150 } });
    document.body.innerHTML = '';
  });

  test('what a browser puts back in the fields of somebody else’s agenda does not get into one’s own', () => {
    localStorage.setItem(SAVED_PLAN_KEY, toPlanText(sound));
    history.replaceState(null, '', `/hulpmiddelen/agenda/#${encodePlan({ ...sound, people: 20 })}`);
    document.body.innerHTML = '<div class="tool"><input name="people" value="20"></div>';
    render(<Agenda {...props} />);
    press(props.labels['notice.leave']);
    expect(saved()).toMatchObject({ plan: { people: 8 } });
    document.body.innerHTML = '';
  });

  test('an end of one’s own says how long it lasts', () => {
    document.body.innerHTML =
      '<div class="tool"><input name="start" value="09:00"><input name="end" value="10:30"><input name="length" value="150"></div>';
    render(<Agenda {...props} />);
    expect(saved()).toMatchObject({ plan: { start: 540, length: 90 } });
    document.body.innerHTML = '';
  });
});

describe('the programme', () => {
  test('puts the items on the clock and adds up', async () => {
    await open();
    expect(titles()).toEqual(['Openingsronde', 'Brainstorm', 'Eindronde']);
    expect(times()).toEqual(['12:00', '12:15', '12:45']);
    expect(document.querySelector('.totals')?.textContent).toBe('12:00–12:55 · 55 min · nog 95 min over');
  });

  test('moves an item by keyboard, says where it is, and keeps the focus on the button', async () => {
    await open();
    const user = userEvent.setup();
    screen.getByRole('button', { name: 'Brainstorm hoger zetten' }).focus();
    await user.keyboard('{Enter}');
    expect(titles()).toEqual(['Brainstorm', 'Openingsronde', 'Eindronde']);
    expect(times()).toEqual(['12:00', '12:30', '12:45']);
    expect(said()).toBe('Brainstorm staat nu op plaats 1 van 3.');
    expect(document.activeElement?.textContent).toContain('Brainstorm hoger zetten');
    // At the top it stays in reach, and does nothing.
    expect(document.activeElement?.getAttribute('aria-disabled')).toBe('true');
    await user.keyboard('{Enter}');
    expect(titles()[0]).toBe('Brainstorm');
  });

  test('goes to the field of who takes notes, and stays there', async () => {
    await open({ ...sound, secretary: '' });
    // Going to a step ends with scrolling to what has the focus.
    const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView');
    press('Vul in wie noteert');
    await waitFor(() => expect(scrolled).toHaveBeenCalled());
    expect(document.activeElement).toBe(screen.getByLabelText(/^Secretaris/));
    scrolled.mockRestore();
  });

  test('says what a mend did as something that was done', async () => {
    await open(withItems(sound, [...sound.items.slice(0, 2)]));
    press(/^Voeg toe:/);
    expect(said()).toMatch(/^Gedaan: Voeg toe: .+, \d+ minuten\.$/);
  });

  test('removes an item, goes on to the next, and brings it back with what was typed since', async () => {
    await open();
    press('Brainstorm verwijderen');
    expect(titles()).toEqual(['Openingsronde', 'Eindronde']);
    expect(document.activeElement?.textContent).toContain('Eindronde verwijderen');
    fireEvent.input(screen.getByLabelText('Minuten voor Eindronde'), { target: { value: '12' } });
    press('Ongedaan maken');
    expect(titles()).toEqual(['Openingsronde', 'Brainstorm', 'Eindronde']);
    expect(said()).toBe('Ongedaan gemaakt: Brainstorm verwijderd.');
    expect(times()).toEqual(['12:00', '12:15', '12:45']);
    expect(document.querySelector('.totals')?.textContent).toContain('57 min');
  });

  test('undoes one thing after the other', async () => {
    await open();
    press('Openingsronde lager zetten');
    press('Eindronde verwijderen');
    press('Pauze toevoegen');
    for (let times = 0; times < 3; times += 1) press('Ongedaan maken');
    expect(titles()).toEqual(['Openingsronde', 'Brainstorm', 'Eindronde']);
    expect(screen.queryByRole('button', { name: 'Ongedaan maken' })).toBeNull();
  });

  test('adds a technique before the closing round, with its usual minutes', async () => {
    await open();
    press('Samenbrengen toevoegen');
    expect(titles()).toEqual(['Openingsronde', 'Brainstorm', 'Samenbrengen', 'Eindronde']);
    expect(said()).toBe('Samenbrengen toegevoegd als punt 3, om 12:45.');
    expect((screen.getByLabelText('Minuten voor Samenbrengen') as HTMLInputElement).value).toBe('15');
  });

  test('takes no minutes that cannot be, and shows again what holds', async () => {
    await open();
    const field = screen.getByLabelText('Minuten voor Brainstorm') as HTMLInputElement;
    for (const value of ['0', '-5', '10000', '']) {
      fireEvent.input(field, { target: { value } });
      fireEvent.blur(field);
      expect(field.value).toBe('30');
    }
  });

  test('has room for forty items and says so', async () => {
    await open(
      withItems(
        EMPTY_PLAN,
        Array.from({ length: 40 }, () => makeItem({ kind: 'own', minutes: 1 })),
      ),
    );
    press('Pauze toevoegen');
    expect(titles()).toHaveLength(40);
    expect(said()).toContain('hoogstens 40 punten');
  });
});

describe('the techniques to choose from', () => {
  test('come with the reason where they do not fit', async () => {
    await open({ ...sound, people: 13 });
    const item = screen.getByRole('link', { name: 'Elevator pitch' }).closest('li');
    expect(item?.textContent).toContain('Hoort bij fase 5.');
    expect(item?.textContent).toContain('Voor 4–12 mensen; u bent met 13.');
    press('Elevator pitch toevoegen');
    expect(titles()).toContain('Elevator pitch');
  });

  test('follow the phase of the meeting until another is chosen', async () => {
    await open();
    const fitting = () => [...document.querySelectorAll('.techniques:first-of-type a')].length;
    const before = fitting();
    fireEvent.change(screen.getByLabelText('Past in fase'), { target: { value: '' } });
    expect(fitting()).toBeGreaterThan(before);
    fireEvent.change(screen.getByLabelText('Tijd'), { target: { value: '15' } });
    expect(screen.getByRole('link', { name: 'Visgeraamte' }).closest('li')?.textContent).toContain(
      'minstens 75',
    );
  });
});

describe('what there is to say', () => {
  test('is nothing about a sound meeting', async () => {
    await open();
    expect(remarks()).toEqual([]);
  });

  test('is mended with one press, and that can be undone', async () => {
    await open({ ...sound, items: sound.items.slice(0, 2) });
    expect(remarks()).toEqual([expect.stringContaining('er is geen slotronde')]);
    press('Voeg toe: Eindronde, 10 minuten');
    expect(titles()).toEqual(['Openingsronde', 'Brainstorm', 'Eindronde']);
    expect(remarks()).toEqual([]);
    press('Ongedaan maken');
    expect(remarks()).toHaveLength(1);
  });

  test('can be left as it is, and shown again', async () => {
    await open({ ...sound, items: sound.items.slice(0, 2) });
    press(/^Zo laten/);
    expect(remarks()).toEqual([]);
    expect(saved()).toMatchObject({ plan: { accepted: ['no-closing'] } });
    press('Toon ze weer');
    expect(remarks()).toHaveLength(1);
  });

  test('leads to the field that is empty', async () => {
    await open({ ...sound, facilitator: '' });
    press('Vul in wie leidt');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Facilitator')));
  });
});

describe('a ready-made agenda', () => {
  test('keeps day and names, and can be undone', async () => {
    localStorage.setItem(SAVED_PLAN_KEY, toPlanText({ ...sound, date: '2026-12-01' }));
    render(<Agenda {...props} />);
    press('C. Wie vertegenwoordigt ons?');
    await programme();
    expect(titles()).toHaveLength(6);
    expect(saved()).toMatchObject({
      plan: { date: '2026-12-01', facilitator: 'Mia', phase: 4, title: 'Wie vertegenwoordigt ons?' },
    });
    expect(document.querySelector('.checks-list details')?.textContent).toContain('drie dagen vooraf rond');
    press('Ongedaan maken');
    expect(saved()).toEqual({ ok: true, plan: { ...sound, date: '2026-12-01' }, unknown: [] });
  });

  test('comes along from another page, and so does a technique', async () => {
    history.replaceState(null, '', '/hulpmiddelen/agenda/?agenda=infosessie');
    render(<Agenda {...props} />);
    await programme();
    expect(titles()).toHaveLength(6);
    expect(location.search).toBe('');
    cleanup();
    history.replaceState(null, '', '/hulpmiddelen/agenda/?techniek=brainstorm');
    render(<Agenda {...props} />);
    await programme();
    expect(titles()).toHaveLength(7);
    expect(said()).toBe('Brainstorm staat nu in uw agenda.');
    press('Ongedaan maken');
    expect(titles()).toHaveLength(6);
  });

  test('that comes along does not replace an agenda of one’s own unasked', async () => {
    localStorage.setItem(SAVED_PLAN_KEY, toPlanText(sound));
    history.replaceState(null, '', '/hulpmiddelen/agenda/?agenda=infosessie');
    render(<Agenda {...props} />);
    expect(await screen.findByText(/Uw eigen agenda blijft bewaard/)).toBeTruthy();
    expect(saved()).toMatchObject({ plan: sound });
    press('Terug naar mijn agenda');
    step('Programma');
    await programme();
    expect(titles()).toEqual(['Openingsronde', 'Brainstorm', 'Eindronde']);
  });

  test('that nobody knows changes nothing', () => {
    localStorage.setItem(SAVED_PLAN_KEY, toPlanText(sound));
    for (const query of ['?techniek=toverformule', '?agenda=niets', '?techniek=', '?agenda=%']) {
      history.replaceState(null, '', `/hulpmiddelen/agenda/${query}`);
      render(<Agenda {...props} />);
      expect(said()).toContain('kennen we niet');
      expect(saved()).toMatchObject({ plan: sound });
      cleanup();
    }
  });
});

describe('the outcome', () => {
  async function outcome(plan: Plan): Promise<HTMLElement> {
    await open(plan);
    step('Afdrukken en delen');
    return waitFor(() => {
      const sheet = document.querySelector<HTMLElement>('.agenda-sheet');
      if (!sheet) throw new Error('No sheet yet.');
      return sheet;
    });
  }

  test('is a sheet, an invitation, a link without own words and the way to run it', async () => {
    const plan = {
      ...withItems(sound, [
        ...sound.items,
        makeItem({ kind: 'own', minutes: 5, text: 'Sleutels terug', who: 'Jos' }),
      ]),
      title: 'Samen starten',
      place: 'Zaal Zenne',
      date: '2026-12-01',
    };
    const sheet = await outcome(plan);
    expect(sheet.textContent).toContain('Samen starten');
    expect(sheet.textContent).toContain('Sleutels terug');
    const text = (screen.getByLabelText('Tekst om te mailen') as HTMLTextAreaElement).value;
    expect(text).toContain('Wanneer: dinsdag 1 december 2026, 12:00–14:30');
    expect(text).toContain('Waar: Zaal Zenne');
    expect(text).toContain('12:55  Sleutels terug');
    const link = (screen.getByLabelText('Link naar deze agenda') as HTMLInputElement).value;
    expect(link.endsWith(`#${encodePlan(plan)}`)).toBe(true);
    expect(screen.getByRole('link', { name: 'Deze vergadering draaien' }).getAttribute('href')).toBe(
      `/hulpmiddelen/draaien/#${encodePlan(plan)}`,
    );
  });

  test('is a script with every step and sentence on the clock', async () => {
    await outcome(sound);
    const script = document.querySelector('.script-sheet');
    const { script: steps } = full.find(({ id }) => id === 'brainstorm')!;
    for (const { do: action, say } of steps) {
      expect(script?.textContent).toContain(action);
      if (say !== null) expect(script?.textContent).toContain(say);
    }
    expect(script?.textContent).toContain('12:15–12:45 Brainstorm');
  });

  test('begins anew, with the way back', async () => {
    await outcome(sound);
    press('Opnieuw beginnen');
    expect(localStorage.getItem(SAVED_PLAN_KEY)).toBeNull();
    press('Ongedaan maken');
    expect(saved()).toEqual({ ok: true, plan: sound, unknown: [] });
  });

  test('says when there is nothing in the programme', async () => {
    await open(null);
    step('Afdrukken en delen');
    expect(screen.getByText(/Er staat nog niets in het programma/)).toBeTruthy();
  });
});

describe('a link', () => {
  const other = withItems({ ...EMPTY_PLAN, start: 540 }, [makeItem({ kind: 'own', minutes: 45 })]);

  test('stands beside the own agenda, which stays', async () => {
    localStorage.setItem(SAVED_PLAN_KEY, toPlanText(sound));
    history.replaceState(null, '', `/hulpmiddelen/agenda/#${encodePlan(other)}`);
    render(<Agenda {...props} />);
    expect(screen.getByText(/Uw eigen agenda blijft bewaard/)).toBeTruthy();
    step('Programma');
    await programme();
    expect(titles()).toEqual(['Eigen punt']);
    press('Terug naar mijn agenda');
    step('Programma');
    await programme();
    expect(titles()).toEqual(['Openingsronde', 'Brainstorm', 'Eindronde']);
  });

  test.each([
    ['cut off', encodePlan(other).slice(0, -1), /niet volledig of onderweg veranderd/],
    ['of a later version', sealLink('p', 2, 's1200'), /nieuwere versie van dit hulpmiddel/],
    ['of another tool', 'a1.n0123un-.26z', /ander hulpmiddel/],
  ])('that is %s is told plainly, and nothing is lost', (_name, fragment, text) => {
    localStorage.setItem(SAVED_PLAN_KEY, toPlanText(sound));
    history.replaceState(null, '', `/hulpmiddelen/agenda/#${fragment}`);
    render(<Agenda {...props} />);
    expect(screen.getByText(text)).toBeTruthy();
    expect(saved()).toMatchObject({ plan: sound });
  });

  test('names a technique of a newer handbook', async () => {
    const plan = withItems(EMPTY_PLAN, [
      makeItem({ kind: 'technique', technique: 'wereldcafe', minutes: 45 }),
    ]);
    history.replaceState(null, '', `/hulpmiddelen/agenda/#${encodePlan(plan)}`);
    render(<Agenda {...props} />);
    expect(screen.getByText(/niet in deze versie van het handboek: wereldcafe/)).toBeTruthy();
    step('Programma');
    await programme();
    expect(titles()).toEqual(['wereldcafe']);
  });

  test('ends what can be undone: it has another past', async () => {
    await open();
    press('Brainstorm verwijderen');
    location.hash = `#${encodePlan(other)}`;
    fireEvent(window, new HashChangeEvent('hashchange'));
    expect(screen.queryByRole('button', { name: 'Ongedaan maken' })).toBeNull();
  });
});
