import { CHANNELS, CONTACT_KINDS, setTouchpoints, type TouchpointView } from "@polku/journey";
import { Trash2, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { deleteHandful, handful, idsOf } from "../../session/handful.ts";
import {
  useAttention,
  useAttentionStore,
  useCanEdit,
  useJourney,
  useSession,
} from "../../session/SessionContext.tsx";
import { Button, IconButton } from "../../ui/Button.tsx";
import { SelectField } from "../../ui/Field.tsx";
import { useOpenPanel } from "../../ui/useOpenPanel.ts";
import "./inspector.css";

/** What can be done with everything in hand at once, and how many things that are. */
export default function ManyInHand() {
  const { t } = useTranslation();
  const session = useSession();
  const attention = useAttentionStore();
  const canEdit = useCanEdit();
  useAttention(({ gathered }) => gathered);
  const touchpoints = useJourney((view) => view.touchpoints);
  const things = handful(session);
  const kind = things[0]?.kind;
  useOpenPanel("inspector-short", kind !== undefined);
  if (kind === undefined) return null;
  const cards = idsOf(things, "touchpoint").flatMap((id) => touchpoints.get(id) ?? []);
  return (
    <aside
      className="inspector inspector--short"
      aria-label={t(`hands.many.${kind}`, { count: things.length })}
    >
      <div className="inspector__head">
        <h2 className="inspector__kind" role="status">
          {t(`hands.many.${kind}`, { count: things.length })}
        </h2>
        <IconButton label={t("hands.many.letGo")} onClick={() => attention.select(null)}>
          <X size={18} />
        </IconButton>
      </div>
      {canEdit && cards.length > 0 && <SharedFacts touchpoints={cards} />}
      {canEdit && (
        <>
          <Button look="danger" icon={<Trash2 size={16} />} onClick={() => deleteHandful(session)}>
            {t(kind === "cell" ? "hands.many.emptyCells" : "hands.deeds.delete")}
          </Button>
          <p className="field__hint">{t("hands.many.keys")}</p>
        </>
      )}
    </aside>
  );
}

type Attributes = Parameters<typeof setTouchpoints.run>[1]["set"];

/** What all of them have in common; choosing makes them alike. */
function SharedFacts({ touchpoints }: { readonly touchpoints: readonly TouchpointView[] }) {
  const { t } = useTranslation();
  const session = useSession();
  const set = (attributes: Attributes): void => {
    session.undo.beginStep();
    session.run(setTouchpoints, { touchpointIds: touchpoints.map(({ id }) => id), set: attributes });
  };
  /** The value they share; empty when they differ. */
  const shared = <T extends string>(of: (one: TouchpointView) => T): T | "" => {
    const values = new Set(touchpoints.map(of));
    const [only] = values;
    return values.size === 1 && only !== undefined ? only : "";
  };
  const choice = <T extends string>(
    label: string,
    of: (one: TouchpointView) => T,
    options: readonly { readonly value: T; readonly label: string }[],
    choose: (value: T) => void,
  ) => {
    const value = shared(of);
    const different = value === "" ? [{ value: "" as const, label: t("hands.many.different") }] : [];
    return (
      <SelectField<T | "">
        label={label}
        value={value}
        options={[...different, ...options]}
        onChange={(next) => next !== "" && choose(next)}
      />
    );
  };
  return (
    <div className="inspector__pair">
      {choice(
        t("touchpoint.channel"),
        ({ channel }) => channel,
        CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) })),
        (channel) => set({ channel }),
      )}
      {choice(
        t("touchpoint.contactKind"),
        ({ contactKind }) => contactKind,
        CONTACT_KINDS.map((value) => ({ value, label: t(`contact.${value}`) })),
        (contactKind) => set({ contactKind }),
      )}
      {choice(
        t("hands.many.officialness"),
        ({ official }) => (official ? "official" : "unofficial"),
        (["official", "unofficial"] as const).map((value) => ({ value, label: t(`hands.many.${value}`) })),
        (value) => set({ official: value === "official" }),
      )}
      {choice(
        t("hands.many.mot"),
        ({ mot }) => (mot ? "yes" : "no"),
        (["yes", "no"] as const).map((value) => ({ value, label: t(`hands.many.${value}`) })),
        (value) => set({ mot: value === "yes" }),
      )}
    </div>
  );
}
