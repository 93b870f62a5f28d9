/** A thing as schema.org describes it. */
export type Thing = { readonly '@type': string } & Readonly<Record<string, unknown>>;

/** What every description of a page says. */
export interface PageFacts {
  readonly title: string;
  readonly description: string;
  /** Whole address of the page. */
  readonly url: string;
  readonly language: string;
  /** Address of the licence of the texts. */
  readonly licence: string;
  /** Name of the handbook. */
  readonly site: string;
  /** Day of its version (YYYY-MM-DD), for what has versions. */
  readonly modified?: string | undefined;
}

/** A page that tells something. */
export function article(page: PageFacts): Thing {
  return { '@type': 'Article', headline: page.title, ...common(page) };
}

/** A way of working: its steps with their minutes, and what to bring. */
export function howTo(
  page: PageFacts,
  steps: readonly { readonly text: string; readonly minutes: number }[],
  supplies: readonly string[],
): Thing {
  return {
    '@type': 'HowTo',
    name: page.title,
    ...common(page),
    totalTime: duration(steps.reduce((total, { minutes }) => total + minutes, 0)),
    supply: supplies.map((name) => ({ '@type': 'HowToSupply', name })),
    step: steps.map(({ text, minutes }) => ({ '@type': 'HowToStep', text, timeRequired: duration(minutes) })),
  };
}

/** A list of terms; each has its place on the page. */
export function termSet(
  page: PageFacts,
  terms: readonly { readonly id: string; readonly name: string; readonly definition: string }[],
): Thing {
  return {
    '@type': 'DefinedTermSet',
    name: page.title,
    ...common(page),
    hasDefinedTerm: terms.map(({ id, name, definition }) => ({
      '@type': 'DefinedTerm',
      name,
      description: definition,
      url: `#${id}`,
    })),
  };
}

/** The way to a page from the home page; the page itself comes last and needs no address. */
export function breadcrumbs(path: readonly { readonly name: string; readonly url?: string }[]): Thing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: path.map(({ name, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      ...(url !== undefined && { item: url }),
    })),
  };
}

/** Things as the text of a script in a page; safe inside one, whatever the texts hold. */
export function asJsonLd(things: readonly Thing[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replaceAll('<', '\\u003c');
}

function common({ description, url, language, licence, site, modified }: PageFacts) {
  return {
    description,
    url,
    inLanguage: language,
    license: licence,
    isPartOf: { '@type': 'Book', name: site },
    ...(modified !== undefined && { dateModified: modified }),
  };
}

/** Minutes as a length of time in ISO 8601. */
function duration(minutes: number): string {
  return `PT${minutes}M`;
}
