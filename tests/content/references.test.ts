import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assessmentSchema } from '../../src/domain/assessment/schema.ts';
import { caseSchema } from '../../src/domain/case/schema.ts';
import { termSchema } from '../../src/domain/glossary/schema.ts';
import { recommendationSchema } from '../../src/domain/recommendation/schema.ts';
import { phaseSchema } from '../../src/domain/phase/schema.ts';
import { agendaSchema } from '../../src/domain/plan/schema.ts';
import { sourceSchema } from '../../src/domain/source/schema.ts';
import { techniqueSchema } from '../../src/domain/technique/schema.ts';
import { publishedLocales } from '../../src/site/locales.ts';
import { entries, filesUnder, type Page, pages, root } from './load.ts';

const phases = entries('phases', phaseSchema);
const techniques = entries('techniques', techniqueSchema);
const cases = entries('cases', caseSchema);
const terms = entries('glossary', termSchema);
const recommendations = entries('recommendations', recommendationSchema);
const sources = entries('sources', sourceSchema);
const assessments = entries('assessments', assessmentSchema);
const agendas = entries('agendas', agendaSchema);
const allPages = pages();
const published = allPages.filter(({ front }) => front['draft'] !== true);

/** All values of an attribute of a component in the pages, with the page they stand on. */
function attributes(component: string, attribute: string): { value: string; path: string }[] {
  const pattern = new RegExp(`<${component}\\b[^>]*?\\b${attribute}="([^"]*)"`, 'g');
  return published.flatMap(({ body, path }) =>
    [...body.matchAll(pattern)].map(([, value = '']) => ({ value, path })),
  );
}
const namedSources = (front: Record<string, unknown>): string[] =>
  (front['sources'] as string[] | undefined) ?? [];

/** Pages that claim nothing and so need no source. */
const WITHOUT_SOURCE = ['404', 'inhoud', 'afdrukken', 'over/toegankelijkheid', 'over/externe-links'];

describe('every reference resolves', () => {
  const citing = [
    ...[...phases].map(
      ([id, phase]) =>
        [`phases/${id}`, [...phase.sources, ...phase.pitfalls.flatMap((p) => p.sources)]] as const,
    ),
    ...[...techniques].map(([id, { sources }]) => [`techniques/${id}`, sources] as const),
    ...[...agendas].map(([id, { sources }]) => [`agendas/${id}`, sources] as const),
    ...[...cases].map(([id, { sources }]) => [`cases/${id}`, sources] as const),
    ...[...terms].map(([id, { sources }]) => [`glossary/${id}`, sources] as const),
    ...[...assessments].flatMap(([id, { items }]) =>
      items.map((item) => [`assessments/${id}#${item.id}`, item.sources] as const),
    ),
    ...allPages.map(({ path, front }) => [path, namedSources(front)] as const),
  ];

  it('sources named by pages and data exist', () => {
    const missing = citing.flatMap(([where, ids]) =>
      ids.filter((id) => !sources.has(id)).map((id) => `${where}: ${id}`),
    );
    expect(missing).toEqual([]);
  });

  it('phases named by techniques, cases and pages exist', () => {
    const named = [
      ...[...techniques].flatMap(([id, { phases }]) =>
        phases.map((phase) => [`techniques/${id}`, phase] as const),
      ),
      ...[...agendas].map(([id, { phase }]) => [`agendas/${id}`, phase] as const),
      ...[...cases].flatMap(([id, { phases }]) => phases.map((phase) => [`cases/${id}`, phase] as const)),
      ...allPages.flatMap(({ path, front }) =>
        front['phase'] ? [[path, front['phase'] as string] as const] : [],
      ),
      ...['PhaseFacts', 'Intentions', 'Techniques', 'Pitfalls', 'Readiness'].flatMap((component) =>
        attributes(component, 'phase').map(({ path, value }) => [path, value] as const),
      ),
    ];
    expect(named.filter(([, phase]) => !phases.has(phase))).toEqual([]);
    expect(named.length).toBeGreaterThan(50);
  });

  it('terms linked by pages and terms exist', () => {
    const named = [
      ...attributes('Term', 'id').map(({ path, value }) => [path, value] as const),
      ...[...terms].flatMap(([id, { confusedWith }]) =>
        confusedWith.map((other) => [`glossary/${id}`, other] as const),
      ),
    ];
    expect(named.filter(([, term]) => !terms.has(term))).toEqual([]);
  });

  it('cases shown by pages exist', () => {
    expect(attributes('CaseFacts', 'id').filter(({ value }) => !cases.has(value))).toEqual([]);
  });

  it('a phase page shows the facts of its own phase only', () => {
    const strange = published
      .filter(({ front }) => front['phase'])
      .flatMap(({ body, path, front }) =>
        [...body.matchAll(/phase="([^"]*)"/g)]
          .filter(([, id]) => id !== front['phase'])
          .map(([, id]) => `${path}: ${id}`),
      );
    expect(strange).toEqual([]);
  });
});

