/** The browser's own reader of codes, where it has one. Not in TypeScript's library. */
interface BarcodeDetector {
  detect(source: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>;
}
interface BarcodeDetectorClass {
  new (options: { formats: readonly string[] }): BarcodeDetector;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** Longest side of a picture that is searched, pixels; a code fills enough of it. */
const MOST_PIXELS = 1600;

let native: Promise<BarcodeDetector | null> | null = null;

async function findNative(): Promise<BarcodeDetector | null> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: BarcodeDetectorClass };
  try {
    const formats = (await BarcodeDetector?.getSupportedFormats()) ?? [];
    return BarcodeDetector && formats.includes('qr_code')
      ? new BarcodeDetector({ formats: ['qr_code'] })
      : null;
  } catch {
    return null;
  }
}

/** Fetches what reading takes: nothing where the browser can read codes itself. */
export async function prepareReader(): Promise<void> {
  native ??= findNative();
  if ((await native) === null) await import('jsqr');
}

/** The text of the QR code in a picture or in the present frame of a video; null when none can be read. */
export async function readQr(source: Blob | HTMLVideoElement): Promise<string | null> {
  native ??= findNative();
  const detector = await native;
  const bitmap = await createImageBitmap(source);
  try {
    if (detector) {
      const [code] = await detector.detect(bitmap).catch(() => []);
      if (code) return code.rawValue;
    }
    return await readPixels(bitmap);
  } finally {
    bitmap.close();
  }
}

async function readPixels(bitmap: ImageBitmap): Promise<string | null> {
  const scale = Math.min(1, MOST_PIXELS / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [Math.round(bitmap.width * scale), Math.round(bitmap.height * scale)];
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  // A drawing may have no ground of its own.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  const { default: read } = await import('jsqr');
  return read(context.getImageData(0, 0, width, height).data, width, height)?.data ?? null;
}
