import { Columns2 } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useJourneys, type JourneyEntry } from "../api/journeys.ts";
import { besideOriginals, pairAddress } from "../api/states.ts";
import { ArchiveButton } from "../features/home/ArchiveButton.tsx";
import { JourneyCard } from "../features/home/JourneyCard.tsx";
import { isCalled } from "../features/home/isCalled.ts";
import { currentLanguage } from "../i18n/language.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { patiently } from "../ui/patiently.ts";
import { Waiting } from "../ui/Waiting.tsx";

/** Most lists hold no journey that leads to another. */
const JourneyTree = lazy(() => patiently(() => import("../features/levels/JourneyTree.tsx")));

/** More than these are searched rather than looked through. */
const FEW = 6;

type Props = { readonly mayArchive: boolean };

/** The journeys that one may open; those that were put away only when they are asked for. */
export function JourneyList({ mayArchive }: Props) {
  const { t } = useTranslation();
  const journeys = useJourneys();
  const [words, setWords] = useState("");
  const [wantsArchive, showArchive] = useState(false);
  if (journeys.isPending) return <Waiting words={t("ui.opening")} />;
  if (journeys.isError) return <Notice problem>{journeys.error.message}</Notice>;
  const language = currentLanguage();
  // The sample exists once in each language; everyone meets their own.
  const all = journeys.data.filter((journey) => !journey.sample || journey.lang === language);
  const away = all.filter((journey) => journey.archived);
  // The archive closes with the last journey that leaves it.
  const archived = wantsArchive && away.length > 0;
  const listed = archived ? away : all.filter((journey) => !journey.archived);
  const shown = listed.filter(({ title }) => isCalled(title, words));
  return (
    <>
      {(listed.length > FEW || away.length > 0) && (
        <div className="home__find">
          {listed.length > FEW && (
            <input
              className="input"
              type="search"
              aria-label={t("home.search")}
              placeholder={t("home.search")}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
          {away.length > 0 && (
            <Button look="quiet" aria-pressed={archived} onClick={() => showArchive(!archived)}>
              {t("home.archived", { count: away.length })}
            </Button>
          )}
        </div>
      )}
      {listed.length === 0 && !archived ? (
        <div className="empty">
          <h2>{t("home.empty")}</h2>
          <p>{t("home.emptyHelp")}</p>
        </div>
      ) : (
        shown.length === 0 && <p role="status">{t("home.noneCalled")}</p>
      )}
      <Cards journeys={shown} mayArchive={mayArchive} />
    </>
  );
}

function Cards({ journeys, mayArchive }: Props & { readonly journeys: readonly JourneyEntry[] }) {
  const { t } = useTranslation();
  const led = new Set(journeys.flatMap(({ below }) => below.map(({ journeyId }) => journeyId)));
  return (
    <>
      {led.size > 0 && (
        <Suspense>
          <JourneyTree journeys={journeys} />
        </Suspense>
      )}
      <ul className="home__list">
        {besideOriginals(journeys).map((future) => {
          const current = journeys.find(({ id }) => id === future.futureOf);
          return (
            <li key={future.id} className="home__place">
              <Link className="journey-card" href={`/j/${future.id}`}>
                <JourneyCard
                  journey={future}
                  isFuture={current !== undefined}
                  isLinked={led.has(future.id) || future.below.length > 0}
                />
              </Link>
              {mayArchive && <ArchiveButton journey={future} />}
              {current && (
                <Link
                  className="home__pair"
                  href={pairAddress({ current, future })}
                  aria-label={t("states.bothOf", { title: current.title || t("journey.untitled") })}
                >
                  <Columns2 size={15} aria-hidden="true" />
                  {t("states.both")}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
