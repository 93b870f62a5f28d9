import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Where the page has axe once it is put in. */
interface Injected {
  axe: typeof axe;
}

/** The one rule of axe for WCAG 2.2, which axe leaves off by itself. */
export const TARGET_SIZE = 'target-size';
/** The rules whose answer differs between the light and the dark theme. */
export const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** Which rules are asked: only some, or all without some. */
interface Asked {
  only?: readonly string[];
  without?: readonly string[];
}

/**
 * What axe finds on the page as it stands: rule and element, one line each. It goes in through the browser driver, because
 * the policy of the page lets no other script in; once per page that was opened, so that asking again costs little.
 */
export async function axeFindings(page: Page, { only, without = [] }: Asked = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const rules = Object.fromEntries([
    [TARGET_SIZE, { enabled: true }],
    ...without.map((id) => [id, { enabled: false }] as const),
  ]);
  return page.evaluate(
    async (options) => {
      const { axe } = globalThis as unknown as Injected;
      const { violations } = await axe.run(document, options);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target }: axe.NodeResult) => `${id}: ${target.join(' ')}`),
      );
    },
    { resultTypes: ['violations' as const], ...(only ? { runOnly: [...only] } : { rules }) },
  );
}
