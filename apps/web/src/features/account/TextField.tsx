import { Field } from "../../ui/Field.tsx";

type Props = {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: "text" | "email" | "password";
  readonly autoComplete?: string;
  /** Which keyboard a phone shows. */
  readonly inputMode?: "text" | "numeric";
  readonly required?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly readOnly?: boolean;
};

/** A line of text with its label, as the forms of signing in need it. */
export function TextField({ label, hint, onChange, type = "text", ...input }: Props) {
  return (
    <Field label={label} hint={hint}>
      {(id, describedBy) => (
        <input
          id={id}
          className="input"
          type={type}
          aria-describedby={describedBy}
          maxLength={200}
          onChange={(event) => onChange(event.target.value)}
          {...input}
        />
      )}
    </Field>
  );
}
