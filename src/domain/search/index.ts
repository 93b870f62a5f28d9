export * from './merge.ts';
export * from './rank.ts';
export * from './words.ts';
