import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, test } from "vitest";
import { startLanguage } from "../../i18n/language.ts";
import { Chart } from "./Chart.tsx";

beforeAll(startLanguage);
afterEach(cleanup);

test("paper has every row of a chart, which nobody can ask it for; the screen has the first eight before and after", () => {
  const rows = Array.from({ length: 22 }, (_, n) => ({
    key: String(n),
    drawn: `touchpoint ${n}`,
    cells: [`touchpoint ${n}`],
  }));
  render(<Chart question="Which?" answer="These." how="Counted." head={["Touchpoint"]} rows={rows} />);
  expect(screen.getAllByRole("listitem")).toHaveLength(8);
  act(() => void dispatchEvent(new Event("beforeprint")));
  expect(screen.getAllByRole("listitem")).toHaveLength(22);
  expect(screen.queryByRole("button", { name: /22/ })).toBeNull();
  act(() => void dispatchEvent(new Event("afterprint")));
  expect(screen.getAllByRole("listitem")).toHaveLength(8);
  expect(screen.getByRole("button", { name: /22/ })).toBeDefined();
});
