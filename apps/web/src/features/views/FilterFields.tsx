import { CHANNELS, CONTACT_KINDS, GROUNDING_LEVELS, type FilterKey, type MapFilter } from "@polku/journey";
import { useTranslation } from "react-i18next";
import { look, useMapLook } from "../../session/mapLook.ts";
import { useJourney } from "../../session/SessionContext.tsx";

type Choice = { readonly value: string; readonly label: string };

/** The filter without a key, or with other values under it. */
function changed(filter: MapFilter, key: FilterKey, values: readonly string[]): MapFilter {
  const rest = Object.entries(filter).filter(([one]) => one !== key);
  return Object.fromEntries(values.length > 0 ? [...rest, [key, values]] : rest);
}

/** What the map is looked at for: under each heading any of the chosen, all headings together. */
export function FilterFields() {
  const { t } = useTranslation();
  const filter = useMapLook((state) => state.filter);
  const personas = useJourney((view) => view.personas);
  const touchpoints = useJourney((view) => view.touchpoints);
  const used = [...touchpoints.values()];
  const channels = CHANNELS.filter((one) => used.some(({ channel }) => channel === one));
  const kinds = CONTACT_KINDS.filter((one) => used.some(({ contactKind }) => contactKind === one));
  const yesNo = (key: "official" | "mot" | "quotes"): Choice[] =>
    (["yes", "no"] as const).map((value) => ({ value, label: t(`views.${key}.${value}`) }));
  const groups: readonly (readonly [FilterKey, readonly Choice[]])[] = [
    ["persona", personas.map(({ id, name }) => ({ value: id, label: name || t("personas.untitled") }))],
    ["grounding", GROUNDING_LEVELS.map((value) => ({ value, label: t(`grounding.level.${value}`) }))],
    ["channel", channels.map((value) => ({ value, label: t(`channel.${value}`) }))],
    ["contactKind", kinds.map((value) => ({ value, label: t(`contact.${value}`) }))],
    ["official", yesNo("official")],
    ["mot", yesNo("mot")],
    ["quotes", yesNo("quotes")],
  ];
  return groups
    .filter(([, choices]) => choices.length > 0)
    .map(([key, choices]) => {
      const chosen = filter[key] ?? [];
      return (
        <div key={key} className="views__group" role="group" aria-label={t(`views.keys.${key}`)}>
          <span className="views__name" aria-hidden="true">
            {t(`views.keys.${key}`)}
          </span>
          {choices.map(({ value, label }) => (
            <button
              key={value}
              type="button"
              className="views__choice"
              aria-pressed={chosen.includes(value)}
              onClick={() => {
                const next = chosen.includes(value)
                  ? chosen.filter((one) => one !== value)
                  : [...chosen, value];
                look({ filter: changed(filter, key, next) });
              }}
            >
              {label}
            </button>
          ))}
        </div>
      );
    });
}
