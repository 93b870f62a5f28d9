import { correction, generate } from 'lean-qr';
import { downloadText, downloadUrl } from '../../../src/browser/files.ts';
import { codeSvg, drawCode, QUIET } from '../../../src/domain/qr/index.ts';
import { useLater } from '../../tool/use-later.ts';

/** Pixels per module in the picture for download: about 1,000 wide. */
const SCALE = 20;

const encode = (text: string) => generate(text, { minCorrectionLevel: correction.M });

interface Props {
  /** What the code holds. */
  text: string;
  /** What it is, for who cannot see it. */
  label: string;
}

/** The code that was drawn last: a page shows the same one in several places. */
let last: { readonly text: string; readonly code: ReturnType<typeof drawCode> } | null = null;

function codeOf(text: string): ReturnType<typeof drawCode> {
  if (last?.text !== text) last = { text, code: drawCode(encode(text)) };
  return last.code;
}

/** A QR code; black on white in every theme, as readers need it. */
export function QrCode({ text, label }: Props) {
  // The first code that a page makes takes several times as long as the next: a small one goes before it.
  useLater(() => last ?? encode(''), []);
  const code = useLater(() => codeOf(text), [text]);
  if (!code) return null;
  const { size, path } = code;
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} stroke="#000" />
    </svg>
  );
}

/** Offers the code as a drawing that stays sharp at every size. */
export function saveSvg(name: string, text: string): void {
  const code = encode(text);
  downloadText(name, 'image/svg+xml', codeSvg(code, (code.size + 2 * QUIET) * SCALE));
}

/** Offers the code as a picture. */
export function savePng(name: string, text: string): void {
  const image = encode(text).toDataURL({
    on: [0, 0, 0],
    off: [255, 255, 255],
    pad: QUIET,
    scale: SCALE,
  });
  downloadUrl(name, image);
}
