import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';

const source = readFileSync(
  createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js'),
  'utf8',
);

/** A finding that stays, with the reason. */
export interface Accepted {
  rule: string;
  /** Part of what the engine shows of the element. */
  element: string;
  /** Why it is no fault; the accessibility statement names what is one. */
  reason: string;
}

/** What of the second engine is not mended, each with its reason. */
export const ACCEPTED = parse(
  readFileSync(join(import.meta.dirname, 'second-engine.yaml'), 'utf8'),
) as readonly Accepted[];

/** The part of a result of the engine that is read. */
interface Result {
  ruleId: string;
  value: [policy: string, outcome: string];
  message: string;
  snippet: string;
}
interface Guideline {
  id: string;
  checkpoints: { rules?: { id: string | string[] }[] }[];
}
interface Checker {
  getGuidelines(): Guideline[];
  addGuideline(guideline: Guideline): void;
  check(root: Document, guidelines: string[]): Promise<{ results: Result[] }>;
}
/** Where the page has the engine once it is put in. */
interface Injected {
  ace: { Checker: new () => Checker };
}

/** The rules whose answer differs between the light and the dark theme. */
const OF_COLOUR = ['text_contrast_sufficient', 'style_color_misuse'];

/**
 * The violations that IBM Equal Access finds on the page as it stands (not what it only asks a person to look at): rule,
 * message and element, one line each. All rules, or those of colour. What is accepted is noted in `used` and left out.
 */
export async function secondEngineFindings(
  page: Page,
  used: Set<Accepted>,
  rules: 'all' | 'of colour' = 'all',
): Promise<string[]> {
  // The script names its export with `var`; in a function it would be gone afterwards.
  if (!(await page.evaluate(() => 'ace' in globalThis)))
    await page.evaluate(`${source};globalThis.ace = ace`);
  const found = await page.evaluate(
    async (only) => {
      const checker = new (globalThis as unknown as Injected).ace.Checker();
      const whole = checker.getGuidelines().find(({ id }) => id === 'IBM_Accessibility');
      if (!whole) throw new Error('The engine has no guideline of this name.');
      const part: Guideline = {
        ...whole,
        id: 'asked',
        checkpoints: whole.checkpoints.map((checkpoint) => ({
          ...checkpoint,
          rules: (checkpoint.rules ?? []).filter(
            ({ id }) => !only || [id].flat().some((one) => only.includes(one)),
          ),
        })),
      };
      checker.addGuideline(part);
      const { results } = await checker.check(document, [part.id]);
      return results
        .filter(({ value: [policy, outcome] }) => policy === 'VIOLATION' && outcome === 'FAIL')
        .map(({ ruleId, message, snippet }) => ({ rule: ruleId, message, element: snippet }));
    },
    rules === 'all' ? null : OF_COLOUR,
  );
  return found.flatMap(({ rule, message, element }) => {
    const accepted = ACCEPTED.filter((one) => one.rule === rule && element.includes(one.element));
    for (const one of accepted) used.add(one);
    return accepted.length > 0 ? [] : [`${rule}: ${message}: ${element.slice(0, 200)}`];
  });
}
