import { Search, X } from "lucide-react";
import { useCallback, useRef, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { useContacts, type ContactEntry } from "../../api/contacts.ts";
import { useSources, type SourceEntry } from "../../api/sources.ts";
import { IconButton } from "../../ui/Button.tsx";
import { SelectField } from "../../ui/Field.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { ContactFacts } from "./ContactFacts.tsx";
import { excerptOf, hitMarks } from "./excerpt.ts";
import { show, useLibraryView } from "./libraryView.ts";
import { PagedList } from "./PagedList.tsx";
import { MarkedText } from "./reading/MarkedText.tsx";
import { Trouble } from "./Trouble.tsx";
import { useSettled } from "./useSettled.ts";

/** How long the hand rests before the words are searched (ms). */
export const REST = 140;

type SearchBoxProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLInputElement>(null);
  return (
    <div className="search" role="search">
      <Search size={16} aria-hidden="true" />
      <input
        ref={box}
        type="search"
        className="input"
        aria-label={label}
        placeholder={label}
        value={value}
        maxLength={200}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") {
            event.preventDefault();
            firstRow(box)?.focus();
          } else if (event.key === "Escape" && value !== "") {
            event.stopPropagation();
            onChange("");
          }
        }}
      />
      {value !== "" && (
        <IconButton
          label={t("library.clear")}
          onClick={() => {
            onChange("");
            box.current?.focus();
          }}
        >
          <X size={16} />
        </IconButton>
      )}
    </div>
  );
}

function firstRow(box: RefObject<HTMLElement | null>): HTMLElement | null {
  return box.current?.closest(".library")?.querySelector<HTMLElement>('[data-index="0"] button') ?? null;
}

export function SourceFilter({ sources }: { readonly sources: readonly SourceEntry[] }) {
  const { t } = useTranslation();
  const source = useLibraryView((view) => view.source);
  return (
    <SelectField
      label={t("library.source")}
      value={source ?? ""}
      options={[
        { value: "", label: t("library.everySource") },
        ...sources.map(({ id, title }) => ({ value: id, label: title })),
      ]}
      onChange={(id) => show({ source: id === "" ? null : id })}
    />
  );
}

const ATTACHED = { all: null, yes: true, no: false } as const;
type AttachedChoice = keyof typeof ATTACHED;

/** Everything customers said: searched as one types, filtered, and endless. */
export function ContactList() {
  const { t } = useTranslation();
  const { q, source, attached } = useLibraryView();
  const { data: sources = [] } = useSources();
  const settled = useSettled(q.trim(), REST);
  const found = useContacts({ q: settled, source, attached });
  const { fetchNextPage, isFetchingNextPage } = found;
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const choice: AttachedChoice = attached === null ? "all" : attached ? "yes" : "no";

  return (
    <>
      <div className="library__filters">
        <SearchBox label={t("library.search")} value={q} onChange={(words) => show({ q: words })} />
        <SourceFilter sources={sources} />
        <SelectField
          label={t("library.attached")}
          value={choice}
          options={(["all", "yes", "no"] as const).map((value) => ({
            value,
            label: t(`library.attachedChoices.${value}`),
          }))}
          onChange={(value) => show({ attached: ATTACHED[value] })}
        />
        <Count
          items={items.length}
          hasMore={found.hasNextPage}
          looking={found.isPlaceholderData}
          whole={settled === "" && attached === null ? kept(sources, source) : null}
        />
      </div>
      {found.error && <Trouble error={found.error} again={() => void found.refetch()} />}
      {found.isPending && !found.error && <Waiting words={t("ui.opening")} />}
      {found.isSuccess && items.length === 0 && (
        <Nothing searched={settled !== "" || attached !== null || source !== null} />
      )}
      {items.length > 0 && (
        <PagedList
          label={t("library.tabs.contacts")}
          items={items}
          keyOf={({ id }) => id}
          usual={112}
          hasMore={found.hasNextPage}
          onMore={more}
        >
          {(contact) => (
            <ContactRow contact={contact} source={sources.find(({ id }) => id === contact.sourceId)} />
          )}
        </PagedList>
      )}
    </>
  );
}

function kept(sources: readonly SourceEntry[], source: string | null): number {
  return sources
    .filter(({ id }) => source === null || id === source)
    .reduce((sum, { contacts }) => sum + contacts, 0);
}

type CountProps = {
  readonly items: number;
  readonly hasMore: boolean;
  /** The rows on the screen still answer the search before. */
  readonly looking: boolean;
  readonly whole: number | null;
};

/** How many there are: all of them when nothing is searched, else what was found so far. */
function Count({ items, hasMore, looking, whole }: CountProps) {
  const { t } = useTranslation();
  const found = hasMore ? t("library.foundMore", { count: items }) : t("library.found", { count: items });
  const words = whole === null ? found : t("library.all", { count: whole });
  return (
    <p className="library__count" role="status">
      {looking ? t("library.more") : words}
    </p>
  );
}

function Nothing({ searched }: { readonly searched: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <h3>{t(searched ? "library.nothing" : "library.empty")}</h3>
      <p>{t(searched ? "library.nothingHelp" : "library.emptyHelp")}</p>
    </div>
  );
}

type RowProps = { readonly contact: ContactEntry; readonly source: SourceEntry | undefined };

function ContactRow({ contact, source }: RowProps) {
  const { text, marks, lang } = contact;
  const part = excerptOf(text, marks);
  return (
    <button type="button" className="contact" onClick={() => show({ reading: contact.id, hits: marks })}>
      <span className="contact__words" lang={lang || undefined}>
        {part.start > 0 && "… "}
        <MarkedText text={text} whole={part} marks={hitMarks(marks)} />
        {part.end < text.length && " …"}
      </span>
      <ContactFacts contact={contact} source={source} />
    </button>
  );
}
