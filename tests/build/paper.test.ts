import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/chooser/index.ts';
import { chooserSchema } from '../../src/domain/chooser/schema.ts';
import { entries, pages as sourcePages } from '../content/load.ts';
import { builtPages, fileOf, SITES } from './site.ts';

const CHOOSERS = [...entries('choosers', chooserSchema)].map(([id, chooser]) => ({ id, chooser }));

interface Listed {
  base: string;
  documents: { id: string; title: string; path: string }[];
}

describe.each(SITES)('what there is to print on the site $name', (site) => {
  const pages = builtPages(site).filter(({ path }) => /^\/afdrukken\/./.test(path));
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const listed = JSON.parse(readFileSync(join(site.dist, 'afdrukken/documenten.json'), 'utf8')) as Listed;

  it('is listed, each with its own title, and nothing else is there', () => {
    expect(listed.base).toBe(site.base);
    expect(listed.documents.map(({ path }) => path).sort()).toEqual(pages.map(({ path }) => path).sort());
    const ids = listed.documents.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('is for readers and not for search: no script, no index, no search body', () => {
    const wrong = pages.filter(
      ({ dom }) =>
        dom.querySelector('meta[name="robots"]')?.getAttribute('content') !== 'noindex' ||
        dom.querySelector('script, [data-pagefind-body]') !== null,
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
    expect(readFileSync(join(site.dist, 'sitemap-0.xml'), 'utf8')).not.toMatch(/afdrukken\/[a-z]/);
  });

  it('has a title and a language, one heading at the top and no level left out', () => {
    const wrong = pages.flatMap(({ path, dom }) => {
      const levels = dom.querySelectorAll('h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName[1]));
      return dom.querySelector('html')?.getAttribute('lang') !== 'nl' ||
        !dom.querySelector('title')?.textContent ||
        levels.filter((level) => level === 1).length !== 1 ||
        levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1)
        ? [path]
        : [];
    });
    expect(wrong).toEqual([]);
  });

  it('explains on a questionnaire every sign to stop, by its number', () => {
    const forms = pages.filter(({ path }) => path.startsWith('/afdrukken/vragenlijst/'));
    const explained = forms.map(({ dom }) => dom.querySelectorAll('.stop-list li').length);
    const named = forms.map(({ dom }) => [
      ...new Set(
        dom
          .querySelectorAll('.code, .joint b')
          .flatMap(({ textContent }) => /Stop([ \d]+)/.exec(textContent)?.[1]?.trim().split(' ') ?? []),
      ),
    ]);
    expect(named.map((numbers) => numbers.map(Number).sort((a, b) => a - b))).toEqual(
      explained.map((count) => Array.from({ length: count }, (_, at) => at + 1)),
    );
    expect(Math.max(...explained)).toBeGreaterThan(2);
  });

  it('draws on a questionnaire an arrow to a step where one answer brings it up, and brackets where it takes more', () => {
    const drawn = CHOOSERS.flatMap(({ id, chooser }) => {
      const items = byPath.get(`/afdrukken/vragenlijst/${id}/`)?.dom.querySelectorAll('.paper-item') ?? [];
      return chooser.questions.flatMap((question, at) =>
        question.values.flatMap((value, place) => {
          const code = items[at]?.querySelectorAll('li')[place]?.querySelector('.code')?.textContent ?? '';
          const { stages } = evaluate(chooser, { [question.id]: value.id });
          return chooser.stages.flatMap(({ id: stage, name, threshold }, index) => {
            if (threshold === 0) return [];
            const result = stages[index];
            const says = `→ ${name.nl.split(':')[0] ?? ''}`;
            const isDue = result?.due === 'yes';
            const helps = result?.triggers.some(({ holds }) => holds === 'yes') ?? false;
            const expected = isDue ? 'arrow' : helps ? 'brackets' : 'none';
            const bracketed = says.replace('→', '(→)');
            const found = code.includes(bracketed) ? 'brackets' : code.includes(says) ? 'arrow' : 'none';
            return [{ answer: `${id} ${stage} ${question.id} ${value.id}`, expected, found }];
          });
        }),
      );
    });
    expect(drawn.filter(({ expected, found }) => expected !== found)).toEqual([]);
    expect(new Set(drawn.map(({ found }) => found))).toEqual(new Set(['arrow', 'brackets', 'none']));
  });

  it('has no id twice', () => {
    const twice = pages.flatMap(({ path, dom }) => {
      const ids = dom.querySelectorAll('[id]').map(({ id }) => id);
      return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => `${path}: ${id}`);
    });
    expect(twice).toEqual([]);
  });

  it('holds in the whole handbook every page of it, and links that stay within', () => {
    const book = byPath.get('/afdrukken/handboek/');
    const ids = new Set(book?.dom.querySelectorAll('[id]').map(({ id }) => id));
    const missing = sourcePages()
      .filter(
        ({ id, front }) =>
          front['draft'] !== true &&
          !['404', 'inhoud', 'afdrukken', 'over/externe-links', 'index'].includes(id),
      )
      .map(({ id }) => id.replace(/\/index$/, ''))
      .filter((id) => !ids.has(id.replaceAll('/', '-')));
    expect(missing).toEqual([]);
    const links = book?.dom.querySelectorAll('a[href]').map((link) => link.getAttribute('href') ?? '') ?? [];
    expect(links.filter((href) => href.startsWith('/') && href !== `${site.base}afdrukken/`)).toEqual([]);
    expect(
      links.filter((href) => href.startsWith('#') && !ids.has(decodeURIComponent(href.slice(1)))),
    ).toEqual([]);
    expect(links.filter((href) => href.startsWith('#')).length).toBeGreaterThan(1000);
  });
});

describe('the check on what there is to print', () => {
  it('notices a document without a page', () => {
    const [site] = SITES;
    expect(site && fileOf(site, '/afdrukken/techniek/bestaat-niet/')).toBeNull();
    expect(site && fileOf(site, '/afdrukken/techniek/brainstorm/')).not.toBeNull();
  });
});
