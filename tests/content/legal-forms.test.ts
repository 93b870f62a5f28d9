import { describe, expect, it } from 'vitest';
import { ANCHORS, THEMES } from '../../components/legal-form/themes.ts';
import { amountTexts } from '../../src/domain/amount/index.ts';
import { amountsSchema } from '../../src/domain/amount/schema.ts';
import { chooserSchema } from '../../src/domain/chooser/schema.ts';
import { FACTS, type LegalForm, SITE_DUTIES } from '../../src/domain/legal-form/index.ts';
import { legalFormSchema } from '../../src/domain/legal-form/schema.ts';
import { fill } from '../../src/domain/shared/index.ts';
import { sourceSchema } from '../../src/domain/source/schema.ts';
import { entries, type Page, pages } from './load.ts';

const forms = entries('legal-forms', legalFormSchema);
const amounts = [...entries('amounts', amountsSchema).values()].flatMap(({ entries }) => entries);
const sources = entries('sources', sourceSchema);
const chooser = entries('choosers', chooserSchema).get('rechtsvorm')!;
const formPages = pages().filter(({ id }) => id.startsWith('rechtsvormen/'));

/** Pages of the section that are about no single form. */
const GENERAL_PAGES = ['bedragen', 'regels-voor-elke-werf', 'frankrijk-en-nederland'];
/** Longest text in a cell of the comparison, with its amounts written out. */
const LONGEST_SHORT = 60;

interface Known {
  sources: ReadonlySet<string>;
  forms: ReadonlySet<string>;
  amounts: Readonly<Record<string, string>>;
}
const known: Known = {
  sources: new Set(sources.keys()),
  forms: new Set(forms.keys()),
  amounts: amountTexts(amounts, 'nl'),
};

/** Every Dutch text of a form, as authors wrote it. */
function textsOf({ summary, suits, unsuited, facts, siteDuties }: LegalForm): string[] {
  const statements = [...Object.values(facts), ...Object.values(siteDuties)];
  return [
    summary,
    suits,
    unsuited,
    ...statements.flatMap(({ short, text, note }) => [short, text, ...(note ? [note] : [])]),
  ].map(({ nl }) => nl);
}

/** What is wrong with one form, as sentences for its author. */
function faultsOf(id: string, form: LegalForm, { sources, forms, amounts }: Known): string[] {
  const isChoice = form.status === 'form' || form.status === 'variant';
  const statements = Object.entries({ ...form.facts, ...form.siteDuties });
  return [
    ...FACTS.filter((fact) => isChoice && !form.facts[fact]).map((fact) => `feit ontbreekt: ${fact}`),
    ...SITE_DUTIES.filter((duty) => Object.keys(form.siteDuties).length > 0 && !form.siteDuties[duty]).map(
      (duty) => `taak op de werf ontbreekt: ${duty}`,
    ),
    ...statements.flatMap(([key, statement]) => [
      ...statement.sources.filter((source) => !sources.has(source)).map((source) => `${key}: bron ${source}`),
      ...(statement.lastReviewed ? [`${key}: lastReviewed is ingevuld`] : []),
      ...(fill(statement.short.nl, amounts).length > LONGEST_SHORT ? [`${key}: short is te lang`] : []),
    ]),
    ...textsOf(form)
      .flatMap((text) => [...text.matchAll(/\{([\w-]+)\}/g)].map(([, amount = '']) => amount))
      .filter((amount) => !Object.hasOwn(amounts, amount))
      .map((amount) => `bedrag ${amount} staat niet in content/amounts/`),
    ...textsOf(form)
      .filter((text) => /\d\s?(?:euro|EUR|€|%)|€/.test(text))
      .map((text) => `bedrag getypt in plaats van {id}: ${text}`),
    ...form.related
      .filter((other) => !forms.has(other) || other === id)
      .map((other) => `verwant: ${other} bestaat niet`),
  ].map((fault) => `${id}: ${fault}`);
}

/** Where forms, their pages and the chooser's options do not tell the same story. */
function mismatches(
  forms: ReadonlyMap<string, Pick<LegalForm, 'status'>>,
  formPages: readonly Pick<Page, 'id' | 'body'>[],
  options: readonly { id: string; page: string }[],
): string[] {
  const slugs = new Map(formPages.map(({ id, body }) => [id.replace('rechtsvormen/', ''), body]));
  return [
    ...[...forms.keys()].filter((id) => !slugs.has(id)).map((id) => `${id}: geen pagina`),
    ...[...slugs]
      .filter(([slug]) => !forms.has(slug) && !GENERAL_PAGES.includes(slug))
      .map(([slug]) => `${slug}: pagina zonder rechtsvorm`),
    ...[...slugs]
      .filter(([slug]) => forms.has(slug))
      .filter(
        ([slug, body]) =>
          !body.includes(`<LegalForm id="${slug}" />`) || !body.includes(`<LegalFacts id="${slug}" />`),
      )
      .map(([slug]) => `${slug}: de pagina toont haar eigen feiten niet`),
    ...options
      .filter(({ id, page }) => !forms.has(id) || page !== `/rechtsvormen/${id}/`)
      .map(({ id }) => `${id}: optie zonder rechtsvorm of met een andere pagina`),
    ...[...forms]
      .filter(([, { status }]) => status === 'form' || status === 'variant')
      .filter(([id]) => !options.some((option) => option.id === id))
      .map(([id]) => `${id}: geen optie van de keuzehulp`),
  ];
}

/** Grounds that a page shows, in order. */
const shownGrounds = (body: string): string[] =>
  [...body.matchAll(/<Grounds\s+ids=\{\[([^\]]*)\]\}/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/'([^']+)'/g)].map(([, id = '']) => id),
  );

