// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { loadResult, PhaseTest } from '../../components/assessment/PhaseTest.tsx';
import { prefetch } from '../../components/tool/lazy.tsx';
import { pickMemberLabels } from '../../components/group/labels.ts';
import { pickLabels } from '../../components/tool/labels.ts';
import nl from '../../content/i18n/nl.json';
import {
  type Answer,
  encode,
  fromSavedText,
  localize,
  toSavedText,
} from '../../src/domain/assessment/index.ts';
import {
  addSubmission,
  type Collected,
  decodeSubmission,
  encodeInvitation,
  fromCode,
  readMemberFile,
  type Round,
  roundItems,
} from '../../src/domain/round/index.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { assessment } from '../unit/assessment/models.ts';
import { goTo, useDevice } from './page.ts';

vi.mock('../../src/browser/turns.ts', () => import('./at-once.ts'));

// On a page the result comes while the reader answers.
beforeAll(async () => {
  prefetch([loadResult]);
  await loadResult();
  await Promise.resolve();
});

/** The keys under which members have their answers and their rounds. They never change. */
const STORE_KEY = 'mini-cluster:fasetest:1';
const MEMBER_KEY = 'mini-cluster:ronde-lid:1';
const PAGE = '/hulpmiddelen/fasetest/';

const model = localize(assessment, 'nl');
const labels = pickLabels(nl, 'assessment');
const group = { labels: pickMemberLabels(nl), href: '/hulpmiddelen/groep/' };
const own = group.labels;
const phases = readdirSync(resolve(import.meta.dirname, '../../content/phases')).map((file) => {
  const id = file.replace('.yaml', '');
  return { id, number: Number(id.charAt(0)), name: id.slice(2), href: `/methode/${id}/` };
});

const ROUND: Round = {
  id: 'k3f9ab',
  version: model.version,
  start: 'informal',
  phases: ['2-interesseren', '4-opbouwen'],
};
const ITEMS = roundItems(model, ROUND);
const INVITATION = encodeInvitation(ROUND);

const downloads = useDevice(PAGE);

async function openPage(fragment = ''): Promise<void> {
  await goTo(`${PAGE}${fragment && '#'}${fragment}`);
  render(<PhaseTest model={model} phases={phases} labels={labels} lang="nl" group={group} />);
}

const heading = () => screen.getByRole('heading', { level: 2 }).textContent;
const press = (name: string | RegExp) => fireEvent.click(screen.getAllByRole('button', { name })[0]!);
const questions = () => [...document.querySelectorAll('fieldset.item')].map(({ id }) => id);

/** Answers everything that is shown. */
function answer(value: Answer): void {
  for (const question of document.querySelectorAll<HTMLElement>('fieldset.item'))
    fireEvent.click(question.querySelector(`input[value="${value}"]`)!);
}

/** Goes to a step by the list of steps. */
function toStep(name: string): void {
  const nav = screen.getByRole('navigation', { name: labels.steps });
  const [button] = within(nav)
    .getAllByRole('button')
    .filter(({ textContent }) => textContent.includes(name));
  fireEvent.click(button!);
}

/** Fills in the round and gives it; gives the link. */
async function giveAll(value: Answer): Promise<string> {
  for (const phase of ['interesseren', 'opbouwen']) {
    toStep(phase);
    answer(value);
  }
  toStep(labels['step.result']);
  await screen.findByRole('heading', { name: own['member.give'] });
  press(own['member.give']);
  return linkShown();
}
async function linkShown(): Promise<string> {
  const field = await screen.findByLabelText<HTMLInputElement>(own['member.link']);
  return field.value;
}

/** What a link gives to the round, on top of what it has. */
function take(collected: Collected, link: string): { collected: Collected; outcome: string } {
  const given = decodeSubmission(model, new URL(link).hash);
  if (!given.ok) throw new Error(given.reason);
  return addSubmission(ROUND, collected, given.submission);
}

