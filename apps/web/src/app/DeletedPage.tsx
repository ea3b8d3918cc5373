import { ArrowLeft } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { DeletedList } from "../features/deleted/DeletedList.tsx";
import { LanguagePicker } from "../ui/LanguagePicker.tsx";
import { ThemePicker } from "../ui/ThemePicker.tsx";

/** The journeys that were deleted, for owners. */
export default function DeletedPage() {
  const { t } = useTranslation();
  return (
    <main className="page">
      <div className="page__top">
        <Link className="button button--quiet" href="/">
          <ArrowLeft size={18} />
          {t("topbar.home")}
        </Link>
        <div className="page__tools">
          <ThemePicker />
          <LanguagePicker />
        </div>
      </div>
      <h1>{t("deleted.title")}</h1>
      <DeletedList />
    </main>
  );
}
