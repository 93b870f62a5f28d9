import type { GroupLabels } from './labels.ts';

/** What the facilitator can say as it stands; folded, for who knows it already. */
export function Script({ labels, text }: { labels: GroupLabels; text: string }) {
  return (
    <details class="script">
      <summary>{labels['invite.say']}</summary>
      <blockquote>{text}</blockquote>
    </details>
  );
}
