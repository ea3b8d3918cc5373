import { editText } from "@polku/journey";
import { ArrowLeft, Redo2, Undo2 } from "lucide-react";
import { useSyncExternalStore, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useCanEdit, useCommand, useJourney, useSession } from "../../session/SessionContext.tsx";
import type { Step } from "../../session/step.ts";
import { IconButton } from "../../ui/Button.tsx";
import { SharedText } from "../../ui/SharedText.tsx";
import { ConnectionState } from "./ConnectionState.tsx";
import { People } from "./People.tsx";
import "./topbar.css";

type Props = {
  /** What is set once, behind everything else. */
  readonly settings: ReactNode;
  readonly children: ReactNode;
};

/** The bar over the map: whose journey, is it saved, who is here, and what can be done with the whole. */
export function TopBar({ settings, children }: Props) {
  const { t } = useTranslation();
  const canEdit = useCanEdit();
  const run = useCommand();
  const meta = useJourney((view) => view.meta);
  return (
    <header className="topbar">
      <Link
        className="button button--quiet button--icon"
        href="/"
        aria-label={t("topbar.home")}
        title={t("topbar.home")}
      >
        <ArrowLeft size={18} />
      </Link>
      <h1 className="topbar__title">
        <SharedText
          className="topbar__name"
          label={t("journey.name")}
          placeholder={t("journey.untitled")}
          readOnly={!canEdit}
          value={meta.title}
          onEdit={(text) => run(editText, { on: "meta", key: "title", text })}
        />
      </h1>
      {meta.sample && (
        <span className="chip topbar__sample" title={meta.notice ?? undefined}>
          {t("journey.sample")}
        </span>
      )}
      {!canEdit && <span className="chip">{t("journey.readOnly")}</span>}
      <ConnectionState />
      <Undo />
      <span className="topbar__space" />
      <People />
      {children}
      {settings}
    </header>
  );
}

function Undo() {
  const { t } = useTranslation();
  const { undo } = useSession();
  const canUndo = useSyncExternalStore(undo.subscribe, undo.canUndo);
  const canRedo = useSyncExternalStore(undo.subscribe, undo.canRedo);
  const canEdit = useCanEdit();
  const back = useSyncExternalStore(undo.subscribe, undo.undoName);
  const forth = useSyncExternalStore(undo.subscribe, undo.redoName);
  const called = ({ deed, title, count }: Step): string =>
    count !== undefined
      ? t("hands.stepMany", { step: t(`hands.stepBare.${deed}`), count })
      : title
        ? t(`hands.step.${deed}`, { title })
        : t(`hands.stepBare.${deed}`);
  if (!canEdit) return null;
  return (
    <span className="topbar__undo">
      <IconButton
        label={back ? t("hands.undo", { step: called(back) }) : t("topbar.undo")}
        disabled={!canUndo}
        onClick={() => undo.undo()}
      >
        <Undo2 size={18} />
      </IconButton>
      <IconButton
        label={forth ? t("hands.redo", { step: called(forth) }) : t("topbar.redo")}
        disabled={!canRedo}
        onClick={() => undo.redo()}
      >
        <Redo2 size={18} />
      </IconButton>
    </span>
  );
}
