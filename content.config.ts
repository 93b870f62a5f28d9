import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { amountsSchema } from './src/domain/amount/schema.ts';
import { assessmentSchema } from './src/domain/assessment/schema.ts';
import { caseSchema } from './src/domain/case/schema.ts';
import { chooserSchema } from './src/domain/chooser/schema.ts';
import { termSchema } from './src/domain/glossary/schema.ts';
import { externalLinkSchema } from './src/domain/external-link/schema.ts';
import { legalFormSchema } from './src/domain/legal-form/schema.ts';
import { pageSchema } from './src/domain/page/schema.ts';
import { recommendationSchema } from './src/domain/recommendation/schema.ts';
import { permalinkSchema } from './src/domain/permalink/schema.ts';
import { phaseSchema } from './src/domain/phase/schema.ts';
import { revisionSchema } from './src/domain/revision/schema.ts';
import { searchWordsSchema } from './src/domain/search/schema.ts';
import { agendaSchema } from './src/domain/plan/schema.ts';
import { sourceSchema } from './src/domain/source/schema.ts';
import { techniqueSchema } from './src/domain/technique/schema.ts';
import { worksheetSchema } from './src/domain/worksheet/schema.ts';

const yaml = (name: string) => glob({ pattern: '*.yaml', base: `./content/${name}` });

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: pageSchema }) }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
  phases: defineCollection({ loader: yaml('phases'), schema: phaseSchema }),
  techniques: defineCollection({ loader: yaml('techniques'), schema: techniqueSchema }),
  agendas: defineCollection({ loader: yaml('agendas'), schema: agendaSchema }),
  cases: defineCollection({ loader: yaml('cases'), schema: caseSchema }),
  assessments: defineCollection({ loader: yaml('assessments'), schema: assessmentSchema }),
  choosers: defineCollection({ loader: yaml('choosers'), schema: chooserSchema }),
  'legal-forms': defineCollection({ loader: yaml('legal-forms'), schema: legalFormSchema }),
  amounts: defineCollection({ loader: yaml('amounts'), schema: amountsSchema }),
  glossary: defineCollection({ loader: yaml('glossary'), schema: termSchema }),
  recommendations: defineCollection({ loader: yaml('recommendations'), schema: recommendationSchema }),
  permalinks: defineCollection({ loader: file('./content/permalinks.yaml'), schema: permalinkSchema }),
  'external-links': defineCollection({
    loader: file('./content/external-links.yaml'),
    schema: externalLinkSchema,
  }),
  revisions: defineCollection({ loader: file('./content/revisions.yaml'), schema: revisionSchema }),
  search: defineCollection({ loader: yaml('search'), schema: searchWordsSchema }),
  worksheets: defineCollection({ loader: yaml('worksheets'), schema: worksheetSchema }),
  sources: defineCollection({ loader: yaml('sources'), schema: sourceSchema }),
};
