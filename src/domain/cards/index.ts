export { COLUMNS, impose, PER_SHEET, type Imposed } from './impose.ts';
