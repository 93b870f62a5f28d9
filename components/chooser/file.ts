import { type Cited, type Entry, type Result, toSavedText } from '../../src/domain/chooser/index.ts';
import { groundOf, resultOf, ruleOf, savedKind, type View } from './view.ts';

/**
 * The entry as a file: answers and importance, so that it opens again, and what followed from them on that day, with
 * every rule that spoke, what it rests on and where that can be read.
 */
export function toFileText(view: View, entry: Entry, today: string): string {
  const { model } = view;
  const result = resultOf(view, entry);
  const rules = new Map(citedIn(result).map(({ rule }) => [rule, ruleOf(view, rule)]));
  const triggers = model.stages.flatMap((stage) => stage.triggers);
  const groundIds = new Set([...rules.values(), ...triggers].flatMap(({ grounds }) => grounds));
  const grounds = [...groundIds].map((id) => groundOf(view, id));
  const sourceIds = new Set(grounds.flatMap(({ sources }) => sources));
  const file = {
    ...(JSON.parse(toSavedText(savedKind(view), model, entry)) as object),
    savedOn: today,
    name: view.name,
    notice: model.notice,
    result,
    rules: [...rules.values()].map(({ id, kind, text, grounds }) => ({ id, kind, text, grounds })),
    triggers: triggers.map(({ id, said, points, grounds }) => ({ id, text: said, points, grounds })),
    grounds,
    sources: [...sourceIds].map((id) => ({ id, title: view.sources[id]?.title ?? id })),
  };
  return JSON.stringify(file, null, 1);
}

/** Every rule that a result names. */
function citedIn({ stops, stages }: Result): readonly Cited[] {
  const options = stages.flatMap((stage) => stage.options);
  return [...stops, ...options.flatMap(({ excludedBy, rules }) => [...excludedBy, ...rules])];
}
