/** What is told of every legal form, in the order of the comparison. Apart from the schema, for pages. */
export const FACTS = [
  'personality',
  'founders',
  'capital',
  'foundedBy',
  'registration',
  'beneficialOwners',
  'publication',
  'liability',
  'profit',
  'decisions',
  'joining',
  'ending',
  'tax',
  'vat',
  'books',
  'tenders',
  'staff',
  'cost',
  'leadTime',
] as const;
export type FactKey = (typeof FACTS)[number];

/** What has to be done on every site, told per vehicle that carries the contract. */
export const SITE_DUTIES = [
  'contract',
  'notice',
  'tenYears',
  'safety',
  'debts',
  'defects',
  'authority',
] as const;
export type SiteDutyKey = (typeof SITE_DUTIES)[number];
