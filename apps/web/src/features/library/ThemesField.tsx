import { X } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useThemes } from "../../api/sources.ts";
import { Field } from "../../ui/Field.tsx";
import { ThemeDot } from "./ThemeChip.tsx";

const MOST = 20;
const LONGEST = 80;

type Props = { readonly value: readonly string[]; readonly onChange: (themes: readonly string[]) => void };

/** Free words, with those already in use suggested. Enter or a comma adds one. */
export function ThemesField({ value, onChange }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState("");
  const list = useId();
  const { data: known = [] } = useThemes();
  const add = (words: string): void => {
    const theme = words.trim();
    setDraft("");
    if (theme && !value.includes(theme) && value.length < MOST) onChange([...value, theme]);
  };
  return (
    <Field label={t("library.quote.themes")} hint={t("library.quote.themesHint")}>
      {(id, describedBy) => (
        <div className="themes">
          {value.map((theme) => (
            <span key={theme} className="chip">
              <ThemeDot colour={known.find((one) => one.theme === theme)?.colour} />
              {theme}
              <button
                type="button"
                className="themes__drop"
                aria-label={t("library.quote.dropTheme", { theme })}
                onClick={() => onChange(value.filter((one) => one !== theme))}
              >
                <X size={13} />
              </button>
            </span>
          ))}
          <input
            id={id}
            aria-describedby={describedBy}
            className="input themes__input"
            list={list}
            maxLength={LONGEST}
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
            onBlur={() => add(draft)}
            onKeyDown={(event) => {
              if ((event.key === "Enter" || event.key === ",") && draft.trim() !== "") {
                event.preventDefault();
                add(draft);
              } else if (event.key === "Backspace" && draft === "") onChange(value.slice(0, -1));
            }}
          />
          <datalist id={list}>
            {known
              .filter(({ theme }) => !value.includes(theme))
              .map(({ theme }) => (
                <option key={theme} value={theme}>
                  {theme}
                </option>
              ))}
          </datalist>
        </div>
      )}
    </Field>
  );
}
