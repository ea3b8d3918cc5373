import { create } from "zustand";

/** Whether this window walks the journey as a customer does: one moment after the other, over the whole screen. */
const useWalk = create<{ walks: boolean }>(() => ({ walks: false }));

export function setWalking(walks: boolean): void {
  useWalk.setState({ walks });
}

export function useWalking(): boolean {
  return useWalk(({ walks }) => walks);
}
