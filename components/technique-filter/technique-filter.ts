import { readQuery, replaceQuery } from '../../src/browser/query.ts';
import {
  type FilterFacts,
  filterFromQuery,
  fits,
  queryFromFilter,
  type TechniqueFilter,
} from '../../src/domain/technique/index.ts';

/** Makes the choices above the list of techniques work, and keeps them in the address. */
export function startFilter(): void {
  const form = document.querySelector<HTMLFormElement>('.technique-filter');
  const status = form?.querySelector('[role="status"]');
  if (!form || !status) return;
  const messages = JSON.parse(form.dataset['messages'] ?? '{}') as Record<'none' | 'one' | 'other', string>;
  const cards = [...document.querySelectorAll<HTMLElement>('[data-facts]')].map((card) => ({
    card,
    facts: JSON.parse(card.dataset['facts'] ?? '{}') as FilterFacts,
  }));

  const show = (filter: TechniqueFilter): void => {
    const shown = cards.filter(({ facts }) => fits(facts, filter));
    for (const { card, facts } of cards) card.hidden = !fits(facts, filter);
    const text = shown.length === 0 ? messages.none : shown.length === 1 ? messages.one : messages.other;
    status.textContent = text.replace('{n}', String(shown.length));
  };
  // The fields have the names that the address has.
  const chosen = (): TechniqueFilter =>
    filterFromQuery(
      [...form.querySelectorAll('select')].map(({ name, value }) => `${name}=${value}`).join('&'),
    );
  const update = (): void => {
    const filter = chosen();
    replaceQuery(queryFromFilter(filter));
    show(filter);
  };

  const first = filterFromQuery(readQuery());
  const given = new URLSearchParams(queryFromFilter(first));
  for (const select of form.querySelectorAll('select')) {
    const value = given.get(select.name) ?? '';
    // A link may name a number that is not on the list; then it is shown as one more choice.
    if (![...select.options].some((option) => option.value === value)) select.add(new Option(value, value));
    select.value = value;
  }
  show(first);
  form.addEventListener('change', update);
  form.addEventListener('submit', (event) => event.preventDefault());
  // A reset empties the fields after its event.
  form.addEventListener('reset', () => setTimeout(update));
}
