import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { LanguagePicker } from "../ui/LanguagePicker.tsx";
import { ThemePicker } from "../ui/ThemePicker.tsx";
import "./journey.css";
import "../features/topbar/topbar.css";

type Props = {
  readonly title: string;
  /** The way back to the map: what it says, and where it leads. */
  readonly back: string;
  readonly href: string;
  /** What stands beside the title. */
  readonly children?: ReactNode;
};

/** The head of a page that lies beside a map. */
export function BesideTop({ title, back, href, children }: Props) {
  return (
    <header className="topbar">
      <Link className="button button--quiet button--icon" href={href} aria-label={back} title={back}>
        <ArrowLeft size={18} />
      </Link>
      <h1 className="topbar__title">{title}</h1>
      {children}
      <span className="topbar__space" />
      <span className="topbar__both">
        <ThemePicker />
        <LanguagePicker />
      </span>
    </header>
  );
}
