import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParticipantView } from "../api/participants.ts";
import { Participant } from "../features/participant/Participant.tsx";
import { LanguagePicker } from "../ui/LanguagePicker.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { BrandMark } from "./BrandMark.tsx";

/** A customer or a colleague draws their own curve here, with nothing but a link. */
export default function ParticipantPage() {
  const { t } = useTranslation();
  const [secret] = useState(() => location.hash.replace(/^#/, ""));
  const { data, error } = useParticipantView(secret);
  if (!data && !error) return <Waiting words={t("ui.opening")} />;
  return (
    <main className="page page--narrow">
      <div className="page__top">
        <BrandMark />
        <LanguagePicker />
      </div>
      {error && (
        <>
          <h1>{t("join.closed")}</h1>
          <Notice problem>{error.message}</Notice>
        </>
      )}
      {data && <Participant secret={secret} view={data} />}
    </main>
  );
}
