import { describe } from "vitest";
import { startRegistry } from "../release/support/registry.ts";
import { registryFaults } from "./registry-faults/suite.ts";

describe("with Docker's registry 2.8", () => registryFaults({ start: startRegistry, turn: 0 }));
