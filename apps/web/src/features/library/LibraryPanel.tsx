import { FileUp, ShieldCheck, X } from "lucide-react";
import { lazy, Suspense, useEffect, useRef, useState, type RefObject } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/people.ts";
import { useConnection } from "../../session/SessionContext.tsx";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useEscape } from "../../ui/useEscape.ts";
import { ContactList } from "./ContactList.tsx";
import { show, useLibraryView, type LibraryTab } from "./libraryView.ts";
import { useDropOnMap } from "./pin/quoteDrag.ts";
import { QuoteList } from "./QuoteList.tsx";
import { Reading } from "./reading/Reading.tsx";
import { useAddress } from "./search/useAddress.ts";
import { SourceList } from "./SourceList.tsx";
import { PANEL, usePanelWidth } from "./usePanelWidth.ts";
import "./library.css";
import "./pin/pin.css";
import "./quoteCard.css";
import "./quoteTraits.css";
import "./rating.css";
import "./reading/readingText.css";
import "./sourceList.css";
import "./themes/themes.css";

const ThemeShelf = lazy(() => import("./themes/ThemeShelf.tsx"));
const ImportWizard = lazy(() => import("./import/ImportWizard.tsx"));

const TABS: readonly LibraryTab[] = ["contacts", "quotes", "themes", "sources"];
const LISTS = { contacts: ContactList, quotes: QuoteList, themes: ThemeShelf, sources: SourceList } as const;

type Props = {
  readonly journeyId: string;
  readonly onClose: () => void;
  /** Opens what only the owner may see: who read what, and a person by the key of a contact. */
  readonly onPrivacy: (person?: string) => void;
};

/** The research library beside the map: what customers said, the quotes made of it, and where it came from. */
export default function LibraryPanel({ onClose, onPrivacy }: Props) {
  const { t } = useTranslation();
  const { canEdit, state } = useConnection();
  const reading = useLibraryView((view) => view.reading);
  const me = useMe();
  const [importing, setImporting] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const { width, handle } = usePanelWidth();
  useFocusHere(panel);
  useAddress();
  // Whoever came by a link sees the quotes on the map, never the library; the server says so too.
  const mayRead = canEdit && me.data?.kind !== "guest";
  useDropOnMap(canEdit);
  const back = (): void => {
    show({ reading: null });
    panel.current?.focus();
  };
  useEscape(panel, () => (reading === null ? onClose() : back()));

  return (
    <div
      ref={panel}
      className="library"
      role="dialog"
      aria-label={t("library.title")}
      tabIndex={-1}
      style={{ width }}
    >
      <header className="library__head">
        <h2>{t("library.title")}</h2>
        {mayRead && (
          <Button icon={<FileUp size={16} />} className="button--small" onClick={() => setImporting(true)}>
            {t("library.import")}
          </Button>
        )}
        {me.data?.role === "owner" && (
          <IconButton label={t("privacy.title")} onClick={() => onPrivacy()}>
            <ShieldCheck size={18} />
          </IconButton>
        )}
        <IconButton label={t("library.close")} onClick={onClose}>
          <X size={18} />
        </IconButton>
      </header>
      {state === "offline" && <Notice>{t("library.offline")}</Notice>}
      {!mayRead ? (
        <Notice>{t("library.noRights")}</Notice>
      ) : reading === null ? (
        <Shelves />
      ) : (
        <Reading contactId={reading} onBack={back} onPerson={me.data?.role === "owner" ? onPrivacy : null} />
      )}
      <div
        className="library__edge"
        role="separator"
        aria-orientation="vertical"
        aria-label={t("library.width")}
        aria-valuenow={width}
        aria-valuemin={PANEL.min}
        aria-valuemax={PANEL.max}
        tabIndex={0}
        {...handle}
      />
      {importing && (
        <Suspense fallback={null}>
          <ImportWizard onClose={() => setImporting(false)} />
        </Suspense>
      )}
    </div>
  );
}

function Shelves() {
  const { t } = useTranslation();
  const tab = useLibraryView((view) => view.tab);
  return (
    <Tabs
      className="library__tabs"
      selectedKey={tab}
      onSelectionChange={(key) => {
        const chosen = TABS.find((one) => one === key);
        if (chosen) show({ tab: chosen });
      }}
    >
      <TabList className="tabs" aria-label={t("library.title")}>
        {TABS.map((one) => (
          <Tab key={one} id={one} className="tabs__one">
            {t(`library.tabs.${one}`)}
          </Tab>
        ))}
      </TabList>
      {TABS.map((one) => {
        const List = LISTS[one];
        return (
          <TabPanel key={one} id={one} className="library__list">
            <Suspense fallback={null}>
              <List />
            </Suspense>
          </TabPanel>
        );
      })}
    </Tabs>
  );
}

/** Opening moves the focus into the panel; closing gives it back to where it was. */
function useFocusHere(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement;
    const element = panel.current;
    (element?.querySelector<HTMLElement>('input[type="search"]') ?? element)?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [panel]);
}
