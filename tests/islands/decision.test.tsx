// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ical, { type VEvent } from 'node-ical';
import { describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { Decision } from '../../components/decision/Decision.tsx';
import { makeView } from '../../components/decision/make-view.ts';
import nl from '../../content/i18n/nl.json';
import {
  type DecisionRecord,
  fromFileText,
  fromShelfText,
  newRecord,
  rowsOf,
  toFileText,
  toShelfText,
  valueOf,
  withCell,
  withText,
} from '../../src/domain/decision/index.ts';
import { beginRun, SAVED_RUN_KEY, scriptOf, sourceOf, toRunText } from '../../src/domain/run/index.ts';
import { localizeTechnique } from '../../src/domain/technique/index.ts';
import { techniqueSchema } from '../../src/domain/technique/schema.ts';
import { useDevice } from './page.ts';

vi.mock('../../src/browser/turns.ts', () => import('./at-once.ts'));

/** The key under which records are kept. It never changes. */
const STORE_KEY = 'mini-cluster:besluiten:1';
const PAGE = '/hulpmiddelen/besluit/';
const folder = resolve(import.meta.dirname, '../../content/techniques');
const techniques = readdirSync(folder).map((file) => ({
  id: file.replace('.yaml', ''),
  data: techniqueSchema.parse(parse(readFileSync(resolve(folder, file), 'utf8'))),
}));
const view = makeView({ techniques, strings: nl, locale: 'nl', href: (path) => path });
const { labels } = view;

const CONSENT = withText(
  withText(withText(newRecord('a1', 'consent'), 'subject', 'Erelonen'), 'date', '2026-11-22'),
  'present',
  'An, Bert',
);
const ADOPTED = ['outcome', 'decision', 'review', 'criterion'].reduce(
  (record, field, at) =>
    withText(
      record,
      field as 'outcome',
      ['adopted', 'Drie procent.', '2027-05-22', 'Drie leden brachten een klant aan.'][at] ?? '',
    ),
  withCell(CONSENT, 'tasks', 0, 'who', 'An'),
);

const downloads = useDevice(PAGE);

function openPage(records: readonly DecisionRecord[] = [], query = ''): void {
  if (records.length > 0) localStorage.setItem(STORE_KEY, toShelfText(records));
  history.replaceState(null, '', `${PAGE}${query}`);
  render(<Decision {...view} />);
}
const stored = (): readonly DecisionRecord[] => {
  const read = fromShelfText(localStorage.getItem(STORE_KEY) ?? '');
  if (!read.ok) throw new Error(read.reason);
  return read.records;
};
const heading = () => screen.getByRole('heading', { level: 2 }).textContent;
const notices = () => document.querySelector('.notices')?.textContent ?? '';
const button = (name: string | RegExp, place: HTMLElement = document.body) =>
  within(place).getAllByRole('button', { name })[0]!;
const click = (name: string | RegExp): void => void fireEvent.click(button(name));
const type = (label: string | RegExp, text: string, place: HTMLElement = document.body): void =>
  void fireEvent.input(within(place).getByLabelText(label), { target: { value: text } });
const toStep = (name: string): void =>
  void fireEvent.click(button(new RegExp(name), document.querySelector<HTMLElement>('.steps-nav')!));
const rows = () => [...document.querySelectorAll<HTMLElement>('.row')];
const sheet = () => document.querySelector('.decision-sheet')?.textContent ?? '';
const gaps = () => [...document.querySelectorAll('.gaps li')].map(({ textContent }) => textContent);

/** Offers a file to the tool, as a reader chooses one. */
async function give(text: string): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')!;
  Object.defineProperty(input, 'files', { configurable: true, value: [new File([text], 'x.json')] });
  await act(async () => {
    fireEvent.change(input);
    await new Promise((done) => setTimeout(done));
  });
}

