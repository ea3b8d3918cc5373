import { create } from "zustand";

/** Whether this window shows the journey alone, without bars and panels: for a wall, or for a look in peace. */
export const usePresenting = create<boolean>()(() => false);

export function setPresenting(presenting: boolean): void {
  usePresenting.setState(presenting, true);
}
