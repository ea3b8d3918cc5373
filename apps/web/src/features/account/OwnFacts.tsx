import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useChangeMe, useChangePassword } from "../../api/account.ts";
import type { Me } from "../../api/people.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { tell } from "../../ui/Toasts.tsx";
import { CodeField } from "./CodeField.tsx";
import { TextField } from "./TextField.tsx";

/** Name and address. Changing the address needs the password, where there is one. */
export function OwnFacts({ me }: { readonly me: Me }) {
  const { t } = useTranslation();
  const change = useChangeMe();
  const [name, setName] = useState(me.name);
  const [email, setEmail] = useState(me.email ?? "");
  const [password, setPassword] = useState("");
  const hasAccount = me.kind !== "guest";
  const [code, setCode] = useState("");
  const newEmail = hasAccount && email.trim() !== "" && email.trim() !== (me.email ?? "");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate(
      {
        name: name.trim(),
        ...(newEmail ? { email: email.trim() } : {}),
        ...(newEmail && me.hasPassword ? { password } : {}),
        ...(newEmail && me.secondFactor ? { code } : {}),
      },
      {
        onSuccess: () => {
          setPassword("");
          setCode("");
          tell(t("account.saved"));
        },
      },
    );
  };
  return (
    <form className="account__form" onSubmit={submit}>
      <TextField
        label={t("account.name")}
        hint={t("account.nameHelp")}
        autoComplete="name"
        maxLength={80}
        required
        value={name}
        onChange={setName}
      />
      {hasAccount && (
        <TextField
          label={t("account.email")}
          hint={t("account.emailHelp")}
          type="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
        />
      )}
      {newEmail && me.hasPassword && (
        <TextField
          label={t("account.presentPassword")}
          hint={t("account.presentPasswordHelp")}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={setPassword}
        />
      )}
      {newEmail && me.secondFactor && <CodeField value={code} onChange={setCode} />}
      {change.isError && <Notice problem>{change.error.message}</Notice>}
      <Button look="primary" type="submit" disabled={change.isPending || name.trim() === ""}>
        {t("account.save")}
      </Button>
      {!hasAccount && <p className="field__hint">{t("account.guest")}</p>}
    </form>
  );
}

/** Setting a password; every other browser is signed out by it. */
export function OwnPassword({ me }: { readonly me: Me }) {
  const { t } = useTranslation();
  const change = useChangePassword();
  const [before, setBefore] = useState("");
  const [code, setCode] = useState("");
  const [password, setPassword] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate(
      { password, ...(me.hasPassword ? { before } : {}), ...(me.secondFactor ? { code } : {}) },
      {
        onSuccess: ({ ended }) => {
          setBefore("");
          setCode("");
          setPassword("");
          tell(t("account.passwordSet", { count: ended }));
        },
      },
    );
  };
  return (
    <form className="account__form" onSubmit={submit}>
      {me.hasPassword && (
        <TextField
          label={t("account.presentPassword")}
          type="password"
          autoComplete="current-password"
          required
          value={before}
          onChange={setBefore}
        />
      )}
      <TextField
        label={t("account.newPassword")}
        hint={t("account.newPasswordHelp")}
        type="password"
        autoComplete="new-password"
        minLength={12}
        required
        value={password}
        onChange={setPassword}
      />
      {me.secondFactor && <CodeField value={code} onChange={setCode} />}
      {change.isError && <Notice problem>{change.error.message}</Notice>}
      <Button type="submit" disabled={change.isPending || password.length < 12}>
        {t("account.setPassword")}
      </Button>
    </form>
  );
}
