/**
 * The journeys that matter, written once and made in every engine. What one engine cannot be asked is said in the
 * journey itself. Chromium makes them, and many more, in tests/e2e.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import publishedLinks from '../unit/assessment/published-links.json' with { type: 'json' };
import { sealLink } from '../../src/domain/shared/index.ts';
import { TEMPLATES } from '../e2e/pages.ts';
import { read, textOf } from '../e2e/pdf.ts';
import type { Driver, Engine } from './driver.ts';
import { Reader, Site } from './reader.ts';

/** Pictures of journeys that failed. */
const PICTURES = '.reports/engines';
const DESK = [1280, 800] as const;
const PHONE = [360, 740] as const;
/** Milliseconds for a whole journey; each step in it has its own limit. */
const JOURNEY_MS = 90_000;
/** Milliseconds for all of them in one engine; what was not made by then has failed. */
const ALL_MS = 6 * 60_000;

const TITLE = '.step-title';
const ITEM = '.tool fieldset.item';

/** Answers every question shown with one value. */
async function answerAll(reader: Reader, value: string, within = '.tool'): Promise<void> {
  const ids = await reader.driver.run(
    (place) =>
      [...document.querySelectorAll(`${place} fieldset.item`)]
        .filter((item) => item.checkVisibility())
        .map(({ id }) => id),
    within,
  );
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids) await reader.tap(`[id="${id}"] input[value="${value}"]`);
}

/** How the text of the first place is underlined. */
function underline(reader: Reader, selector: string): Promise<string> {
  return reader.driver.run((place) => {
    const { textDecorationLine, textDecorationStyle } = getComputedStyle(document.querySelector(place)!);
    return `${textDecorationLine} ${textDecorationStyle}`;
  }, selector);
}

/** The choosers, with what a link of the first version looks like. */
const CHOOSERS = (['coordinatie', 'rechtsvorm'] as const).map((id) => {
  const data = parse(readFileSync(`content/choosers/${id}.yaml`, 'utf8')) as {
    letter: string;
    screens: { name: { nl: string } }[];
    codec: Record<string, { questions: string[]; criteria: string[] }>;
  };
  const { questions, criteria } = data.codec['1']!;
  const link = (answer: string): string =>
    sealLink(data.letter, 1, answer.repeat(questions.length) + 'h'.repeat(criteria.length));
  return { id, first: link('0'), answered: link('1'), screens: data.screens.map(({ name }) => name.nl) };
});
const AGENDA_LINK = 'p1.s0930-l150-d20261025-f4-n8-o1-x1--p15--openingsronde-10--visgeraamte-60d--e20.d8d';
const TEST_LINK = publishedLinks[0]!.link;
const DAMAGED = 'niet volledig of onderweg veranderd';

