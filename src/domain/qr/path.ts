/** A QR code as a generator hands it over: `size` modules on each side, dark where `get` says so. */
export interface Modules {
  readonly size: number;
  get(x: number, y: number): boolean;
}

/** Modules of white around a code, as the standard asks. */
export const QUIET = 4;

/** A drawn code: its size in modules with the white around it, and the dark modules as the `d` of a path to stroke. */
export interface Drawing {
  readonly size: number;
  readonly path: string;
}

/** Draws the dark modules row by row, neighbours in one stroke of one unit wide; each step is told from the one before. */
export function drawCode(code: Modules): Drawing {
  let path = '';
  let from = { x: -QUIET, y: -QUIET - 0.5 };
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (!code.get(x, y)) continue;
      let width = 1;
      while (x + width < code.size && code.get(x + width, y)) width += 1;
      path += `m${x - from.x} ${y - from.y}h${width}`;
      x += width;
      from = { x, y };
    }
  }
  return { size: code.size + 2 * QUIET, path };
}

/** The code as a complete SVG document, black on white in every theme, as readers need it. */
export function codeSvg(code: Modules, pixels?: number): string {
  const { size, path } = drawCode(code);
  const sides = pixels === undefined ? '' : ` width="${pixels}" height="${pixels}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"${sides} shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path stroke="#000" d="${path}"/></svg>`;
}
