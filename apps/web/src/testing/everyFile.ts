import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeAll } from "vitest";

// How long a test waits is no claim about speed: the usual second is over before a busy machine has loaded a part of the app.
configure({ asyncUtilTimeout: 20_000 });

// The files share one load of the app, so that each must be told to leave nothing on the screen and nothing remembered.
afterEach(cleanup);
beforeAll(() => localStorage.clear());
