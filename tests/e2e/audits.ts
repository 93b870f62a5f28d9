/** What a page must hold to in every circumstance; each function says what is wrong, one line for each fault. */
import { expect, type Page } from '@playwright/test';

/** Adds rules to the page the way its policy allows: as a sheet made by script. */
async function addRules(page: Page, rules: string): Promise<void> {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, rules);
}

/** WCAG 1.4.12: the distances that readers may set. */
export const setTextSpacing = (page: Page): Promise<void> =>
  addRules(
    page,
    `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
     p { margin-block-end: 2em !important }`,
  );

/** WCAG 1.4.4: letters of twice the size, as a reader sets them in the browser. */
export async function doubleText(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  await session.detach();
}

/**
 * WCAG 1.4.10: the page scrolls in one direction only. What is wider than the window (a table) scrolls by itself, can be
 * reached by keyboard and has a name.
 */
export const sidewaysFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const short = (element: Element) => element.outerHTML.slice(0, 110);
    const faults: string[] = [];
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth > clientWidth) {
      const wide = [...document.querySelectorAll('body *')].filter(
        (element) => element.getBoundingClientRect().right > clientWidth + 1,
      );
      faults.push(
        `scrolls sideways by ${scrollWidth - clientWidth}: ${wide.slice(0, 2).map(short).join(' … ')}`,
      );
    }
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth < 2) continue;
      if (!/auto|scroll/.test(getComputedStyle(element).overflowX) || !element.checkVisibility()) continue;
      if (element.matches('input, textarea, select')) continue;
      // A keyboard scrolls it by what it holds, or by itself.
      const inside = element.querySelector(
        'a[href], button, input, select, textarea, summary, [tabindex="0"]',
      );
      if (element.tabIndex < 0 && !inside)
        faults.push(`scrolls out of reach of the keyboard: ${short(element)}`);
      if (!element.matches('[role][aria-label], [role][aria-labelledby], dialog[aria-label], fieldset'))
        faults.push(`scrolls without a name: ${short(element)}`);
    }
    return faults;
  });

/** The page in this state scrolls in one direction only, and so does what is wide in it; the test goes on when not. */
export async function expectNothingSideways(page: Page, state = ''): Promise<void> {
  expect.soft(await sidewaysFaults(page), state).toEqual([]);
}

/** Lays out what the browser skips as long as it is out of sight. */
export const layOutEverything = (page: Page): Promise<void> =>
  addRules(page, '* { content-visibility: visible !important }');

/** Elements whose text does not fit: cut off by their own edge, or running out of it over what comes after. */
export const cutOffText = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
      // Hidden from sight on purpose, for screen readers: a point of at most one pixel.
      if (clientWidth < 2 || clientHeight < 2 || !element.checkVisibility({ visibilityProperty: true }))
        continue;
      if (element.matches('input, textarea, select, progress') || !element.innerText?.trim()) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      const wide = scrollWidth > clientWidth + 1 && hides(overflowX);
      const high = scrollHeight > clientHeight + 2 && hides(overflowY);
      if (wide || high)
        faults.push(
          `${clientWidth} × ${clientHeight} for ${scrollWidth} × ${scrollHeight}: ${element.outerHTML.slice(0, 110)}`,
        );
    }
    return faults;
  });

