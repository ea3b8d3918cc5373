import { useEffect, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { joinByLink, lookAtLink, useForgetPerson, type LinkLook } from "../api/people.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { LanguagePicker } from "../ui/LanguagePicker.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { BrandMark } from "./BrandMark.tsx";
import { Lobby } from "./Lobby.tsx";

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function useLink(secret: string): { look: LinkLook | null; problem: string | null } {
  const [look, setLook] = useState<LinkLook | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    lookAtLink(secret).then(setLook, (error: unknown) => setProblem(sentence(error)));
  }, [secret]);
  return { look, problem };
}

/** Coming in by a link: only a name is asked. */
export default function JoinPage() {
  const { t } = useTranslation();
  const [secret] = useState(() => location.hash.replace(/^#/, ""));
  const { look, problem } = useLink(secret);
  if (problem)
    return (
      <main className="page page--narrow">
        <BrandMark />
        <h1>{t("join.closed")}</h1>
        <Notice problem>{problem}</Notice>
      </main>
    );
  if (!look) return <Waiting words={t("ui.opening")} />;
  return <JoinForm secret={secret} look={look} />;
}

function JoinForm({ secret, look }: { readonly secret: string; readonly look: LinkLook }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const forget = useForgetPerson();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [going, setGoing] = useState(false);
  const [waits, setWaits] = useState(false);

  const join = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setGoing(true);
    try {
      const { journeyId, waits: inLobby } = await joinByLink(secret, name.trim(), password || undefined);
      if (inLobby) {
        setWaits(true);
        return;
      }
      await forget();
      go(`/j/${journeyId}`, { replace: true });
    } catch (error) {
      setProblem(sentence(error));
      setGoing(false);
    }
  };

  if (waits) return <Lobby journeyId={look.journeyId} title={look.title} name={name.trim()} />;
  return (
    <main className="page page--narrow">
      <div className="page__top">
        <BrandMark />
        <LanguagePicker />
      </div>
      <div>
        <p className="page__eyebrow">{t("join.invited")}</p>
        <h1>{look.title || t("journey.untitled")}</h1>
      </div>
      <form className="form" onSubmit={(event) => void join(event)}>
        <Field label={t("join.name")} hint={t("join.nameHint")}>
          {(id, describedBy) => (
            <input
              id={id}
              className="input"
              value={name}
              aria-describedby={describedBy}
              maxLength={60}
              autoComplete="name"
              required
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        {look.needsPassword && (
          <Field label={t("join.password")}>
            {(id) => (
              <input
                id={id}
                className="input"
                type="password"
                value={password}
                required
                onChange={(event) => setPassword(event.target.value)}
              />
            )}
          </Field>
        )}
        {problem && <Notice problem>{problem}</Notice>}
        <Button look="primary" type="submit" disabled={going || name.trim() === ""}>
          {t("join.go")}
        </Button>
      </form>
    </main>
  );
}
