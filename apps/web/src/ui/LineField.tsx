import { Field } from "./Field.tsx";

type Props<T> = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: T;
  readonly disabled?: boolean;
  /** Called when the field is left with something else in it than before. */
  readonly onChange: (value: T) => void;
};

function leaveOnEnter(event: React.KeyboardEvent<HTMLInputElement>): void {
  if (event.key === "Enter") event.currentTarget.blur();
}

/** One line that is taken when the field is left; empty is nothing. Another person's value replaces what stands there. */
export function LineField({ label, hint, value, disabled, onChange }: Props<string | null>) {
  return (
    <Field label={label} hint={hint}>
      {(id, describedBy) => (
        <input
          id={id}
          aria-describedby={describedBy}
          className="input"
          key={value}
          defaultValue={value ?? ""}
          disabled={disabled}
          onKeyDown={leaveOnEnter}
          onBlur={(event) => {
            const next = event.target.value.trim() || null;
            if (next !== value) onChange(next);
          }}
        />
      )}
    </Field>
  );
}

type NumberProps = Props<number | null> & {
  readonly min: number;
  readonly max: number;
  readonly step?: number | "any";
};

/** A number within its range, taken when the field is left; what is no number changes nothing. */
export function NumberField({ label, hint, value, disabled, min, max, step = 1, onChange }: NumberProps) {
  return (
    <Field label={label} hint={hint}>
      {(id, describedBy) => (
        <input
          id={id}
          aria-describedby={describedBy}
          className="input"
          type="number"
          min={min}
          max={max}
          step={step}
          key={value}
          defaultValue={value ?? ""}
          disabled={disabled}
          onKeyDown={leaveOnEnter}
          onBlur={(event) => {
            const { value: written, valueAsNumber } = event.target;
            if (written !== "" && !Number.isFinite(valueAsNumber)) return;
            const next = written === "" ? null : Math.min(max, Math.max(min, valueAsNumber));
            if (next !== value) onChange(next);
            else event.target.value = value === null ? "" : String(value);
          }}
        />
      )}
    </Field>
  );
}

/** ISO 8601 as the browser's own field wants it, in the reader's time; empty for what is no moment. */
function localMoment(iso: string | null): string {
  const moment = iso === null ? Number.NaN : Date.parse(iso);
  if (Number.isNaN(moment)) return "";
  const offset = new Date(moment).getTimezoneOffset() * 60_000;
  return new Date(moment - offset).toISOString().slice(0, 16);
}

/** A day and a time, kept as ISO 8601 in UTC. */
export function MomentField({ label, hint, value, disabled, onChange }: Props<string | null>) {
  const shown = localMoment(value);
  return (
    <Field label={label} hint={hint}>
      {(id, describedBy) => (
        <input
          id={id}
          aria-describedby={describedBy}
          className="input"
          type="datetime-local"
          key={shown}
          defaultValue={shown}
          disabled={disabled}
          onBlur={(event) => {
            const written = event.target.value;
            if (written !== shown) onChange(written === "" ? null : new Date(written).toISOString());
          }}
        />
      )}
    </Field>
  );
}
