import { CHANNELS, type SourceKind } from "@polku/journey";
import { useTranslation } from "react-i18next";
import { useThemes, type SourceEntry } from "../../../api/sources.ts";
import { useJourney } from "../../../session/SessionContext.tsx";
import { Field, SelectField } from "../../../ui/Field.tsx";
import { show, useLibraryView } from "../libraryView.ts";
import { FEELINGS, type Filters, ORIGINS, TRIAGE } from "./filters.ts";
import { asTree } from "../themes/themeTree.ts";
import { SourceFilter } from "./SourceFilter.tsx";

const ATTACHED = { all: null, yes: true, no: false } as const;

type ChoiceProps<Name extends keyof Filters> = {
  readonly name: Name;
  readonly label: string;
  readonly options: readonly { readonly value: Filters[Name] & string; readonly label: string }[];
};

/** One filter with a few named values; nothing chosen means all. */
function Choice<Name extends "kind" | "origin" | "theme" | "channel" | "feeling" | "triage" | "touchpoint">({
  name,
  label,
  options,
}: ChoiceProps<Name>) {
  const { t } = useTranslation();
  const value = useLibraryView((view) => view[name]);
  return (
    <SelectField<string>
      label={label}
      value={value ?? ""}
      options={[{ value: "", label: t("search.any") }, ...options]}
      onChange={(chosen) =>
        show({ [name]: options.find((option) => option.value === chosen)?.value ?? null })
      }
    />
  );
}

/** Everything that a search can be narrowed by. */
export function FilterFields({ sources }: { readonly sources: readonly SourceEntry[] }) {
  const { t } = useTranslation();
  const attached = useLibraryView((view) => view.attached);
  const { data: themes = [] } = useThemes();
  const touchpoints = useJourney((view) => view.touchpoints);
  const kinds: SourceKind[] = [...new Set(sources.map(({ kind }) => kind))];
  const pinned = [...touchpoints.values()].filter(({ pins }) => pins.length > 0);
  return (
    <div className="filters" role="group" aria-label={t("search.filters")}>
      <SourceFilter sources={sources} />
      <Choice
        name="kind"
        label={t("search.kind")}
        options={kinds.map((value) => ({ value, label: t(`library.kind.${value}`) }))}
      />
      <Choice
        name="origin"
        label={t("search.origin")}
        options={ORIGINS.map((value) => ({ value, label: t(`library.sources.${value}`) }))}
      />
      <Choice
        name="feeling"
        label={t("search.feeling")}
        options={FEELINGS.map((value) => ({ value, label: t(`search.feelings.${value}`) }))}
      />
      <Choice
        name="theme"
        label={t("search.theme")}
        options={asTree(themes).map(({ theme, count, under }) => ({
          value: theme,
          label: `${under === undefined ? "" : "\u2003"}${theme} (${count})`,
        }))}
      />
      <Choice
        name="channel"
        label={t("search.channel")}
        options={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
      />
      <Day name="from" label={t("search.from")} />
      <Day name="to" label={t("search.to")} />
      <SelectField
        label={t("library.attached")}
        value={attached === null ? "all" : attached ? "yes" : "no"}
        options={(["all", "yes", "no"] as const).map((value) => ({
          value,
          label: t(`library.attachedChoices.${value}`),
        }))}
        onChange={(value) => show({ attached: ATTACHED[value] })}
      />
      <Choice
        name="triage"
        label={t("search.triage")}
        options={TRIAGE.map((value) => ({ value, label: t(`search.states.${value}`) }))}
      />
      <Choice
        name="touchpoint"
        label={t("search.touchpoint")}
        options={pinned.map(({ id, title }) => ({ value: id, label: title || t("touchpoint.untitled") }))}
      />
    </div>
  );
}

function Day({ name, label }: { readonly name: "from" | "to"; readonly label: string }) {
  const value = useLibraryView((view) => view[name]);
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          type="date"
          className="input"
          value={value ?? ""}
          onChange={(event) => show({ [name]: event.target.value === "" ? null : event.target.value })}
        />
      )}
    </Field>
  );
}