/** Makes all journeys in one engine. */
export function makeJourneys(engine: Engine, port: number): void {
  describe(engine.name, () => {
    const site = new Site(port, !engine.tellsFaults);
    let driver: Driver | undefined;
    let giveUp: unknown;

    /** A browser that answers. One that hung and was stopped is started again; one that does not start is not tried for ever. */
    async function living(): Promise<Driver> {
      if (giveUp) throw giveUp;
      if (driver?.isLiving()) return driver;
      for (let tries = 1; ; tries += 1) {
        try {
          return (driver = await engine.start());
        } catch (error) {
          console.log(`${engine.name} did not start at try ${tries}: ${String(error)}`);
          if (tries < 2) continue;
          giveUp = error;
          throw error;
        }
      }
    }
    beforeAll(async () => {
      setTimeout(() => {
        giveUp = new Error(
          `${engine.name} had not made all journeys in ${ALL_MS / 60_000} minutes and was stopped.`,
        );
        driver?.stop();
      }, ALL_MS).unref();
      mkdirSync(PICTURES, { recursive: true });
      await site.start();
      await living();
    }, 2 * JOURNEY_MS);
    afterAll(async () => {
      driver?.stop();
      await site.stop();
    });

    /** A journey on a device on which nothing was done yet, which must end without any fault in the browser. */
    function journey(name: string, make: (reader: Reader) => Promise<void>): void {
      async function go(): Promise<void> {
        const reader = new Reader(await living(), site.address);
        await reader.driver.resize(...DESK);
        await reader.open('/over/');
        await reader.driver.run(() => {
          localStorage.clear();
          sessionStorage.clear();
        });
        await reader.driver.faults();
        await make(reader);
        expect(await reader.driver.faults()).toEqual([]);
      }
      /** Keeps what was to be seen; a browser that cannot say so any more was stopped, and says that. */
      async function picture(): Promise<void> {
        if (!driver?.isLiving()) return;
        const file = `${PICTURES}/${engine.name}-${name.replace(/[^a-z]+/gi, '-')}.png`;
        writeFileSync(file, await driver.screenshot());
        console.log(`${engine.name} at ${await driver.run(() => location.href)}, see ${file}`);
      }
      // As in the other browser tests: where it is decided whether a change lands, what fails once is tried again, and named.
      const retry = process.env['CI'] ? 1 : 0;
      test(name, { timeout: JOURNEY_MS, retry }, async () => {
        try {
          await go();
        } catch (error) {
          console.log(`FAILED AT A TRY: ${engine.name}, ${name}: ${String(error)}`);
          await picture().catch(() => undefined);
          throw error;
        }
      });
    }
    /** What a reader types into the search, and what is found. */
    async function search(reader: Reader, question: string): Promise<string[]> {
      await reader.see('.search-dialog input[type="search"]', 'here');
      await reader.driver.run(() => {
        const field = document.querySelector<HTMLInputElement>('.search-dialog input[type="search"]');
        field?.focus();
        field?.select();
      });
      await reader.driver.type(question);
      await reader.expect(
        `the search for ${question} to end`,
        () => reader.driver.run(() => document.querySelector('.search-dialog ol')?.getAttribute('aria-busy')),
        (busy) => busy === 'false',
      );
      return reader.driver.run(() =>
        [...document.querySelectorAll('.search-dialog li > a')].map(
          (link) => link.getAttribute('href') ?? '',
        ),
      );
    }

    journey('a page is read, and the theme that was chosen stays', async (reader) => {
      await reader.open('/methode/4-opbouwen/');
      expect((await reader.see('h1')).text).toContain('Opbouwen');
      const ground = () => reader.driver.run(() => getComputedStyle(document.body).backgroundColor);
      for (const theme of ['dark', 'light']) {
        const before = await ground();
        await reader.choose('.theme-select', theme);
        await reader.expect('other colours', ground, (now) => (theme === 'dark' ? now !== before : true));
        const chosen = await ground();
        await reader.driver.reload();
        await reader.see(`html[data-theme="${theme}"] h1`);
        expect(await ground()).toBe(chosen);
      }
    });

    journey('a term, a closed part and the menu of a phone open and close', async (reader) => {
      await reader.open('/methode/4-opbouwen/');
      expect(await underline(reader, '.term')).toBe('underline dotted');
      await reader.tap('.term[popovertarget="begrip-charter"]');
      await reader.see(['#begrip-charter', 'charter']);
      await reader.press('Escape');
      await reader.seeNot('#begrip-charter');
      await reader.pressAt('.term[popovertarget="begrip-charter"]', 'Enter');
      await reader.see('#begrip-charter');
      await reader.press('Escape');
      await reader.seeNot('#begrip-charter');
      await reader.seeFocused('.term[popovertarget="begrip-charter"]');

      await reader.driver.resize(...PHONE);
      await reader.tap('.term[popovertarget="begrip-charter"]');
      await reader.see('#begrip-charter');
      const { left, right, width } = await reader.driver.run(() => {
        const { left, right } = document.querySelector('#begrip-charter')!.getBoundingClientRect();
        return { left, right, width: innerWidth };
      });
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
      await reader.press('Escape');
      await reader.tap('button[popovertarget="starlight__sidebar"]');
      // The drawing of the phase stays beside its name.
      const inMenu = (selector: string) =>
        reader.driver.run((place) => {
          const { left, right } = document
            .querySelector(`#starlight__sidebar ${place}`)!
            .getBoundingClientRect();
          return { left, right };
        }, selector);
      await reader.see('#starlight__sidebar .mini-map');
      expect((await inMenu('.mini-map svg')).right).toBeLessThan((await inMenu('.mini-map p')).left);
      await reader.tap('#starlight__sidebar a[href="/fiches/"]');
      await reader.seeAddress('/fiches/');
    });

    journey('the list of techniques is filtered, the table of cases sorted', async (reader) => {
      await reader.open('/fiches/');
      const shown = () =>
        reader.driver.run(
          () => [...document.querySelectorAll('.cards > li')].filter((card) => card.checkVisibility()).length,
        );
      const all = await shown();
      await reader.choose('select[name="fase"]', '4');
      await reader.expect('fewer cards', shown, (count) => count > 0 && count < all);
      await reader.driver.reload();
      await reader.expect('fewer cards after a reload', shown, (count) => count > 0 && count < all);
      await reader.open('/cases/');
      expect(await underline(reader, 'th button')).toBe('underline dotted');
      await reader.pressAt(['th button', 'Case'], 'Enter');
      await reader.see('th[aria-sort="ascending"]');
    });

    journey(
      'search finds compounds and mends typing errors, and opens a page by keyboard',
      async (reader) => {
        await reader.open('/over/');
        await reader.tap('.search-open');
        expect((await search(reader, 'akkoord')).slice(0, 3).join()).toContain('samenwerkingsakkoord');
        await search(reader, 'verkiesing zonder kandidaat');
        await reader.tap('.search-dialog .mended button');
        await reader.seeValue('.search-dialog input[type="search"]', 'verkiezing zonder kandidaat');
        // The first Escape empties a search field, as everywhere.
        await reader.press('Escape', 'Escape');
        await reader.seeNot('.search-dialog');
        await reader.press('Control+k');
        await reader.seeFocused('.search-dialog input[type="search"]');
        expect((await search(reader, 'visgeraamte'))[0]).toBe('/fiches/visgeraamte/');
        await reader.press('ArrowDown');
        await reader.seeFocused('.search-dialog li a');
        await reader.press('Enter');
        await reader.seeAddress('/fiches/visgeraamte/');
      },
    );

    journey('the phase test is filled in, its answers stay and its link opens', async (reader) => {
      const tool = '/hulpmiddelen/fasetest/';
      await reader.openTool(tool);
      await reader.tap([`${ITEM} label`, 'Een nieuwe groep']);
      await reader.tap(['button', 'Begin met de vragen']);
      await reader.see([TITLE, 'Fase 1: Zich inspireren']);
      await answerAll(reader, '2');
      // Arrows choose within a question.
      await reader.pressAt(`${ITEM} input[value="2"]`, 'ArrowUp');
      await reader.see(`${ITEM}:first-of-type input[value="1"]:checked`);
      await reader.press('ArrowDown');
      await reader.tap(['button', 'Volgende']);
      await reader.see([TITLE, 'Fase 2: Interesseren']);
      await answerAll(reader, '0');
      await reader.tap(['button', 'Naar het resultaat']);
      await reader.see(['.place h3', 'De groep zit in fase 2: Interesseren']);
      const link = (await reader.see('.share input, input[readonly]')).value;
      await reader.driver.reload();
      await reader.see(['.place h3', 'De groep zit in fase 2: Interesseren']);

      await reader.driver.run(() => localStorage.clear());
      await reader.open(link);
      await reader.see(['.place h3', 'De groep zit in fase 2: Interesseren']);
      await reader.open(`${tool}#${TEST_LINK}`);
      await reader.see(['.tool', 'U bekijkt antwoorden uit een link of bestand']);
      await reader.open(`${tool}#${TEST_LINK.slice(0, -6)}`);
      await reader.see(['.tool', DAMAGED]);
    });

    for (const { id, first, screens } of CHOOSERS) {
      journey(`the chooser “${id}” gives an advice, and its links open`, async (reader) => {
        const tool = `/hulpmiddelen/${id}/`;
        await reader.openTool(tool);
        for (const screen of screens) {
          await reader.see([TITLE, screen]);
          // What an earlier choice makes needless goes away, with the last question a whole screen.
          if (await reader.canSee(`${ITEM} input[type="radio"]`)) {
            await reader.tap(`${ITEM} label:nth-of-type(2) input[type="radio"]`);
            await reader.see(`${ITEM} input:checked`);
          }
          await reader.tap(['.tool button', screen === screens.at(-1) ? 'Antwoorden nakijken' : 'Volgende']);
        }
        await reader.see([TITLE, 'Nakijken']);
        await reader.tap(['button', 'Naar het resultaat']);
        const verdict = (await reader.see('.result .verdict p, .result .verdict')).text.split('. ')[0]!;
        // Parts come one by one: what is tapped must not move.
        await reader.seeNot('.result details.option:not(:has(.sides))');
        await reader.tap('.result .marks > button');
        await reader.see('.grounds:popover-open .ground-title');
        await reader.press('Escape');
        await reader.seeNot('.grounds:popover-open');
        const link = (await reader.see('input[readonly]')).value;

        await reader.driver.run(() => localStorage.clear());
        await reader.open(link);
        await reader.see(['.result .verdict', verdict]);
        await reader.open(`${tool}#${first}`);
        await reader.see('.result .verdict');
        await reader.open(`${tool}#${first.slice(0, -6)}`);
        await reader.see(['.tool', DAMAGED]);
      });
    }

    journey('own answers and those of a link stay apart when a browser puts fields back', async (reader) => {
      const { id, answered, screens } = CHOOSERS[0]!;
      const tool = `/hulpmiddelen/${id}/`;
      const chosen = () =>
        reader.driver.run(() =>
          [...document.querySelectorAll<HTMLInputElement>('.tool input:checked')]
            .filter((radio) => radio.checkVisibility())
            .map(({ name, value }) => `${name}=${value}`)
            .join(' '),
        );
      const saved = () => reader.driver.run(() => JSON.stringify({ ...localStorage }));
      await reader.openTool(tool);
      await reader.tap(`${ITEM} label`);
      const own = await reader.expect('an answer', chosen, (answers) => answers !== '');
      const kept = await reader.expect('it saved', saved, (text) => text.includes(own.split('=')[1]!));

      await reader.openTool(`${tool}#${answered}`);
      await reader.tap(['.tool button', screens[0]!]);
      await reader.see([TITLE, screens[0]!]);
      const theirs = await chosen();
      expect(['', own]).not.toContain(theirs);
      // What the reader tries out in it is not kept; the browser would put it back.
      await reader.tap(`${ITEM} label:nth-of-type(3) input[type="radio"]`);
      await reader.expect('another answer', chosen, (answers) => answers !== theirs);
      await reader.driver.reload();
      await reader.see('.tool[data-ready]');
      await reader.tap(['.tool button', screens[0]!]);
      await reader.see([TITLE, screens[0]!]);
      expect(await chosen()).toBe(theirs);
      expect(await saved()).toBe(kept);

      await reader.tap(['.tool button', 'Terug naar mijn antwoorden']);
      await reader.expect('own answers', chosen, (answers) => answers === own);
      await reader.driver.reload();
      await reader.see('.tool[data-ready]');
      await reader.expect('own answers', chosen, (answers) => answers === own);
      expect(await saved()).toBe(kept);
    });

    journey('a group round is begun, answered and shown', async (reader) => {
      const tool = '/hulpmiddelen/groep/';
      await reader.openTool(tool);
      await reader.tap(['.tool label', 'informele groep']);
      await reader.tap(['.tool label', 'Alleen deze fasen']);
      for (const phase of ['5', '6', '7', '8']) await reader.tap(['.tool label', `Fase ${phase}:`]);
      await reader.tap(['button', 'Ronde beginnen']);
      await reader.see([TITLE, 'Uitnodigen']);
      await reader.see('[role="img"][aria-label="QR-code van de uitnodiging"]');
      const invitation = (await reader.see('input[readonly]')).value;
      const round = await reader.driver.run(() => JSON.stringify({ ...localStorage }));

      const given: string[] = [];
      for (const value of ['2', '0', '3']) {
        // A firm on its own telephone.
        await reader.driver.run(() => localStorage.clear());
        await reader.driver.resize(...PHONE);
        await reader.open(invitation);
        await reader.see(['.tool', 'U vult de test in voor een groepsronde']);
        await reader.tap(['button', 'Begin met de vragen']);
        await reader.see([TITLE, 'Fase 2: Interesseren']);
        await answerAll(reader, value);
        await reader.tap(['button', 'Volgende']);
        await reader.see([TITLE, 'Fase 4: Opbouwen']);
        await answerAll(reader, value);
        await reader.tap(['button', 'Naar het resultaat']);
        await reader.tap(['button', 'Geef aan de groep']);
        await reader.see('[role="img"][aria-label="QR-code met uw antwoorden"]');
        given.push((await reader.see('.give input[readonly]')).value);
      }

      await reader.driver.resize(...DESK);
      await reader.driver.run((kept) => {
        localStorage.clear();
        for (const [key, text] of Object.entries(JSON.parse(kept) as Record<string, string>))
          localStorage.setItem(key, text);
      }, round);
      await reader.open(given[0]!);
      await reader.see(['.tool', 'Bedrijf 1 is toegevoegd.']);
      // With fewer than three, nobody's answers can be hidden among the others.
      await reader.write('.tool textarea', given.slice(1).join(' '));
      await reader.tap(['button', 'Toevoegen']);
      await reader.see(['.report li', 'toegevoegd als Bedrijf 3']);
      await reader.tap(['.steps-nav button', 'Resultaat']);
      await reader.see('.group-results .view-title');
      await reader.tap(['.group-results button', 'Praat hier eerst over']);
      await reader.see('ol.talk > li');
      await reader.open(`${invitation.slice(0, -4)}`);
      await reader.see(['.tool', DAMAGED]);
    });

    journey('an agenda is composed, put on a sheet and opened from a link', async (reader) => {
      const tool = '/hulpmiddelen/agenda/';
      await reader.openTool(tool);
      await reader.tap(['summary', 'Begin met een kant-en-klare agenda']);
      await reader.tap(['button', 'E. Hoe werken we samen?']);
      await reader.see([TITLE, 'Programma']);
      await reader.tap(['button', 'Eigen punt toevoegen']);
      await reader.write(['.item-row.own label', 'Titel'], 'Sleutels van de loods');
      await reader.tap(['.steps-nav button', 'Vergadering']);
      await reader.fillDay(['.tool label', 'Dag'], '2026-10-25');
      await reader.tap(['.steps-nav button', 'Afdrukken en delen']);
      await reader.see(['.agenda-sheet', 'zondag 25 oktober 2026']);
      await reader.see(['.agenda-sheet', 'Sleutels van de loods']);
      const link = (await reader.see('input[readonly]')).value;

      await reader.driver.run(() => localStorage.clear());
      await reader.open(link);
      await reader.see(['.agenda-sheet', 'zondag 25 oktober 2026']);
      await reader.open(`${tool}#${AGENDA_LINK}`);
      await reader.see(['.tool', 'Visgeraamte']);
      await reader.open(`${tool}#${AGENDA_LINK.slice(0, -6)}`);
      await reader.see(['.tool', DAMAGED]);
      await reader.open(`/hulpmiddelen/draaien/#${AGENDA_LINK}`);
      await reader.see(['.tool', 'Visgeraamte']);
    });

    journey('a decision is written down, and stays', async (reader) => {
      await reader.openTool('/hulpmiddelen/besluit/');
      await reader.tap(['button', 'Nieuw: besluit met instemming']);
      await reader.write(['label.field', 'Groep'], 'De Ronde Tafel');
      await reader.tap(['button', 'Volgende']);
      await reader.see([TITLE, 'Voorstel']);
      await reader.seeFocused(TITLE);
      await reader.write(['label.field', 'Waarover gaat het?'], 'Ereloon');
      await reader.write(
        ['label.field', 'Tekst van het voorstel'],
        'Wie een klant aanbrengt, krijgt vijf procent.',
      );
      await reader.tap(['.steps-nav button', 'Besluit']);
      await reader.tap(['label', 'Aangenomen: niemand heeft nog een bezwaar']);
      await reader.tap(['button', 'Neem de tekst van het voorstel over']);
      await reader.fillDay(['label.field', 'Opnieuw bekijken op'], '2027-05-22');
      await reader.tap(['button', 'Naar het verslag']);
      await reader.see(['.decision-sheet', 'vijf procent']);
      await reader.see(['.decision-sheet', '22 mei 2027']);
      await reader.driver.reload();
      await reader.see(['.decision-sheet', 'De Ronde Tafel']);
    });

    journey('a technique is run by keyboard while its clock runs', async (reader) => {
      await reader.openTool('/hulpmiddelen/draaien/?techniek=beslissen-met-instemming');
      await reader.tap(['button', 'Begin']);
      await reader.seeFocused('#run-sentence');
      await reader.see(['#run-sentence', 'We beslissen vandaag over dit voorstel']);
      const clock = async () => (await reader.see('.step-time strong')).text;
      const first = await clock();
      expect(first).toMatch(/^\d+:\d\d$/);
      await reader.expect('the clock to run', clock, (now) => now !== first);
      await reader.press('Space');
      await reader.see(['#run-sentence', 'Wat is nog niet duidelijk?']);
      await reader.press('ArrowRight');
      await reader.see(['.choice-of-way, .stage h2, .stage h3', 'Hoe gaat u verder?']);
      await reader.press('Space');
      await reader.see(['#run-sentence', 'Wat vindt u van dit voorstel?']);
      await reader.driver.reload();
      await reader.see(['#run-sentence', 'Wat vindt u van dit voorstel?']);
      await reader.press('PageUp');
      await reader.see(['#run-sentence', 'Wat is nog niet duidelijk?']);
      await reader.press('?');
      await reader.see(['.stage h2, .stage h3', 'Hulp']);
      await reader.press('Escape');
      await reader.press('Escape');
      await reader.seeNot('.stage');
    });

    journey('what is to be printed is set as a sheet', async (reader) => {
      await reader.open('/fiches/beslissen-met-instemming/');
      const pdf = await reader.driver.print();
      if (pdf) {
        const { pages } = await read(pdf);
        expect(pages.length).toBeLessThanOrEqual(2);
        const text = pages.map(textOf).join(' ');
        expect(text).toContain('Beslissen met instemming');
        expect(text).not.toContain('Zoeken');
      }
      // Also where the engine prints to a printer only: what is made for paper, on the screen.
      for (const sheet of [
        'techniek/beslissen-met-instemming',
        'fase/4-opbouwen',
        'werkblad/besluitverslag',
      ]) {
        await reader.open(`/afdrukken/${sheet}/`);
        await reader.see('.sheet');
        expect(await reader.sideways()).toEqual({ pixels: 0, wide: [] });
      }
    });

    journey('no kind of page runs off the side of a phone, or has a fault', async (reader) => {
      await reader.driver.resize(320, 640);
      const faults: unknown[] = [];
      for (const path of TEMPLATES) {
        await reader.driver.goto(new URL(path, site.address).href);
        const { pixels, wide } = await reader.sideways();
        if (pixels > 0) faults.push({ path, pixels, wide });
        for (const fault of await reader.driver.faults())
          if (!path.startsWith('/404')) faults.push({ path, fault });
      }
      expect(faults).toEqual([]);
    });

    journey('after a visit the handbook works without network', async (reader) => {
      await reader.open('/');
      await reader.driver.run(async () => {
        const { active } = await navigator.serviceWorker.ready;
        if (active?.state !== 'activated')
          await new Promise((done) => active?.addEventListener('statechange', done, { once: true }));
      });
      await reader.open('/methode/4-opbouwen/');
      await site.stop();
      try {
        await reader.driver.reload();
        expect((await reader.see('h1')).text).toContain('Opbouwen');
        await reader.press('Control+k');
        expect((await search(reader, 'visgeraamte'))[0]).toBe('/fiches/visgeraamte/');
        for (const tool of ['fasetest', 'rechtsvorm', 'groep', 'agenda', 'besluit'])
          await reader.openTool(`/hulpmiddelen/${tool}/`);
        await reader.open('/bestaat-niet/');
        expect((await reader.see('h1')).text).toBe('U bent zonder netwerk');
      } finally {
        await site.start();
      }
    });
  });
}
