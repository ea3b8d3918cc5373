import { Copy } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { tell } from "../../ui/Toasts.tsx";
import { QrCode } from "../../ui/QrCode.tsx";

/** A link that was just made, as words and as a QR code. It is shown this once. */
export function FreshLink({ url }: { readonly url: string }) {
  const { t } = useTranslation();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(url);
      tell(t("share.copied"));
    } catch {
      tell(t("share.copyFailed"), "problem");
    }
  };
  return (
    <div className="share__fresh">
      <input
        className="input"
        readOnly
        value={url}
        aria-label={t("share.link")}
        onFocus={(event) => event.target.select()}
      />
      <Button icon={<Copy size={16} />} onClick={() => void copy()}>
        {t("share.copy")}
      </Button>
      <p className="field__hint">{t("share.once")}</p>
      <QrCode words={url} label={t("room.qr")} />
    </div>
  );
}
