// @vitest-environment happy-dom
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  fromOverviewText,
  gather,
  NOTHING,
  rowOf,
  sortRows,
  stations,
  stuckMost,
  toOverviewText,
} from '../../components/group/overview/gather.ts';
import { Overview } from '../../components/group/overview/Overview.tsx';
import type { OverviewView } from '../../components/group/overview/view.ts';
import { pickLabels } from '../../components/tool/labels.ts';
import nl from '../../content/i18n/nl.json';
import { overview, type RoundState, toRoundText } from '../../src/domain/round/index.ts';
import { useDevice } from './page.ts';
import { everywhere, makeRound, model, roundOf, view as roundView } from './rounds.ts';

const STORE_KEY = 'mini-cluster:groepsoverzicht:1';
const view: OverviewView = {
  model,
  phases: roundView.phases,
  labels: pickLabels(nl, 'group.overview'),
  places: {
    at: nl['group.results.short.at'],
    between: nl['group.results.short.between'],
    upToDone: nl['group.results.short.upToDone'],
    done: nl['group.results.short.done'],
  },
  gates: {
    met: nl['assessment.gate.met'],
    missing: nl['assessment.gate.missing'],
    unproven: nl['assessment.gate.unproven'],
  },
  lang: 'nl',
};
const { labels } = view;
const phases = view.phases.map(({ id }) => id);

const downloads = useDevice('/hulpmiddelen/groep/overzicht/');

const fileOf = (state: RoundState, name = `${state.label}.json`): File =>
  new File([toRoundText(state)], name);
const chosenOf = (state: RoundState, name = `${state.label}.json`) => ({ name, text: toRoundText(state) });

/** Chooses files and waits until they are read. */
async function openFiles(files: readonly File[]): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')!;
  fireEvent.change(input, { target: { files } });
  await waitFor(() => expect(status()).not.toContain('bestanden gelezen'));
}

const status = () => document.querySelector('.status')!.textContent;
const rows = () => [...document.querySelectorAll('table.groups tbody tr')];
const names = () => rows().map((row) => row.querySelector('th')?.firstChild?.textContent);
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

/** A group that has the phases before `far` in place and nothing of the others. */
function groupAt(far: number, more: Partial<RoundState>): RoundState {
  const answers = Object.fromEntries(
    model.items.map(({ id, phase }) => [id, phases.indexOf(phase) < far ? '3' : '0'] as const),
  );
  const made = roundOf([answers, answers, answers], more);
  const id = `aaaaa${far}`;
  const collected = Object.values(made.collected).map(
    (given) => [given.id, { ...given, round: id }] as const,
  );
  return { ...made, round: { ...made.round, id }, collected: Object.fromEntries(collected) };
}

const groups = [0, 3, 5, 7].map((far, at) =>
  groupAt(far, { label: `Groep ${at}`, date: `2026-0${9 - at}-01` }),
);

