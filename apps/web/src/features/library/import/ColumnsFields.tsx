import { scales } from "@polku/evidence/scales";
import { useTranslation } from "react-i18next";
import { Checkbox, SelectField } from "../../../ui/Field.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { asksDayOrder, isReadable, usedHeadings, type Draft, type Mapping } from "./draft.ts";

type Props = { readonly draft: Draft; readonly onChange: (draft: Draft) => void };

const SINGLE = ["person", "moment", "channel", "externalId", "themes", "language"] as const;

/** The mapping with one column said anew; none takes the key away. */
function withColumn(mapping: Mapping, role: (typeof SINGLE)[number], heading: string): Mapping {
  const { [role]: _before, ...rest } = mapping;
  return heading === "" ? rest : { ...rest, [role]: heading };
}

function withScore(mapping: Mapping, column: string): Mapping {
  const { score, ...rest } = mapping;
  return column === "" ? rest : { ...rest, score: { column, scale: score?.scale ?? "nps" } };
}

/** Which column says what. What is named nowhere is not kept. */
export function ColumnsFields({ draft, onChange }: Props) {
  const { t } = useTranslation();
  const { preview, mapping } = draft;
  const change = (next: Mapping): void => onChange({ ...draft, mapping: next, wasRemembered: false });
  const headings = [
    { value: "", label: t("library.wizard.noColumn") },
    ...preview.headings.map((heading) => ({ value: heading, label: heading })),
  ];
  const unused = preview.headings.length - new Set(usedHeadings(draft)).size;
  return (
    <fieldset className="wizard__group">
      <legend>{t("library.wizard.columns")}</legend>
      {draft.wasRemembered && <p className="field__hint">{t("library.wizard.remembered")}</p>}
      <div role="group" aria-label={t("library.wizard.column.words")}>
        <p className="field__label">{t("library.wizard.column.words")}</p>
        <div className="wizard__words">
          {preview.headings.map((heading) => (
            <Checkbox
              key={heading}
              label={heading}
              checked={mapping.words.includes(heading)}
              onChange={(checked) =>
                change({
                  ...mapping,
                  words: preview.headings.filter((one) =>
                    one === heading ? checked : mapping.words.includes(one),
                  ),
                })
              }
            />
          ))}
        </div>
      </div>
      {!isReadable(draft) && <Notice problem>{t("library.wizard.needWords")}</Notice>}
      <div className="wizard__fields">
        {SINGLE.map((role) => (
          <SelectField
            key={role}
            label={t(`library.wizard.column.${role}`)}
            value={mapping[role] ?? ""}
            options={headings}
            onChange={(heading) => change(withColumn(mapping, role, heading))}
          />
        ))}
        <SelectField
          label={t("library.wizard.column.score")}
          value={mapping.score?.column ?? ""}
          options={headings}
          onChange={(column) => change(withScore(mapping, column))}
        />
        {mapping.score && (
          <SelectField
            label={t("library.wizard.column.scale")}
            value={mapping.score.scale}
            options={scales.map((value) => ({ value, label: t(`library.scale.${value}`) }))}
            onChange={(scale) =>
              change({ ...mapping, score: { column: mapping.score?.column ?? "", scale } })
            }
          />
        )}
        {asksDayOrder(draft) && (
          <SelectField
            label={t("library.wizard.dayFirst")}
            value={mapping.dayFirst === false ? "no" : "yes"}
            options={[
              { value: "yes", label: t("library.wizard.dayFirstYes") },
              { value: "no", label: t("library.wizard.dayFirstNo") },
            ]}
            onChange={(answer) => change({ ...mapping, dayFirst: answer === "yes" })}
          />
        )}
      </div>
      {unused > 0 && <p className="field__hint">{t("library.wizard.notKept", { count: unused })}</p>}
    </fieldset>
  );
}
