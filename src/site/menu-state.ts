import { fileURLToPath } from 'node:url';
import type { ViteUserConfig } from 'astro';

type Plugin = NonNullable<ViteUserConfig['plugins']>[number];

/**
 * Leaves out the script of Starlight that keeps how far the menu was scrolled: ours shows the current page in it
 * (`components/overrides/Sidebar.astro`).
 */
export function withoutMenuState(): Plugin {
  return {
    name: 'without-menu-state',
    enforce: 'pre',
    resolveId: (source: string) =>
      /\/SidebarPersistState(?:\.js)?$/.test(source)
        ? fileURLToPath(new URL('../browser/nothing.ts', import.meta.url))
        : undefined,
  };
}
