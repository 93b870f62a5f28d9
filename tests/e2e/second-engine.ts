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
interface Engine {
  Checker: new () => { check(root: Document, rulesets: string[]): Promise<{ results: Result[] }> };
}

/**
 * The violations that IBM Equal Access finds on the page as it stands (not what it only asks a person to look at): rule,
 * message and element, one line each. What is accepted is noted in `used` and left out.
 */
export async function secondEngineFindings(page: Page, used: Set<Accepted>): Promise<string[]> {
  // The script names its export with `var`; in a function it would be gone afterwards.
  if (!(await page.evaluate(() => 'ace' in globalThis)))
    await page.evaluate(`${source};globalThis.ace = ace`);
  const found = await page.evaluate(async () => {
    const { Checker } = (globalThis as unknown as { ace: Engine }).ace;
    const { results } = await new Checker().check(document, ['IBM_Accessibility']);
    return results
      .filter(({ value: [policy, outcome] }) => policy === 'VIOLATION' && outcome === 'FAIL')
      .map(({ ruleId, message, snippet }) => ({ rule: ruleId, message, element: snippet.slice(0, 200) }));
  });
  return found.flatMap(({ rule, message, element }) => {
    const accepted = ACCEPTED.filter((one) => one.rule === rule && element.includes(one.element));
    for (const one of accepted) used.add(one);
    return accepted.length > 0 ? [] : [`${rule}: ${message}: ${element}`];
  });
}
