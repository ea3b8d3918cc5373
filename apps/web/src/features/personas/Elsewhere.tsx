import type { PersonaView } from "@polku/journey";
import { ArrowDownToLine } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useJourneys } from "../../api/journeys.ts";
import { differingFacts, samePersona, usePersonaLibrary } from "../../api/personas.ts";
import { currentLanguage } from "../../i18n/language.ts";
import { useCanEdit, useSession } from "../../session/SessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { takeOver } from "./takeOver.ts";

/** In which other journeys a persona walks, and what differs where it was taken from: nothing is brought over but by a press. */
export function Elsewhere({ persona }: { readonly persona: PersonaView }) {
  const { t } = useTranslation();
  const session = useSession();
  const canEdit = useCanEdit();
  const { data: all = [] } = usePersonaLibrary();
  const { data: journeys = [] } = useJourneys();
  const titleOf = (id: string) => journeys.find((one) => one.id === id)?.title || t("journey.untitled");
  const family = samePersona(all, session.journeyId, persona);
  const origin = all.find(
    ({ journeyId, id }) => journeyId === persona.from?.journeyId && id === persona.from.personaId,
  );
  const differs = origin ? differingFacts(origin, persona) : [];
  // The sample exists once in each language; everyone meets their own.
  const met = journeys.filter(({ sample, lang }) => !sample || lang === currentLanguage());
  const journeyIds = met
    .filter(({ id }) => family.some(({ journeyId }) => journeyId === id))
    .map(({ id }) => id);
  return (
    <>
      {journeyIds.length > 0 && (
        <p className="persona__elsewhere">
          {t("personas.alsoIn")}
          {journeyIds.map((id) => (
            <Link key={id} href={`/j/${id}`}>
              {titleOf(id)}
            </Link>
          ))}
        </p>
      )}
      {origin && differs.length > 0 && (
        <div className="persona__differs">
          <p>
            {t("personas.differs", {
              journey: titleOf(origin.journeyId),
              facts: differs.map((fact) => t(`personas.facts.${fact}`)).join(", "),
            })}
          </p>
          {canEdit && (
            <Button
              className="button--small"
              icon={<ArrowDownToLine size={15} />}
              onClick={() => takeOver(session, origin, persona.id)}
            >
              {t("personas.bringOver")}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
