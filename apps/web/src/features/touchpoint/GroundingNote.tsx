import { useTranslation } from "react-i18next";
import { groundingSentence } from "../../session/groundingWords.ts";
import type { Grounded } from "../../session/useGrounding.ts";
import { GroundingRing } from "./GroundingRing.tsx";

/** A level of grounding with its reason in words, and what else speaks for it. */
export function GroundingNote({ grounding, reason }: Pick<Grounded, "grounding" | "reason">) {
  const { t } = useTranslation();
  const badges = [
    grounding.triangulation.method && t("grounding.badge.method"),
    grounding.triangulation.data && t("grounding.badge.data"),
    grounding.triangulation.researcher && t("grounding.badge.researcher"),
    grounding.askedAndListened && t("grounding.badge.askedAndListened"),
    grounding.stale && t("grounding.badge.stale"),
  ].filter((badge) => badge !== false);
  return (
    <section className="inspector__ground" data-level={grounding.level}>
      <p>
        <GroundingRing level={grounding.level} />
        <span>{groundingSentence(t, grounding, reason)}</span>
      </p>
      {badges.length > 0 && (
        <ul className="inspector__badges">
          {badges.map((badge) => (
            <li key={badge} className="chip">
              {badge}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
