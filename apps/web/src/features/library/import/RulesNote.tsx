import { useTranslation } from "react-i18next";
import { useJourney, useSession } from "../../../session/SessionContext.tsx";
import { Checkbox } from "../../../ui/Field.tsx";
import type { Draft } from "./draft.ts";

type Props = { readonly draft: Draft; readonly onChange: (draft: Draft) => void };

/** What the rules for what arrives would suggest of this file, before it is taken in; nothing when they catch nothing. */
export function RulesNote({ draft, onChange }: Props) {
  const { t } = useTranslation();
  const { journeyId } = useSession();
  const touchpoints = useJourney((view) => view.touchpoints);
  const { suggested, sampled } = draft.preview;
  if (suggested.length === 0) return null;
  const here = suggested.filter((one) => one.journeyId === journeyId);
  const elsewhere = suggested
    .filter((one) => one.journeyId !== journeyId)
    .reduce((sum, { count }) => sum + count, 0);
  return (
    <fieldset className="wizard__group">
      <legend>{t("incoming.rules.inFile", { count: sampled })}</legend>
      <ul className="found">
        {here.map(({ touchpointId, count }) => {
          const title = touchpoints.get(touchpointId)?.title;
          const place = title === undefined ? t("incoming.rules.gone") : title || t("touchpoint.untitled");
          return (
            <li key={touchpointId}>
              {t("library.sources.kept", { count })} → <strong>{place}</strong>
            </li>
          );
        })}
        {elsewhere > 0 && <li>{t("incoming.rules.elsewhere", { count: elsewhere })}</li>}
      </ul>
      <Checkbox
        label={t("incoming.rules.suggest")}
        checked={draft.suggest}
        onChange={(suggest) => onChange({ ...draft, suggest })}
      />
    </fieldset>
  );
}
