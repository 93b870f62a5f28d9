import { describe, expect, it } from 'vitest';
import { isLive, type Permalink } from '../../src/domain/permalink/index.ts';
import { dataFiles, pages } from './load.ts';
import { permalinks, publishedPermalinks } from './printed.ts';

const links = permalinks();
const published = publishedPermalinks();

/** Everything that gets a permanent link, as `kind item`. */
function items(): string[] {
  const of = (kind: string, collection: string): string[] =>
    dataFiles(collection).map(({ id }) => `${kind} ${id}`);
  const slugs = pages()
    .filter(({ front }) => front['draft'] !== true)
    .map(({ id }) => id);
  return [
    ...of('phase', 'phases'),
    ...of('technique', 'techniques'),
    ...of('case', 'cases'),
    ...of('term', 'glossary'),
    ...of('recommendation', 'recommendations'),
    ...of('legal-form', 'legal-forms'),
    ...of('worksheet', 'worksheets'),
    ...slugs.filter((slug) => /^fiches\/fiche-\d$/.test(slug)).map((slug) => `sheet ${slug.split('/')[1]}`),
  ];
}

/** Pages of tools, which must all have a link; what a tool's link is called need not be the name of its page. */
function toolPages(): string[] {
  return pages()
    .filter(({ id, front }) => /^hulpmiddelen\/(?!.*-regels$)/.test(id) && front['draft'] !== true)
    .map(({ id }) => `/${id}/`);
}

/** What is wrong with the links, as sentences for an author. */
function faults(
  list: readonly Permalink[],
  ever: Readonly<Record<string, string>>,
  needed: readonly string[],
): string[] {
  const byId = new Map(list.map((link) => [link.id, link]));
  const what = ({ kind, item }: Permalink): string => `${kind} ${item}`;
  const live = list.filter(isLive).map(what);
  return [
    ...list.filter((link) => byId.get(link.id) !== link).map(({ id }) => `${id}: staat er twee keer.`),
    ...Object.keys(ever)
      .filter((id) => !byId.has(id))
      .map((id) => `${id}: is gepubliceerd en mag niet verdwijnen. Geef het movedTo of retired.`),
    ...list
      .filter((link) => link.id in ever && ever[link.id] !== what(link))
      .map((link) => `${link.id}: leidde naar “${ever[link.id]}” en mag niet naar iets anders leiden.`),
    ...list
      .filter(({ id }) => !(id in ever))
      .map(({ id }) => `${id}: staat nog niet in de lijst van gepubliceerde links: npm run revise`),
    ...needed
      .filter((item) => live.filter((other) => other === item).length !== 1)
      .map((item) => `“${item}”: heeft precies één vaste link nodig in content/permalinks.yaml.`),
    ...list.filter((link) => link.movedTo && link.retired).map(({ id }) => `${id}: kies movedTo of retired.`),
    ...list
      .filter(
        ({ movedTo }) => movedTo !== undefined && !isLive(byId.get(movedTo) ?? { ...list[0]!, movedTo }),
      )
      .map(({ id, movedTo }) => `${id}: movedTo “${movedTo}” is geen link die nog ergens naar leidt.`),
  ];
}

describe('the permanent links', () => {
  it('keep what was published, and give every item exactly one', () => {
    expect(faults(links, published, items())).toEqual([]);
    expect(items().length).toBeGreaterThan(200);
  });

  it('lead to every tool', () => {
    const led = links
      .filter(({ kind }) => kind === 'tool')
      .map(({ item, page }) => page ?? `/hulpmiddelen/${item}/`);
    expect(toolPages().filter((path) => !led.includes(path))).toEqual([]);
  });

  it('are called after what they are', () => {
    const named = {
      phase: (item: string) => `fase-${item.split('-')[0]}`,
      case: (item: string) => `case-${item}`,
      term: (item: string) => `begrip-${item}`,
      recommendation: (item: string) => `aanbeveling-${Number(item.split('-')[1])}`,
      'legal-form': (item: string) => `rechtsvorm-${item}`,
      worksheet: (item: string) => `werkblad-${item}`,
      technique: (item: string) => item,
      tool: (item: string) => item,
      sheet: (item: string) => item,
    };
    expect(links.filter(({ id, kind, item }) => id !== named[kind](item)).map(({ id }) => id)).toEqual([]);
  });
});

describe('the check on permanent links', () => {
  const link = (id: string, more: Partial<Permalink> = {}): Permalink => ({
    id,
    kind: 'technique',
    item: id,
    since: '2026-11-22',
    ...more,
  });
  const told = (list: Permalink[], needed: string[] = []): string =>
    faults(list, { a: 'technique a', b: 'technique b' }, needed).join('\n');

  it('is silent about links that stayed', () => {
    expect(told([link('a'), link('b')], ['technique a', 'technique b'])).toBe('');
    expect(told([link('a', { movedTo: 'b' }), link('b')], ['technique b'])).toBe('');
  });

  it.each([
    ['a link that vanished', [link('a')], [], 'b: is gepubliceerd en mag niet verdwijnen'],
    [
      'a link given to another item',
      [link('a', { item: 'c' }), link('b')],
      [],
      'a: leidde naar “technique a”',
    ],
    ['a link given to another kind', [link('a', { kind: 'case' }), link('b')], [], 'a: leidde naar'],
    ['an item without a link', [link('a'), link('b')], ['term c'], '“term c”: heeft precies één vaste link'],
    [
      'an item that only a moved link leads to',
      [link('a', { movedTo: 'b' }), link('b')],
      ['technique a'],
      '“technique a”',
    ],
    [
      'an item with two links',
      [link('a'), link('b'), link('c', { item: 'a' })],
      ['technique a'],
      '“technique a”',
    ],
    ['an id used twice', [link('a'), link('b'), link('b')], [], 'b: staat er twee keer'],
    ['a move to nowhere', [link('a', { movedTo: 'x' }), link('b')], [], 'a: movedTo “x”'],
    [
      'a move to what moved itself',
      [link('a', { movedTo: 'b' }), link('b', { movedTo: 'a' })],
      [],
      'b: movedTo “a”',
    ],
    ['a link that nobody wrote down', [link('a'), link('b'), link('c')], [], 'c: staat nog niet in de lijst'],
  ])('notices %s', (_what, list, needed, message) => {
    expect(told(list, needed)).toContain(message);
  });
});
