/** So far apart may two windows be before one leaps; below it one runs a little faster or slower. s. */
const leapS = 0.25;
const closeS = 0.03;

/** What a player must do to be where the room is: go there, run at another speed, or nothing. */
export type Step = { readonly leapTo?: number; readonly rate: number };

/** @param own place of this window, @param room place of the room, both in seconds of the clip. */
export function stepTo(own: number, room: number): Step {
  const behind = room - own;
  if (Math.abs(behind) > leapS) return { leapTo: room, rate: 1 };
  if (Math.abs(behind) > closeS) return { rate: behind > 0 ? 1.06 : 0.94 };
  return { rate: 1 };
}
