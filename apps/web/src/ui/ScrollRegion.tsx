import type { ReactNode } from "react";

type Props = { readonly label: string; readonly className: string; readonly children: ReactNode };

/** Something wider or longer than its place. The keyboard can stand on it, or nobody without a mouse could scroll it. */
export function ScrollRegion({ label, className, children }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolling is the interaction
    <div className={className} tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
}
