import { LogOut } from "lucide-react";
import { problemSentence } from "@polku/protocol";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { signOut, useSignInWays } from "../api/account.ts";
import { useLinkedAccount } from "../api/linkedAccount.ts";
import { useForgetPerson, useMe, type Me } from "../api/people.ts";
import { Invitations } from "../features/account/Invitations.tsx";
import { LinkedAccount } from "../features/account/LinkedAccount.tsx";
import { MemberList } from "../features/account/MemberList.tsx";
import { OwnFacts, OwnPassword } from "../features/account/OwnFacts.tsx";
import { SecondFactor } from "../features/account/SecondFactor.tsx";
import { SessionList } from "../features/account/SessionList.tsx";
import { currentLanguage } from "../i18n/language.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { tell } from "../ui/Toasts.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { HomewardTop } from "./HomewardTop.tsx";
import { whyHere } from "./whyHere.ts";
import "../features/account/account.css";

/** One's own account, and for owners the people who work here. */
export default function AccountPage() {
  const { t } = useTranslation();
  const me = useMe();
  const [, go] = useLocation();
  const leave = useLeave();
  if (me.isPending) return <Waiting words={t("ui.opening")} />;
  if (!me.data)
    return (
      <main className="page page--narrow">
        <Notice problem>{me.isError ? me.error.message : t("home.signedOut")}</Notice>
        <Button onClick={() => go("/sign-in")}>{t("account.signIn")}</Button>
      </main>
    );
  return (
    <main className="page account">
      <HomewardTop>
        <Button icon={<LogOut size={16} />} onClick={() => void leave()}>
          {t("account.signOut")}
        </Button>
      </HomewardTop>
      <h1>{t("account.title")}</h1>
      <Parts me={me.data} />
    </main>
  );
}

function Parts({ me }: { readonly me: Me }) {
  const { t } = useTranslation();
  const ways = useSignInWays();
  const hasAccount = me.kind !== "guest";
  return (
    <>
      <Returned />
      <OwnFacts key={`${me.name}/${me.email}`} me={me} />
      {hasAccount && me.email !== null && (
        <Part title={t("account.password")}>
          <OwnPassword me={me} />
        </Part>
      )}
      {me.hasPassword && (
        <Part title={t("account.factor.title")}>
          <SecondFactor />
        </Part>
      )}
      {hasAccount && ways.data?.oidc && (
        <Part title={t("account.organisation.title")}>
          <LinkedAccount me={me} leaveFor={(page) => location.assign(page)} />
        </Part>
      )}
      <Part title={t("account.sessions.title")}>
        <SessionList />
      </Part>
      {me.role === "owner" && (
        <>
          <Part title={t("account.members.title")}>
            <MemberList />
          </Part>
          <Part title={t("account.invitations.title")}>
            <Invitations />
          </Part>
        </>
      )}
    </>
  );
}

/** How the way to the organisation's page and back ended, for whoever comes from there. */
function Returned() {
  const { t } = useTranslation();
  const [why] = useState(whyHere);
  const [isBack] = useState(() => new URLSearchParams(location.search).has("linked"));
  if (why) return <Notice problem>{problemSentence(why, currentLanguage())}</Notice>;
  return isBack && <JustLinked words={t("account.organisation.linked")} />;
}

/** Said until it is taken off again. */
function JustLinked({ words }: { readonly words: string }) {
  const { data: linked } = useLinkedAccount();
  return linked && <Notice>{words}</Notice>;
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="account__part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Signs out and forgets what this person was shown. */
function useLeave(): () => Promise<void> {
  const [, go] = useLocation();
  const forget = useForgetPerson();
  return async () => {
    try {
      await signOut();
      await forget();
      go("/", { replace: true });
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error), "problem");
    }
  };
}
