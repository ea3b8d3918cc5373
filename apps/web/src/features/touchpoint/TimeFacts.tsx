import type { TouchpointView } from "@polku/journey";
import { useTranslation } from "react-i18next";
import { useCanEdit } from "../../session/SessionContext.tsx";
import { Group } from "../../ui/Group.tsx";
import { MomentField, NumberField } from "../../ui/LineField.tsx";
import { OneToFive } from "./OneToFive.tsx";
import { useSetTouchpoint } from "./useSetTouchpoint.ts";

const MOST_MINUTES = 1e7;

/** When it begins, how long the customer waits, and how hard it is on either side of the counter. */
export function TimeFacts({ touchpoint }: { readonly touchpoint: TouchpointView }) {
  const { t } = useTranslation();
  const disabled = !useCanEdit();
  const set = useSetTouchpoint(touchpoint.id);
  const { waitMinutes, effort } = touchpoint;
  const summary = waitMinutes === null ? undefined : t("facts.minutes", { count: waitMinutes });
  return (
    <Group name="time" title={t("facts.time")} summary={summary}>
      <div className="inspector__pair">
        <MomentField
          label={t("facts.startsAt")}
          value={touchpoint.startsAt}
          disabled={disabled}
          onChange={(startsAt) => set({ startsAt })}
        />
        <NumberField
          label={t("facts.waitMinutes")}
          min={0}
          max={MOST_MINUTES}
          value={waitMinutes}
          disabled={disabled}
          onChange={(minutes) => set({ waitMinutes: minutes })}
        />
        <OneToFive
          label={t("facts.customerEffort")}
          words="effort"
          value={effort.customer}
          disabled={disabled}
          onChange={(customer) => set({ effort: { customer } })}
        />
        <OneToFive
          label={t("facts.companyEffort")}
          words="effort"
          value={effort.company}
          disabled={disabled}
          onChange={(company) => set({ effort: { company } })}
        />
      </div>
    </Group>
  );
}
