import { expect, test } from "vitest";
import { cameraOf, sightOf } from "./useFollow.ts";

const laptop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

test("a window that follows one of its size shows the same", () => {
  expect(cameraOf(sightOf([-640, 120, 0.5], laptop), laptop)).toEqual({ x: -640, y: 120, zoom: 0.5 });
});

test("a narrower window shows as much of the map from side to side, around the same middle", () => {
  const sight = sightOf([-300, 50, 1], laptop);
  const camera = cameraOf(sight, phone);
  expect(camera.zoom).toBeCloseTo(390 / 1280);
  const again = sightOf([camera.x, camera.y, camera.zoom], phone);
  expect(Math.abs(again.x - sight.x) + Math.abs(again.y - sight.y)).toBeLessThan(3);
});