describe('gathering', () => {
  test('takes the later day of two versions of a round, whatever order they come in, and says which', () => {
    const [group] = groups;
    const older = { ...group!, date: '2026-01-01' };
    for (const [first, second] of [
      [group!, older],
      [older, group!],
    ] as const) {
      const gathered = gather(model, NOTHING, [chosenOf(first, 'een.json'), chosenOf(second, 'twee.json')]);
      expect(gathered.opened.map(({ state }) => state.date)).toEqual([group!.date]);
      expect(gathered.doubles).toEqual([
        first === group
          ? { name: 'twee.json', other: 'een.json', date: group.date }
          : { name: 'een.json', other: 'twee.json', date: group!.date },
      ]);
    }
  });

  test('takes the last opened of two versions of one day', () => {
    const [group] = groups;
    const gathered = gather(model, NOTHING, [chosenOf(group!, 'een.json'), chosenOf(group!, 'twee.json')]);
    expect(gathered.opened.map(({ name }) => name)).toEqual(['twee.json']);
  });

  test('never throws and never loses a good file, whatever comes with it', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.json())), fc.nat(3), (texts, at) => {
        const bad = texts.map((text, index) => ({ name: `${index}`, text }));
        const good = chosenOf(groups[at]!);
        const gathered = gather(model, NOTHING, [...bad, good, ...bad]);
        expect(gathered.opened.map(({ state }) => state)).toEqual([groups[at]]);
        expect(gathered.faults).toHaveLength(bad.length * 2);
      }),
      { numRuns: 50 },
    );
  });

  test('agrees with the overview of the domain, also one file at a time', () => {
    const many = [0, 1, 2, 3, 4, 5, 6, 7].map((seed) => makeRound({ firms: 4, seed: 60 + seed, far: seed }));
    const whole = overview(model, many);
    const mine = many.map((state) => rowOf(model, state));
    expect(mine.map(({ result }) => result)).toEqual(whole.groups.map(({ result }) => result));
    expect(stuckMost(model, mine)).toEqual(whole.stuckOn);
  });

  test('comes back from storage without the names of members', () => {
    const [group] = groups;
    const id = Object.keys(group!.collected)[0]!;
    const named = { ...group!, names: { [id]: 'Dakwerken Peeters' } };
    const { opened } = gather(model, NOTHING, [chosenOf(named)]);
    const text = toOverviewText(opened);
    expect(text).not.toContain('Dakwerken');
    const back = gather(model, NOTHING, fromOverviewText(text)!);
    expect(back.opened.map(({ name, state }) => [name, state])).toEqual([['Groep 0.json', group]]);
    for (const other of ['', '{}', '[]', '{"kind":"mini-cluster/groepsoverzicht"}'])
      expect(fromOverviewText(other)).toBeNull();
  });

  test('counts every group once per phase it can be in, surely or possibly', () => {
    const all = everywhere('2');
    const unsure = roundOf([everywhere('u'), everywhere('u'), everywhere('u')]);
    const states = [...groups, roundOf([all, all, all]), unsure, roundOf([all, all])];
    const mine = states.map((state) => rowOf(model, state));
    const counted = stations(phases, mine);
    expect(counted.map(({ sure }) => sure)).toEqual([1, 0, 0, 1, 0, 1, 0, 1, 1]);
    expect(counted.every(({ maybe }) => maybe === 1)).toBe(true);
  });

  test('leaves what is unknown at the end, upward and downward', () => {
    const all = everywhere('2');
    const few = roundOf([all, all], { label: 'Weinig' });
    const nameless = roundOf([all, all, all], { label: '', date: '' });
    const mine = [nameless, few, ...groups].map((state) => rowOf(model, state));
    for (const direction of [1, -1] as const) {
      expect(sortRows(mine, 'phase', direction, phases, 'nl').at(-1)?.state).toBe(few);
      expect(sortRows(mine, 'group', direction, phases, 'nl').at(-1)?.state).toBe(nameless);
      expect(sortRows(mine, 'date', direction, phases, 'nl').at(-1)?.state).toBe(nameless);
    }
  });
});

