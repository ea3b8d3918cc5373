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
import { useSetTouchpoint } from "./useSetTouchpoint.ts";

const VALENCES = ["", "2", "1", "0", "-1", "-2"] as const;

function nearest(v: number | null): (typeof VALENCES)[number] {
  return v === null ? "" : (VALENCES.find((one) => one === String(Math.round(v))) ?? "0");
}

/** What was hoped for and what would just do, and how what customers felt compares with it (method A9). */
export function Hopes({ touchpoint }: { readonly touchpoint: TouchpointView }) {
  const { t } = useTranslation();
  const feelingName = useFeelingName();
  const disabled = !useCanEdit();
  const set = useSetTouchpoint(touchpoint.id);
  const { desired, adequate, formedBy } = touchpoint.expectation;
  const compared = useZone(touchpoint);
  const options = (nothing: string) =>
    VALENCES.map((value) => ({
      value,
      label: value === "" ? nothing : `${value.replace("-", "−")} · ${feelingName(Number(value))}`,
    }));
  const valence = (value: string): number | null => (value === "" ? null : Number(value));
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
          value={nearest(desired)}
          disabled={disabled}
          options={options(t("expectation.none"))}
          onChange={(value) => set({ expectation: { desired: valence(value) } })}
        />
        <SelectField
          label={t("facts.adequate")}
          value={nearest(adequate)}
          disabled={disabled}
          options={options(t("facts.adequateUsual"))}
          onChange={(value) => set({ expectation: { adequate: valence(value) } })}
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