describe('a decision with consent', () => {
  test('is written down along the steps of the technique, and kept at every letter', () => {
    openPage();
    click(labels['new.consent']);
    expect(heading()).toBe(labels['step.meeting']);
    type(/^Groep/, 'De Ronde Tafel');
    type(/^Aanwezig/, 'An, Bert');
    click(labels['nav.next']);
    expect(heading()).toBe(labels['step.proposal']);
    // What the technique says at this step stands beside it.
    expect(document.querySelector('.guide')?.textContent).toContain(
      'We beslissen vandaag over dit voorstel.',
    );
    type(/^Waarover/, 'Erelonen');
    type(/^Tekst van het voorstel/, 'Vijf procent.');
    toStep(labels['step.adjust']);
    expect(screen.queryByLabelText(/^De nieuwe tekst/)).toBeNull();
    fireEvent.click(screen.getByLabelText(labels['option.amend']));
    type(/^De nieuwe tekst/, 'Drie procent.');
    toStep(labels['step.decide']);
    fireEvent.click(screen.getByLabelText(labels['option.adopted']));
    click(labels['decide.take']);
    expect(stored()).toHaveLength(1);
    expect(valueOf(stored()[0]!, 'decision')).toBe('Drie procent.');
    // A reload comes back to the step and everything in it.
    cleanup();
    render(<Decision {...view} />);
    expect(heading()).toBe(labels['step.decide']);
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^Tekst van het besluit/).value).toBe('Drie procent.');
  });

  test('has rows for objections; a row that was taken away comes back', () => {
    openPage([CONSENT]);
    click(/^Erelonen/);
    toStep(labels['step.objections']);
    type(/^Bezwaar, in één zin/, 'Te duur', rows()[0]);
    click(labels['rows.add']);
    expect(document.activeElement).toBe(rows()[1]?.querySelector('input'));
    type(/^Bezwaar, in één zin/, 'Te laat', rows()[1]);
    fireEvent.click(within(rows()[0]!).getByLabelText(labels['option.yes']));
    click(/^Rij weghalen: Bezwaar 1/);
    expect(rowsOf(stored()[0]!, 'objections')).toEqual([{ objection: 'Te laat' }]);
    click(labels['notice.undo']);
    expect(rowsOf(stored()[0]!, 'objections')).toEqual([
      { objection: 'Te duur', solved: 'yes' },
      { objection: 'Te laat' },
    ]);
    // Once something else is written there is nothing to bring back.
    click(/^Rij weghalen: Bezwaar 1/);
    type(/^Bezwaar, in één zin/, 'Te vroeg', rows()[0]);
    expect(screen.queryByRole('button', { name: labels['notice.undo'] })).toBeNull();
  });

  test('says what is still missing, one thing after the other, until nothing is', () => {
    openPage([withCell(ADOPTED, 'objections', 0, 'objection', 'Te duur')]);
    click(/^Erelonen/);
    expect(gaps()).toEqual([labels['gap.open-objection']]);
    toStep(labels['step.objections']);
    fireEvent.click(within(rows()[0]!).getByLabelText(labels['option.yes']));
    toStep(labels['step.record']);
    expect(gaps()).toEqual([]);
    expect(sheet()).toContain('Drie procent.');
    expect(sheet()).toContain('22 mei 2027');
  });
});

describe('an election', () => {
  test('gives everybody a row, keeps the first and the changed name, and counts nothing', () => {
    openPage();
    click(labels['new.election']);
    type(/^Aanwezig/, 'An, Bert, Cis');
    toStep(labels['step.nominations']);
    click(labels['rows.people']);
    expect(rows()).toHaveLength(3);
    for (const [at, name] of ['Bert', 'Bert', 'An'].entries()) {
      type(/^Draagt voor/, name, rows()[at]);
      type(/^Na de wijzigingen/, name, rows()[at]);
    }
    toStep(labels['step.confirm']);
    fireEvent.click(screen.getByLabelText(labels['option.elected']));
    expect(screen.getByLabelText<HTMLInputElement>(labels['field.elected']).value).toBe('');
    toStep(labels['step.record']);
    expect(gaps()).toContain(labels['gap.no-elected']);
    expect(sheet()).not.toMatch(/\b[23]\b/);
    expect(rowsOf(stored()[0]!, 'nominations')[2]).toEqual({ who: 'Cis', first: 'An', then: 'An' });
  });
});

