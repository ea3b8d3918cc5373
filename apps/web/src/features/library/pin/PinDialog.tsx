import { useState } from "react";
import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Quote } from "../../../api/quotes.ts";
import { useJourney } from "../../../session/SessionContext.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { useTakesFocus } from "../../../ui/useTakesFocus.ts";
import { fits, pinPlaces } from "./places.ts";
import { usePin } from "./usePin.ts";

type Props = {
  readonly quotes: readonly Quote[];
  /** They are pinned: a choice of many need not be kept any longer. */
  readonly onPinned?: () => void;
  readonly onClose: () => void;
};

/** Chooses the touchpoint by its name: type, arrow down, Enter. */
export function PinDialog({ quotes, onPinned, onClose }: Props) {
  const { t } = useTranslation();
  const view = useJourney((whole) => whole);
  const [search, setSearch] = useState("");
  const pin = usePin();
  const box = useTakesFocus<HTMLInputElement>();
  const places = pinPlaces(view);
  const shown = places.filter((place) => fits(place, search.trim()));
  const isHere = (id: string): boolean =>
    quotes.every((quote) => view.touchpoints.get(id)?.pins.some(({ quoteId }) => quoteId === quote.id));

  return (
    <Dialog title={t("coding.pinTitle", { count: quotes.length })} onClose={onClose}>
      {quotes.length === 1 && <blockquote className="making__words">{quotes[0]?.text}</blockquote>}
      <Autocomplete inputValue={search} onInputChange={setSearch}>
        <SearchField className="field pin__search">
          <Label className="field__label">{t("library.pin.search")}</Label>
          <Input ref={box} className="input" />
        </SearchField>
        <ListBox
          className="pin__places"
          aria-label={t("library.pin.title")}
          items={shown}
          selectionMode="none"
          onAction={(id) => {
            pin(quotes, String(id));
            onPinned?.();
            onClose();
          }}
          renderEmptyState={() => <p className="pin__nothing">{t("library.pin.nothing")}</p>}
        >
          {(place) => (
            <ListBoxItem id={place.id} className="pin__place" textValue={`${place.title} ${place.where}`}>
              <span className="pin__title">{place.title || t("touchpoint.untitled")}</span>
              <span className="pin__where">
                {place.where}
                {isHere(place.id) && ` · ${t("library.pin.already")}`}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </Dialog>
  );
}
