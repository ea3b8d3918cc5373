import { useTranslation } from "react-i18next";
import { DeletedList } from "../features/deleted/DeletedList.tsx";
import { HomewardTop } from "./HomewardTop.tsx";

/** The journeys that were deleted, for owners. */
export default function DeletedPage() {
  const { t } = useTranslation();
  return (
    <main className="page">
      <HomewardTop />
      <h1>{t("deleted.title")}</h1>
      <DeletedList />
    </main>
  );
}
