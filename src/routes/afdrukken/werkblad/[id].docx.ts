/* One worksheet to fill in with a word processor. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { fill } from '../../../domain/shared/index.ts';
import { absoluteUrl, permalinkOf } from '../../../site/permalinks.ts';
import { worksheetWord } from '../../../site/worksheet-word.ts';
import { worksheetFrame, worksheetIds } from '../../../site/worksheets.ts';

/** How a word processor knows the languages: with the country whose spelling it checks. */
const LANGUAGE = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' } as const;

export const getStaticPaths: GetStaticPaths = async () =>
  (await worksheetIds()).map((id) => ({ params: { id } }));

export const GET: APIRoute = async ({ params: { id = '' }, locals: { t, locale } }) => {
  const { worksheet, facts, parts, grounds } = await worksheetFrame(id, locale, t);
  const link = await permalinkOf('worksheet', id);
  const date = new Date(link.date).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const file = await worksheetWord(worksheet, {
    facts: facts.join(' · '),
    use: t('worksheet.use'),
    wall: t('worksheet.wall'),
    point: t('worksheet.point'),
    example: t('worksheet.example'),
    parts,
    grounds,
    foot: [
      `${link.id} · ${fill(t('paper.version'), { n: link.version, date })} · ${absoluteUrl(link.path)}`,
      t('paper.licence'),
    ],
    author: t('site.title'),
    language: LANGUAGE[locale],
    date: link.date,
  });
  return new Response(file.slice().buffer, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    },
  });
};
