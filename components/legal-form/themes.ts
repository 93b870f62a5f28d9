import type { FactKey } from '../../src/domain/legal-form/index.ts';

/** The facts about a form by theme, in the order of pages and tables, each with its permanent anchor on the page. */
export const THEMES = [
  {
    id: 'opstarten',
    facts: ['personality', 'founders', 'capital', 'foundedBy', 'cost', 'leadTime'],
  },
  {
    id: 'inschrijven',
    facts: ['registration', 'beneficialOwners', 'publication', 'books', 'tax', 'vat'],
  },
  {
    id: 'samen',
    facts: ['liability', 'profit', 'decisions', 'joining', 'ending'],
  },
  {
    id: 'werf',
    facts: ['tenders', 'staff'],
  },
] as const satisfies readonly { id: string; facts: readonly FactKey[] }[];

/** Where a fact stands on the page of its form; permanent, as others link to it. */
export const ANCHORS: Readonly<Record<FactKey, string>> = {
  personality: 'rechtspersoonlijkheid',
  founders: 'oprichters',
  capital: 'kapitaal',
  foundedBy: 'oprichting',
  registration: 'kbo',
  beneficialOwners: 'ubo',
  publication: 'bekendmaking',
  liability: 'aansprakelijkheid',
  profit: 'winst',
  decisions: 'beslissen',
  joining: 'in-en-uitstappen',
  ending: 'einde',
  tax: 'belasting',
  vat: 'btw',
  books: 'boekhouding',
  tenders: 'overheidsopdrachten',
  staff: 'personeel',
  cost: 'kosten',
  leadTime: 'starttijd',
};
