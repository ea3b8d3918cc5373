import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, type ReactNode, type RefObject } from "react";
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
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is handed to a memoised component
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

  useRowKeys(scroll, items.length, virtual.scrollToIndex);

  return (
    <div ref={scroll} className="paged" role="group" aria-label={label}>
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

/** ↑ and ↓ move the focus from row to row, where they are not needed inside one. */
function useRowKeys(
  scroll: RefObject<HTMLElement | null>,
  count: number,
  bringIn: (index: number, how: { align: "auto" }) => void,
): void {
  useEffect(() => {
    const list = scroll.current;
    const press = (event: KeyboardEvent): void => {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (by === undefined || !(event.target instanceof HTMLElement)) return;
      if (event.target.closest("input, select, textarea")) return;
      const next = Number(event.target.closest<HTMLElement>("[data-index]")?.dataset.index) + by;
      if (!(next >= 0 && next < count)) return;
      event.preventDefault();
      bringIn(next, { align: "auto" });
      list?.querySelector<HTMLElement>(`[data-index="${next}"] button`)?.focus();
    };
    list?.addEventListener("keydown", press);
    return () => list?.removeEventListener("keydown", press);
  }, [scroll, count, bringIn]);
}
