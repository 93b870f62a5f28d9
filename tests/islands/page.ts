import { cleanup, configure } from '@testing-library/preact';
import { afterEach, beforeEach, vi } from 'vitest';
import { inTurn } from '../../src/browser/turns.ts';

/** A file that was offered for download. */
export interface Download {
  name: string;
  file: Blob;
}

/**
 * Every test of the file that calls this starts at `path`, with nothing kept on the device, and leaves nothing behind. Gives
 * the files that the page offers in a test, in order.
 */
export function useDevice(path: string): readonly Download[] {
  const downloads: Download[] = [];

  // No style sheet is loaded, so nothing can be hidden by one; asking for it per element is slow.
  configure({ defaultHidden: true });

  beforeEach(() => {
    downloads.length = 0;
    const files = new Map<string, Blob>();
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
      const url = `blob:${files.size}`;
      files.set(url, file as Blob);
      return url;
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      downloads.push({ name: this.download, file: files.get(this.href)! });
    });
  });

  afterEach(async () => {
    cleanup();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    localStorage.clear();
    await goTo(path);
  });

  return downloads;
}

/** Puts `address` in the address bar. happy-dom tells the page in a later task, so wait until that is over. */
export async function goTo(address: string): Promise<void> {
  history.replaceState(null, '', address);
  await new Promise((done) => setTimeout(done));
}

/** Waits until everything that the page shows in turns is there. */
export async function allDrawn(): Promise<void> {
  for (let before = ''; before !== document.body.innerHTML;) {
    before = document.body.innerHTML;
    await new Promise<void>((done) => void inTurn(done));
    // What was drawn last may have asked for more.
    await new Promise((done) => setTimeout(done, 50));
  }
}