describe('the legal forms', () => {
  it('are whole, and rest on sources and amounts that exist', () => {
    expect([...forms].flatMap(([id, form]) => faultsOf(id, form, known))).toEqual([]);
    expect(forms.size).toBeGreaterThanOrEqual(19);
  });

  it('stand in one order', () => {
    const orders = [...forms.values()].map(({ order }) => order);
    expect(new Set(orders).size).toBe(orders.length);
  });

  it('each have a page that shows them, and are what the chooser chooses from', () => {
    expect(mismatches(forms, formPages, chooser.options)).toEqual([]);
  });

  it('that share a column carry a site in the same way', () => {
    expect(forms.get('cv')!.siteDuties).toEqual(forms.get('bv')!.siteDuties);
  });

  it('are found by the names of 2017', () => {
    const aliasesOf = (id: string): string[] => forms.get(id)!.aliases;
    expect(aliasesOf('bv')).toEqual(expect.arrayContaining(['BVBA', 'SPRL']));
    expect(aliasesOf('cv')).toEqual(expect.arrayContaining(['CVBA', 'SCRL']));
    expect(aliasesOf('erkende-cv')).toContain('VSO');
    expect(aliasesOf('tijdelijke-maatschap')).toContain('THV');
  });
});

describe('the law in the data', () => {
  it('is nowhere said to be reviewed by a lawyer', () => {
    const reviewed = [...amounts, ...chooser.grounds].filter(({ lastReviewed }) => lastReviewed);
    expect(reviewed.map(({ id }) => id)).toEqual([]);
  });

  it('shows each of the numbered rules once on its page', () => {
    const shown = shownGrounds(formPages.find(({ id }) => id.endsWith('regels-voor-elke-werf'))!.body);
    const ids = chooser.grounds.map(({ id }) => id);
    expect(shown.filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(shown).size).toBe(shown.length);
    expect(ids.filter((id) => /^r\d\d/.test(id) && !shown.includes(id))).toEqual([]);
  });
});

describe('the comparison', () => {
  it('shows every fact once, each with an anchor of its own', () => {
    const shown = THEMES.flatMap(({ facts }) => [...facts]);
    expect(shown.sort()).toEqual([...FACTS].sort());
    expect(new Set(Object.values(ANCHORS)).size).toBe(FACTS.length);
  });
});

describe('a wrong form is explained to its author', () => {
  const bv = forms.get('bv')!;
  const { staff: _staff, ...withoutStaff } = bv.facts;
  const { safety: _safety, ...withoutSafety } = bv.siteDuties;
  const withFact = (change: object): LegalForm => ({
    ...bv,
    facts: { ...bv.facts, staff: { ...bv.facts.staff!, ...change } },
  });

  it.each<[string, LegalForm]>([
    ['feit ontbreekt: staff', { ...bv, facts: withoutStaff }],
    ['taak op de werf ontbreekt: safety', { ...bv, siteDuties: withoutSafety }],
    ['staff: bron geen-bron', withFact({ sources: ['geen-bron'] })],
    ['staff: lastReviewed is ingevuld', withFact({ lastReviewed: '2026-11-22' })],
    ['staff: short is te lang', withFact({ short: { nl: 'x'.repeat(61) } })],
    [
      'bedrag geen-bedrag staat niet in content/amounts/',
      withFact({ text: { nl: 'Het kost {geen-bedrag}.' } }),
    ],
    [
      'bedrag getypt in plaats van {id}: Het kost 100 euro.',
      withFact({ text: { nl: 'Het kost 100 euro.' } }),
    ],
    ['verwant: geen-vorm bestaat niet', { ...bv, related: ['geen-vorm'] }],
    ['verwant: bv bestaat niet', { ...bv, related: ['bv'] }],
  ])('%s', (fault, form) => {
    expect(faultsOf('bv', form, known)).toEqual([`bv: ${fault}`]);
  });

  it('an abolished form needs only the facts that matter', () => {
    expect(faultsOf('bv', { ...bv, status: 'abolished', facts: {} }, known)).toEqual([]);
  });

  it('forms, pages and options that miss each other', () => {
    const body = '<LegalForm id="bv" /> <LegalFacts id="bv" />';
    const form = new Map([['bv', { status: 'form' }]] as const);
    const page = { id: 'rechtsvormen/bv', body };
    const option = { id: 'bv', page: '/rechtsvormen/bv/' };
    expect(mismatches(form, [page], [option])).toEqual([]);
    expect(mismatches(form, [], [option])).toEqual(['bv: geen pagina']);
    expect(mismatches(form, [{ ...page, body: '' }], [option])).toEqual([
      'bv: de pagina toont haar eigen feiten niet',
    ]);
    expect(mismatches(form, [page, { id: 'rechtsvormen/xx', body }], [option])).toEqual([
      'xx: pagina zonder rechtsvorm',
    ]);
    expect(mismatches(form, [page], [])).toEqual(['bv: geen optie van de keuzehulp']);
    expect(mismatches(form, [page], [option, { id: 'xx', page: '/rechtsvormen/xx/' }])).toEqual([
      'xx: optie zonder rechtsvorm of met een andere pagina',
    ]);
    expect(mismatches(form, [page], [{ ...option, page: '/rechtsvormen/cv/' }])).toEqual([
      'bv: optie zonder rechtsvorm of met een andere pagina',
    ]);
  });

  it('grounds shown on a page', () => {
    expect(shownGrounds("<Grounds ids={['r01', 'r02']} />\n<Grounds ids={['r03']} />")).toEqual([
      'r01',
      'r02',
      'r03',
    ]);
  });
});
