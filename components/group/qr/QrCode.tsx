import { correction, generate } from 'lean-qr';
import { downloadText, downloadUrl } from '../../../src/browser/files.ts';

/** Modules of white around the code, as the standard asks. */
const QUIET = 4;
/** Pixels per module in the picture for download: about 1,000 wide. */
const SCALE = 20;

/** A drawn code: its size in modules with the white around it, and the dark modules as an SVG path. */
interface Drawing {
  readonly size: number;
  readonly path: string;
}

function draw(text: string): Drawing {
  const code = generate(text, { minCorrectionLevel: correction.M });
  let path = '';
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (!code.get(x, y)) continue;
      let width = 1;
      while (code.get(x + width, y)) width += 1;
      path += `M${x + QUIET} ${y + QUIET}h${width}v1h-${width}z`;
      x += width;
    }
  }
  return { size: code.size + 2 * QUIET, path };
}

interface Props {
  /** What the code holds. */
  text: string;
  /** What it is, for who cannot see it. */
  label: string;
}

/** A QR code; black on white in every theme, as readers need it. */
export function QrCode({ text, label }: Props) {
  const { size, path } = draw(text);
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** Offers the code as a drawing that stays sharp at every size. */
export function saveSvg(name: string, text: string): void {
  const { size, path } = draw(text);
  const pixels = size * SCALE;
  downloadText(
    name,
    'image/svg+xml',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${pixels}" height="${pixels}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`,
  );
}

/** Offers the code as a picture. */
export function savePng(name: string, text: string): void {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const image = code.toDataURL({
    on: [0, 0, 0],
    off: [255, 255, 255],
    pad: QUIET,
    scale: SCALE,
  });
  downloadUrl(name, image);
}
