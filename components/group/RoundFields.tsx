import type { GroupLabels } from './labels.ts';

interface Props {
  labels: GroupLabels;
  label: string;
  date: string;
  onLabel: (label: string) => void;
  onDate: (date: string) => void;
}

/** What the group is called and on which day it meets; both stay on this device. */
export function RoundFields({ labels, label, date, onLabel, onDate }: Props) {
  return (
    <div class="fields">
      <label class="field">
        <span>{labels['round.label']}</span>
        <input
          type="text"
          name="label"
          maxLength={100}
          autoComplete="off"
          value={label}
          onInput={(event) => onLabel(event.currentTarget.value)}
        />
        <small>{labels['round.labelHint']}</small>
      </label>
      <label class="field">
        <span>{labels['round.date']}</span>
        <input type="date" name="date" value={date} onInput={(event) => onDate(event.currentTarget.value)} />
        <small>{labels['round.dateHint']}</small>
      </label>
    </div>
  );
}
