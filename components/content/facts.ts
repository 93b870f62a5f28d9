import { fill, type Basis, type Locale, textIn } from '../../src/domain/shared/index.ts';
import type { Phase } from '../../src/domain/phase/index.ts';
import { rangeText, type Technique, usualLength } from '../../src/domain/technique/index.ts';

/** A fact in a strip; `note` says what the value rests on, where that is not a source. */
export interface Fact {
  label: string;
  value: string;
  note?: string | undefined;
}
type Strings = App.Locals['t'];

/** The facts of a technique, for its page and its sheet. `phases` are the numbers of its phases. */
export function techniqueFacts(
  data: Technique,
  phases: readonly number[],
  t: Strings,
  locale: Locale,
): Fact[] {
  const note = (basis: Basis) => (basis === 'editors' ? t('technique.editorsNote') : undefined);
  const length = usualLength(data.minutes);
  return [
    {
      label: t('technique.time'),
      value: fill(t(`technique.length.${length.unit}`), { n: length.text }),
      note: note(data.minutes.basis),
    },
    {
      label: t('technique.people'),
      value: fill(t('technique.peopleCount'), { n: rangeText(data.people) }),
      note: note(data.people.basis),
    },
    { label: t('technique.experience'), value: t(`technique.experience.${data.experience}`) },
    { label: t('technique.online'), value: t(`technique.online.${data.online}`) },
    { label: t('case.phases'), value: [...phases].sort().join(', ') },
    { label: t('technique.room'), value: textIn(data.room, locale) },
  ];
}

/** The facts of a phase, for its page and its sheet. */
export function phaseFacts(data: Phase, t: Strings, locale: Locale): Fact[] {
  const { audience, duration, people, peopleBasis, lead, routes } = data;
  const note = (basis: Basis) => (basis === 'editors' ? t('phase.editorsNote') : undefined);
  const group = routes.length === 2 ? 'both' : (routes[0] ?? 'both');
  return [
    { label: t('phase.audience'), value: audience.map((reader) => t(`phase.audience.${reader}`)).join(', ') },
    { label: t('phase.routes'), value: t(`phase.routes.${group}`) },
    {
      label: t('phase.duration'),
      value: fill(t('phase.weeks'), { min: duration.min, max: duration.max }),
      note: note(duration.basis),
    },
    { label: t('phase.lead'), value: t(`phase.lead.${lead}`), note: t('phase.editorsReading') },
    { label: t('phase.people'), value: textIn(people, locale), note: note(peopleBasis) },
  ];
}
