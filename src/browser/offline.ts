/**
 * Keeps the site for use without network, and tells about a new version when it is ready. Does nothing where the
 * browser has no service workers, forbids them, or the reader asked to save data.
 * @param address of the service worker
 */
export async function keepOffline(address: string): Promise<void> {
  const { connection, serviceWorker } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (!serviceWorker || connection?.saveData) return;
  try {
    const hadOne = Boolean(serviceWorker.controller);
    const registration = await serviceWorker.register(address);
    const tell = async (): Promise<void> => {
      if (!registration.waiting || !serviceWorker.controller) return;
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
      // The first worker takes over silently: page and worker are of the same version.
      if (!hadOne) return;
      if (asked) location.reload();
      else void import('./version-notice.ts').then(({ showChanged }) => showChanged());
    });
  } catch {
    // Blocked or no room: the site works as before, with network.
  }
}
