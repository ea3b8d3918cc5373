import { create } from "zustand";

/** Where this window was brought by whoever leads; `at` tells one bringing from the next. With `hold` the map stays there. */
type Brought = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly hold: boolean;
  readonly at: number;
};

const usePlace = create<{ brought: Brought | null }>(() => ({ brought: null }));

export function setBrought(brought: Brought | null): void {
  usePlace.setState({ brought });
}

/** Whether whoever leads holds the map where it is. */
export function isHeld(): boolean {
  return usePlace.getState().brought?.hold ?? false;
}

export function useBrought(): Brought | null {
  return usePlace(({ brought }) => brought);
}