describe('an invitation', () => {
  test('asks the questions of the round only, from its start', async () => {
    await openPage(INVITATION);
    expect(location.hash).toBe('');
    expect(heading()).toBe(own['member.step']);
    expect(document.body.textContent).toContain(fill(own['member.banner'], { phases: '2, 4' }));
    expect(document.querySelector('input[name="start"]')).toBeNull();
    press(labels['start.begin']);
    const first = questions();
    press(labels['nav.next']);
    expect([...first, ...questions()]).toEqual(ITEMS.map(({ id }) => `vraag-${id}`));
    press(labels['nav.review']);
    expect(heading()).toBe(labels['step.review']);
  });

  test('offers no blank form of the whole test: the form of the round is for whoever leads it to print', async () => {
    await openPage(INVITATION);
    expect(screen.queryByRole('button', { name: labels['share.paper'] })).toBeNull();
    await giveAll('2');
    expect(screen.queryByRole('button', { name: labels['share.print'] })).not.toBeNull();
    expect(screen.queryByRole('button', { name: labels['share.paper'] })).toBeNull();
  });

  test('reuses what was answered before and leaves the own start alone', async () => {
    const { id } = ITEMS[0]!;
    localStorage.setItem(STORE_KEY, toSavedText(model, { start: 'new', answers: { [id]: '3' } }));
    await openPage(INVITATION);
    expect(document.body.textContent).toContain(labels['start.resume']);
    toStep('interesseren');
    expect(document.querySelector<HTMLInputElement>(`input[name="${id}"]:checked`)?.value).toBe('3');
    press(own['member.leave']);
    const saved = fromSavedText(model, localStorage.getItem(STORE_KEY)!);
    expect(saved).toMatchObject({ ok: true, entry: { start: 'new', answers: { [id]: '3' } } });
  });

  test('is remembered for the next visit, until it is left', async () => {
    await openPage(INVITATION);
    cleanup();
    await openPage();
    expect(heading()).toBe(own['member.step']);
    press(own['member.leave']);
    cleanup();
    await openPage();
    expect(document.querySelector('.member')).toBeNull();
  });

  test.each([
    ['damaged', INVITATION.slice(0, -1)],
    ['newer', encodeInvitation({ ...ROUND, version: model.version + 1 })],
  ] as const)('that is %s says so and opens the test as it is', async (fault, fragment) => {
    await openPage(fragment);
    expect(document.querySelector('.member')?.textContent).toBe(own[`member.${fault}`]);
    expect(document.querySelector('input[name="start"]')).not.toBeNull();
  });

  test('opened while the test is shown goes back to its beginning', async () => {
    localStorage.setItem(STORE_KEY, toSavedText(model, { start: 'new', answers: {} }));
    await openPage();
    toStep(labels['step.result']);
    await act(async () => {
      const changed = new Promise((done) => addEventListener('hashchange', done, { once: true }));
      location.hash = INVITATION;
      await changed;
    });
    expect(heading()).toBe(own['member.step']);
  });

  test('keeps no answers with who the member is', async () => {
    await openPage(INVITATION);
    await giveAll('2');
    expect(localStorage.getItem(MEMBER_KEY)).not.toMatch(/"[0-3un]"/);
    for (const { id } of ITEMS) expect(localStorage.getItem(MEMBER_KEY)).not.toContain(id);
  });
});

describe('the own result in a round', () => {
  const fill2 = (value: Answer) => {
    for (const phase of ['interesseren', 'opbouwen']) {
      toStep(phase);
      answer(value);
    }
    toStep(labels['step.result']);
  };

  test('of some phases claims nothing about the other phases', async () => {
    await openPage(INVITATION);
    fill2('3');
    expect(document.querySelector('.place')!.textContent).toContain(own['results.partialDone']);
    const said = document.body.textContent;
    expect(said).toContain(own['member.nextDone']);
    for (const claim of ['result.done', 'result.doneRoute', 'result.nextDone'] as const)
      expect(said).not.toContain(labels[claim]);
  });

  test('of some phases places the firm among the phases asked', async () => {
    await openPage(INVITATION);
    fill2('0');
    expect(document.querySelector('.place h3')!.textContent).toMatch(/^Van de gevraagde fasen .* fase 2/);
    toStep('interesseren');
    answer('2');
    toStep(labels['step.result']);
    expect(document.querySelector('.place h3')!.textContent).toMatch(/^Van de gevraagde fasen .* fase 4/);
    expect(document.querySelector('.place')!.textContent).toContain(own['member.before']);
  });

  test('of all phases of the route is told as in the test itself', async () => {
    await openPage(encodeInvitation({ ...ROUND, phases: model.routes.informal }));
    for (const phase of model.routes.informal) {
      toStep(phase.slice(2));
      answer('3');
    }
    toStep(labels['step.result']);
    expect(document.querySelector('.place h3')!.textContent).toBe(labels['result.doneRoute']);
  });
});

