// @vitest-environment happy-dom
import { act, fireEvent, render, screen, within } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { Agenda } from '../../components/agenda/Agenda.tsx';
import { PhaseTest } from '../../components/assessment/PhaseTest.tsx';
import { Decision } from '../../components/decision/Decision.tsx';
import { makeView as makeDecision } from '../../components/decision/make-view.ts';
import { GroupRound } from '../../components/group/GroupRound.tsx';
import { pickLabels } from '../../components/tool/labels.ts';
import nl from '../../content/i18n/nl.json';
import { askedItems, toSavedText } from '../../src/domain/assessment/index.ts';
import {
  EMPTY_PLAN,
  localizeAgenda,
  makeItem,
  SAVED_PLAN_KEY,
  toPlanText,
  withItems,
} from '../../src/domain/plan/index.ts';
import { agendaSchema } from '../../src/domain/plan/schema.ts';
import { toRoundText } from '../../src/domain/round/index.ts';
import { localizeTechnique } from '../../src/domain/technique/index.ts';
import { techniqueSchema } from '../../src/domain/technique/schema.ts';
import { entries } from '../content/load.ts';
import { takeTurn } from './by-hand.ts';
import { useDevice } from './page.ts';
import { makeRound, model, view } from './rounds.ts';

vi.mock('../../src/browser/turns.ts', () => import('./by-hand.ts'));

useDevice('/hulpmiddelen/agenda/');

/**
 * Elements that one piece may have: with them a phone stays below fifty milliseconds at a stretch (docs/bench.md). A list to choose
 * from has so many; what was drawn at once before had 500 to 1,500.
 */
const MOST = 250;

const techniques = [...entries('techniques', techniqueSchema)];
const full = techniques.map(([id, technique]) => localizeTechnique(id, technique, 'nl'));

/** What a press draws, in elements: at once, and in each turn after it until `isDone`. */
async function piecesOf(press: () => void, isDone: () => boolean): Promise<number[]> {
  const known = new Set(document.querySelectorAll('*'));
  const drawn = (): number => {
    const added = [...document.querySelectorAll('*')].filter((element) => !known.has(element));
    for (const element of added) known.add(element);
    return added.length;
  };
  await act(() => press());
  const pieces = [drawn()];
  while (!isDone()) {
    // What is fetched comes between two turns.
    await act(async () => {
      if (!takeTurn()) await new Promise((done) => setTimeout(done));
    });
    pieces.push(drawn());
  }
  return pieces.filter((elements) => elements > 0);
}

/** Lets everything come that waits. */
async function settle(): Promise<void> {
  await act(async () => new Promise((done) => setTimeout(done)));
  for (let more = true; more;)
    await act(() => {
      more = takeTurn();
    });
}

const press = (name: string | RegExp) => (): void => {
  fireEvent.click(screen.getAllByRole('button', { name })[0]!);
};
const toStep = (name: string) => (): void => {
  fireEvent.click(
    within(screen.getByRole('navigation')).getByRole('button', { name: new RegExp(`${name}$`) }),
  );
};
const has =
  (selector: string, count = 1) =>
  (): boolean =>
    document.querySelectorAll(selector).length >= count;

/** That nothing is drawn at a stretch which a reader would have to wait for, though there is more than that. */
function expectPieces(pieces: readonly number[]): void {
  expect(pieces.reduce((sum, elements) => sum + elements, 0)).toBeGreaterThan(MOST);
  expect(Math.max(...pieces), pieces.join(' + ')).toBeLessThanOrEqual(MOST);
}

describe('a press draws in pieces', () => {
  test('an agenda of twelve points, and everything that comes out of it', async () => {
    const items = full
      .slice(0, 12)
      .map(({ id }) => makeItem({ kind: 'technique', technique: id, minutes: 15 }));
    localStorage.setItem(SAVED_PLAN_KEY, toPlanText(withItems(EMPTY_PLAN, items)));
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json(full)));
    render(
      <Agenda
        techniques={full.map((technique) => ({ ...technique, href: technique.id }))}
        phases={[]}
        ready={[...entries('agendas', agendaSchema)].map(([id, agenda]) => localizeAgenda(id, agenda, 'nl'))}
        labels={pickLabels(nl, 'agenda')}
        lang="nl"
        scriptsHref="/technieken.json"
        runHref="/draaien/"
      />,
    );
    await settle();
    expectPieces(await piecesOf(toStep('Programma'), has('.picker .techniques')));
    expect(has('.item-row', 12)()).toBe(true);
    expectPieces(await piecesOf(toStep('Afdrukken en delen'), has('.script-item', 12)));
    expect(has('.keep textarea')()).toBe(true);
  });

  test('what twelve firms answered, on the screen and on paper', async () => {
    const state = makeRound({ firms: 12, seed: 6 });
    const { length } = state.round.phases;
    localStorage.setItem('mini-cluster:groepsronde:1', toRoundText(state));
    render(<GroupRound {...view} />);
    await settle();
    expectPieces(await piecesOf(toStep('Resultaat'), has('.round-report .heat tbody', length)));
    const { labels } = view;
    expectPieces(await piecesOf(press(labels['results.view.items']), has('.view .heat', length)));
  });

  test('the result of the phase test', async () => {
    const answers = Object.fromEntries(
      askedItems(model, 'new').map(({ id }, at) => [id, (['0', '1', 'u', '2'] as const)[at % 4]!]),
    );
    localStorage.setItem('mini-cluster:fasetest:1', toSavedText(model, { start: 'new', answers }));
    render(<PhaseTest model={model} phases={view.phases} labels={view.testLabels} lang="nl" />);
    await settle();
    expectPieces(await piecesOf(toStep(view.testLabels['step.result']), has('.keep')));
  });

  test('a step of a decision record', async () => {
    const decision = makeDecision({
      techniques: techniques.map(([id, data]) => ({ id, data })),
      strings: nl,
      locale: 'nl',
      href: (path) => path,
    });
    render(<Decision {...decision} />);
    await settle();
    const pieces = await piecesOf(press(decision.labels['new.consent']), has('.step-buttons'));
    // A form of few fields: each in a piece of its own after the first.
    expect(pieces.length).toBeGreaterThan(4);
    expect(Math.max(...pieces.slice(1))).toBeLessThan(30);
  });
});
