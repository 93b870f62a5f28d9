/** The class by which a component's rules find its own elements. */
const SCOPE = /\bastro-[a-z0-9]{8}\b/g;

const isScope = (one: string): boolean => /^astro-[a-z0-9]{8}$/.test(one);

/** What a rule asks of an element beside a scope: its name and classes, where it says so. */
interface Asked {
  readonly tag: string;
  readonly classes: readonly string[];
}

/** The scopes that every element with a class carries in these pages, by class. */
export function scopesByClass(htmls: readonly string[]): Map<string, Set<string>> {
  const carried = new Map<string, Set<string>>();
  for (const html of htmls)
    for (const [, text = ''] of html.matchAll(/\sclass="([^"]*)"/g)) {
      const classes = text.split(/\s+/).filter(Boolean);
      const scopes = new Set(classes.filter(isScope));
      for (const one of classes)
        if (!isScope(one)) carried.set(one, carried.get(one)?.intersection(scopes) ?? scopes);
    }
  return carried;
}

/**
 * `css` without the scopes that add nothing: where every element with a class carries the scope already, the class finds the
 * same elements. Not for classes that a script may give to an element of its own (`byScript`).
 */
export function withoutNeedless(
  css: string,
  carried: ReadonlyMap<string, ReadonlySet<string>>,
  byScript: ReadonlySet<string>,
): string {
  return css.replaceAll(
    /((?:\.[a-z][\w-]*)+):where\(\.(astro-[a-z0-9]{8})\)/g,
    (whole, classes: string, scope: string) => {
      const names = classes.split('.').filter(Boolean);
      return names.some((name) => !byScript.has(name) && carried.get(name)?.has(scope)) ? classes : whole;
    },
  );
}

/** By scope, what the rules of `css` ask of the elements that carry it. */
export function askedOf(css: string): Map<string, Asked[]> {
  const asked = new Map<string, Asked[]>();
  const add = (scope: string, one: Asked): void => void asked.set(scope, [...(asked.get(scope) ?? []), one]);
  const rules = /(.?)(?<![\w.-])([a-z][\w-]*)?((?:\.[\w-]+)*):where\(\.(astro-[a-z0-9]{8})\)/gs;
  let inRules = 0;
  for (const [, before = '', tag = '', classes = '', scope = ''] of css.matchAll(rules)) {
    inRules += 1;
    // After a bracket the selector says more than is read here: then any element may be meant.
    const isWhole = !/[)\]\\:#]/.test(before);
    add(scope, isWhole ? { tag, classes: classes.split('.').filter(Boolean) } : { tag: '', classes: [] });
  }
  const all = css.match(SCOPE) ?? [];
  if (inRules !== all.length) for (const scope of new Set(all)) add(scope, { tag: '', classes: [] });
  return asked;
}

/** `html` without the scope classes that no rule asks for; a class that a script may set counts as set. */
export function withoutUnasked(
  html: string,
  asked: ReadonlyMap<string, readonly Asked[]>,
  byScript: ReadonlySet<string>,
): string {
  return html.replaceAll(
    /<([a-z][\w-]*)((?:\s+[^\s"'>/=]+(?:="[^"]*")?)*?)\s+class="([^"]*)"/g,
    (start, tag: string, before: string, text: string) => {
      const classes = text.split(/\s+/).filter(Boolean);
      const kept = classes.filter((one) => {
        if (!isScope(one)) return true;
        return (asked.get(one) ?? []).some(
          (rule) =>
            (rule.tag === '' || rule.tag === tag) &&
            rule.classes.every((wanted) => classes.includes(wanted) || byScript.has(wanted)),
        );
      });
      if (kept.length === classes.length) return start;
      return `<${tag}${before}${kept.length > 0 ? ` class="${kept.join(' ')}"` : ''}`;
    },
  );
}

/** Short names for the scopes of a stylesheet, the most frequent first; not for those that other stylesheets name too. */
export function shortScopes(css: string, others: readonly string[]): Map<string, string> {
  const elsewhere = new Set(others.flatMap((text) => text.match(SCOPE) ?? []));
  const counts = new Map<string, number>();
  for (const scope of css.match(SCOPE) ?? []) counts.set(scope, (counts.get(scope) ?? 0) + 1);
  const scopes = [...counts.keys()].filter((scope) => !elsewhere.has(scope));
  scopes.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
  return new Map(scopes.map((scope, index) => [scope, `_${index.toString(36)}`]));
}

/** A stylesheet or page with the short names of its scopes. */
export function withShort(text: string, short: ReadonlyMap<string, string>): string {
  return text.replaceAll(SCOPE, (scope) => short.get(scope) ?? scope);
}
