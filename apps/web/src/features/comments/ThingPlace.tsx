import { MapPin } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useAttentionStore, useJourney } from "../../session/SessionContext.tsx";
import { nameOf, thingOf } from "./commentedThing.ts";

/** What a thread or a task is about; pressed, the map goes there. */
export function ThingPlace({ thing: key }: { readonly thing: string }) {
  const { t } = useTranslation();
  const attention = useAttentionStore();
  const thing = thingOf(key);
  const name = useJourney((view) => (thing ? nameOf(thing, view, t) : t("comments.journey")));
  if (!thing || name === null) return <p className="thread__place">{name ?? t("comments.gone")}</p>;
  return (
    <button
      type="button"
      className="thread__place thread__place--on-map"
      title={t("comments.goTo", { thing: name })}
      onClick={() => attention.goTo(thing)}
    >
      <MapPin size={13} aria-hidden="true" /> {name}
    </button>
  );
}
