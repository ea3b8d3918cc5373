import { useCallback, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import {
  useContactCount,
  useContacts,
  useTriage,
  type ContactEntry,
  type TriageState,
} from "../../api/contacts.ts";
import { useSources, type SourceEntry } from "../../api/sources.ts";
import { useSession } from "../../session/SessionContext.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { ContactFacts } from "./ContactFacts.tsx";
import { excerptOf, hitMarks } from "./excerpt.ts";
import { show, useLibraryView } from "./libraryView.ts";
import { PagedList } from "./PagedList.tsx";
import { MarkedText } from "./reading/MarkedText.tsx";
import { filtersUsed, filterWords } from "./search/filters.ts";
import { REST } from "./search/SearchBox.tsx";
import { SearchHead } from "./search/SearchHead.tsx";
import { sortOf } from "./search/sorting.ts";
import { Trouble } from "./Trouble.tsx";
import { useSettled } from "./useSettled.ts";

/** Everything customers said: searched as one types, filtered, and endless. */
export function ContactList() {
  const { t } = useTranslation();
  const { journeyId } = useSession();
  const view = useLibraryView();
  const { data: sources = [] } = useSources();
  const settled = useSettled(view.q.trim(), REST);
  const filters = filterWords(view);
  if (view.touchpoint !== null) filters["journey"] = journeyId;
  const search = { q: settled, sort: sortOf({ ...view, q: settled }), filters };
  const found = useContacts(search);
  const count = useContactCount(search, found.hasNextPage && !found.isPlaceholderData);
  const { fetchNextPage, isFetchingNextPage } = found;
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const isSearched = settled !== "" || filtersUsed(view).length > 0;

  return (
    <>
      <SearchHead sources={sources}>
        <Count
          shown={items.length}
          hasMore={found.hasNextPage}
          count={count.data ?? undefined}
          looking={found.isPlaceholderData}
          searched={isSearched}
          exact={settled === ""}
        />
      </SearchHead>
      {found.error && <Trouble error={found.error} again={() => void found.refetch()} />}
      {found.isPending && !found.error && <Waiting words={t("ui.opening")} />}
      {found.isSuccess && items.length === 0 && <Nothing searched={isSearched} />}
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
      {items.length > 0 && <p className="library__keys">{t("search.keys")}</p>}
    </>
  );
}

type CountProps = {
  readonly shown: number;
  readonly hasMore: boolean;
  /** What the index proposes, counted up to 1,000 and one more. */
  readonly count: number | undefined;
  /** The rows on the screen still answer the search before. */
  readonly looking: boolean;
  readonly searched: boolean;
  /** Without words every proposal is a hit. */
  readonly exact: boolean;
};

const MOST_COUNTED = 1000;

/** How many there are; past a thousand only that there are more. */
function Count({ shown, hasMore, count, looking, searched, exact }: CountProps) {
  const { t } = useTranslation();
  const whole = (n: number): string => t(searched ? "library.found" : "library.all", { count: n });
  const words = hasMore
    ? count === undefined
      ? t("library.foundMore", { count: shown })
      : count > MOST_COUNTED
        ? t("search.over", { count: MOST_COUNTED })
        : exact
          ? whole(count)
          : t("search.about", { count })
    : whole(shown);
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

/** While a row has the focus: read or not, set aside or not. */
const TRIAGE_KEYS: Readonly<Record<string, TriageState>> = { r: "read", x: "aside" };

type RowProps = { readonly contact: ContactEntry; readonly source: SourceEntry | undefined };

function ContactRow({ contact, source }: RowProps) {
  const { t } = useTranslation();
  const { id, text, marks, lang, triage: state } = contact;
  const triage = useTriage();
  const part = excerptOf(text, marks);
  const say = (next: TriageState): void => triage.mutate({ ids: [id], state: next });
  const press = (event: KeyboardEvent): void => {
    const next = event.ctrlKey || event.metaKey || event.altKey ? undefined : TRIAGE_KEYS[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    say(state === next ? "unread" : next);
  };
  return (
    <button
      type="button"
      className="contact"
      data-triage={state}
      onKeyDown={press}
      onClick={() => {
        show({ reading: id, hits: marks });
        if (state === "unread") say("read");
      }}
    >
      <span className="contact__state">{t(`search.states.${state}`)}</span>
      <span className="contact__words" lang={lang || undefined}>
        {part.start > 0 && "… "}
        {text === "" ? (
          t("sound.withoutWords")
        ) : (
          <MarkedText text={text} whole={part} marks={hitMarks(marks)} />
        )}
        {part.end < text.length && " …"}
      </span>
      <ContactFacts contact={contact} source={source} />
    </button>
  );
}
