import { create } from "zustand";

/** Whether this window keeps back what customers said, because everybody first draws what they believe. */
const useKept = create<{ unheard: boolean }>(() => ({ unheard: false }));

export function setUnheard(unheard: boolean): void {
  useKept.setState({ unheard });
}

export function useUnheard(): boolean {
  return useKept(({ unheard }) => unheard);
}
