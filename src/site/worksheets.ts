import { getCollection, getEntry } from 'astro:content';
import { amountTexts } from '../domain/amount/index.ts';
import { fill, found, type Locale, textIn } from '../domain/shared/index.ts';
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
