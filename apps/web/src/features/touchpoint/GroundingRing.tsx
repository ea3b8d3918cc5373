import type { GroundingLevel } from "@polku/journey";
import type { ReactNode } from "react";

/** Pencil to ink: nothing, a trace, half, full; split where people disagree. The shape tells the level without colour. */
const SHAPES: Readonly<Record<GroundingLevel, ReactNode>> = {
  assumption: <circle cx="8" cy="8" r="6" className="ring__pencil" />,
  anecdotal: (
    <>
      <circle cx="8" cy="8" r="6" className="ring__line" />
      <path d="M8 2a6 6 0 0 1 6 6H8z" className="ring__fill" />
    </>
  ),
  supported: (
    <>
      <circle cx="8" cy="8" r="6" className="ring__line" />
      <path d="M8 2a6 6 0 0 1 0 12z" className="ring__fill" />
    </>
  ),
  triangulated: <circle cx="8" cy="8" r="6.75" className="ring__fill" />,
  contested: (
    <>
      <path d="M7 2.1a6 6 0 0 0 0 11.8z" className="ring__fill" />
      <path d="M9 2.1a6 6 0 0 1 0 11.8" className="ring__line" />
    </>
  ),
};

export function GroundingRing({ level }: { readonly level: GroundingLevel }) {
  return (
    <svg className="ring" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[level]}
    </svg>
  );
}
