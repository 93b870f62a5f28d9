declare namespace App {
  interface Locals {
    /** The whole sidebar, before the middleware cut it to the current section. */
    fullSidebar: import('@astrojs/starlight/route-data').StarlightRouteData['sidebar'];
  }
}
