import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useAccess, type Grant } from "../../api/journeys.ts";
import { Notice } from "../../ui/Notice.tsx";

/** Everybody and everything that may see the journey: nothing gives a right that does not stand here. */
export function AccessList({ journeyId }: { readonly journeyId: string }) {
  const { t, i18n } = useTranslation();
  const access = useAccess(journeyId);
  if (access.isError) return <Notice problem>{access.error.message}</Notice>;
  if (!access.data) return null;
  return (
    <section>
      <h3 className="share__heading">{t("account.access.title")}</h3>
      <ul className="share__links" aria-label={t("account.access.title")}>
        {access.data.map((grant) => (
          <li key={`${grant.kind}/${grant.id}/${grant.via}`}>
            <span>
              <strong>{grant.name}</strong> · {roleSaid(t, grant.role)} · {viaSaid(t, i18n.language, grant)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function roleSaid(t: TFunction, role: string): string {
  if (role === "owner" || role === "editor" || role === "viewer") return t(`account.roles.${role}`);
  return role;
}

function viaSaid(t: TFunction, language: string, { via, expiresAt }: Grant): string {
  if (via === "workspace") return t("account.access.workspace");
  if (via === "token") return t("account.access.token");
  if (expiresAt === null) return t("account.access.link");
  const until = new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(new Date(expiresAt));
  return t("account.access.linkUntil", { until });
}
