import { describe } from "vitest";
import { startRegistry } from "../release/support/registry.ts";
import { registryFaults } from "./registry-faults/suite.ts";

describe("with distribution 3", () =>
	registryFaults({ start: (directory) => startRegistry(directory, "registry"), turn: 1 }));
