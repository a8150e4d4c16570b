import { describe } from "vitest";
import { startGoRegistry } from "../release/support/registry.ts";
import { registryFaults } from "./registry-faults/suite.ts";

describe("with go-containerregistry's registry", () => registryFaults({ start: startGoRegistry, turn: 2 }));
