import { useId, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { ScrollRegion } from "../../ui/ScrollRegion.tsx";
import { usePrinting } from "./usePrinting.ts";

/** A row of a chart: what it draws, and the same in the cells of the table. The first cell names the row. */
export type ChartRow = {
  readonly key: string;
  readonly drawn: ReactNode;
  readonly cells: readonly ReactNode[];
};

type Props = {
  /** What the chart answers. */
  readonly question: string;
  readonly answer: ReactNode;
  /** The formula in words. */
  readonly how: string;
  readonly head: readonly string[];
  readonly rows: readonly ChartRow[];
  readonly legend?: ReactNode;
};

/** More rows than these are shown when asked for. */
const AT_FIRST = 8;

/** One question about the evidence: its answer in a sentence, the numbers drawn or as a table, and how they are counted. */
export function Chart({ question, answer, how, head, rows, legend }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const [all, setAll] = useState(false);
  // Paper cannot be asked for more.
  const whole = usePrinting() !== null || all;
  const shown = whole ? rows : rows.slice(0, AT_FIRST);
  return (
    <section className="chart" aria-labelledby={id}>
      <header className="chart__head">
        <h2 id={id}>{question}</h2>
        {rows.length > 0 && (
          <Button
            look="quiet"
            className="button--small chart__toggle"
            aria-label={`${t(asTable ? "health.asChart" : "health.asTable")}: ${question}`}
            onClick={() => setAsTable((was) => !was)}
          >
            {t(asTable ? "health.chart" : "health.table")}
          </Button>
        )}
      </header>
      <p className="chart__answer">{answer}</p>
      {!asTable && legend}
      {rows.length === 0 ? null : asTable ? (
        <ScrollRegion label={question} className="chart__table">
          <table>
            <caption className="visually-hidden">{question}</caption>
            <thead>
              <tr>
                {head.map((one) => (
                  <th key={one} scope="col">
                    {one}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, cells: [name, ...cells] }) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  {cells.map((cell, index) => (
                    <td key={head[index + 1] ?? index}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      ) : (
        <ul className="chart__rows">
          {shown.map(({ key, drawn }) => (
            <li key={key} className="chart__row">
              {drawn}
            </li>
          ))}
        </ul>
      )}
      {!asTable && rows.length > AT_FIRST && !whole && (
        <Button look="quiet" className="button--small chart__all" onClick={() => setAll(true)}>
          {t("health.all", { count: rows.length })}
        </Button>
      )}
      <details className="chart__how">
        <summary>{t("health.how")}</summary>
        <p>{how}</p>
      </details>
    </section>
  );
}

/** Lengths along one line, each of the whole; the words beside it tell the same. */
export function Bar({
  parts,
  of,
}: {
  readonly parts: readonly { readonly look: string; readonly n: number }[];
  readonly of: number;
}) {
  return (
    <span className="bar" aria-hidden="true">
      {parts.map(({ look, n }) => (
        <span
          key={look}
          className={`bar__part bar__part--${look}`}
          style={{ width: `${of === 0 ? 0 : (100 * n) / of}%` }}
        />
      ))}
    </span>
  );
}

/** Points on the scale −2 … +2: filled is heard, hollow is drawn. */
export function Scale({ heard, drawn }: { readonly heard: number | null; readonly drawn: number | null }) {
  const at = (v: number): number => 50 + v * 23;
  return (
    <svg className="scale" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
      <line x1="4" x2="96" y1="7" y2="7" className="scale__line" />
      <line x1="50" x2="50" y1="2" y2="12" className="scale__line" />
      {heard !== null && drawn !== null && (
        <line x1={at(heard)} x2={at(drawn)} y1="7" y2="7" className="scale__gap" />
      )}
      {drawn !== null && <rect x={at(drawn) - 1.2} y="2.5" width="2.4" height="9" className="scale__drawn" />}
      {heard !== null && <rect x={at(heard) - 1.2} y="2.5" width="2.4" height="9" className="scale__heard" />}
    </svg>
  );
}
