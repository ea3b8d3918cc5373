import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useBeginLinking, useLinkedAccount, useUnlink } from "../../api/linkedAccount.ts";
import type { Me } from "../../api/people.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { tell } from "../../ui/Toasts.tsx";
import { ProofForm } from "./ProofForm.tsx";

type Props = {
  readonly me: Me;
  /** Leaves for the provider's page. */
  readonly leaveFor: (page: string) => void;
};

/** The organisation's account by which one signs in beside the password: linked by way of its own page, and taken off again. */
export function LinkedAccount({ me, leaveFor }: Props) {
  const { t } = useTranslation();
  const { data: linked, error } = useLinkedAccount();
  const [doing, setDoing] = useState<"link" | "unlink" | null>(null);
  const no = (): void => setDoing(null);
  if (error) return <Notice problem>{error.message}</Notice>;
  if (linked === undefined) return null;
  if (doing === "link") return <Link me={me} leaveFor={leaveFor} onNo={no} />;
  if (doing === "unlink") return <Unlink me={me} onDone={no} />;
  if (linked === null)
    return (
      <>
        <p className="account__factor">{t("account.organisation.what")}</p>
        <Button onClick={() => setDoing("link")}>{t("account.organisation.link")}</Button>
      </>
    );
  return <Linked linked={linked} me={me} onUnlink={() => setDoing("unlink")} />;
}

type LinkedProps = {
  readonly linked: { readonly issuer: string; readonly account: string | null; readonly since: string };
  readonly me: Me;
  readonly onUnlink: () => void;
};

function Linked({ linked: { issuer, account, since }, me, onUnlink }: LinkedProps) {
  const { t, i18n } = useTranslation();
  const { host } = new URL(issuer);
  const day = new Date(since).toLocaleDateString(i18n.language, { dateStyle: "medium" });
  return (
    <>
      <p className="account__who">
        {account ?? host}
        <span>{t("account.organisation.since", { host, since: day })}</span>
      </p>
      {me.secondFactor && <p className="field__hint">{t("account.organisation.factor")}</p>}
      {me.hasPassword ? (
        <Button look="danger" onClick={onUnlink}>
          {t("account.organisation.unlink")}
        </Button>
      ) : (
        <p className="field__hint">{t("account.organisation.onlyWay")}</p>
      )}
    </>
  );
}

function Link({ me, leaveFor, onNo }: Props & { readonly onNo: () => void }) {
  const { t } = useTranslation();
  const begin = useBeginLinking();
  return (
    <>
      <p className="account__factor">
        {t("account.organisation.goes")} {me.secondFactor && t("account.organisation.factor")}
      </p>
      <ProofForm
        withPassword={me.hasPassword}
        withCode={me.secondFactor}
        go={t("account.organisation.go")}
        isPending={begin.isPending || begin.isSuccess}
        problem={begin.error?.message}
        onGo={(proof) => begin.mutate(proof, { onSuccess: ({ url }) => leaveFor(url) })}
        onNo={onNo}
      />
    </>
  );
}

function Unlink({ me, onDone }: { readonly me: Me; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const unlink = useUnlink();
  return (
    <ProofForm
      withCode={me.secondFactor}
      go={t("account.organisation.unlink")}
      isPending={unlink.isPending}
      problem={unlink.error?.message}
      onGo={(proof) =>
        unlink.mutate(proof, {
          onSuccess: ({ ended }) => {
            tell(t("account.organisation.unlinked", { count: ended }));
            onDone();
          },
        })
      }
      onNo={onDone}
    />
  );
}
