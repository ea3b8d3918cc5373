import { CircleUser, Columns2, FileUp, Plus } from "lucide-react";
import { lazy, Suspense, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { useCreateJourney, useImportJourney, useJourneys } from "../api/journeys.ts";
import { besideOriginals, pairAddress } from "../api/states.ts";
import { useMe } from "../api/people.ts";
import { currentLanguage } from "../i18n/language.ts";
import { JourneyCard } from "../features/home/JourneyCard.tsx";
import { Button } from "../ui/Button.tsx";
import { LanguagePicker } from "../ui/LanguagePicker.tsx";
import { Notice } from "../ui/Notice.tsx";
import { patiently } from "../ui/patiently.ts";
import { ThemePicker } from "../ui/ThemePicker.tsx";
import { tell } from "../ui/Toasts.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { BrandMark } from "./BrandMark.tsx";

/** Most lists hold no journey that leads to another. */
const JourneyTree = lazy(() => patiently(() => import("../features/levels/JourneyTree.tsx")));

/** The journeys of this Polku. */
export default function HomePage() {
  const { t } = useTranslation();
  const me = useMe();
  if (me.isPending) return <Waiting words={t("ui.opening")} />;
  if (me.isError) return <Problem words={t("home.noServer")} again={() => void me.refetch()} />;
  if (!me.data) return <SignedOut />;
  return (
    <main className="page">
      <div className="page__top">
        <BrandMark />
        <div className="page__tools">
          <Link
            className="button button--quiet"
            href="/account"
            aria-label={t("account.open", { name: me.data.name })}
          >
            <CircleUser size={18} />
            {me.data.name}
          </Link>
          <ThemePicker />
          <LanguagePicker />
        </div>
      </div>
      <div className="home__head">
        <h1>{t("home.title")}</h1>
        {me.data.role === "owner" && <NewJourney />}
      </div>
      <JourneyList />
      {me.data.role === "owner" && (
        <Link className="home__deleted" href="/deleted">
          {t("deleted.title")}
        </Link>
      )}
    </main>
  );
}

function Problem({ words, again }: { readonly words: string; readonly again: () => void }) {
  const { t } = useTranslation();
  return (
    <main className="page page--narrow">
      <BrandMark />
      <Notice problem>{words}</Notice>
      <Button onClick={again}>{t("ui.again")}</Button>
    </main>
  );
}

function SignedOut() {
  const { t } = useTranslation();
  return (
    <main className="page page--narrow">
      <div className="page__top">
        <BrandMark />
        <LanguagePicker />
      </div>
      <h1>{t("home.signedOut")}</h1>
      <p>{t("home.signedOutHelp")}</p>
      <Link className="button button--primary" href="/sign-in">
        {t("account.signIn")}
      </Link>
    </main>
  );
}

function NewJourney() {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const create = useCreateJourney();
  const importFile = useImportJourney();
  const [title, setTitle] = useState("");
  const file = useRef<HTMLInputElement>(null);
  const failed = (error: Error): void => tell(error.message, "problem");

  const make = (event: FormEvent): void => {
    event.preventDefault();
    const named = title.trim() || t("home.newTitle");
    create.mutate(
      { title: named, lang: currentLanguage() },
      { onSuccess: ({ id }) => go(`/j/${id}`), onError: failed },
    );
  };

  return (
    <form className="home__new" onSubmit={make}>
      <input
        className="input"
        aria-label={t("home.newName")}
        placeholder={t("home.newName")}
        value={title}
        maxLength={200}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Button look="primary" type="submit" icon={<Plus size={16} />} disabled={create.isPending}>
        {t("home.new")}
      </Button>
      <Button
        icon={<FileUp size={16} />}
        disabled={importFile.isPending}
        onClick={() => file.current?.click()}
      >
        {t("home.import")}
      </Button>
      <input
        ref={file}
        type="file"
        accept=".polku,.json,.csv,.xlsx,.mmd,.txt,application/json,text/csv"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t("home.importFile")}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          event.target.value = "";
          if (chosen)
            importFile.mutate(chosen, {
              onSuccess: ({ id, skipped }) => {
                const [first] = skipped;
                if (first) tell(t("home.leftOut", { count: skipped.length, ...first }));
                go(`/j/${id}`);
              },
              onError: failed,
            });
        }}
      />
    </form>
  );
}

function JourneyList() {
  const { t } = useTranslation();
  const journeys = useJourneys();
  if (journeys.isPending) return <Waiting words={t("ui.opening")} />;
  if (journeys.isError) return <Notice problem>{journeys.error.message}</Notice>;
  const language = currentLanguage();
  // The sample exists once in each language; everyone meets their own.
  const shown = journeys.data.filter((journey) => !journey.sample || journey.lang === language);
  if (shown.length === 0)
    return (
      <div className="empty">
        <h2>{t("home.empty")}</h2>
        <p>{t("home.emptyHelp")}</p>
      </div>
    );
  const led = new Set(shown.flatMap(({ below }) => below.map(({ journeyId }) => journeyId)));
  return (
    <>
      {led.size > 0 && (
        <Suspense>
          <JourneyTree journeys={shown} />
        </Suspense>
      )}
      <ul className="home__list">
        {besideOriginals(shown).map((future) => {
          const current = shown.find(({ id }) => id === future.futureOf);
          return (
            <li key={future.id}>
              <Link className="journey-card" href={`/j/${future.id}`}>
                <JourneyCard
                  journey={future}
                  isFuture={current !== undefined}
                  isLinked={led.has(future.id) || future.below.length > 0}
                />
              </Link>
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
