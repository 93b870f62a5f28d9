import type { LocalizedText } from '../../src/domain/shared/index.ts';
import type { Technique } from '../../src/domain/technique/index.ts';

/** How a sheet is set, so that it fills its pages: on one if it can, else on two with more room. */
export interface Fit {
  readonly pages: 1 | 2;
  /** Size of the type, points; never below 8.5. */
  readonly size: number;
  /** Line height, as a multiple of the size. */
  readonly leading: number;
}

/** How a sheet is set that takes care of its length by itself. */
export const PLAIN: Fit = { pages: 1, size: 9, leading: 1.25 };

/** Smallest type on a sheet, points: what a trainer still reads in a room. */
const SMALLEST = 8.5;
/** Room on a page, millimetres, less what an estimate can be off. */
const ONE_PAGE = 265;
const TWO_PAGES = 525;
/** Longest estimate that still goes on one page when the lines are set closer. */
const ONE_PAGE_CLOSE = 281;
/** Two pages have the sentence beside what to do, in larger type: that takes more, measured at 10 points. */
const BESIDE = 1.72;

/** Lines of 8.5 points that these paragraphs take, `width` characters each; half a line is lost at each end. */
function lines(texts: readonly number[], width: number): number {
  return texts.reduce((sum, length) => sum + length / width + 0.5, 0);
}

/**
 * Height of the sheet of a technique on one page at 8.5 points, in millimetres: an estimate from the lengths of its
 * texts, fitted to measured sheets and good to about 10 mm. The browser tests hold it to what really comes out.
 */
function estimateHeight(data: Technique): number {
  const length = (...texts: LocalizedText[]) => texts.reduce((sum, { nl }) => sum + nl.length, 0);
  const before = lines(
    [data.useWhen, data.notWhen, ...data.prepare, ...data.materials].map((text) => length(text)),
    40,
  );
  const script =
    lines(
      data.script.flatMap(({ do: action, branches }) => [
        length(action),
        ...branches.map(({ when }) => length(when) + 16),
      ]),
      56,
    ) +
    lines(
      data.script.flatMap(({ say }) => (say ? [length(say)] : [])),
      46,
    );
  const rest = lines(
    [
      length(data.outcome),
      ...data.pitfalls.map(({ sign, response }) => length(sign, response)),
      ...data.variants.map(({ name, text }) => length(name, text)),
    ],
    67,
  );
  const room = data.room.nl.length > 60 ? 9 : 0;
  return 85 + room + 2.05 * before + 1.84 * (script + rest) + 1.36 * data.script.length;
}

/** How to set the sheet of a technique. */
export function fitTechnique(data: Technique): Fit {
  const height = estimateHeight(data);
  if (height <= ONE_PAGE_CLOSE)
    return {
      pages: 1,
      size: sized(ONE_PAGE, height, SMALLEST, 9.5),
      leading: height > ONE_PAGE - 8 ? 1.19 : 1.25,
    };
  return { pages: 2, size: sized(TWO_PAGES, height * BESIDE, 10, 10.5), leading: 1.36 };
}

/** How to set the sheet of a phase with this many characters in its lists: one page, with room for notes if any. */
export function fitPhase(characters: number): Fit {
  return { pages: 1, size: sized(ONE_PAGE - 10, 73 + 0.043 * characters, SMALLEST, 9.5), leading: 1.25 };
}

/** Size of the type on the back of a card with these steps, points. */
export function fitCard(steps: readonly string[]): number {
  // At 10 points: whole lines of 44 characters, and the room between two steps.
  const height = steps.reduce((sum, { length }) => sum + 4.4 * Math.ceil((length + 6) / 44) + 1.8, 0);
  return sized(92, height, 10, 11.5);
}

/** The size at which what is `full` millimetres high at `at` points fills `room`; height grows with its square. */
function sized(room: number, full: number, at: number, most: number): number {
  return Math.min(most, Math.max(SMALLEST, Math.floor(10 * at * Math.sqrt(room / full)) / 10));
}
