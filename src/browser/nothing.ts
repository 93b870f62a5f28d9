/** Stands in the place of a script that the site does without (`src/site/menu-state.ts`). */
export {};
