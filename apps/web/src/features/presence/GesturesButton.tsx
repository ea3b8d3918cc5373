import { REACTIONS } from "@polku/protocol";
import { Eye, EyeOff, Pointer, Smile } from "lucide-react";
import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../session/SessionContext.tsx";
import { IconButton } from "../../ui/Button.tsx";
import { useEscape } from "../../ui/useEscape.ts";
import { Reactions } from "./Reactions.tsx";
import { useGestureKeys } from "./useGestureKeys.ts";
import "./presence.css";

/** ms for which said words stay beside the cursor */
const SAID_FOR = 6_000;

/** What one shows of oneself beside the map: a reaction, a few words at the cursor, a laser pointer, or nothing at all. */
export default function GesturesButton() {
  const { t } = useTranslation();
  const { presence } = useSession();
  const [open, setOpen] = useState(false);
  const points = useSyncExternalStore(presence.subscribe, presence.isPointing);
  const hidden = useSyncExternalStore(presence.subscribe, presence.isHidden);
  useGestureKeys({ say: () => setOpen(true), point: presence.point });
  return (
    <span className="gestures">
      <IconButton label={t("room.tools")} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Smile size={18} />
      </IconButton>
      {open && (
        <Sheet onClose={() => setOpen(false)}>
          <IconButton label={t("room.point")} aria-pressed={points} onClick={() => presence.point(!points)}>
            <Pointer size={18} />
          </IconButton>
          <IconButton
            label={t(hidden ? "room.show" : "room.hide")}
            aria-pressed={hidden}
            onClick={() => presence.hide(!hidden)}
          >
            {hidden ? <EyeOff size={18} /> : <Eye size={18} />}
          </IconButton>
        </Sheet>
      )}
      <Reactions />
    </span>
  );
}

function Sheet({ onClose, children }: { readonly onClose: () => void; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { presence } = useSession();
  const sheet = useRef<HTMLDivElement>(null);
  useEscape(sheet, onClose);
  return (
    <div ref={sheet} className="gestures__sheet" role="group" aria-label={t("room.tools")}>
      <div className="gestures__row" role="group" aria-label={t("room.react")}>
        {REACTIONS.map((emoji) => (
          <button
            key={emoji}
            type="button"
            className="gestures__emoji"
            aria-label={t("room.reactWith", { emoji })}
            onClick={() => presence.react(emoji)}
          >
            {emoji}
          </button>
        ))}
      </div>
      <CursorWords onDone={onClose} />
      <div className="gestures__row">{children}</div>
    </div>
  );
}

function CursorWords({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { presence } = useSession();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <label className="gestures__say">
      <span className="field__label">{t("room.say")}</span>
      <input
        ref={field}
        className="input"
        maxLength={80}
        onChange={(event) => presence.say(event.target.value || null)}
        onKeyDown={(event) => {
          if (event.key === "Escape") presence.say(null);
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          setTimeout(() => presence.say(null), SAID_FOR);
          onDone();
        }}
      />
      <span className="field__hint">{t("room.saySend")}</span>
    </label>
  );
}
