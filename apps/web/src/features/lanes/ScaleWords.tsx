import { editText, FEELING_KEYS, FEELING_STEPS, ownFeelingWord } from "@polku/journey";
import { useTranslation } from "react-i18next";
import { useCanEdit, useJourney, useSession } from "../../session/SessionContext.tsx";
import { FeelingSign, signOf } from "../../ui/FeelingSign.tsx";
import { Group } from "../../ui/Group.tsx";
import { SharedText } from "../../ui/SharedText.tsx";

const BEST_FIRST = FEELING_STEPS.toReversed();

/** What −2 … +2 are called on this map; typed together, as every text of the map. */
export function ScaleWords() {
  const { t } = useTranslation();
  const session = useSession();
  const canEdit = useCanEdit();
  const meta = useJourney((view) => view.meta);
  const own = FEELING_STEPS.filter((step) => ownFeelingWord(meta, step) !== null).length;
  return (
    <Group
      name="scaleWords"
      title={t("lanes.scale.title")}
      summary={own > 0 ? t("lanes.scale.own", { count: own }) : t("lanes.scale.usual")}
    >
      <ul className="scale-words">
        {BEST_FIRST.map((step) => (
          <li key={step} className="scale-words__one">
            <FeelingSign v={step} />
            <span className="scale-words__sign" aria-hidden="true">
              {signOf(step)}
            </span>
            <SharedText
              className="lane-item__title"
              label={t("lanes.scale.word", { step: signOf(step) })}
              placeholder={t(`feeling.${step}`)}
              readOnly={!canEdit}
              value={meta[FEELING_KEYS[step]]}
              onEdit={(text) => session.run(editText, { on: "meta", key: FEELING_KEYS[step], text })}
            />
          </li>
        ))}
      </ul>
      {canEdit && <p className="field__hint">{t("lanes.scale.hint")}</p>}
    </Group>
  );
}
