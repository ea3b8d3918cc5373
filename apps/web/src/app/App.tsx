import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Route, Switch } from "wouter";
import { ApiProblem } from "../api/request.ts";
import { Toasts } from "../ui/Toasts.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { CrashScreen } from "./CrashScreen.tsx";
import { NotFoundPage } from "./NotFoundPage.tsx";
import { pageInItsFile } from "./pageInItsFile.tsx";
import "./pages.css";

const home = pageInItsFile(() => import("./HomePage.tsx"));
const join = pageInItsFile(() => import("./JoinPage.tsx"));
const journey = pageInItsFile(() => import("./JourneyPage.tsx"));
const SignInPage = lazy(() => import("./SignInPage.tsx"));
const AccountPage = lazy(() => import("./AccountPage.tsx"));
const DeletedPage = lazy(() => import("./DeletedPage.tsx"));
const InvitePage = lazy(() => import("./InvitePage.tsx"));
const HistoryPage = lazy(() => import("./HistoryPage.tsx"));
const ParticipantPage = lazy(() => import("./ParticipantPage.tsx"));
const HealthPage = lazy(() => import("./HealthPage.tsx"));
const StatesPage = lazy(() => import("./StatesPage.tsx"));
const SummaryPage = lazy(() => import("./SummaryPage.tsx"));

/** Loads the page that somebody came for, before anything is drawn. */
export async function loadPageOf(pathname: string): Promise<void> {
  if (pathname.startsWith("/j/")) await journey.ahead();
  else if (pathname === "/join") await join.ahead();
  else if (pathname === "/") await home.ahead();
}

/** Loads what a person comes to from any page, once there is nothing else to do. */
export function loadPagesForLater(): Promise<void[]> {
  return Promise.all([home.ahead(), journey.ahead()]);
}

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // A sentence from the server does not change by asking again; a lost network does.
      retry: (count, error) => !(error instanceof ApiProblem) && count < 2,
      refetchOnWindowFocus: false,
    },
  },
});

/** The pages. */
export function App() {
  const { t } = useTranslation();
  return (
    <QueryClientProvider client={client}>
      <CrashScreen title={t("crash.title")} help={t("crash.help")} again={t("crash.again")}>
        <Suspense fallback={<Waiting words={t("ui.opening")} />}>
          <Switch>
            <Route path="/" component={home.Page} />
            <Route path="/sign-in" component={SignInPage} />
            <Route path="/join" component={join.Page} />
            <Route path="/p" component={ParticipantPage} />
            <Route path="/invite" component={InvitePage} />
            <Route path="/deleted" component={DeletedPage} />
            <Route path="/account" component={AccountPage} />
            <Route path="/j/:id/history">{({ id }) => <HistoryPage key={id} id={id} />}</Route>
            <Route path="/j/:id/health">{({ id }) => <HealthPage key={id} id={id} />}</Route>
            <Route path="/j/:id/summary">{({ id }) => <SummaryPage key={id} id={id} />}</Route>
            <Route path="/j/:id/future/:futureId">
              {({ id, futureId }) => <StatesPage key={`${id}/${futureId}`} id={id} futureId={futureId} />}
            </Route>
            <Route path="/j/:id">{({ id }) => <journey.Page key={id} id={id} />}</Route>
            <Route component={NotFoundPage} />
          </Switch>
        </Suspense>
      </CrashScreen>
      <Toasts />
    </QueryClientProvider>
  );
}
