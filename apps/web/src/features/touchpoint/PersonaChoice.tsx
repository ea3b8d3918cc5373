import type { TouchpointView } from "@polku/journey";
import { useTranslation } from "react-i18next";
import { useCanEdit, useJourney } from "../../session/SessionContext.tsx";
import { Checkbox } from "../../ui/Field.tsx";
import { Group } from "../../ui/Group.tsx";
import { useSetTouchpoint } from "./useSetTouchpoint.ts";

/** Whose touchpoint it is; none chosen means everybody's. */
export function PersonaChoice({ touchpoint }: { readonly touchpoint: TouchpointView }) {
  const { t } = useTranslation();
  const disabled = !useCanEdit();
  const personas = useJourney((view) => view.personas);
  const set = useSetTouchpoint(touchpoint.id);
  const { personaIds } = touchpoint;
  const chosen = personas.filter(({ id }) => personaIds.includes(id));
  if (personas.length === 0) return null;
  return (
    <Group
      name="personas"
      title={t("facts.personas")}
      summary={chosen.map(({ name }) => name).join(", ") || t("facts.everybody")}
    >
      <div className="inspector__checks">
        {personas.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name || t("facts.noName")}
            checked={personaIds.includes(id)}
            disabled={disabled}
            onChange={(on) =>
              set({ personaIds: on ? [...personaIds, id] : personaIds.filter((one) => one !== id) })
            }
          />
        ))}
      </div>
    </Group>
  );
}
