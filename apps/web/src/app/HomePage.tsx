import { CircleUser, FileUp, Plus } from "lucide-react";
import { useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { useCreateJourney, useImportJourney } from "../api/journeys.ts";
import { useMe } from "../api/people.ts";
import { currentLanguage } from "../i18n/language.ts";
import { Button } from "../ui/Button.tsx";
import { LanguagePicker } from "../ui/LanguagePicker.tsx";
import { Notice } from "../ui/Notice.tsx";
import { ThemePicker } from "../ui/ThemePicker.tsx";
import { tell } from "../ui/Toasts.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { BrandMark } from "./BrandMark.tsx";
import { JourneyList } from "./JourneyList.tsx";

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
      <JourneyList mayArchive={me.data.role === "owner"} />
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
