import { render, screen } from "@testing-library/react";
import { Suspense } from "react";
import { expect, test, vi } from "vitest";
import { pageInItsFile } from "./pageInItsFile.tsx";

function Named({ name }: { readonly name: string }) {
  return <p>{name}</p>;
}

test("a page fetched ahead is shown at once, without a placeholder", async () => {
  const { Page, ahead } = pageInItsFile(() => Promise.resolve({ default: Named }));
  await ahead();
  render(
    <Suspense fallback="placeholder">
      <Page name="journeys" />
    </Suspense>,
  );
  expect(screen.getByText("journeys")).toBeDefined();
  expect(screen.queryByText("placeholder")).toBeNull();
});

test("a page that could not be fetched ahead is asked for again when it is shown", async () => {
  const load = vi
    .fn<() => Promise<{ default: typeof Named }>>()
    .mockRejectedValueOnce(new Error("no network"))
    .mockResolvedValue({ default: Named });
  const { Page, ahead } = pageInItsFile(load);
  await ahead();
  render(
    <Suspense fallback="placeholder">
      <Page name="journeys" />
    </Suspense>,
  );
  expect(await screen.findByText("journeys")).toBeDefined();
  expect(load).toHaveBeenCalledTimes(2);
});
