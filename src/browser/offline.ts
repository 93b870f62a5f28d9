/**
 * Keeps the site as it is kept for use without network up to date, on a page that comes from the reader's device: tells
 * about a new version when it is ready. On a first visit there is nothing to tell; the page itself registers the worker then.
 * @param address of the service worker
 */
export async function keepOffline(address: string): Promise<void> {
  const { serviceWorker } = navigator;
  try {
    const registration = await serviceWorker.register(address);
    const tell = async (): Promise<void> => {
      if (!registration.waiting) return;
      const { showVersion } = await import('./version-notice.ts');
      await showVersion(registration.waiting);
    };
    await tell();
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', () => void tell());
    });
    let asked = false;
    addEventListener('take-version', () => (asked = true));
    serviceWorker.addEventListener('controllerchange', () => {
      if (asked) location.reload();
      else void import('./version-notice.ts').then(({ showChanged }) => showChanged());
    });
  } catch {
    // Blocked or no room: the site works as before, with network.
  }
}
