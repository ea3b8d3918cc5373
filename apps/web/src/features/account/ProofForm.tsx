import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { OwnProof } from "../../api/secondFactor.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { CodeField } from "./CodeField.tsx";
import { TextField } from "./TextField.tsx";

type ProofProps = {
  readonly withCode?: boolean;
  /** False for whoever has no password yet. */
  readonly withPassword?: boolean;
  readonly go: string;
  readonly isPending: boolean;
  readonly problem: string | undefined;
  readonly onGo: (proof: OwnProof) => void;
  readonly onNo: () => void;
};

/** The password, and the code where one is on: that it is the person, and not only their open browser. */
export function ProofForm({
  withCode = false,
  withPassword = true,
  go,
  isPending,
  problem,
  onGo,
  onNo,
}: ProofProps) {
  const { t } = useTranslation();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onGo(withCode ? { password, code } : { password });
  };
  return (
    <form className="account__form" onSubmit={submit}>
      {withPassword && (
        <TextField
          label={t("account.presentPassword")}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={setPassword}
        />
      )}
      {withCode && <CodeField value={code} onChange={setCode} />}
      {problem && <Notice problem>{problem}</Notice>}
      <div className="account__buttons">
        <Button look="primary" type="submit" disabled={isPending}>
          {go}
        </Button>
        <Button look="quiet" onClick={onNo}>
          {t("account.factor.no")}
        </Button>
      </div>
    </form>
  );
}
