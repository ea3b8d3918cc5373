import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { signInByPassword, useSignInWays } from "../../api/account.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TextField } from "./TextField.tsx";
import "./account.css";

/** Signing in with address and password, or by the organisation's provider where there is one. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: () => Promise<void> }) {
  const { t } = useTranslation();
  const ways = useSignInWays();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [going, setGoing] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setGoing(true);
    try {
      await signInByPassword(email.trim(), password);
      await onSignedIn();
    } catch (error) {
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