describe('giving to the group', () => {
  test('comes only after asking, with every way the same answers', async () => {
    await openPage(INVITATION);
    toStep('interesseren');
    answer('1');
    toStep(labels['step.result']);
    await screen.findByText(own['member.giveIntro']);
    expect(screen.queryByLabelText(own['member.link'])).toBeNull();
    const link = await giveAll('1');
    const given = decodeSubmission(model, new URL(link).hash);
    expect(given).toMatchObject({
      ok: true,
      submission: { round: ROUND.id, revision: 0, start: 'informal' },
    });
    expect(new URL(link).pathname).toBe(group.href);
    await screen.findByRole('img', { name: own['member.qr'] });
    const code = document.querySelector('.give .code')!.textContent;
    expect(code).toMatch(/^[0-9A-Z]{4}( [0-9A-Z]{4})+( [0-9A-Z]{1,4})?$/);
    expect(fromCode(model, ROUND, code)).toEqual(given);
    press(own['member.file']);
    expect(await downloads[0]!.file.text()).toBe(`${link}\n`);
  });

  test('again after a change replaces what the group has; an older link does not come back', async () => {
    await openPage(INVITATION);
    const first = await giveAll('1');
    toStep('opbouwen');
    answer('2');
    toStep(labels['step.result']);
    await screen.findByText(own['member.changed']);
    expect(screen.queryByLabelText(own['member.link'])).toBeNull();
    press(own['member.giveAgain']);
    const second = await linkShown();
    const one = take({}, first);
    const two = take(one.collected, second);
    expect([one.outcome, two.outcome, take(two.collected, first).outcome]).toEqual([
      'new',
      'replaced',
      'known',
    ]);

    // Back to what was given is a change too.
    toStep('opbouwen');
    answer('1');
    toStep(labels['step.result']);
    await screen.findByText(own['member.changed']);
  });

  test('a file of the own test names the same member, also after a change', async () => {
    await openPage(INVITATION);
    const link = await giveAll('1');
    const { collected } = take({}, link);
    for (const kind of ['share.json', 'share.csv'] as const) press(labels[kind]);
    for (const { file } of downloads) {
      const read = readMemberFile(model, ROUND, await file.text())!;
      expect(addSubmission(ROUND, collected, read).outcome).toBe('known');
    }
    toStep('opbouwen');
    answer('2');
    toStep(labels['step.result']);
    press(labels['share.json']);
    const later = readMemberFile(model, ROUND, await downloads[2]!.file.text())!;
    expect(addSubmission(ROUND, collected, later).outcome).toBe('replaced');
    await screen.findByText(own['member.changed']);
    press(own['member.giveAgain']);
    expect(take({ [later.id]: later }, await linkShown()).outcome).toBe('known');
  });

  test('outside a round leaves no trace of one in a file', async () => {
    localStorage.setItem(
      STORE_KEY,
      toSavedText(model, { start: 'informal', answers: { bestaansreden: '2' } }),
    );
    await openPage();
    toStep(labels['step.result']);
    for (const kind of ['share.json', 'share.csv'] as const) press(labels[kind]);
    for (const { file } of downloads) expect(await file.text()).not.toContain('groepsronde');
  });

  test('shows the same link after a reload', async () => {
    await openPage(INVITATION);
    const link = await giveAll('3');
    cleanup();
    await openPage();
    toStep(labels['step.result']);
    expect(await linkShown()).toBe(link);
  });

  test('is told on a device that gave already, so that no other firm takes its place unaware', async () => {
    await openPage(INVITATION);
    expect(document.body.textContent).not.toContain(own['member.again']);
    await giveAll('1');
    cleanup();
    await openPage(INVITATION);
    expect(document.body.textContent).toContain(own['member.again']);
  });

  test('is not offered for somebody else’s answers', async () => {
    await openPage(INVITATION);
    await giveAll('3');
    cleanup();
    await openPage(encode(model, { start: 'informal', answers: { [ITEMS[0]!.id]: '0' } }));
    expect(document.body.textContent).toContain(labels['notice.fromLink']);
    expect(document.querySelector('.give')).toBeNull();
  });

  test('needs an answer', async () => {
    await openPage(INVITATION);
    toStep(labels['step.result']);
    await screen.findByText(own['member.giveIntro']);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: own['member.give'] }).disabled).toBe(true);
  });

  test('without an invitation is one line on how to come by one', async () => {
    localStorage.setItem(STORE_KEY, toSavedText(model, { start: 'new', answers: {} }));
    await openPage();
    toStep(labels['step.result']);
    expect(document.body.textContent).toContain(own['member.none']);
    expect(document.querySelector('.give')).toBeNull();
  });
});
