import type { TouchpointView } from "@polku/journey";
import { useTranslation } from "react-i18next";
import { useCanEdit } from "../../session/SessionContext.tsx";
import { Checkbox, SelectField } from "../../ui/Field.tsx";
import { Group } from "../../ui/Group.tsx";
import { LineField } from "../../ui/LineField.tsx";
import { OneToFive } from "./OneToFive.tsx";
import { useSetTouchpoint } from "./useSetTouchpoint.ts";

const SOLVED = ["", "yes", "no"] as const;

/** What is at stake there: a moment of truth, the dramatic arc, whether it was solved, and whether the customer may leave. */
export function MomentFacts({ touchpoint }: { readonly touchpoint: TouchpointView }) {
  const { t } = useTranslation();
  const disabled = !useCanEdit();
  const set = useSetTouchpoint(touchpoint.id);
  const solved = touchpoint.solved === null ? "" : touchpoint.solved ? "yes" : "no";
  return (
    <Group
      name="moment"
      title={t("facts.moment")}
      opened
      summary={touchpoint.mot ? t("touchpoint.mot") : undefined}
    >
      <Checkbox
        label={t("touchpoint.mot")}
        checked={touchpoint.mot}
        disabled={disabled}
        onChange={(mot) => set({ mot })}
      />
      {touchpoint.mot && (
        <LineField
          label={t("touchpoint.motReason")}
          value={touchpoint.motReason}
          disabled={disabled}
          onChange={(motReason) => set({ motReason })}
        />
      )}
      <div className="inspector__pair">
        <OneToFive
          label={t("facts.arc")}
          words="arc"
          value={touchpoint.arc}
          disabled={disabled}
          onChange={(arc) => set({ arc })}
        />
        <SelectField
          label={t("facts.solved")}
          value={solved}
          disabled={disabled}
          options={SOLVED.map((value) => ({ value, label: t(`facts.solvedIs.${value || "unknown"}`) }))}
          onChange={(value) => set({ solved: value === "" ? null : value === "yes" })}
        />
      </div>
      <Checkbox
        label={t("facts.leaveRisk")}
        checked={touchpoint.leaveRisk}
        disabled={disabled}
        onChange={(leaveRisk) => set({ leaveRisk })}
      />
    </Group>
  );
}
