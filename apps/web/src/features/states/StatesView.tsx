import { ZoomIn, ZoomOut } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Pair } from "../../api/states.ts";
import type { JourneyEntry } from "../../api/journeys.ts";
import { currentLanguage } from "../../i18n/language.ts";
import { IconButton } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useIsDark } from "../../ui/useIsDark.ts";
import { Waiting } from "../../ui/Waiting.tsx";
import { scrollTogether } from "./scrollTogether.ts";
import "./states.css";

const SIZES = [0.25, 0.4, 0.6, 0.8, 1] as const;
const USUAL = 2;

/** A journey as it is and as it shall be, side by side and scrolled as one; `children` say in words what differs. */
export function StatesView({ current, future, children }: Pair & { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const maps = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState(USUAL);
  useEffect(() => {
    const boxes = maps.current?.querySelectorAll<HTMLElement>(".state__map") ?? [];
    return scrollTogether([...boxes]);
  }, []);
  const scale = SIZES[size] ?? 1;
  return (
    <>
      <div className="states__maps" ref={maps}>
        <State of="current" journey={current} scale={scale} />
        <State of="future" journey={future} scale={scale} />
        <div className="states__size">
          <IconButton label={t("states.smaller")} disabled={size === 0} onClick={() => setSize(size - 1)}>
            <ZoomOut size={18} />
          </IconButton>
          <IconButton
            label={t("states.larger")}
            disabled={size === SIZES.length - 1}
            onClick={() => setSize(size + 1)}
          >
            <ZoomIn size={18} />
          </IconButton>
        </div>
      </div>
      <section className="states__words" aria-labelledby="states-differ">
        <h2 id="states-differ">{t("states.differ")}</h2>
        <p className="states__hint">{t("states.leftOut")}</p>
        {children}
      </section>
    </>
  );
}

type StateProps = {
  readonly of: "current" | "future";
  readonly journey: JourneyEntry;
  readonly scale: number;
};

/** One state, painted as its export is. */
function State({ of, journey, scale }: StateProps) {
  const { t } = useTranslation();
  const isDark = useIsDark();
  const [width, setWidth] = useState<number>();
  const [isMissing, setMissing] = useState(false);
  const name = journey.title || t("journey.untitled");
  const asked = new URLSearchParams({
    format: "svg",
    theme: isDark ? "dark" : "light",
    lang: currentLanguage(),
    v: journey.changedAt,
  });
  return (
    <section className="state" aria-label={t(`states.${of}`)}>
      <h2 className="state__head">
        <span className="chip">{t(`states.${of}`)}</span>
        <Link href={`/j/${journey.id}`}>{name}</Link>
      </h2>
      {/* oxlint-disable-next-line no-noninteractive-tabindex -- What scrolls must be in reach of the keyboard (WCAG 2.1.1). */}
      <div className="state__map" tabIndex={0} role="region" aria-label={t("states.map", { name })}>
        {isMissing && <Notice problem>{t("states.noPicture")}</Notice>}
        {width === undefined && !isMissing && <Waiting words={t("ui.opening")} />}
        <img
          hidden={width === undefined}
          src={`/api/v1/journeys/${journey.id}/export?${asked.toString()}`}
          alt={t("states.picture", { name })}
          style={width === undefined ? undefined : { width: width * scale }}
          onLoad={({ currentTarget }) => setWidth(currentTarget.naturalWidth)}
          onError={() => setMissing(true)}
        />
      </div>
    </section>
  );
}
