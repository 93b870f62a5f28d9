/** The feed of changes. */
export { atomFeed, type FeedEntry, type FeedFrame } from './atom.ts';
