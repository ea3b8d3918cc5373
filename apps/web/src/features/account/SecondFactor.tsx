import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import {
  useBeginFactor,
  useConfirmFactor,
  useRenewCodes,
  useSecondFactor,
  useTurnFactorOff,
  type BegunFactor,
} from "../../api/secondFactor.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { QrCode } from "../../ui/QrCode.tsx";
import { tell } from "../../ui/Toasts.tsx";
import { CodeField } from "./CodeField.tsx";
import { ProofForm } from "./ProofForm.tsx";
import { RecoveryCodes } from "./RecoveryCodes.tsx";

/** What is being done about one's own second factor: proving who one is first, then what came of it. */
type Doing =
  | "begin"
  | "renew"
  | "off"
  | { readonly begun: BegunFactor }
  | { readonly codes: readonly string[] };

/** One's own second factor: set up with an app on the phone, its recovery codes, and off again. */
export function SecondFactor() {
  const { t, i18n } = useTranslation();
  const { data, error } = useSecondFactor();
  const [doing, setDoing] = useState<Doing | null>(null);
  if (error) return <Notice problem>{error.message}</Notice>;
  if (!data) return null;
  const done = (): void => setDoing(null);
  const showCodes = (codes: readonly string[]): void => setDoing({ codes });
  if (doing === "begin") return <Begin onBegun={(begun) => setDoing({ begun })} onNo={done} />;
  if (doing === "renew") return <Renew onMade={showCodes} onNo={done} />;
  if (doing === "off") return <TurnOff onDone={done} />;
  if (doing && "begun" in doing) return <SetUp begun={doing.begun} onOn={showCodes} onNo={done} />;
  if (doing) return <RecoveryCodes codes={doing.codes} onDone={done} />;
  if (!data.on)
    return (
      <>
        <p className="account__factor">{t("account.factor.what")}</p>
        <Button onClick={() => setDoing("begin")}>{t("account.factor.setUp")}</Button>
      </>
    );
  const since = data.since && new Date(data.since).toLocaleDateString(i18n.language, { dateStyle: "medium" });
  return (
    <>
      <p className="account__factor">
        {t("account.factor.isOn", { since })} {t("account.factor.codesLeft", { count: data.codesLeft })}
      </p>
      <div className="account__buttons">
        <Button onClick={() => setDoing("renew")}>{t("account.factor.newCodes")}</Button>
        <Button look="danger" onClick={() => setDoing("off")}>
          {t("account.factor.off")}
        </Button>
      </div>
    </>
  );
}

function Begin({
  onBegun,
  onNo,
}: {
  readonly onBegun: (begun: BegunFactor) => void;
  readonly onNo: () => void;
}) {
  const { t } = useTranslation();
  const begin = useBeginFactor();
  return (
    <ProofForm
      go={t("account.factor.go")}
      isPending={begin.isPending}
      problem={begin.error?.message}
      onGo={(proof) => begin.mutate(proof, { onSuccess: onBegun })}
      onNo={onNo}
    />
  );
}

function Renew({
  onMade,
  onNo,
}: {
  readonly onMade: (codes: readonly string[]) => void;
  readonly onNo: () => void;
}) {
  const { t } = useTranslation();
  const renew = useRenewCodes();
  return (
    <ProofForm
      withCode
      go={t("account.factor.newCodes")}
      isPending={renew.isPending}
      problem={renew.error?.message}
      onGo={(proof) => renew.mutate(proof, { onSuccess: ({ codes }) => onMade(codes) })}
      onNo={onNo}
    />
  );
}

function TurnOff({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const turnOff = useTurnFactorOff();
  return (
    <ProofForm
      withCode
      go={t("account.factor.off")}
      isPending={turnOff.isPending}
      problem={turnOff.error?.message}
      onGo={(proof) =>
        turnOff.mutate(proof, {
          onSuccess: () => {
            tell(t("account.factor.isOff"));
            onDone();
          },
        })
      }
      onNo={onDone}
    />
  );
}

type SetUpProps = {
  readonly begun: BegunFactor;
  readonly onOn: (codes: readonly string[]) => void;
  readonly onNo: () => void;
};

/** The picture that an app reads, the same to be typed, and the first code, by which it is turned on. */
function SetUp({ begun, onOn, onNo }: SetUpProps) {
  const { t } = useTranslation();
  const confirm = useConfirmFactor();
  const [code, setCode] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    confirm.mutate(code, {
      onSuccess: ({ codes, ended }) => {
        if (ended > 0) tell(t("account.sessions.ended", { count: ended }));
        onOn(codes);
      },
    });
  };
  return (
    <form className="account__form" onSubmit={submit}>
      <p className="account__factor">{t("account.factor.scan")}</p>
      <div className="account__qr">
        <QrCode words={begun.url} label={t("account.factor.qr")} />
      </div>
      <p className="account__factor">
        {t("account.factor.orType")}{" "}
        <code className="account__secret">{begun.secret.match(/.{1,4}/g)?.join(" ")}</code>
      </p>
      <a href={begun.url}>{t("account.factor.here")}</a>
      <CodeField isFirst value={code} onChange={setCode} />
      {confirm.error && <Notice problem>{confirm.error.message}</Notice>}
      <div className="account__buttons">
        <Button look="primary" type="submit" disabled={confirm.isPending || code.trim() === ""}>
          {t("account.factor.turnOn")}
        </Button>
        <Button look="quiet" onClick={onNo}>
          {t("account.factor.no")}
        </Button>
      </div>
    </form>
  );
}
