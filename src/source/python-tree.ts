/** Python as a program is read, without running it: what names, paths and calls can be told by. Anything else is `other`, with its parts. */
export type PythonExpression =
	| { readonly kind: "literal"; readonly value: string | number | boolean | null }
	| { readonly kind: "name"; readonly name: string }
	| { readonly kind: "attribute"; readonly of: PythonExpression; readonly name: string }
	| { readonly kind: "item"; readonly of: PythonExpression; readonly key: PythonExpression }
	| PythonCall
	/** Texts one after the other: an f-string, or `a + b`. */
	| { readonly kind: "joined"; readonly parts: readonly PythonExpression[] }
	/** `a / b`, which joins paths. */
	| { readonly kind: "divided"; readonly left: PythonExpression; readonly right: PythonExpression }
	/** One of them: `a if c else b`, `a or b`. */
	| { readonly kind: "choice"; readonly options: readonly PythonExpression[] }
	/** A list, a tuple or a set. */
	| { readonly kind: "list"; readonly items: readonly PythonExpression[] }
	| { readonly kind: "dictionary"; readonly entries: readonly (readonly [PythonExpression, PythonExpression])[] }
	| {
			readonly kind: "comprehension";
			readonly element: PythonExpression;
			readonly target: PythonExpression;
			readonly over: PythonExpression;
	  }
	| { readonly kind: "other"; readonly parts: readonly PythonExpression[] };

export interface PythonCall {
	readonly kind: "call";
	readonly function: PythonExpression;
	readonly args: readonly PythonExpression[];
	readonly keywords: ReadonlyMap<string, PythonExpression>;
	/** What `*` and `**` spread. */
	readonly spread: readonly PythonExpression[];
	readonly line: number;
}

export interface PythonParameter {
	readonly name: string;
	readonly standard: PythonExpression | null;
}

export interface PythonFunction {
	readonly kind: "function";
	readonly name: string;
	readonly parameters: readonly PythonParameter[];
	readonly decorators: readonly PythonExpression[];
	readonly body: readonly PythonStatement[];
	readonly line: number;
}

export interface PythonClass {
	readonly kind: "class";
	readonly name: string;
	readonly bases: readonly PythonExpression[];
	readonly body: readonly PythonStatement[];
}

export interface PythonImport {
	readonly kind: "import";
	/** Dotted; empty for `from . import x`. */
	readonly module: string;
	/** The dots before it. */
	readonly level: number;
	/** Null: the module itself, under `as` or its first name. */
	readonly names: readonly { readonly name: string; readonly as: string }[] | null;
	readonly as: string | null;
	readonly line: number;
}

export type PythonStatement =
	| PythonFunction
	| PythonClass
	| PythonImport
	| {
			readonly kind: "assign";
			readonly targets: readonly PythonExpression[];
			readonly value: PythonExpression;
	  }
	| { readonly kind: "do"; readonly value: PythonExpression }
	| { readonly kind: "return"; readonly value: PythonExpression }
	| {
			readonly kind: "for";
			readonly target: PythonExpression;
			readonly over: PythonExpression;
			readonly body: readonly PythonStatement[];
	  }
	| {
			readonly kind: "with";
			readonly items: readonly { readonly value: PythonExpression; readonly as: PythonExpression | null }[];
			readonly body: readonly PythonStatement[];
	  }
	/** `if`, `while`, `try`, `match`: bodies of which some may run. */
	| {
			readonly kind: "branches";
			readonly conditions: readonly PythonExpression[];
			readonly bodies: readonly (readonly PythonStatement[])[];
			/** `if __name__ == "__main__":` */
			readonly main: boolean;
	  };
