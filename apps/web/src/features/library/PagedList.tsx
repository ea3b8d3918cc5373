import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

type Props<T> = {
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** Height of a row before it has been measured (px). */
  readonly usual: number;
  readonly hasMore: boolean;
  readonly onMore: () => void;
  readonly children: (item: T) => ReactNode;
};

/** A list of any length of which only what is seen is drawn; at its end it asks for more. Arrow keys go from row to row. */
export function PagedList<T>({ label, items, keyOf, usual, hasMore, onMore, children }: Props<T>) {
  const { t } = useTranslation();
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => usual,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    overscan: 6,
  });
  const rows = virtual.getVirtualItems();
  const last = rows.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasMore && last >= items.length - 10) onMore();
  }, [hasMore, last, items.length, onMore]);

  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const row = (event.target as HTMLElement).closest<HTMLElement>("[data-index]");
    if (
      by === undefined ||
      !row ||
      (event.target as HTMLElement).closest("input, select, textarea, fieldset")
    )
      return;
    const next = Number(row.dataset.index) + by;
    if (next < 0 || next >= items.length) return;
    event.preventDefault();
    virtual.scrollToIndex(next, { align: "auto" });
    scroll.current?.querySelector<HTMLElement>(`[data-index="${next}"] button`)?.focus();
  };

  return (
    <div ref={scroll} className="paged" role="group" aria-label={label} onKeyDown={press}>
      <div className="paged__whole" role="list" style={{ height: virtual.getTotalSize() }}>
        {rows.map(({ key, index, start }) => {
          const item = items[index];
          return (
            item !== undefined && (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className="paged__row"
                role="listitem"
                aria-setsize={hasMore ? -1 : items.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                {children(item)}
              </div>
            )
          );
        })}
      </div>
      {hasMore && (
        <p className="paged__more" role="status">
          {t("library.more")}
        </p>
      )}
    </div>
  );
}
