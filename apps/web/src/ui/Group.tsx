import { ChevronDown } from "lucide-react";
import { useId, useState, type ReactNode } from "react";
import "./group.css";

type Props = {
  /** Under this name the browser remembers whether it stands open. */
  readonly name: string;
  readonly title: string;
  /** What a closed group holds, in a word or a number. */
  readonly summary?: string | undefined;
  /** Whether it stands open until somebody decides otherwise. */
  readonly opened?: boolean;
  readonly children: ReactNode;
};

const KEY = (name: string) => `polku.group.${name}`;

function remembered(name: string): string | null {
  try {
    return localStorage.getItem(KEY(name));
  } catch {
    return null;
  }
}

function remember(name: string, open: boolean): void {
  try {
    localStorage.setItem(KEY(name), open ? "open" : "closed");
  } catch {
    // A browser that keeps nothing opens it as at first.
  }
}

/** A titled part of a panel that folds away, and stays as it was left. */
export function Group({ name, title, summary, opened = false, children }: Props) {
  const id = useId();
  const [open, setOpen] = useState(() => (remembered(name) ?? (opened ? "open" : "closed")) === "open");
  const turn = (): void => {
    remember(name, !open);
    setOpen(!open);
  };
  return (
    <section className="group" data-open={open || undefined}>
      <h3 className="group__head">
        <button type="button" className="group__title" aria-expanded={open} aria-controls={id} onClick={turn}>
          <ChevronDown className="group__sign" size={16} aria-hidden="true" />
          {title}
          {!open && summary !== undefined && <span className="group__summary">{summary}</span>}
        </button>
      </h3>
      <div id={id} className="group__body" hidden={!open}>
        {open && children}
      </div>
    </section>
  );
}
