/** The steps after the questions: they come apart from these, while the reader answers. */
export { toFileText } from './file.ts';
export { ResultStep } from './ResultStep.tsx';
export { ReviewStep } from './ReviewStep.tsx';
