import type { ButtonHTMLAttributes, ReactNode, RefAttributes } from "react";

type Props = ButtonHTMLAttributes<HTMLButtonElement> &
  RefAttributes<HTMLButtonElement> & {
    readonly look?: "plain" | "primary" | "quiet" | "danger";
    readonly icon?: ReactNode;
  };

/** A button with words that say what happens. */
export function Button({ look = "plain", icon, children, className, ...rest }: Props) {
  const looks = {
    plain: "",
    primary: "button--primary",
    quiet: "button--quiet",
    danger: "button--quiet button--danger",
  };
  return (
    <button type="button" className={["button", looks[look], className].filter(Boolean).join(" ")} {...rest}>
      {icon}
      {children}
    </button>
  );
}

/** A button that shows an icon only: the label is its name for everyone who cannot see it, and its tooltip. */
export function IconButton({
  label,
  children,
  className,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { readonly label: string; readonly children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={["button button--quiet button--icon", className].filter(Boolean).join(" ")}
      {...rest}
    >
      {children}
    </button>
  );
}
