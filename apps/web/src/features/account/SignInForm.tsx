import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { signInByPassword, useSignInWays } from "../../api/account.ts";
import { ApiProblem } from "../../api/request.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { CodeField } from "./CodeField.tsx";
import { TextField } from "./TextField.tsx";
import "./account.css";

/** Signing in with address and password, or by the organisation's provider where there is one. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: () => Promise<void> }) {
  const { t } = useTranslation();
  const ways = useSignInWays();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  /** Null until the server has asked for it. */
  const [code, setCode] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [going, setGoing] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setGoing(true);
    try {
      await signInByPassword(email.trim(), password, code ?? undefined);
      await onSignedIn();
    } catch (error) {
      if (error instanceof ApiProblem && error.code === "secondFactor.needed") setCode((now) => now ?? "");
      setProblem(error instanceof Error ? error.message : String(error));
      setGoing(false);
    }
  };
  return (
    <>
      {ways.data?.oidc && (
        <>
          <a className="button" href="/api/v1/sign-in/oidc">
            {t("account.signingIn.oidc")}
          </a>
          <p className="account__or">{t("account.signingIn.or")}</p>
        </>
      )}
      <form className="form" onSubmit={(event) => void submit(event)}>
        <TextField
          label={t("account.email")}
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={setEmail}
        />
        <TextField
          label={t("account.password")}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={setPassword}
        />
        {code !== null && <CodeField value={code} onChange={setCode} />}
        {problem && <Notice problem>{problem}</Notice>}
        <Button look="primary" type="submit" disabled={going}>
          {t("account.signingIn.go")}
        </Button>
      </form>
      <p className="field__hint">{t("account.signingIn.forgotten")}</p>
      <p className="field__hint">{t("account.signingIn.link")}</p>
    </>
  );
}
