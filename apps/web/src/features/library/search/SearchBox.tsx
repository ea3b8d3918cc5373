import { Search, X } from "lucide-react";
import { useRef, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../../ui/Button.tsx";

/** How long the hand rests before the words are searched (ms). */
export const REST = 140;

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

export function SearchBox({ label, value, onChange }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLInputElement>(null);
  return (
    <div className="search" role="search">
      <Search size={16} aria-hidden="true" />
      <input
        ref={box}
        type="search"
        className="input"
        aria-label={label}
        placeholder={label}
        value={value}
        maxLength={200}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") {
            event.preventDefault();
            firstRow(box)?.focus();
          } else if (event.key === "Escape" && value !== "") {
            event.stopPropagation();
            onChange("");
          }
        }}
      />
      {value !== "" && (
        <IconButton
          label={t("library.clear")}
          onClick={() => {
            onChange("");
            box.current?.focus();
          }}
        >
          <X size={16} />
        </IconButton>
      )}
    </div>
  );
}

function firstRow(box: RefObject<HTMLElement | null>): HTMLElement | null {
  return box.current?.closest(".library")?.querySelector<HTMLElement>('[data-index="0"] button') ?? null;
}