/** Texts of HTML that lie over each other: each pair of blocks of text, by the boxes of their lines. */
export const overlappingText = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    type Box = Record<'left' | 'right' | 'top' | 'bottom', number>;
    const lines: { box: Box; node: Text }[] = [];
    // Behind a dialog that fills the screen nothing is read.
    const modal = document.querySelector(':modal');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const parent = node.parentElement;
      if (!parent || !node.data.trim() || parent.closest('svg, script, style, template, option')) continue;
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      // What floats over the page covers it on purpose; what only screen readers get takes no place.
      const apart = (element: Element): boolean => {
        const { position, clipPath, clip, overflow } = getComputedStyle(element);
        return (
          /fixed|sticky/.test(position) ||
          element.matches(':popover-open') ||
          clipPath.startsWith('inset(50%') ||
          (position === 'absolute' && clip !== 'auto') ||
          (overflow !== 'visible' && element.clientWidth < 2)
        );
      };
      // What was scrolled away shows nothing: only the part within every frame around it counts.
      const frame = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
      let above: Element | null = parent;
      while (above && above !== modal && !apart(above)) {
        const { overflowX, overflowY } = getComputedStyle(above);
        const edge = above.getBoundingClientRect();
        if (overflowX !== 'visible' && above !== document.body) {
          frame.left = Math.max(frame.left, edge.left);
          frame.right = Math.min(frame.right, edge.right);
        }
        if (overflowY !== 'visible' && above !== document.body) {
          frame.top = Math.max(frame.top, edge.top);
          frame.bottom = Math.min(frame.bottom, edge.bottom);
        }
        above = above.parentElement;
      }
      if (above !== modal) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, top, bottom, height } of range.getClientRects()) {
        // Letters of a large figure stand closer than the box of their line says.
        const lineHeight = Number.parseFloat(getComputedStyle(parent).lineHeight) || height;
        const less = Math.max(0, height - lineHeight) / 2;
        const box = {
          left: Math.max(left, frame.left),
          right: Math.min(right, frame.right),
          top: Math.max(top + less, frame.top),
          bottom: Math.min(bottom - less, frame.bottom),
        };
        if (box.right - box.left > 3 && box.bottom - box.top > 3) lines.push({ box, node });
      }
    }
    lines.sort((a, b) => a.box.top - b.box.top);
    const faults: string[] = [];
    for (const [at, { box, node }] of lines.entries()) {
      for (let next = at + 1; next < lines.length; next += 1) {
        const other = lines[next]!;
        // Lines of a close-set heading touch: only half a line over another one hides it.
        const over = box.bottom - other.box.top;
        if (over <= 0) break;
        const beside = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const [own, others] = [box, other.box].map(({ top, bottom }) => bottom - top) as [number, number];
        const part = Math.min(over, others) / Math.min(own, others);
        if (beside > 4 && part > 0.5 && other.node !== node) {
          const said = (text: string) => text.trim().slice(0, 40);
          faults.push(`“${said(node.data)}” and “${said(other.node.data)}”`);
          break;
        }
      }
    }
    return faults;
  });

/** What still moves for readers who asked for less motion (and scrolls smoothly, which is motion too). */
export const motions = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const long = (times: string) => times.split(',').some((time) => Number.parseFloat(time) > 0);
    const faults = new Set<string>();
    for (const element of document.querySelectorAll('html, body *')) {
      for (const part of ['', '::before', '::after']) {
        const style = getComputedStyle(element, part || null);
        const moves = style.animationName !== 'none' && long(style.animationDuration);
        if (moves || long(style.transitionDuration) || style.scrollBehavior === 'smooth')
          faults.add(`${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}${part}`);
      }
    }
    return [...faults];
  });

/** What a walk with the tab key over a whole page gave. */
export interface Walk {
  stops: number;
  faults: string[];
}

/**
 * Goes over the page with the tab key, from its beginning until the focus leaves it. WCAG 2.4.7 and 2.4.11: at each stop
 * there is a mark to see, and no bar lies over what has the focus.
 */
