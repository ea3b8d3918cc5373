import { useEffect, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { acceptInvitation, lookAtInvitation, type InvitationView } from "../api/account.ts";
import { useForgetPerson } from "../api/people.ts";
import { TextField } from "../features/account/TextField.tsx";
import { Button } from "../ui/Button.tsx";
import { LanguagePicker } from "../ui/LanguagePicker.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { BrandMark } from "./BrandMark.tsx";

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Accepting an invitation to work here: a name, an address, a password. */
export default function InvitePage() {
  const { t } = useTranslation();
  const [secret] = useState(() => location.hash.replace(/^#/, ""));
  const [look, setLook] = useState<InvitationView | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    lookAtInvitation(secret).then(setLook, (error: unknown) => setProblem(sentence(error)));
  }, [secret]);
  if (problem)
    return (
      <main className="page page--narrow">
        <BrandMark />
        <h1>{t("account.invite.closed")}</h1>
        <Notice problem>{problem}</Notice>
      </main>
    );
  return look ? <AcceptForm secret={secret} look={look} /> : <Waiting words={t("ui.opening")} />;
}

function AcceptForm({ secret, look }: { readonly secret: string; readonly look: InvitationView }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const forget = useForgetPerson();
  const [name, setName] = useState("");
  const [email, setEmail] = useState(look.email ?? "");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [going, setGoing] = useState(false);

  const accept = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setGoing(true);
    try {
      await acceptInvitation({ secret, name: name.trim(), email: email.trim(), password });
      await forget();
      go("/", { replace: true });
    } catch (error) {
      setProblem(sentence(error));
      setGoing(false);
    }
  };

  return (
    <main className="page page--narrow">
      <div className="page__top">
        <BrandMark />
        <LanguagePicker />
      </div>
      <div>
        <h1>{t("account.invite.title")}</h1>
        <p>{t("account.invite.role", { role: t(`account.roles.${look.role}`) })}</p>
      </div>
      <form className="form" onSubmit={(event) => void accept(event)}>
        <TextField
          label={t("account.invite.name")}
          hint={t("account.nameHelp")}
          autoComplete="name"
          maxLength={80}
          required
          value={name}
          onChange={setName}
        />
        <TextField
          label={t("account.email")}
          hint={t("account.emailHelp")}
          type="email"
          autoComplete="username"
          required
          readOnly={look.email !== null}
          value={email}
          onChange={setEmail}
        />
        <TextField
          label={t("account.password")}
          hint={t("account.newPasswordHelp")}
          type="password"
          autoComplete="new-password"
          minLength={12}
          required
          value={password}
          onChange={setPassword}
        />
        {problem && <Notice problem>{problem}</Notice>}
        <Button look="primary" type="submit" disabled={going}>
          {t("account.invite.go")}
        </Button>
      </form>
    </main>
  );
}
