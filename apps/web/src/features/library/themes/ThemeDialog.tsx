import { SHAPE_COLOURS } from "@polku/journey";
import type { ThemeChange, ThemeEntry } from "@polku/protocol";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useChangeTheme } from "../../../api/sources.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Field, SelectField } from "../../../ui/Field.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { tell } from "../../../ui/Toasts.tsx";
import { ThemeDot } from "../ThemeChip.tsx";
import { Trouble } from "../Trouble.tsx";
import { placesFor } from "./themeTree.ts";

const LONGEST = 80;
const NONE = "";

type Props = {
  readonly theme: ThemeEntry;
  readonly all: readonly ThemeEntry[];
  readonly onClose: () => void;
};

/** What a theme is called, its colour, under which one it stands, and with which one it is the same. */
export function ThemeDialog({ theme, all, onClose }: Props) {
  const { t } = useTranslation();
  const change = useChangeTheme();
  const [name, setName] = useState(theme.theme);
  const [under, setUnder] = useState(theme.under ?? NONE);
  const [colour, setColour] = useState<string>(theme.colour ?? NONE);
  const others = all.filter((one) => one.theme !== theme.theme);
  const same = others.find((one) => one.theme === name.trim());
  const save = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate(changeOf(theme, { name: name.trim(), under, colour, isMerged: same !== undefined }), {
      onSuccess: ({ contacts, quotes }) => {
        tell(
          same
            ? t("themes.merged", { theme: theme.theme, into: same.theme, count: contacts, quotes })
            : t("themes.saved", { theme: name.trim() }),
        );
        onClose();
      },
    });
  };
  return (
    <Dialog title={t("themes.change", { theme: theme.theme })} onClose={onClose}>
      <form className="erase" onSubmit={save}>
        <Field label={t("themes.name")} hint={t("themes.nameHint")}>
          {(id, hint) => (
            <input
              id={id}
              aria-describedby={hint}
              className="input"
              maxLength={LONGEST}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <SelectField<string>
          label={t("themes.sameAs")}
          value={same?.theme ?? NONE}
          options={[
            { value: NONE, label: t("themes.none") },
            ...others.map((one) => ({ value: one.theme, label: `${one.theme} (${one.count})` })),
          ]}
          onChange={(chosen) => setName(chosen === NONE ? theme.theme : chosen)}
        />
        {same ? (
          <Notice>
            {t("themes.mergeSays", { theme: theme.theme, into: same.theme, count: theme.count })}
          </Notice>
        ) : (
          <>
            <Under theme={theme} all={all} value={under} onChange={setUnder} />
            <Colours value={colour} onChange={setColour} />
          </>
        )}
        {change.error && <Trouble error={change.error} />}
        <div className="making__go">
          <Button
            key={same ? "merge" : "save"}
            look={same ? "danger" : "primary"}
            className={same ? "erase__go" : ""}
            type="submit"
            disabled={change.isPending || name.trim() === ""}
          >
            {t(same ? "themes.merge" : "themes.save")}
          </Button>
          <Button onClick={onClose}>{t("library.quote.cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}

type Chosen = { name: string; under: string; colour: string; isMerged: boolean };

/** Only what a person changed; one that becomes another takes nothing there with it. */
function changeOf(before: ThemeEntry, { name, under, colour, isMerged }: Chosen): ThemeChange {
  const { theme } = before;
  if (isMerged) return { theme, name };
  const known = SHAPE_COLOURS.find((one) => one === colour) ?? null;
  return {
    theme,
    ...(name === theme ? {} : { name }),
    ...(under === (before.under ?? NONE) ? {} : { under: under === NONE ? null : under }),
    ...(known === (before.colour ?? null) ? {} : { colour: known }),
  };
}

type UnderProps = Pick<Props, "theme" | "all"> & {
  readonly value: string;
  readonly onChange: (under: string) => void;
};

function Under({ theme, all, value, onChange }: UnderProps) {
  const { t } = useTranslation();
  const places = placesFor(theme.theme, all);
  if (places.length === 0) return <p className="field__hint">{t("themes.hasOthers")}</p>;
  return (
    <SelectField<string>
      label={t("themes.under")}
      value={value}
      options={[
        { value: NONE, label: t("themes.atTop") },
        ...places.map((one) => ({ value: one, label: one })),
      ]}
      onChange={onChange}
    />
  );
}

type ColoursProps = { readonly value: string; readonly onChange: (colour: string) => void };

/** One of the colours of the free canvas, or none; arrow keys go through them. */
function Colours({ value, onChange }: ColoursProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="theme-colours">
      <legend className="field__label">{t("shapes.colour")}</legend>
      {([NONE, ...SHAPE_COLOURS] as const).map((colour) => (
        <label key={colour} className="theme-colours__one">
          <input
            type="radio"
            name="theme-colour"
            checked={value === colour}
            onChange={() => onChange(colour)}
          />
          <ThemeDot colour={colour === NONE ? undefined : colour} />
          {colour === NONE ? t("themes.noColour") : t(`shapes.colours.${colour}`)}
        </label>
      ))}
    </fieldset>
  );
}
