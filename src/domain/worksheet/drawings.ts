/** The drawings that can be filled in, and the places in each that carry words. */
export const DRAWINGS = {
  /** A fish from today (tail) to the vision (head): what drives above, what holds back below. */
  fishbone: ['today', 'wanted', 'drivers', 'brakes', 'bone', 'own', 'outside', 'related'],
  /** A part for each participant around a middle for what they share. */
  'vision-schema': ['part', 'middle', 'shared', 'essential'],
  /** Two axes and what to do in each corner. */
  'stakeholder-map': [
    'across',
    'up',
    'topLeft',
    'topLeftDo',
    'topRight',
    'topRightDo',
    'bottomLeft',
    'bottomLeftDo',
    'bottomRight',
    'bottomRightDo',
  ],
} as const satisfies Record<string, readonly string[]>;

export type DrawingName = keyof typeof DRAWINGS;

/** The name of a place in a drawing. */
export type Place<Name extends DrawingName> = (typeof DRAWINGS)[Name][number];
