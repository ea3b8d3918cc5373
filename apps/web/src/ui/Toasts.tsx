import { create } from "zustand";

type Toast = { readonly id: number; readonly words: string; readonly look: "plain" | "problem" };

const useToasts = create<{ toasts: readonly Toast[] }>(() => ({ toasts: [] }));

/** How long a sentence stays (ms): long enough to read twice. */
const STAYS = 6_000;
let last = 0;

/** Says something that needs no answer: it is read out, and goes by itself. */
export function tell(words: string, look: Toast["look"] = "plain"): void {
  last += 1;
  const toast = { id: last, words, look };
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), toast] }));
  setTimeout(
    () => useToasts.setState(({ toasts }) => ({ toasts: toasts.filter(({ id }) => id !== toast.id) })),
    STAYS,
  );
}

/** Where the sentences appear. */
export function Toasts() {
  const toasts = useToasts((state) => state.toasts);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map(({ id, words, look }) => (
        <p key={id} className={look === "problem" ? "toast toast--problem" : "toast"}>
          {words}
        </p>
      ))}
    </div>
  );
}
