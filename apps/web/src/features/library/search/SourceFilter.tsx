import { useTranslation } from "react-i18next";
import type { SourceEntry } from "../../../api/sources.ts";
import { SelectField } from "../../../ui/Field.tsx";
import { show, useLibraryView } from "../libraryView.ts";

export function SourceFilter({ sources }: { readonly sources: readonly SourceEntry[] }) {
  const { t } = useTranslation();
  const source = useLibraryView((view) => view.source);
  return (
    <SelectField
      label={t("library.source")}
      value={source ?? ""}
      options={[
        { value: "", label: t("library.everySource") },
        ...sources.map(({ id, title }) => ({ value: id, label: title })),
      ]}
      onChange={(id) => show({ source: id === "" ? null : id })}
    />
  );
}
