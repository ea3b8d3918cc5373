import { ArrowLeft, UserPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useJourneys } from "../../api/journeys.ts";
import { samePersona, usePersonaLibrary, type LibraryPersona } from "../../api/personas.ts";
import { currentLanguage } from "../../i18n/language.ts";
import { useJourney, useSession } from "../../session/SessionContext.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { takeOver } from "./takeOver.ts";

/** The personas of the other journeys that do not walk this one yet, to be taken over. */
export function TakeFromOthers({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const library = usePersonaLibrary();
  const { data: journeys = [] } = useJourneys();
  const here = useJourney((view) => view.personas);
  const [words, setWords] = useState("");
  if (library.isPending) return <Waiting words={t("ui.opening")} />;
  if (library.isError) return <Notice problem>{library.error.message}</Notice>;
  const known = new Set(
    here.flatMap((one) =>
      samePersona(library.data, session.journeyId, one).map(({ journeyId, id }) => `${journeyId} ${id}`),
    ),
  );
  const shownJourneys = journeys.filter(({ sample, lang }) => !sample || lang === currentLanguage());
  const found = library.data.filter(
    (one) =>
      one.journeyId !== session.journeyId &&
      shownJourneys.some(({ id }) => id === one.journeyId) &&
      !known.has(`${one.journeyId} ${one.id}`) &&
      `${one.name} ${one.role ?? ""}`.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase()),
  );
  const take = (one: LibraryPersona): void => {
    if (takeOver(session, one).ok) onBack();
  };
  return (
    <>
      <Button look="quiet" className="persona-form__back" icon={<ArrowLeft size={16} />} onClick={onBack}>
        {t("personas.back")}
      </Button>
      <input
        className="input"
        aria-label={t("personas.search")}
        placeholder={t("personas.search")}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {found.length === 0 && <p className="personas__none">{t("personas.noneElsewhere")}</p>}
      <ul className="personas__list">
        {found.map((one) => {
          const name = one.name || t("personas.untitled");
          return (
            <li key={`${one.journeyId} ${one.id}`} className="persona" data-basis={one.basis}>
              <div className="persona__head">
                <h3 className="persona__name">{name}</h3>
                <Button
                  className="button--small"
                  icon={<UserPlus size={15} />}
                  aria-label={t("personas.takeThis", { name })}
                  onClick={() => take(one)}
                >
                  {t("personas.take")}
                </Button>
              </div>
              <p className="persona__facts">
                {[t(`personas.kinds.${one.kind}`), one.role, t(`personas.bases.${one.basis}`)]
                  .filter((fact) => fact !== null)
                  .join(" · ")}
              </p>
              {one.goals !== "" && <p className="persona__goals">{one.goals}</p>}
              <p className="persona__where">
                {shownJourneys.find(({ id }) => id === one.journeyId)?.title || t("journey.untitled")}
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );
}