export async function walkByTab(page: Page, most = 1000): Promise<Walk> {
  await page.evaluate(() => {
    const walk = { stops: 0, faults: [] as string[], over: false };
    Object.assign(globalThis, { walk });
    const met = new Set<Element>();
    const look = (): void => {
      const element = document.activeElement;
      if (!element || element === document.body || walk.over) return;
      // At the end the browser begins again.
      walk.over = met.has(element) && element === met.values().next().value;
      if (walk.over || met.has(element)) return;
      met.add(element);
      walk.stops += 1;
      const short = element.outerHTML.slice(0, 110);
      // A field may be drawn by what is around it: its label, its file button.
      const marked = [element, element.closest('label, .button, .choice')].some((one) => {
        if (!one) return false;
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
        return (
          outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1.5 && !/, 0\)$/.test(outlineColor)
        );
      });
      // A script may move the focus to a part of the page to have it read aloud; no tab key stops there.
      if (!marked && element.matches(':not([tabindex="-1"])'))
        walk.faults.push(`no mark of the focus: ${short}`);
      const seen = element.matches('.tool .button input') ? (element.closest('.button') ?? element) : element;
      // Of what is larger than the window, the part within it.
      const boxes = [...seen.getClientRects()].map(({ left, right, top, bottom }) => ({
        left: Math.max(left, 0),
        right: Math.min(right, innerWidth),
        top: Math.max(top, 0),
        bottom: Math.min(bottom, innerHeight),
      }));
      // Hidden means hidden entirely: of some points of every line, none can be met.
      const points = boxes
        .filter(({ left, right, top, bottom }) => right > left && bottom > top)
        .flatMap(({ left, right, top, bottom }) =>
          [0.1, 0.5, 0.9].flatMap((across) =>
            [0.1, 0.5, 0.9].map(
              (down) => [left + (right - left) * across, top + (bottom - top) * down] as const,
            ),
          ),
        );
      const inSight = points.some(([x, y]) => {
        const there = document.elementFromPoint(x, y);
        return (
          there && (seen.contains(there) || there.contains(seen) || there.closest('label')?.contains(seen))
        );
      });
      if (!inSight) walk.faults.push(`out of sight: ${short}`);
    };
    document.addEventListener('keydown', (event) => event.key === 'Tab' && look(), true);
    getSelection()?.removeAllRanges();
    (document.activeElement as HTMLElement | null)?.blur();
  });
  const isOver = () => page.evaluate(() => (globalThis as unknown as { walk: { over: boolean } }).walk.over);
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    if (presses % 10 === 9 && (await isOver())) break;
  }
  return page.evaluate(() => {
    const { stops, faults } = (globalThis as unknown as { walk: Walk }).walk;
    return { stops, faults };
  });
}

/**
 * What cannot be told apart when readers set their own few colours (forced colours): a control without an edge or
 * underline, the present one of several without a mark of its own, a drawing that has the colour of the page.
 */