describe('nothing is an orphan', () => {
  it('every phase has its page, and every phase page its phase', () => {
    const told = published.filter(({ front }) => front['phase']).map(({ id, front }) => [id, front['phase']]);
    expect(told.sort()).toEqual([...phases.keys()].map((id) => [`methode/${id}`, id]).sort());
  });

  it('every core source is used by a page or data file', () => {
    // The five documents; the literature they point to stands on /bronnen/ by itself.
    const used = new Set([
      ...published.flatMap(({ front }) => namedSources(front)),
      ...[...terms.values(), ...techniques.values(), ...cases.values()].flatMap(({ sources }) => sources),
    ]);
    const unused = [...sources]
      .filter(([id, { kind }]) => kind === 'core' && !used.has(id))
      .map(([id]) => id);
    expect(unused).toEqual([]);
  });

  it('every case is shown on a page', () => {
    const shown = attributes('CaseFacts', 'id').map(({ value }) => value);
    expect(
      [...cases.keys()]
        .filter((id) => !shown.includes(id))
        .map((id) => `content/docs/cases/${id}.mdx: schrijf <CaseFacts id="${id}" />.`),
    ).toEqual([]);
  });

  it('every picture, style and component is used', () => {
    const code = [
      ...filesUnder(join(root, 'components'), /\.(astro|tsx?|css)$/),
      ...filesUnder(join(root, 'content'), /\.mdx$/),
      ...filesUnder(join(root, 'src/routes'), /\.astro$/),
      join(root, 'astro.config.mjs'),
    ];
    const text = code.map((file) => readFileSync(file, 'utf8')).join('\n');
    const unused = filesUnder(join(root, 'components'), /\.(astro|tsx?|css)$/)
      .map((file) => file.slice(root.length + 1))
      .filter((file) => !text.includes(`/${file.split('/').at(-1) ?? ''}`) && !file.includes('/overrides/'));
    expect(unused).toEqual([]);
  });
});

