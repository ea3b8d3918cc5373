import { useCallback, useEffect, useState } from "react";
import type { Detail } from "./camera.ts";

/** A level of detail on its way over the map: columns within `reach` of column `from` have it already. */
export type Wave = { readonly detail: Detail; readonly from: number; readonly reach: number };

/** Columns from `first` to before `end`, counted in the layout. */
export type Columns = { readonly first: number; readonly end: number };

/** A change of level takes at most so many frames, and in each at least so many columns on either side. */
const FRAMES = 10;
const STEP = 2;

const covers = ({ from, reach }: Wave, { first, end }: Columns): boolean =>
  from - reach < first && from + reach >= end;

/** What a column is drawn with: the newest wave that has come as far. */
export function detailOf(waves: readonly Wave[], column: number, rest: Detail): Detail {
  return waves.find(({ from, reach }) => Math.abs(column - from) < reach)?.detail ?? rest;
}

/** The waves one frame later; what nobody in sight is drawn with any more is forgotten. */
export function oneFrameOn(waves: readonly Wave[], inSight: Columns): readonly Wave[] {
  const step = Math.max(STEP, Math.ceil((inSight.end - inSight.first) / 2 / FRAMES));
  const next = waves.map((wave) => (covers(wave, inSight) ? wave : { ...wave, reach: wave.reach + step }));
  const whole = next.findIndex((wave) => covers(wave, inSight));
  return whole === -1 ? next : next.slice(0, whole + 1);
}

type Passing = { readonly detail: Detail; readonly rest: Detail; readonly waves: readonly Wave[] };

/**
 * The level of detail column by column. When the zoom passes a level, the columns change from the middle of the window outwards, some in
 * each frame: changed all at once, they are the one long frame that a hand feels. `atOnce` until there is a first look to change.
 */
export function useDetailOfColumn(
  detail: Detail,
  { first, end }: Columns,
  atOnce: boolean,
): (column: number) => Detail {
  const [passing, setPassing] = useState<Passing>({ detail, rest: detail, waves: [] });
  if (passing.detail !== detail) {
    const wave = { detail, from: Math.floor((first + end) / 2), reach: STEP };
    setPassing(
      atOnce
        ? { detail, rest: detail, waves: [] }
        : { detail, rest: passing.rest, waves: [wave, ...passing.waves] },
    );
  }
  const { waves, rest } = passing;
  useEffect(() => {
    if (waves.length === 0) return;
    const frame = requestAnimationFrame(() =>
      setPassing((now) => {
        const next = oneFrameOn(now.waves, { first, end });
        const [newest] = next;
        return newest && next.length === 1 && covers(newest, { first, end })
          ? { ...now, rest: newest.detail, waves: [] }
          : { ...now, waves: next };
      }),
    );
    return () => cancelAnimationFrame(frame);
  }, [waves, first, end]);
  return useCallback((column) => detailOf(waves, column, rest), [waves, rest]);
}
