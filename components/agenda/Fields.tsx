import type { ComponentChildren } from 'preact';

interface FieldProps {
  label: string;
  hint?: string;
  children: ComponentChildren;
}

/** A field under its label. */
export function Field({ label, hint, children }: FieldProps) {
  return (
    <label class="field">
      <span>{label}</span>
      {children}
      {hint !== undefined && <small>{hint}</small>}
    </label>
  );
}

interface TextProps {
  label: string;
  hint?: string;
  value: string;
  onText: (text: string) => void;
  id?: string;
  /** By which it is found before the script runs. */
  name?: string;
}

/** One line of own words. */
export function TextField({ label, hint, value, onText, id, name }: TextProps) {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      <input
        type="text"
        id={id}
        name={name}
        maxLength={300}
        autocomplete="off"
        value={value}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    </Field>
  );
}

interface NumberProps {
  value: number | null;
  least?: number;
  most: number;
  /** Jumps of the arrows beside the field. */
  step?: number;
  /** Name for who does not see the label. */
  label?: string;
  /** By which it is found before the script runs. */
  name?: string;
  /** Gets null when the field was emptied, and only if it may be. */
  onNumber: (value: number | null) => void;
  isOptional?: boolean;
}

/** A whole number. What is no number of the range is not taken, and gone when the reader leaves the field. */
export function NumberInput({
  value,
  least = 1,
  most,
  step = 1,
  label,
  name,
  onNumber,
  isOptional,
}: NumberProps) {
  return (
    <input
      type="number"
      inputMode="numeric"
      autocomplete="off"
      min={step === 1 ? least : 0}
      max={most}
      step={step}
      aria-label={label}
      name={name}
      value={value ?? ''}
      onInput={({ currentTarget: { value: text } }) => {
        const number = Number(text);
        if (text === '' && isOptional) onNumber(null);
        else if (/^\d+$/.test(text) && number >= least && number <= most) onNumber(number);
      }}
      onBlur={({ currentTarget: input }) => {
        input.value = value === null ? '' : String(value);
      }}
    />
  );
}
