import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type BrowserContext, expect, type Frame, type Page } from '@playwright/test';
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

/** Puts axe in every page that is opened in `context` from now on: for many pages in a row that takes half the time. */
export const withAxe = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript({ content: source });

/** Which rules are asked: only some, or all without some; and of which part of the page: within an element, outside another. */
interface Asked {
  only?: readonly string[];
  without?: readonly string[];
  within?: string;
  outside?: string;
}

/**
 * What axe finds on the page as it stands: rule and element, one line each. It goes in through the browser driver, because
 * the policy of the page lets no other script in; once per page that was opened, so that asking again costs little.
 */
export async function axeFindings(
  page: Page | Frame,
  { only, without = [], within = 'html', outside }: Asked = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const rules = Object.fromEntries([
    [TARGET_SIZE, { enabled: true }],
    ...without.map((id) => [id, { enabled: false }] as const),
  ]);
  return page.evaluate(
    async ({ context, options }) => {
      const { axe } = globalThis as unknown as Injected;
      const { violations } = await axe.run(context, options);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target }: axe.NodeResult) => `${id}: ${target.join(' ')}`),
      );
    },
    {
      context: { include: [within], exclude: outside ? [outside] : [] },
      // A page in a frame is asked by itself: axe would have to be in it, and send it messages.
      options: {
        iframes: false,
        resultTypes: ['violations' as const],
        ...(only ? { runOnly: [...only] } : { rules }),
      },
    },
  );
}

/** Nothing is wrong with the page in this state as far as axe can tell; the test goes on when there is. */
export async function expectNoViolations(page: Page | Frame, state: string, asked?: Asked): Promise<void> {
  expect.soft(await axeFindings(page, asked), state).toEqual([]);
}
