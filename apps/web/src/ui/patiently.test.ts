import { afterEach, expect, test, vi } from "vitest";
import { patiently } from "./patiently.ts";

const network = vi.spyOn(navigator, "onLine", "get");
afterEach(() => network.mockReset());

test("a part that was asked for without a network comes when the network is back", async () => {
  network.mockReturnValue(false);
  const load = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new TypeError("no network"))
    .mockResolvedValue("part");
  const part = patiently(load);
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1), 20_000);
  network.mockReturnValue(true);
  window.dispatchEvent(new Event("online"));
  await expect(part).resolves.toBe("part");
  expect(load).toHaveBeenCalledTimes(2);
});

test("a part that fails while there is a network has failed", async () => {
  network.mockReturnValue(true);
  const gone = new TypeError("404");
  await expect(patiently(() => Promise.reject(gone))).rejects.toBe(gone);
});

test("a network that came back while the part was being asked for is used at once", async () => {
  network.mockReturnValueOnce(false).mockReturnValue(true);
  const load = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new TypeError("no network"))
    .mockResolvedValue("part");
  await expect(patiently(load)).resolves.toBe("part");
});