describe('a record', () => {
  test('begins from the meeting that was just run, once', () => {
    const technique = techniques.find(({ id }) => id === 'beslissen-met-instemming')!;
    const known = [{ ...localizeTechnique(technique.id, technique.data, 'nl'), outcome: '' }];
    const source = sourceOf(technique.id);
    const setting = { people: 2, names: ['An', 'Bert'], hasTurns: true, isRandom: false };
    const run = beginRun(
      scriptOf(source, known, 2)!,
      { source, ...setting, hasSound: false, hasLetterKeys: true },
      new Date('2026-11-20T14:00:00').getTime(),
    );
    localStorage.setItem(SAVED_RUN_KEY, toRunText(run));
    openPage([], '?soort=instemming');
    expect(heading()).toBe(labels['step.meeting']);
    expect(stored()[0]?.values).toEqual({ date: '2026-11-20', present: 'An, Bert' });
    expect(location.search).toBe('');
    cleanup();
    render(<Decision {...view} />);
    expect(stored()).toHaveLength(1);
    // Asked again without having written anything: the same one serves.
    cleanup();
    openPage([], '?soort=instemming');
    expect(stored()).toHaveLength(1);
    // An election knows nothing of that meeting.
    cleanup();
    openPage([], '?soort=verkiezing');
    expect(valueOf(stored()[1]!, 'present')).toBe('');
  });

  test('is kept as text, Markdown and a file that opens again', async () => {
    openPage([ADOPTED]);
    click(/^Erelonen/);
    for (const kind of ['text', 'markdown', 'json'] as const) click(labels[`keep.${kind}`]);
    expect(downloads.map(({ name }) => name)).toEqual([
      'besluit-2026-11-22.txt',
      'besluit-2026-11-22.md',
      'besluit-2026-11-22.json',
    ]);
    const [text, markdown, json] = await Promise.all(downloads.map(({ file }) => file.text()));
    expect(text).toContain('- Tekst van het besluit: Drie procent.');
    expect(text).toContain('- Hoe liep het af? Aangenomen');
    expect(markdown).toMatch(/^# Erelonen\n/);
    expect(fromFileText(json!)).toEqual({ ok: true, records: [ADOPTED] });
  });

  test('puts its days in a calendar', async () => {
    openPage([ADOPTED]);
    click(/^Erelonen/);
    click(labels['keep.calendar']);
    await waitFor(() => expect(downloads).toHaveLength(1));
    const events = Object.values(ical.sync.parseICS(await downloads[0]!.file.text())).filter(
      (part): part is VEvent => part?.type === 'VEVENT',
    );
    expect(
      events.map(({ summary, datetype, start }) => [summary, datetype, start.toLocaleDateString('sv')]),
    ).toEqual([['Opnieuw bekijken: Erelonen', 'date', '2027-05-22']]);
    expect(events[0]?.description).toContain('Drie leden brachten een klant aan.');
  });

  test('without a day has nothing for a calendar', () => {
    openPage([CONSENT]);
    click(/^Erelonen/);
    expect(screen.queryByRole('button', { name: labels['keep.calendar'] })).toBeNull();
  });
});

describe('the shelf', () => {
  test('wipes one record or all, and brings them back', () => {
    openPage([CONSENT, { ...ADOPTED, id: 'b2' }]);
    click(/^Wissen: Erelonen/);
    expect(stored().map(({ id }) => id)).toEqual(['a1']);
    click(labels['notice.undo']);
    expect(stored()).toHaveLength(2);
    click(labels['list.wipeAll']);
    expect(localStorage.getItem(STORE_KEY)).toBeNull();
    click(labels['notice.undo']);
    expect(stored()).toHaveLength(2);
  });

  test('takes a file, and another version of a record beside it', async () => {
    openPage([CONSENT]);
    await give(toFileText(CONSENT));
    expect(stored()).toEqual([CONSENT]);
    expect(heading()).toBe(labels['step.record']);
    click(labels['nav.list']);
    await give(toFileText(ADOPTED));
    expect(notices()).toContain(labels['notice.beside']);
    expect(stored()).toHaveLength(2);
    expect(stored()[0]).toEqual(CONSENT);
    expect(stored()[1]?.values).toEqual(ADOPTED.values);
  });

  test.each([
    ['unreadable', 'geen json'],
    ['foreign', '{"kind":"mini-cluster/agenda"}'],
    ['newer', toFileText(CONSENT).replace('"schema": 1', '"schema": 9')],
  ] as const)('leaves a file that is %s alone and says so', async (reason, text) => {
    openPage([CONSENT]);
    await give(text);
    expect(notices()).toContain(labels[`notice.file.${reason}`]);
    expect(stored()).toEqual([CONSENT]);
  });

  test('that cannot be read stays untouched until the reader decides', async () => {
    localStorage.setItem(STORE_KEY, '{"kind":"mini-cluster/besluiten","schema":1,"records":[7]}');
    openPage();
    click(labels['new.consent']);
    type(/^Groep/, 'De Ronde Tafel');
    expect(localStorage.getItem(STORE_KEY)).toContain('[7]');
    click(labels['notice.startAfresh']);
    expect(await downloads[0]!.file.text()).toContain('[7]');
    expect(valueOf(stored()[0]!, 'group')).toBe('De Ronde Tafel');
  });

  test('that the browser blocks is told; everything else works', () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('', 'SecurityError');
    });
    openPage();
    expect(notices()).toContain(labels['notice.blocked']);
    click(labels['new.election']);
    type(/^Groep/, 'De Ronde Tafel');
    toStep(labels['step.record']);
    expect(sheet()).toContain('De Ronde Tafel');
    const leaving = new Event('beforeunload', { cancelable: true });
    dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);
  });

  test('follows another tab', () => {
    openPage([CONSENT]);
    const text = toShelfText([withText(CONSENT, 'subject', 'Elders gewijzigd')]);
    act(() => void dispatchEvent(new StorageEvent('storage', { key: STORE_KEY, newValue: text })));
    expect(button(/^Elders gewijzigd/)).toBeDefined();
  });
});
