import { afterEach, expect, test, vi } from "vitest";
import { patiently } from "./patiently.ts";

const network = vi.spyOn(navigator, "onLine", "get");
afterEach(() => {
  network.mockReset();
  vi.useRealTimers();
});

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

test("a network that came back is given time to settle, and then a failure is a failure", async () => {
  vi.useFakeTimers();
  network.mockReturnValueOnce(false).mockReturnValue(true);
  const dropped = new TypeError("the network changed");
  const load = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new TypeError("no network"))
    .mockRejectedValueOnce(dropped)
    .mockRejectedValueOnce(dropped)
    .mockResolvedValueOnce("part");
  const part = patiently(load);
  await vi.advanceTimersByTimeAsync(1_250);
  await expect(part).resolves.toBe("part");

  network.mockReturnValueOnce(false).mockReturnValue(true);
  const gone = new TypeError("404");
  const missing = expect(patiently(() => Promise.reject(gone))).rejects.toBe(gone);
  await vi.advanceTimersByTimeAsync(4_250);
  await missing;
});
