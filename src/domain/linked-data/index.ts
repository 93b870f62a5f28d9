/** What a page says to programs, in the words of schema.org. */
export { article, asJsonLd, breadcrumbs, howTo, type PageFacts, termSet, type Thing } from './graph.ts';