describe('a translated page', () => {
  /** What a page is about, and the blocks that show data, in their order. */
  const skeleton = ({ front, body }: Page) => ({
    ...Object.fromEntries(
      ['phase', 'phases', 'technique', 'case', 'sources'].map((key) => [key, front[key]]),
    ),
    blocks: [...body.matchAll(/^<([A-Z]\w+)([^>]*)/gm)].map(
      ([, name = '', given = '']) =>
        name + [...given.matchAll(/ (?:id|phase|technique|case)="[^"]*"/g)].join(''),
    ),
  });

  it.each(publishedLocales.map((locale) => [locale]))(
    'in %s has the name, the facts and the blocks of the page it translates',
    (locale) => {
      const originals = new Map(allPages.map((page) => [page.id, page]));
      for (const page of pages(locale)) {
        const original = originals.get(page.id);
        expect
          .soft(original, `${page.path} translates no page: call it as in the root language`)
          .toBeDefined();
        if (original) expect.soft(skeleton(page), page.path).toEqual(skeleton(original));
      }
    },
  );
});

describe('every page', () => {
  it('has a title and a description of its own', () => {
    const repeated = (key: string): unknown[] => {
      const first = new Map<unknown, string>();
      return published.flatMap(({ path, front }) => {
        const other = first.get(front[key]);
        first.set(front[key], path);
        if (front[key] === undefined) return [`${path}: schrijf een ${key}.`];
        return other === undefined ? [] : [`${path}: heeft dezelfde ${key} als ${other}.`];
      });
    };
    expect({ titles: repeated('title'), descriptions: repeated('description') }).toEqual({
      titles: [],
      descriptions: [],
    });
  });

  it('that claims something names its sources', () => {
    const without = published.filter(
      ({ id, front }) => namedSources(front).length === 0 && !WITHOUT_SOURCE.includes(id),
    );
    expect(without.map(({ path }) => path)).toEqual([]);
  });

  it('imports from components only', () => {
    const strange = published.flatMap(({ path, body }) =>
      [...body.matchAll(/^import .* from ['"](.*)['"];?$/gm)]
        .filter(([, from = '']) => !from.startsWith('@components/') || !existsSync(join(root, from.slice(1))))
        .map(([line]) => `${path}: ${line}`),
    );
    expect(strange).toEqual([]);
  });

  it('writes links in Markdown, which get their folder and language', () => {
    expect(published.filter(({ body }) => /<a\s/.test(body)).map(({ path }) => path)).toEqual([]);
  });

  it('writes links from the root with a slash at the end, and only to pages that exist', () => {
    const ids = new Set(published.map(({ id }) => (id === 'index' ? '/' : `/${id}/`)));
    // What tools open by link.
    for (const { meetings } of agendas.values())
      for (const { id } of meetings) ids.add(`/hulpmiddelen/agenda/?agenda=${id}`);
    for (const kind of ['instemming', 'verkiezing']) ids.add(`/hulpmiddelen/besluit/?soort=${kind}`);
    // A file that the build writes (src/site/notices.ts).
    ids.add('/licenties.txt');
    const wrong = published.flatMap(({ path, body }) =>
      [...body.matchAll(/(?:\]\(|href: ['"])(\/[^)'"\s]*)/g)]
        .map(([, href = '']) => href)
        .filter((href) => !ids.has(href.split('#')[0] ?? ''))
        .map((href) => `${path}: ${href}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a phase page follows the anatomy', () => {
  const headings = [
    'Waar deze fase van uitgaat',
    'Wat u wilt bereiken',
    'Hoe u het aanpakt',
    'Technieken en fiches',
    'Hoe ecobuild.brussels het deed',
    'Wat vaak misgaat',
  ];

  it.each(published.filter(({ front }) => front['phase']).map((page) => [page.id, page] as const))(
    '%s',
    (_id, page) => {
      const found = [...page.body.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
      expect(found.slice(0, -1)).toEqual(headings);
      expect(found.at(-1)).toMatch(/^Klaar (voor de volgende fase|om alleen verder te gaan)\?$/);
      for (const part of ['PhaseFacts', 'Intentions', 'Techniques', 'Example', 'Pitfalls', 'Readiness']) {
        expect(page.body).toContain(`<${part}`);
      }
    },
  );
});

describe('the eight phases', () => {
  it('are numbered as their ids say', () => {
    expect([...phases].map(([id, { number }]) => [id.split('-')[0], number])).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((number) => [String(number), number]),
    );
  });

  it('last twelve to eighteen months together, as the source says', () => {
    const weeks = [...phases.values()].map(({ duration }) => duration);
    const sum = (pick: (duration: { min: number; max: number }) => number): number =>
      weeks.reduce((total, week) => total + pick(week), 0);
    expect(sum(({ min }) => min)).toBe(52);
    expect(sum(({ max }) => max)).toBe(78);
  });

  it('show an existing group the way from phase 2 to phase 4', () => {
    const walked = [...phases.values()]
      .filter(({ routes }) => routes.includes('existing'))
      .map(({ number }) => number);
    expect(walked).toEqual([1, 2, 4, 5, 6, 7, 8]);
  });
});

describe('the practical sheets of the source', () => {
  it('have all their 25 places, in order', () => {
    const places = [...techniques.values()].flatMap(({ sheets }) =>
      sheets.map(({ sheet, order }) => `${sheet}.${order}`),
    );
    const expected = [1, 2, 3].flatMap((sheet) =>
      Array.from({ length: [10, 10, 5][sheet - 1] ?? 0 }, (_, i) => `${sheet}.${i + 1}`),
    );
    expect(places.sort()).toEqual(expected.sort());
  });
});

describe('the techniques', () => {
  const headings = [
    'Wanneer wel, wanneer niet',
    'Voorbereiden',
    'Draaiboek',
    'Wat u op papier hebt',
    'Wat kan mislopen',
    'Varianten',
    'Hierna',
  ];
  const parts = [
    'TechniqueFacts',
    'UseWhen',
    'Prepare',
    'TechniqueSteps',
    'Outcome',
    'TechniquePitfalls',
    'Variants',
    'FollowUps',
  ];

  it('each have their page, and every technique page its technique', () => {
    const told = published
      .filter(({ front }) => front['technique'])
      .map(({ id, front }) => [id, front['technique']]);
    expect(told.sort()).toEqual([...techniques.keys()].map((id) => [`fiches/${id}`, id]).sort());
  });

  it.each([...techniques])('%s', (id, technique) => {
    const steps = technique.script.map((step) => step.id);
    const sum = technique.script.reduce((total, { minutes }) => total + minutes, 0);
    expect.soft(new Set(steps).size).toBe(steps.length);
    expect
      .soft(technique.script.flatMap(({ branches }) => branches.filter(({ goTo }) => !steps.includes(goTo))))
      .toEqual([]);
    expect.soft(sum).toBeGreaterThanOrEqual(technique.minutes.min);
    expect.soft(sum).toBeLessThanOrEqual(technique.minutes.max);
    expect.soft(technique.people.min).toBeLessThanOrEqual(technique.people.max);
    expect.soft(technique.followUps.filter((other) => !techniques.has(other) || other === id)).toEqual([]);
    expect.soft(technique.cases.filter((name) => !cases.has(name))).toEqual([]);

    const body = published.find(({ front }) => front['technique'] === id)?.body ?? '';
    const found = [...body.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect.soft(found.filter((heading) => headings.includes(heading ?? ''))).toEqual(headings);
    const missing = parts.filter((part) => !body.includes(`<${part} technique="${id}"`));
    expect
      .soft(missing.map((part) => `content/docs/fiches/${id}.mdx: schrijf <${part} technique="${id}" />.`))
      .toEqual([]);
  });
});

describe('the cases', () => {
  it('each have their page, and every case page its case', () => {
    const told = published.filter(({ front }) => front['case']).map(({ id, front }) => [id, front['case']]);
    expect(told.sort()).toEqual([...cases.keys()].map((id) => [`cases/${id}`, id]).sort());
  });

  it('name techniques that exist', () => {
    const missing = [...cases].flatMap(([id, { techniques: used }]) =>
      used.filter((name) => !techniques.has(name)).map((name) => `${id}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('are at least four told at length and fourteen short ones', () => {
    const kinds = [...cases.values()].map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'full').length).toBeGreaterThanOrEqual(4);
    expect(kinds.filter((kind) => kind === 'short').length).toBeGreaterThanOrEqual(14);
  });
});

describe('the overview per phase', () => {
  it('leaves nothing out: every technique, case and background page helps in a phase, every phase has them', () => {
    const background = published.filter(({ id }) => id.startsWith('achtergrond/'));
    const phasesOf = ({ front }: (typeof background)[number]): string[] =>
      (front['phases'] as string[] | undefined) ?? [];
    expect(background.filter((page) => phasesOf(page).length === 0).map(({ path }) => path)).toEqual([]);
    for (const phase of phases.keys()) {
      expect
        .soft(
          [...cases.values()].some(({ phases: used }) => used.includes(phase)),
          phase,
        )
        .toBe(true);
      expect
        .soft(
          background.some((page) => phasesOf(page).includes(phase)),
          phase,
        )
        .toBe(true);
    }
  });
});

describe('the 26 recommendations of Smart In Progress #3', () => {
  it('are all there, under their number', () => {
    const numbered = [...recommendations].map(([id, { number }]) => [id, number]);
    expect(numbered).toEqual(
      Array.from({ length: 26 }, (_, index) => [`sip3-${String(index + 1).padStart(2, '0')}`, index + 1]),
    );
  });

  it('carry the points of attention of the board on the five it named', () => {
    const named = [...recommendations.values()]
      .filter(({ attention }) => attention)
      .map(({ number }) => number);
    expect(named).toEqual([3, 4, 7, 8, 12]);
  });

  it('are used on pages that exist', () => {
    const ids = new Set(published.map(({ id }) => `/${id}/`));
    const wrong = [...recommendations].flatMap(([id, { usedIn }]) =>
      usedIn.filter((path) => !ids.has(path.split('#')[0] ?? '')).map((path) => `${id}: ${path}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a title', () => {
  it('that tells in Dutch what a foreign source is, is read aloud in Dutch', () => {
    const dutch = /\b(pagina|artikel|wetsvoorstel|tarieven|over|van|het|zitting)\b/i;
    const wrong = [...sources]
      .filter(([, data]) => (data.titleLanguage ?? data.language) !== 'nl' && dutch.test(data.title))
      .map(([id]) => id);
    expect(wrong).toEqual([]);
  });
});
