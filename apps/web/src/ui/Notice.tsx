import type { ReactNode } from "react";

/** A sentence that matters now: something to know, or something that went wrong and what to do. */
export function Notice({ problem, children }: { readonly problem?: boolean; readonly children: ReactNode }) {
  return (
    <div className={problem ? "notice notice--problem" : "notice"} role={problem ? "alert" : "status"}>
      <div>{children}</div>
    </div>
  );
}