export const forcedColourFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    const short = (element: Element) => element.outerHTML.slice(0, 110);
    const numbers = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const visible = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const ground = numbers(getComputedStyle(document.body).backgroundColor);
    const brightness = ([r = 0, g = 0, b = 0]: number[]) => {
      const part = (value: number) => (value / 255) ** 2.2;
      return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
    };
    const stands = (colour: string) => {
      const [one, two] = [brightness(numbers(colour)), brightness(ground)];
      return (
        (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05) >= 3 && (numbers(colour)[3] ?? 1) > 0.3
      );
    };

    for (const button of document.querySelectorAll(
      'button, .button, select, input:not([type=radio], [type=checkbox], [type=hidden]), textarea',
    )) {
      if (!visible(button) || button.getBoundingClientRect().width < 2) continue;
      const style = getComputedStyle(button);
      const edge = style.borderStyle !== 'none' && Number.parseFloat(style.borderTopWidth) > 0;
      if (
        !edge &&
        !style.textDecorationLine.includes('underline') &&
        !button.querySelector('svg, [aria-hidden]')
      )
        faults.push(`a control that looks like text: ${short(button)}`);
    }

    const looks = (element: Element) => {
      const style = getComputedStyle(element);
      return [
        style.outlineStyle === 'none' ? '' : style.outlineWidth,
        ...['Top', 'Right', 'Bottom', 'Left'].map((side) =>
          style.getPropertyValue(`border-${side.toLowerCase()}-width`),
        ),
        style.borderTopStyle,
        style.fontWeight,
        style.textDecorationLine,
        style.backgroundColor,
        getComputedStyle(element, '::before').content,
        getComputedStyle(element, '::after').content,
        style.opacity,
      ].join('|');
    };
    for (const present of document.querySelectorAll(
      '[aria-current]:not([aria-current=false]), [aria-pressed=true], [aria-selected=true]',
    )) {
      if (!visible(present)) continue;
      const others = [
        ...(present.closest('ul, ol, nav, div')?.parentElement?.querySelectorAll(present.tagName) ?? []),
      ].filter(
        (other) =>
          other !== present &&
          !other.matches(
            '[aria-current]:not([aria-current=false]), [aria-pressed=true], [aria-selected=true]',
          ) &&
          other.className === present.className &&
          visible(other),
      );
      const differs = (other: Element) =>
        looks(other) !== looks(present) ||
        present.childElementCount !== other.childElementCount ||
        [...present.children].some(
          (child, at) => other.children[at] && looks(child) !== looks(other.children[at]!),
        );
      if (others.length > 0 && !others.some(differs))
        faults.push(`the present one looks like the others: ${short(present)}`);
    }

    for (const svg of document.querySelectorAll('svg')) {
      if (!visible(svg) || svg.getBoundingClientRect().width < 2) continue;
      const shapes = [
        ...svg.querySelectorAll('path, polygon, rect, circle, ellipse, line, polyline, text'),
      ].filter(visible);
      const painted = shapes.filter((shape) => {
        const { fill, stroke, strokeWidth } = getComputedStyle(shape);
        return (
          (fill !== 'none' && stands(fill)) ||
          (stroke !== 'none' && Number.parseFloat(strokeWidth) > 0 && stands(stroke))
        );
      });
      if (shapes.length > 0 && painted.length === 0) faults.push(`a drawing nobody sees: ${short(svg)}`);
      for (const text of svg.querySelectorAll('text'))
        if (visible(text) && text.textContent?.trim() && !stands(getComputedStyle(text).fill)) {
          // White letters on a filled shape are right; letters on the page are not.
          const { x, y, width, height } = text.getBoundingClientRect();
          const under = document
            .elementsFromPoint(x + width / 2, y + height / 2)
            .find((one) => one !== text && !one.closest('text') && one.closest('svg') === svg && one !== svg);
          if (!under || !stands(getComputedStyle(under).fill))
            faults.push(`letters nobody sees: ${short(text)}`);
        }
    }

    // Bars and cells that carry a quantity by their ground alone.
    for (const mark of document.querySelectorAll<HTMLElement>(
      '[style*="width"], [style*="height"], [style*="flex"]',
    )) {
      const box = mark.getBoundingClientRect();
      if (
        !visible(mark) ||
        mark.closest('svg') ||
        mark.textContent?.trim() ||
        mark.childElementCount > 0 ||
        box.width < 2 ||
        box.height < 2
      )
        continue;
      const { backgroundColor, borderTopWidth, borderInlineStartWidth, backgroundImage } =
        getComputedStyle(mark);
      if (
        !stands(backgroundColor) &&
        borderTopWidth === '0px' &&
        borderInlineStartWidth === '0px' &&
        backgroundImage === 'none'
      )
        faults.push(`a bar nobody sees: ${short(mark)}`);
    }
    return faults;
  });

/** A node of Chromium's accessibility tree, as far as it is read. */
interface AxNode {
  nodeId: string;
  ignored: boolean;
  parentId?: string;
  childIds?: string[];
  role?: { value: string };
  name?: { value: string };
  properties?: { name: string; value: { value: unknown } }[];
}

