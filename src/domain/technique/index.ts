export {
  type FilterFacts,
  filterFromQuery,
  fits,
  type Misfit,
  misfits,
  NO_FILTER,
  queryFromFilter,
  type TechniqueFilter,
} from './filter.ts';
export { type LengthUnit, type Range, rangeText, usualLength } from './length.ts';
export {
  localizeFacts,
  localizeTechnique,
  type PlanStep,
  type PlanTechnique,
  type TechniqueFacts,
} from './localize.ts';
export type { Technique } from './schema.ts';