describe('the page', () => {
  test('shows every group with its place in words, and what most are stuck on', async () => {
    render(<Overview {...view} />);
    expect(screen.getByText(labels['empty'])).toBeTruthy();
    await openFiles(groups.map((state) => fileOf(state)));
    expect(status()).toBe('4 groepen in het overzicht.');
    expect(names()).toEqual(['Groep 0', 'Groep 1', 'Groep 2', 'Groep 3']);
    for (const [at, row] of rows().entries()) {
      expect(row.querySelector('td')?.textContent).toBe(['fase 1', 'fase 4', 'fase 6', 'fase 8'][at]);
      expect(row.querySelectorAll('.small-line path').length).toBeGreaterThan(0);
    }
    const first = document.querySelector('table.stuck tbody tr')!;
    expect(first.querySelector('a')?.getAttribute('href')).toMatch(/^\/methode\/.*#/);
    expect(first.querySelector('b')?.textContent).toBe('1');
    expect(localStorage).toHaveLength(0);
  });

  test('sorts by any column, up and down, and says so', async () => {
    render(<Overview {...view} />);
    await openFiles(groups.map((state) => fileOf(state)));
    const date = () => screen.getByRole('button', { name: labels['date'] });
    fireEvent.click(date());
    expect(date().closest('th')?.getAttribute('aria-sort')).toBe('ascending');
    expect(names()).toEqual(['Groep 3', 'Groep 2', 'Groep 1', 'Groep 0']);
    fireEvent.click(date());
    expect(date().closest('th')?.getAttribute('aria-sort')).toBe('descending');
    expect(names()).toEqual(['Groep 0', 'Groep 1', 'Groep 2', 'Groep 3']);
    expect(document.querySelectorAll('[aria-sort]')).toHaveLength(1);
  });

  test('names bad files with the reason, tells of doubles, and takes the rest', async () => {
    render(<Overview {...view} />);
    const [group] = groups;
    await openFiles([
      new File(['{kapot'], 'kapot.json'),
      new File(['{"kind":"mini-cluster/fasetest"}'], 'test.json'),
      new File([toRoundText(group!).replace('"schema": 1', '"schema": 2')], 'later.json'),
      fileOf(group!, 'een.json'),
      fileOf({ ...group!, date: '2026-01-01' }, 'oud.json'),
    ]);
    const notices = [...document.querySelectorAll('.notice')].map((notice) => notice.textContent).join(' ');
    expect(notices).toContain('kapot.json is niet te lezen');
    expect(notices).toContain('test.json is niet van een groepsronde');
    expect(notices).toContain('later.json komt van een nieuwere versie');
    expect(notices).toContain(
      'oud.json is een andere versie van dezelfde ronde als een.json; die van 1 september 2026',
    );
    expect(names()).toEqual(['Groep 0']);
  });

  test('shows no place of a group with too few answers', async () => {
    render(<Overview {...view} />);
    await openFiles([fileOf(roundOf([everywhere('0'), everywhere('3')], { label: 'Klein' }))]);
    expect(rows()[0]?.textContent).toContain(labels['few']);
    expect(rows()[0]?.querySelector('.past, .here')).toBeNull();
    expect(document.body.textContent).toContain(labels['stuckNone']);
  });

  test('takes dropped files, and lets a group be left out', async () => {
    render(<Overview {...view} />);
    const files = groups.map((state) => fileOf(state));
    fireEvent.drop(document.querySelector('.drop')!, { dataTransfer: { files } });
    await waitFor(() => expect(rows()).toHaveLength(4));
    fireEvent.click(screen.getByText(labels['remove'].replace('{group}', 'Groep 1')));
    expect(names()).toEqual(['Groep 0', 'Groep 2', 'Groep 3']);
  });

  test('keeps the list only when asked, finds it back, and forgets it', async () => {
    const { unmount } = render(<Overview {...view} />);
    await openFiles(groups.map((state) => fileOf(state)));
    fireEvent.click(screen.getByLabelText(labels['keep']));
    await screen.findByText(labels['kept']);
    unmount();
    render(<Overview {...view} />);
    await waitFor(() => expect(rows()).toHaveLength(4));
    expect(status()).toContain(labels['found']);
    press(labels['forget']);
    expect(localStorage.getItem(STORE_KEY)).toBeNull();
    expect(rows()).toHaveLength(0);
    expect(status()).toBe(labels['forgotten']);
  });

  test.each([
    ['full', new DOMException('full', 'QuotaExceededError')],
    ['blocked', new DOMException('blocked', 'SecurityError')],
  ] as const)('says when the storage is %s; the list stays', async (kind, error) => {
    render(<Overview {...view} />);
    await openFiles(groups.map((state) => fileOf(state)));
    vi.stubGlobal('localStorage', {
      getItem: () => null,
      removeItem: () => undefined,
      setItem: () => {
        throw error;
      },
    });
    fireEvent.click(screen.getByLabelText(labels['keep']));
    await screen.findByText(labels[kind]);
    expect(rows()).toHaveLength(4);
  });

  test('gives a table for a spreadsheet, in which no name is a formula', async () => {
    render(<Overview {...view} />);
    await openFiles([fileOf({ ...groups[1]!, label: '=1+1' }, 'x.json')]);
    press(labels['csv']);
    const text = await downloads[0]!.file.text();
    const [head, row] = text.trim().split('\r\n');
    expect(head?.split(';')).toHaveLength(15);
    expect(row).toContain("'=1+1;2026-08-01;3;fase 4;4;4;in orde;");
  });
});
