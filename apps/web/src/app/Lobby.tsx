import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { useForgetPerson } from "../api/people.ts";
import { useDoor } from "../api/peopleInJourney.ts";
import { LanguagePicker } from "../ui/LanguagePicker.tsx";
import { Notice } from "../ui/Notice.tsx";
import { BrandMark } from "./BrandMark.tsx";

type Props = { readonly journeyId: string; readonly title: string; readonly name: string };

/** Somebody who came by a link with a lobby waits here until they are let in, and then goes in by themselves. */
export function Lobby({ journeyId, title, name }: Props) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const forget = useForgetPerson();
  const { data: state } = useDoor(journeyId);
  useEffect(() => {
    if (state === "in") void forget().then(() => go(`/j/${journeyId}`, { replace: true }));
  }, [state, forget, go, journeyId]);
  return (
    <main className="page page--narrow">
      <div className="page__top">
        <BrandMark />
        <LanguagePicker />
      </div>
      <div>
        <p className="page__eyebrow">{title || t("journey.untitled")}</p>
        <h1>{state === "out" ? t("room.turnedAway") : t("room.waiting", { name })}</h1>
      </div>
      {state === "out" ? (
        <Notice problem>{t("room.turnedAwayWhat")}</Notice>
      ) : (
        <p role="status">{t("room.waitingWhat")}</p>
      )}
    </main>
  );
}
