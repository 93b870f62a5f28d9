import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import type nl from '../content/i18n/nl.json';
import type { Locale } from './domain/shared/index.ts';

type DutchStrings = typeof nl;

declare global {
  namespace App {
    interface Locals {
      /** The whole sidebar, before the middleware cut it to the current section. */
      fullSidebar: StarlightRouteData['sidebar'];
      /** Language of the page. */
      locale: Locale;
      /** The address of a handbook page as it must stand in the HTML; `path` is written as authors write links. */
      href: (path: string) => string;
    }
  }

  namespace StarlightApp {
    /** Every key of the Dutch UI strings, so that `t('…')` with an unknown key is a type error. */
    interface I18n extends DutchStrings {}
  }
}
