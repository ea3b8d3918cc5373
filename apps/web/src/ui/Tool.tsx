import type { ReactNode } from "react";

type Props = {
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
};

/** A small tool beside the thing it works on; its name is its tooltip too. */
export function Tool({ label, onClick, disabled, children }: Props) {
  return (
    <button
      type="button"
      className="tool"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
