/**
 * The drawing of the phase map: four cubes, one per firm, that come closer with every phase and are one body at the
 * end. Units are those of a station's view box, 100 by 84, with the group in the middle.
 */

/** Edge of a cube. */
const EDGE = 16;
const HALF_WIDTH = EDGE * Math.cos(Math.PI / 6);
const CENTRE = { x: 50, y: 42 };

/** Room between the cubes per phase, in cube widths; the last phase is drawn as one body. */
const GAPS = [0.95, 0.85, 0.62, 0.42, 0.26, 0.12, 0, 0] as const;

/** Where a cube strays from its place while the group is still loose, from back to front. */
const STRAY = [
  { x: -7, y: 2 },
  { x: 5, y: -6 },
  { x: -4, y: 5 },
  { x: 8, y: 3 },
] as const;
const STRAY_SHARE = [1, 0.7, 0.35, 0.12, 0, 0, 0, 0] as const;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Centres of the four cubes in a phase (1–8), from back to front. */
export function cubeCentres(phase: number): Point[] {
  const gap = 1 + (GAPS[phase - 1] ?? 0);
  const stray = STRAY_SHARE[phase - 1] ?? 0;
  const grid = [
    { i: 0, j: 0 },
    { i: 0, j: 1 },
    { i: 1, j: 0 },
    { i: 1, j: 1 },
  ];
  return grid.map(({ i, j }, index) => ({
    x: round(CENTRE.x + (i - j) * HALF_WIDTH * gap + (STRAY[index]?.x ?? 0) * stray),
    y: round(CENTRE.y + (i + j - 1) * (EDGE / 2) * gap + (STRAY[index]?.y ?? 0) * stray),
  }));
}

/**
 * The three visible faces of a block of `size` cubes a side and one cube high, around `centre`, as outlines of SVG paths. Each
 * says where it starts and then its steps, which are the same for all cubes of a size, and so weigh once in a page.
 */
export function blockFaces(centre: Point, size = 1): { top: string; left: string; right: string } {
  const width = HALF_WIDTH * size;
  const depth = (EDGE / 2) * size;
  const at = (dx: number, dy: number): Point => ({ x: round(centre.x + dx), y: round(centre.y + dy) });
  const up = -EDGE / 2;
  const down = EDGE / 2;
  return {
    top: outline([at(0, up - depth), at(width, up), at(0, up + depth), at(-width, up)]),
    left: outline([at(-width, up), at(0, up + depth), at(0, down + depth), at(-width, down)]),
    right: outline([at(width, up), at(0, up + depth), at(0, down + depth), at(width, down)]),
  };
}

/** The outline through `points`, closed: the first as a place, the others as steps from the one before. */
function outline(points: readonly Point[]): string {
  const [start = CENTRE] = points;
  const steps = points.slice(1).map(({ x, y }, index) => {
    const before = points[index] ?? start;
    return `${round(x - before.x)} ${round(y - before.y)}`;
  });
  return `M${start.x} ${start.y}l${steps.join(' ').replaceAll(' -', '-')}z`;
}

/** The group in its last phase: one block on the place of the four cubes. */
export const WHOLE = { centre: CENTRE, size: 2.5 } as const;

/** To whole units: a station is seldom drawn larger than its units, and every page carries two. */
function round(value: number): number {
  return Math.round(value);
}
