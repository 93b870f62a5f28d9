/** Pages of the handbook inside pages of others. */
export { embedSnippet, HEIGHT_MESSAGE, isEmbeddable } from './snippet.ts';
