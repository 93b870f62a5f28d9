/** Permanent links: short addresses that stay, whatever happens to the page they lead to. */
export { chooseLanguage } from './language.ts';
export { isLive, pageOf, permalinkPath } from './permalink.ts';
export type { Permalink, PermalinkKind } from './schema.ts';
