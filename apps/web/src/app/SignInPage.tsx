import { problemSentence } from "@polku/protocol";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { signIn, useForgetPerson } from "../api/people.ts";
import { SignInForm } from "../features/account/SignInForm.tsx";
import { currentLanguage } from "../i18n/language.ts";
import { LanguagePicker } from "../ui/LanguagePicker.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { BrandMark } from "./BrandMark.tsx";
import { whyHere } from "./whyHere.ts";

/**
 * The secret of a link stands behind the # so that no server, log or referrer sees it. Reading leaves it there: React may throw a first
 * rendering away and begin again, and the second one needs it too.
 */
function readSecret(): string {
  return location.hash.replace(/^#(token=)?/, "");
}

/** Coming in: by the one-time link, by address and password, or by the organisation's provider. */
export default function SignInPage() {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const forget = useForgetPerson();
  const [secret] = useState(readSecret);
  const [why] = useState(whyHere);
  const [problem, setProblem] = useState<string | null>(null);
  const started = useRef(false);

  useEffect(() => {
    // Strict mode runs effects twice, and the link works once.
    if (started.current || !secret) return;
    started.current = true;
    history.replaceState(null, "", location.pathname);
    const enter = async (): Promise<void> => {
      try {
        await signIn(secret);
        await forget();
        go("/", { replace: true });
      } catch (error) {
        setProblem(error instanceof Error ? error.message : String(error));
      }
    };
    void enter();
  }, [forget, go, secret]);

  if (secret && !problem) return <Waiting words={t("signIn.working")} />;
  const said = problem ?? (why && problemSentence(why, currentLanguage()));
  return (
    <main className="page page--narrow">
      <div className="page__top">
        <BrandMark />
        <LanguagePicker />
      </div>
      <h1>{t("account.signingIn.title")}</h1>
      {said && <Notice problem>{said}</Notice>}
      <SignInForm
        onSignedIn={async () => {
          await forget();
          go("/", { replace: true });
        }}
      />
    </main>
  );
}
