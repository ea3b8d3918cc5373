import { Copy } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { tell } from "../../ui/Toasts.tsx";
import { useTakesFocus } from "../../ui/useTakesFocus.ts";

type Props = { readonly codes: readonly string[]; readonly onDone: () => void };

/** The recovery codes, shown this once. */
export function RecoveryCodes({ codes, onDone }: Props) {
  const { t } = useTranslation();
  const heading = useTakesFocus<HTMLHeadingElement>();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(codes.join("\n"));
      tell(t("account.factor.copied"));
    } catch {
      tell(t("account.invitations.copyFailed"), "problem");
    }
  };
  return (
    <div className="account__form">
      <h3 ref={heading} tabIndex={-1} className="account__codes-head">
        {t("account.factor.codesTitle")}
      </h3>
      <p className="account__factor">{t("account.factor.codesSay")}</p>
      <ul className="account__codes" aria-label={t("account.factor.codesTitle")}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="account__buttons">
        <Button icon={<Copy size={16} />} onClick={() => void copy()}>
          {t("account.invitations.copy")}
        </Button>
        <Button look="primary" onClick={onDone}>
          {t("account.factor.kept")}
        </Button>
      </div>
    </div>
  );
}