const CONTROLS = new Set([
  'button',
  'link',
  'radio',
  'checkbox',
  'textbox',
  'searchbox',
  'combobox',
  'listbox',
  'spinbutton',
  'slider',
  'switch',
  'option',
  'DisclosureTriangle',
]);

/**
 * What a screen reader would say wrongly, from the accessibility tree of the browser: controls, drawings and dialogs
 * without a name, choices without their question, links of one name that lead to different places, buttons of one name
 * in one group, tables without headers.
 */
export async function nameFaults(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const roleOf = (node: AxNode | undefined) => node?.role?.value ?? '';
  const nameOf = (node: AxNode | undefined) => (node?.name?.value ?? '').replaceAll('\u00ad', '').trim();
  const propertyOf = (node: AxNode, name: string) =>
    node.properties?.find((one) => one.name === name)?.value.value;
  const ancestors = (node: AxNode): AxNode[] => {
    const above = node.parentId ? byId.get(node.parentId) : undefined;
    return above ? [above, ...ancestors(above)] : [];
  };
  const within = (node: AxNode): AxNode[] =>
    (node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      return child ? [child, ...within(child)] : [];
    });
  const faults: string[] = [];
  const places = new Map<string, Set<string>>();
  const inGroup = new Map<string, number>();
  for (const node of nodes) {
    if (node.ignored) continue;
    const [role, name] = [roleOf(node), nameOf(node)];
    if (
      (CONTROLS.has(role) || ['image', 'dialog', 'progressbar', 'region', 'form'].includes(role)) &&
      name === ''
    ) {
      // A drawing may be named by its parts; an option is read with its list.
      if (!(role === 'image' && within(node).some((one) => nameOf(one) !== '')))
        faults.push(`${role} without a name, in ${ancestors(node).map(nameOf).find(Boolean)}`);
    }
    if (role === 'link' && name) {
      // A link is read with its sentence, list item or row (WCAG 2.4.4).
      const around = ancestors(node).find((one) =>
        ['paragraph', 'listitem', 'row', 'term', 'definition'].includes(roleOf(one)),
      );
      const text = around
        ? within(around)
            .filter((one) => roleOf(one) === 'StaticText')
            .map(nameOf)
            .join(' ')
        : '';
      const heading =
        ancestors(node)
          .map((one) => nameOf(one))
          .find(Boolean) ?? '';
      const url = String(propertyOf(node, 'url') ?? '').replace(/#.*$/, '');
      const key = `${name}\n${text}\n${heading}`;
      places.set(key, (places.get(key) ?? new Set()).add(url));
    }
    const group = ancestors(node).find((one) =>
      [
        'group',
        'radiogroup',
        'listitem',
        'row',
        'region',
        'article',
        'dialog',
        'navigation',
        'RootWebArea',
      ].includes(roleOf(one)),
    );
    if (
      role === 'radio' &&
      !ancestors(node).some((one) => ['group', 'radiogroup'].includes(roleOf(one)) && nameOf(one))
    )
      faults.push(`a choice without its question: ${name}`);
    // The parts of a field for a time or day are the browser's own.
    const inField = ancestors(node).some((one) => /^(InputTime|Date|DateTime)$/.test(roleOf(one)));
    if (role === 'button' && name && group && !inField) {
      const key = `${group.nodeId} ${name}`;
      inGroup.set(key, (inGroup.get(key) ?? 0) + 1);
      if (inGroup.get(key) === 2)
        faults.push(`two buttons “${name}” in one ${roleOf(group)} “${nameOf(group)}”`);
    }
    if (role === 'table' && !within(node).some((one) => /^(column|row)header$/.test(roleOf(one))))
      faults.push(`a table without headers: ${name}`);
  }
  for (const [key, urls] of places)
    if (urls.size > 1)
      faults.push(
        `links “${key.split('\n')[0]}” lead to ${[...urls].map((url) => url.replace(/^.*?localhost:\d+/, '')).join(' and ')}`,
      );
  return faults;
}
