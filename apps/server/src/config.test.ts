import path from "node:path";
import { describe, expect, test } from "vitest";
import { readConfig, WrongEnvironment } from "./config.ts";

describe("the environment", () => {
  test("that says nothing gives the defaults", () => {
    expect(readConfig({})).toEqual({
      port: 4321,
      host: "127.0.0.1",
      dataFolder: path.resolve("data"),
      publicUrl: undefined,
      webFolder: undefined,
      demo: true,
      openBrowser: undefined,
      logLevel: "warn",
    });
  });

  test("is taken as it is given, an empty value as unset, a trailing slash away", () => {
    const given = readConfig({
      PORT: "0",
      HOST: "",
      POLKU_URL: "https://polku.example.org/",
      POLKU_DEMO: "0",
    });
    expect(given).toMatchObject({
      port: 0,
      host: "127.0.0.1",
      publicUrl: "https://polku.example.org",
      demo: false,
    });
  });

  test.each([
    ["PORT", "http"],
    ["PORT", "65536"],
    ["PORT", "80.5"],
    ["POLKU_URL", "polku.example.org"],
    ["POLKU_URL", "ftp://polku.example.org"],
    ["POLKU_DEMO", "yes"],
    ["POLKU_OPEN", "2"],
    ["POLKU_LOG", "loud"],
    ["DATABASE_URL", "postgres://db"],
    ["REDIS_URL", "redis://cache"],
  ])("with %s=%s stops the start with a sentence that names it", (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(WrongEnvironment);
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} is .+\\.$`));
  });
});
