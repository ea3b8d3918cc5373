import { JOURNEY_LEVELS, setJourney } from "@polku/journey";
import { useTranslation } from "react-i18next";
import { useCanEdit, useCommand, useJourney } from "../../session/SessionContext.tsx";
import { SelectField } from "../../ui/Field.tsx";

/** How closely the open journey looks, from the whole relationship to a single moment. */
export function LevelField() {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const run = useCommand();
  const level = useJourney((view) => Math.round(view.meta.level));
  const options = JOURNEY_LEVELS.map((one) => ({ value: String(one), label: t(`levels.names.${one}`) }));
  return (
    <SelectField
      label={t("levels.level")}
      value={String(level)}
      options={options}
      disabled={!canEdit}
      onChange={(value) => run(setJourney, { set: { level: Number(value) } })}
    />
  );
}
