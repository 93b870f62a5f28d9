import { getCollection, getEntries, getEntry } from 'astro:content';
import { amountTexts } from '../domain/amount/index.ts';
import { fill, found, type Locale, textIn } from '../domain/shared/index.ts';
import { rangeText, usualLength } from '../domain/technique/index.ts';
import { type LocalWorksheet, localizeWorksheet, type WorksheetContext } from '../domain/worksheet/index.ts';

/** The ids of all worksheets, in the order of their list. */
export async function worksheetIds(): Promise<string[]> {
  const entries = await getCollection('worksheets');
  return entries.sort((a, b) => a.data.order - b.data.order).map(({ id }) => id);
}

/** A worksheet in `locale`, with what it takes from its technique and from the choosers. */
export async function worksheetIn(id: string, locale: Locale): Promise<LocalWorksheet> {
  const { data } = found(await getEntry('worksheets', id), `werkblad “${id}”`);
  const [first] = data.techniques;
  const technique = first && found(await getEntry('techniques', first), `techniek “${first}”`).data;
  return localizeWorksheet(id, data, locale, {
    ...(technique && { technique }),
    dutyOf: await dutiesIn(locale),
  });
}

/** What stands around the form of a worksheet, on paper and in Word. */
export interface WorksheetFrame {
  worksheet: LocalWorksheet;
  /** What it is, for which phases, how long it takes and how many people use it. */
  facts: string[];
  /** Which sheet of how many; one for each sheet. */
  parts: string[];
  /** What the star means, and the sources. */
  grounds: string;
}

/** A worksheet with what stands around its form, in `locale`; `t` gives the UI strings. */
export async function worksheetFrame(
  id: string,
  locale: Locale,
  t: App.Locals['t'],
): Promise<WorksheetFrame> {
  const worksheet = await worksheetIn(id, locale);
  const { data } = found(await getEntry('worksheets', id), `werkblad “${id}”`);
  const phases = await getEntries(data.phases.map((id) => ({ collection: 'phases', id }) as const));
  const sources = await getEntries(worksheet.sources.map((id) => ({ collection: 'sources', id }) as const));
  const { minutes, people, sheets } = worksheet;
  const length = usualLength(minutes);
  const star = (editors: boolean): string => (editors ? '*' : '');
  const numbers = phases.map(({ data }) => data.number).sort();
  const titles = sources.map(({ data: { title, year } }) => (year ? `${title} (${year})` : title));
  return {
    worksheet,
    facts: [
      t('worksheet.one'),
      fill(t('worksheet.phases'), { n: numbers.join(', ') }),
      fill(t(`technique.length.${length.unit}`), { n: length.text }) + star(minutes.editors),
      fill(t('technique.peopleCount'), { n: rangeText(people) }) + star(people.editors),
    ],
    parts: sheets.map((_, index) => fill(t('worksheet.part'), { n: index + 1, of: sheets.length })),
    grounds: `${t('worksheet.star')} ${fill(t('worksheet.sources'), { sources: titles.join('; ') })}`,
  };
}

/** The duties of the choosers in `locale`, amounts written out. */
async function dutiesIn(locale: Locale): Promise<WorksheetContext['dutyOf']> {
  const choosers = await getCollection('choosers');
  const amounts = amountTexts(
    (await getCollection('amounts')).flatMap(({ data: { entries } }) => entries),
    locale,
  );
  return (chooserId, id) => {
    const { data } = found(
      choosers.find((chooser) => chooser.id === chooserId),
      `keuzehulp “${chooserId}”`,
    );
    const rule = found(
      data.rules.find((rule) => rule.id === id && rule.kind === 'duty'),
      `plicht “${id}” in keuzehulp “${chooserId}”`,
    );
    return {
      text: fill(textIn(rule.text, locale), amounts),
      articles: data.grounds
        .filter((ground) => rule.grounds.includes(ground.id))
        .flatMap(({ article }) => article ?? []),
      notice: textIn(data.notice, locale),
    };
  };
}
