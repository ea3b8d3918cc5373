import { layoutMap } from "@polku/drawing";
import { setTouchpoint } from "@polku/journey";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, test } from "vitest";
import { chooseLanguage, startLanguage } from "../../i18n/language.ts";
import { localSession } from "../../session/testing/localSession.ts";
import { MainTimeGaps } from "./TimeGaps.tsx";

beforeAll(startLanguage);
afterEach(async () => {
  cleanup();
  await chooseLanguage("en");
});

function drawn() {
  const { session } = localSession();
  const [first = "", second = ""] = session.view().path.touchpointIds;
  session.run(setTouchpoint, { touchpointId: first, set: { waitMinutes: 24 } });
  session.run(setTouchpoint, { touchpointId: second, set: { waitMinutes: 3 * 7 * 24 * 60 } });
  const layout = layoutMap(session.view(), { toScale: true });
  return render(<MainTimeGaps layout={layout} brief={false} />).container;
}

test("a wait is a line as long as itself; one that is far longer than the rest is broken, and told in words", () => {
  const container = drawn();
  expect(screen.getByRole("img", { name: "24 minutes until the next" })).toBeTruthy();
  const broken = screen.getByRole("img", { name: "3 weeks until the next, drawn shorter" });
  expect(broken.dataset.broken).toBe("true");
  expect(container.querySelectorAll(".time-gap__cut")).toHaveLength(1);
});

test("time is said in Finnish", async () => {
  await chooseLanguage("fi");
  drawn();
  expect(screen.getByRole("img", { name: "24 minuuttia seuraavaan" })).toBeTruthy();
  expect(screen.getByRole("img", { name: /^Näin pitkä on / })).toBeTruthy();
});
