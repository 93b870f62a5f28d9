/** Drawing a QR code; generating one is left to a package. */
export { codeSvg, drawCode, QUIET, type Drawing, type Modules } from './path.ts';
