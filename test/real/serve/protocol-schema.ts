interface Operation {
	parameters?: readonly { readonly in?: string }[];
}

interface Schema {
	readonly openapi: string;
	readonly info: object;
	readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
	readonly components: {
		readonly enums: Readonly<Record<string, object>>;
		readonly schemas: Readonly<Record<string, object>>;
	};
}

/**
 * The protocol's OpenAPI as MLServer publishes it, for one model: its name and version stand in the paths, MLServer's own
 * streams are left out, and what OpenAPI has no word for (`enums`, the type `bytes`) is said in OpenAPI's words.
 */
export function protocolSchema(published: string, model: string, version: string): object {
	const schema = JSON.parse(published.replaceAll("#/components/enums/", "#/components/schemas/")) as Schema;
	const { enums, schemas, ...components } = schema.components;
	const paths = Object.entries(schema.paths)
		.filter(([path]) => !/\/(infer_stream|generate|generate_stream)$/.test(path))
		.map(([path, item]) => [
			path.replace("{model_name}", model).replace("{model_version}", version),
			withoutPath(item),
		]);
	return {
		...schema,
		paths: Object.fromEntries(paths),
		components: { ...components, schemas: { ...schemas, ...enums, TensorData: { type: "array" } } },
	};
}

function withoutPath(item: Readonly<Record<string, Operation>>): object {
	const { parameters: _, ...operations } = item;
	const kept = Object.entries(operations).map(([method, operation]) => {
		const parameters = (operation.parameters ?? []).filter((each) => each.in !== "path");
		return [method, { ...operation, parameters }];
	});
	return Object.fromEntries(kept);
}
