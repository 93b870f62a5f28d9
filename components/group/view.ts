import type { LocalTalk } from '../../src/domain/assessment/index.ts';
import type { RoundState } from '../../src/domain/round/index.ts';
import type { View } from '../assessment/view.ts';
import type { GroupLabels } from './labels.ts';

/** A technique, as far as the group's tool names it. */
export interface GroupTechnique {
  readonly name: string;
  /** Address of its page. */
  readonly href: string;
  /** Usual length, minutes. */
  readonly minutesMin: number;
  readonly minutesMax: number;
  /** Fewest participants it works with. */
  readonly peopleMin: number;
}

/** What every part of the group round needs: model, phases and language of the phase test, and its own. */
export interface GroupView extends Omit<View, 'labels'> {
  readonly labels: GroupLabels;
  /** What the phase test itself says: answers, kinds, starts, gates. */
  readonly testLabels: View['labels'];
  /** How to talk about each item, by its id. */
  readonly talk: Readonly<Record<string, LocalTalk>>;
  /** Techniques by id: those that `talk` names, the fallback for small groups and the rounds of the agenda. */
  readonly techniques: Readonly<Record<string, GroupTechnique>>;
  /** Address of the page with the phase test. */
  readonly testHref: string;
  /** Address of the page that looks over many groups. */
  readonly overviewHref: string;
  /** Address of the page that composes agendas. */
  readonly agendaHref: string;
}

/** The view as the parts of the phase test take it. */
export function testView({ model, phases, testLabels, lang }: GroupView): View {
  return { model, phases, labels: testLabels, lang };
}

/** Asks for a change of the round; what it gives is kept, shown and saved. */
export type OnChange = (change: (state: RoundState) => RoundState) => void;

/** What the results get (`results/GroupResults.tsx` exports `GroupResults`). */
export interface ResultsProps {
  readonly view: GroupView;
  readonly state: RoundState;
  readonly onChange: OnChange;
}
