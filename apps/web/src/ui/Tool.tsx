import type { ReactNode } from "react";

type Props = {
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  /** For a tool that is on or off. */
  readonly pressed?: boolean;
  readonly children: ReactNode;
};

/** A small tool beside the thing it works on; its name is its tooltip too. */
export function Tool({ label, onClick, disabled, pressed, children }: Props) {
  return (
    <button
      type="button"
      className="tool"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
