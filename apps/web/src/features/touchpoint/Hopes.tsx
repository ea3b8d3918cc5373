import {
  drawnMean,
  expectationZone,
  perceivedValence,
  teamPoints,
  type TouchpointView,
} from "@polku/journey";
import { useTranslation } from "react-i18next";
import { useCanEdit } from "../../session/SessionContext.tsx";
import { useGrounding } from "../../session/useGrounding.ts";
import { useFeelingName } from "../../session/useFeelingName.ts";
import { SelectField } from "../../ui/Field.tsx";
import { Group } from "../../ui/Group.tsx";
import { LineField } from "../../ui/LineField.tsx";
import { PastHopes } from "./PastHopes.tsx";
import { nearestChoice, valenceOf, valenceOptions } from "./valenceChoice.ts";
import { useSetTouchpoint } from "./useSetTouchpoint.ts";

/** What was hoped for and what would just do, and how what customers felt compares with it (method A9). */
export function Hopes({ touchpoint }: { readonly touchpoint: TouchpointView }) {
  const { t } = useTranslation();
  const feelingName = useFeelingName();
  const disabled = !useCanEdit();
  const set = useSetTouchpoint(touchpoint.id);
  const { desired, adequate, formedBy } = touchpoint.expectation;
  const compared = useZone(touchpoint);
  const options = (nothing: string) => valenceOptions(feelingName, nothing);
  return (
    <Group
      name="expectation"
      title={t("expectation.title")}
      opened
      summary={compared ? t(`expectation.zone.${compared.zone}`) : undefined}
    >
      <div className="inspector__pair">
        <SelectField
          label={t("expectation.desired")}
          value={nearestChoice(desired)}
          disabled={disabled}
          options={options(t("expectation.none"))}
          onChange={(value) => set({ expectation: { desired: valenceOf(value) } })}
        />
        <SelectField
          label={t("facts.adequate")}
          value={nearestChoice(adequate)}
          disabled={disabled}
          options={options(t("facts.adequateUsual"))}
          onChange={(value) => set({ expectation: { adequate: valenceOf(value) } })}
        />
      </div>
      <LineField
        label={t("expectation.formedBy")}
        value={formedBy}
        disabled={disabled}
        onChange={(words) => set({ expectation: { formedBy: words } })}
      />
      {compared && (
        <p className="inspector__zone" data-zone={compared.zone}>
          {t(`expectation.zone.${compared.zone}`)}
          {compared.assumed && ` ${t("expectation.assumed")}`}
          {adequate === null && compared.zone === "below_tolerance" && ` ${t("expectation.adequateIsUsual")}`}
        </p>
      )}
      <PastHopes touchpoint={touchpoint} />
    </Group>
  );
}

function useZone(touchpoint: TouchpointView) {
  const { evidence } = useGrounding(touchpoint.id);
  const { desired, adequate } = touchpoint.expectation;
  const perceived = perceivedValence(evidence, drawnMean(teamPoints(touchpoint)));
  const found = expectationZone(perceived.v, desired, adequate);
  return found && { zone: found.zone, assumed: perceived.assumed };
}
