import { useTranslation } from "react-i18next";
import { Link } from "wouter";

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <main className="page page--narrow">
      <h1>{t("notFound.title")}</h1>
      <p>{t("notFound.help")}</p>
      <Link className="button" href="/">
        {t("notFound.home")}
      </Link>
    </main>
  );
}
