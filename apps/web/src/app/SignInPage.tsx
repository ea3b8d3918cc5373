import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { signIn, useForgetPerson } from "../api/people.ts";
import { Notice } from "../ui/Notice.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { BrandMark } from "./BrandMark.tsx";

/** The secret of a link stands behind the # so that no server, log or referrer sees it; it is taken out of the address at once. */
function takeSecret(): string {
  const secret = location.hash.replace(/^#(token=)?/, "");
  history.replaceState(null, "", location.pathname);
  return secret;
}

type Outcome = { readonly sentence: string } | "needed" | "failed";

export function SignInPage() {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const forget = useForgetPerson();
  const [secret] = useState(takeSecret);
  const [outcome, setOutcome] = useState<Outcome | null>(secret ? null : "needed");
  const started = useRef(false);

  useEffect(() => {
    // Strict mode runs effects twice, and the link works once.
    if (started.current || !secret) return;
    started.current = true;
    const enter = async (): Promise<void> => {
      try {
        await signIn(secret);
        await forget();
        go("/", { replace: true });
      } catch (error) {
        setOutcome(error instanceof Error ? { sentence: error.message } : "failed");
      }
    };
    void enter();
  }, [forget, go, secret]);

  if (!outcome) return <Waiting words={t("signIn.working")} />;
  return (
    <main className="page page--narrow">
      <BrandMark />
      <h1>{t("signIn.title")}</h1>
      <Notice problem>{typeof outcome === "string" ? t(`signIn.${outcome}`) : outcome.sentence}</Notice>
      <p>{t("signIn.help")}</p>
    </main>
  );
}
