import type { Chooser, Condition } from './schema.ts';

type RuleKind = 'exclude' | 'weigh' | 'duty' | 'warn' | 'refer';

interface RuleBase {
  readonly id: string;
  readonly options: readonly string[];
  readonly when: Condition;
}

/** The part of a rule that decides; texts and grounds play no role. */
export type ModelRule =
  | (RuleBase & { readonly kind: Exclude<RuleKind, 'weigh' | 'warn'> })
  | (RuleBase & { readonly kind: 'weigh'; readonly criterion: string; readonly weight: number })
  | (RuleBase & { readonly kind: 'warn'; readonly stop: boolean });

/** The part of a chooser that decides. */
export interface Model {
  readonly questions: readonly {
    readonly id: string;
    readonly values: readonly { readonly id: string }[];
  }[];
  readonly stages: readonly {
    readonly id: string;
    readonly threshold: number;
    readonly triggers: readonly {
      readonly id: string;
      readonly when?: Condition | undefined;
      readonly points: number;
    }[];
  }[];
  /** Options in their fixed order. */
  readonly options: readonly { readonly id: string; readonly stages: readonly string[] }[];
  readonly criteria: readonly { readonly id: string }[];
  readonly rules: readonly ModelRule[];
}

/** What the codec needs besides the model. */
export interface CodecModel extends Model {
  readonly letter: string;
  readonly version: number;
  readonly codec: Chooser['codec'];
}
