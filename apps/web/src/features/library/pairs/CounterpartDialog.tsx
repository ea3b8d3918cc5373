import { useState } from "react";
import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { useCounterparts, useJoinQuotes } from "../../../api/quotePairs.ts";
import type { Quote } from "../../../api/quotes.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Checkbox } from "../../../ui/Field.tsx";
import { useTakesFocus } from "../../../ui/useTakesFocus.ts";
import { dayWords } from "../ContactFacts.tsx";
import { REST } from "../search/SearchBox.tsx";
import { Trouble } from "../Trouble.tsx";
import { useSettled } from "../useSettled.ts";

type Props = {
  readonly quote: Quote;
  readonly side: "said" | "did";
  /** Ids of what it is joined with already. */
  readonly joined: readonly string[];
  readonly onClose: () => void;
};

/** Chooses what a quote is joined with: of the same person, or on request of anyone. Type, arrow down, Enter. */
export default function CounterpartDialog({ quote, side, joined, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const [search, setSearch] = useState("");
  const [anyone, setAnyone] = useState(false);
  const settled = useSettled(search.trim(), REST);
  const found = useCounterparts(quote.id, anyone, settled);
  const join = useJoinQuotes();
  const box = useTakesFocus<HTMLInputElement>();
  const trouble = found.error ?? join.error;
  const words = search.trim().toLowerCase();
  const items = (found.data ?? []).filter(
    // The server has searched in what anyone said, with the forms of the words; one person's quotes are few.
    ({ id, text }) => !joined.includes(id) && (anyone || text.toLowerCase().includes(words)),
  );
  return (
    <Dialog
      title={t(side === "said" ? "coding.saidDid.findDid" : "coding.saidDid.findSaid")}
      onClose={onClose}
    >
      <blockquote className="making__words">{quote.text || t("coding.saidDid.onlyHeard")}</blockquote>
      <Autocomplete inputValue={search} onInputChange={setSearch}>
        <SearchField className="field pin__search">
          <Label className="field__label">{t("library.searchQuotes")}</Label>
          <Input ref={box} className="input" />
        </SearchField>
        <Checkbox label={t("coding.saidDid.anyone")} checked={anyone} onChange={setAnyone} />
        {trouble && <Trouble error={trouble} />}
        <ListBox
          className="pin__places"
          aria-label={t(side === "said" ? "coding.saidDid.did" : "coding.saidDid.said")}
          items={items}
          selectionMode="none"
          onAction={(id) => join.mutate({ id: quote.id, other: String(id) }, { onSuccess: onClose })}
          renderEmptyState={() => (
            <p className="pin__nothing">
              {found.isPending
                ? t("ui.opening")
                : t(side === "said" ? "coding.saidDid.noDid" : "coding.saidDid.noSaid")}
            </p>
          )}
        >
          {({ id, text, sourceTitle, at }) => (
            <ListBoxItem id={id} className="pin__place" textValue={text || t("coding.saidDid.onlyHeard")}>
              <span className="pin__title">{text || t("coding.saidDid.onlyHeard")}</span>
              <span className="pin__where">
                {[sourceTitle, dayWords(at, i18n.language)].filter(Boolean).join(" · ")}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </Dialog>
  );
}
