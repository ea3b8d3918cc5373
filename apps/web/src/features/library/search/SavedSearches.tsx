import { Bookmark, Link2, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import {
  useDropSearch,
  useSavedSearches,
  useSaveSearch,
  type SavedSearch,
} from "../../../api/savedSearches.ts";
import { Button } from "../../../ui/Button.tsx";
import { tell } from "../../../ui/Toasts.tsx";
import { Tool } from "../../../ui/Tool.tsx";
import { useLibraryView } from "../libraryView.ts";
import { Trouble } from "../Trouble.tsx";
import { addressOf, searchWords, viewFrom } from "./address.ts";

/** The searches that the team has kept; the one at hand can be kept too, or sent as a link. */
export function SavedSearches() {
  const { t } = useTranslation();
  return (
    <DialogTrigger>
      <AriaButton className="button button--quiet button--small">
        <Bookmark size={15} aria-hidden="true" />
        {t("search.saved")}
      </AriaButton>
      <Popover placement="bottom start">
        <Dialog className="menu saved" aria-label={t("search.saved")}>
          {({ close }) => <Saved close={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Saved({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const saved = useSavedSearches();
  const drop = useDropSearch();
  const open = ({ search }: SavedSearch): void => {
    useLibraryView.setState(viewFrom(new URLSearchParams(search)));
    close();
  };
  return (
    <>
      {saved.error && <Trouble error={saved.error} />}
      {saved.data?.length === 0 && <p className="saved__none">{t("search.noneSaved")}</p>}
      <ul className="saved__list">
        {saved.data?.map((one) => (
          <li key={one.id}>
            <button type="button" className="saved__one" onClick={() => open(one)}>
              {one.name}
            </button>
            <Tool label={t("search.drop", { name: one.name })} onClick={() => drop.mutate(one.id)}>
              <Trash2 size={14} />
            </Tool>
          </li>
        ))}
      </ul>
      <KeepThis onKept={close} />
    </>
  );
}

/** Keeps the search at hand under a name. A search for nothing needs no name. */
function KeepThis({ onKept }: { readonly onKept: () => void }) {
  const { t } = useTranslation();
  const view = useLibraryView();
  const save = useSaveSearch();
  const search = searchWords(view);
  const [name, setName] = useState(view.q.trim());
  if (Object.keys(search).length === 0) return <p className="saved__none">{t("search.nothingToSave")}</p>;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(`${location.origin}${addressOf(location.pathname, view)}`);
    tell(t("search.copied"));
    onKept();
  };
  return (
    <form
      className="saved__keep"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") save.mutate({ name: name.trim(), search }, { onSuccess: onKept });
      }}
    >
      <label className="field__label">
        {t("search.saveAs")}
        <input
          className="input"
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      {save.error && <Trouble error={save.error} />}
      <div className="making__go">
        <Button
          type="submit"
          className="button--small"
          look="primary"
          disabled={save.isPending || name.trim() === ""}
        >
          {t("search.save")}
        </Button>
        <Button className="button--small" look="quiet" icon={<Link2 size={15} />} onClick={() => void copy()}>
          {t("search.copyLink")}
        </Button>
      </div>
    </form>
  );
}
