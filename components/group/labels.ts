import type { LabelsOf } from '../tool/labels.ts';

/**
 * What the group round says, by key without `group.`: what all tools say and what is its own. Each part has its own
 * beginning: `step.`, `round.`, `start.`, `invite.`, `collect.`, `outcome.`, `scan.`, `sheet.` (typing over paper), `kiosk.`,
 * `notice.` and `member.` (on the page of the phase test) before the results; `results.`, `talk.`, `agreed.`, `agenda.`,
 * `followUp.`, `beamer.`, `report.` and `overview.` for the results.
 */
export type GroupLabels = LabelsOf<'group'>;

/** What a member on the page of the phase test reads of it. */
export type MemberLabels = Pick<
  GroupLabels,
  Extract<
    keyof GroupLabels,
    | 'privacy'
    | `${'member' | 'part' | 'copy' | 'minutes'}.${string}`
    | `results.partial${'At' | 'Between' | 'UpToDone' | 'Done'}`
  >
>;

/** The member's labels out of all UI strings. */
export function pickMemberLabels(strings: Readonly<Record<string, unknown>>): MemberLabels {
  return Object.fromEntries(
    Object.entries(strings)
      .filter(([key]) =>
        /^(?:group\.(?:privacy$|(?:member|minutes)\.|results\.partial[A-Z])|tool\.(?:part|copy)\.)/.test(key),
      )
      .map(([key, text]) => [key.slice(key.indexOf('.') + 1), text]),
  ) as MemberLabels;
}
