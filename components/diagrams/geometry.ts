/** Drawing helpers of the diagrams: where a label breaks and how a connecting line runs. Units are those of the view box. */

export type Point = readonly [x: number, y: number];

/** Share of the type size that a character takes, a little on the wide side so that every system face fits. */
const WIDTHS = [
  { set: /[ ijltfrI.,:;'’()!|]/, share: 0.36 },
  { set: /[mwMW—]/, share: 0.92 },
  { set: /[A-Z0-9]/, share: 0.68 },
] as const;
const OTHER_WIDTH = 0.58;
/** How much narrower the display face runs than a system face. */
const DISPLAY_SHARE = 0.86;

/**
 * Breaks `text` into as few lines as fit in `width`, all about as long. A word that is too long keeps a line of its own.
 * @param size type size
 * @param display whether the text is set in the display face
 */
export function linesOf(text: string, width: number, size: number, display = false): string[] {
  const words = text.split(' ').filter((word) => word !== '');
  const measure = (line: string): number =>
    [...line].reduce(
      (sum, character) => sum + (WIDTHS.find(({ set }) => set.test(character))?.share ?? OTHER_WIDTH),
      0,
    ) *
    size *
    (display ? DISPLAY_SHARE : 1);
  const breakAt = (limit: number): string[] =>
    words.reduce<string[]>((lines, word) => {
      const last = lines.at(-1);
      const longer = last === undefined ? word : `${last} ${word}`;
      return last === undefined || measure(longer) > limit
        ? [...lines, word]
        : [...lines.slice(0, -1), longer];
    }, []);
  const fewest = breakAt(width).length;
  const step = width / 40;
  let limit = width;
  while (limit > step && breakAt(limit - step).length === fewest) limit -= step;
  return breakAt(limit);
}

const HEAD = { length: 9, half: 4.5 } as const;
const CORNER = 8;

/** Path of a line through `points` with rounded corners, and the arrowhead at its end as SVG points. */
export function arrow(points: readonly Point[], hasHead = true): { line: string; head: string } {
  const [tip, before] = [points.at(-1), points.at(-2)];
  if (!tip || !before) throw new Error('An arrow runs through at least two points.');
  const [ux, uy] = direction(before, tip);
  const base: Point = [tip[0] - ux * HEAD.length, tip[1] - uy * HEAD.length];
  const way = [...points.slice(0, -1), hasHead ? base : tip];
  const line = way
    .map((point, index) => {
      const [from, to] = [way[index - 1], way[index + 1]];
      if (!from) return `M${spot(point)}`;
      if (!to) return `L${spot(point)}`;
      const into = towards(point, from);
      const out = towards(point, to);
      return `L${spot(into)}Q${spot(point)} ${spot(out)}`;
    })
    .join('');
  const side = (sign: 1 | -1): Point => [base[0] - uy * HEAD.half * sign, base[1] + ux * HEAD.half * sign];
  return { line, head: [side(1), tip, side(-1)].map(spot).join(' ') };
}

/** Place on a circle around `centre`; `degrees` run clockwise from three o'clock. */
export function onCircle(centre: Point, radius: number, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return [round(centre[0] + radius * Math.cos(angle)), round(centre[1] + radius * Math.sin(angle))];
}

/** A point as SVG writes it. */
export function spot([x, y]: Point): string {
  return `${round(x)},${round(y)}`;
}

function direction([x1, y1]: Point, [x2, y2]: Point): Point {
  const length = Math.hypot(x2 - x1, y2 - y1);
  return [(x2 - x1) / length, (y2 - y1) / length];
}

/** The point where the curve of a corner begins or ends: on the way to `target`, at most half way. */
function towards(corner: Point, target: Point): Point {
  const [ux, uy] = direction(corner, target);
  const distance = Math.min(CORNER, Math.hypot(target[0] - corner[0], target[1] - corner[1]) / 2);
  return [corner[0] + ux * distance, corner[1] + uy * distance];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
