export const id = 4450;
export const ids = [4450];
export const modules = {

/***/ 24450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readPython: () => (/* binding */ readPython)
});

// EXTERNAL MODULE: ../../../work/main/node_modules/@lezer/python/dist/index.js + 3 modules
var dist = __webpack_require__(36865);
// EXTERNAL MODULE: ./build/source/python-literal.js
var python_literal = __webpack_require__(35618);
;// CONCATENATED MODULE: ./build/source/python-expression.js

/** Expressions that are nested deeper hold nothing that we would find. */
const DEEPEST = 80;
const NOTHING = { kind: "other", parts: [] };
function childrenOf(node) {
    const children = [];
    for (let child = node.firstChild; child !== null; child = child.nextSibling)
        children.push(child);
    return children;
}
/** Punctuation and key words are nodes of their own, named as they are written. */
function isExpression({ name }) {
    return (/^[A-Z]/.test(name) && !/Op$|^(?:TypeDef|Body|Comment|ParamList|ArgList|⚠|FormatSpec|FormatConversion)$/.test(name));
}
function expressionOf(reading, node, depth = 0) {
    if (depth > DEEPEST)
        return NOTHING;
    const of = (child) => expressionOf(reading, child, depth + 1);
    const inside = () => childrenOf(node).filter(isExpression);
    switch (node.name) {
        case "VariableName":
            return { kind: "name", name: textOf(reading, node) };
        case "String":
            return textLiteral(textOf(reading, node));
        case "Number":
            return { kind: "literal", value: Number(textOf(reading, node).replaceAll("_", "")) };
        case "Boolean":
            return { kind: "literal", value: textOf(reading, node) === "True" };
        case "None":
            return { kind: "literal", value: null };
        case "ContinuedString":
            return { kind: "joined", parts: inside().map(of) };
        case "FormatString":
            return { kind: "joined", parts: formatParts(reading, node, of) };
        case "MemberExpression":
            return member(reading, node, of);
        case "CallExpression":
            return call(reading, node, of);
        case "BinaryExpression":
            return binary(reading, node, of);
        case "ConditionalExpression": {
            const [yes = NOTHING, , no = NOTHING] = inside().map(of);
            return { kind: "choice", options: [yes, no] };
        }
        case "ArrayExpression":
        case "TupleExpression":
        case "SetExpression":
            return { kind: "list", items: inside().map(of) };
        case "DictionaryExpression":
            return { kind: "dictionary", entries: entriesOf(node, of) };
        case "ArrayComprehensionExpression":
        case "ComprehensionExpression":
        case "SetComprehensionExpression":
        case "ParenthesizedExpression":
        case "AwaitExpression":
        case "NamedExpression":
            return wrapped(node, of);
        case "LambdaExpression":
            return NOTHING;
        default:
            return { kind: "other", parts: inside().map(of) };
    }
}
function textOf({ text }, node) {
    return text.slice(node.from, node.to);
}
function textLiteral(written) {
    const value = new python_literal/* PythonLiteral */.y(written).whole();
    return typeof value === "string" ? { kind: "literal", value } : NOTHING;
}
function formatParts(reading, node, of) {
    const written = textOf(reading, node);
    const opening = /^[a-zA-Z]*("""|'''|"|')/.exec(written);
    const quote = opening?.[1] ?? '"';
    const end = node.to - (written.endsWith(quote) ? quote.length : 0);
    const parts = [];
    let at = node.from + (opening?.[0].length ?? 0);
    const literal = (to) => {
        const plain = reading.text.slice(at, to).replaceAll("{{", "{").replaceAll("}}", "}");
        if (plain !== "")
            parts.push({ kind: "literal", value: plain });
    };
    for (const replacement of childrenOf(node).filter(({ name }) => name === "FormatReplacement")) {
        literal(replacement.from);
        const [value] = childrenOf(replacement).filter(isExpression);
        parts.push(value === undefined ? NOTHING : of(value));
        at = replacement.to;
    }
    literal(end);
    return parts;
}
function member(reading, node, of) {
    const children = childrenOf(node);
    const [object] = children;
    const property = children.find(({ name }) => name === "PropertyName");
    if (object === undefined)
        return NOTHING;
    if (property !== undefined)
        return { kind: "attribute", of: of(object), name: textOf(reading, property) };
    const [key] = children.slice(1).filter(isExpression);
    return { kind: "item", of: of(object), key: key === undefined ? NOTHING : of(key) };
}
function call(reading, node, of) {
    const [called] = childrenOf(node);
    const list = childrenOf(node).find(({ name }) => name === "ArgList");
    if (called === undefined)
        return NOTHING;
    return { kind: "call", function: of(called), ...argumentsOf(reading, list, of), line: reading.lineAt(node.from) };
}
function argumentsOf(reading, list, of) {
    const args = [];
    const keywords = new Map();
    const spread = [];
    for (const group of commaGroups(list)) {
        const [first, second, third] = group;
        if (first === undefined)
            continue;
        if (first.name === "*" || first.name === "**")
            spread.push(second === undefined ? NOTHING : of(second));
        else if (second?.name === "AssignOp") {
            if (third !== undefined)
                keywords.set(textOf(reading, first), of(third));
        }
        else if (group.some(({ name }) => name === "for"))
            args.push(comprehension(group, of));
        else
            args.push(of(first));
    }
    return { args, keywords, spread };
}
/** What stands between the commas of a list in brackets. */
function commaGroups(list) {
    const groups = [[]];
    for (const child of list == null ? [] : childrenOf(list)) {
        if (child.name === ",")
            groups.push([]);
        else if (!/^[()]$|^Comment$/.test(child.name))
            groups.at(-1)?.push(child);
    }
    return groups;
}
function binary(reading, node, of) {
    const [left, operator, right] = childrenOf(node);
    if (left === undefined || operator === undefined || right === undefined)
        return NOTHING;
    const sign = textOf(reading, operator);
    if (sign === "+")
        return { kind: "joined", parts: [of(left), of(right)] };
    if (sign === "/")
        return { kind: "divided", left: of(left), right: of(right) };
    if (sign === "or")
        return { kind: "choice", options: [of(left), of(right)] };
    if (sign !== "%")
        return { kind: "other", parts: [of(left), of(right)] };
    const formatter = { kind: "attribute", of: of(left), name: "%" };
    const args = right.name === "TupleExpression" ? childrenOf(right).filter(isExpression).map(of) : [of(right)];
    return { kind: "call", function: formatter, args, keywords: new Map(), spread: [], line: reading.lineAt(node.from) };
}
function entriesOf(node, of) {
    const children = childrenOf(node);
    return children.flatMap((child, at) => {
        const [key, value] = [children[at - 1], children[at + 1]];
        return child.name === ":" && key !== undefined && value !== undefined
            ? [[of(key), of(value)]]
            : [];
    });
}
/** What brackets hold, which may be a comprehension. */
function wrapped(node, of) {
    const children = childrenOf(node).filter(({ name }) => !/^[()[\]{}]$|^Comment$/.test(name));
    if (children.some(({ name }) => name === "for"))
        return comprehension(children, of);
    const last = children.filter(isExpression).at(-1);
    return last === undefined ? NOTHING : of(last);
}
function comprehension(children, of) {
    const at = children.findIndex(({ name }) => name === "for");
    const within = children.findIndex(({ name }) => name === "in");
    const [element, over] = [children[0], children[within + 1]];
    if (element === undefined || over === undefined || within < 0)
        return NOTHING;
    const targets = children
        .slice(at + 1, within)
        .filter(isExpression)
        .map(of);
    const [only = NOTHING] = targets;
    const target = targets.length === 1 ? only : { kind: "list", items: targets };
    return { kind: "comprehension", element: of(element), target, over: of(over) };
}
/** The parameters of a function, `*` and `**` ones left out. */
function parametersOf(reading, list) {
    return commaGroups(list).flatMap((group) => {
        const [first] = group;
        if (first?.name !== "VariableName")
            return [];
        const equals = group.findIndex(({ name }) => name === "AssignOp");
        const value = equals < 0 ? undefined : group[equals + 1];
        return [{ name: textOf(reading, first), standard: value === undefined ? null : expressionOf(reading, value) }];
    });
}

;// CONCATENATED MODULE: ./build/source/python-program.js


/** Longer ones are data. */
const LONGEST = 2 ** 20;
const python_program_DEEPEST = 60;
/** A Python program as a tree, nothing run. What does not parse is left out, and the rest is read: never a failure. Null for a text that is too long. */
function readPython(text) {
    if (text.length > LONGEST)
        return null;
    const plain = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
    const starts = [...plain.matchAll(/\n/g)].map(({ index }) => index + 1);
    const reading = { text: plain, lineAt: (offset) => lineOf(starts, offset) };
    return statementsOf(reading, dist/* parser */.K.parse(plain).topNode, 0);
}
/** How many of the starts lie before: by halves. */
function lineOf(starts, offset) {
    let [low, high] = [0, starts.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low + 1;
}
function statementsOf(reading, block, depth) {
    if (depth > python_program_DEEPEST)
        return [];
    return childrenOf(block).flatMap((node) => statementOf(reading, node, depth));
}
function statementOf(reading, node, depth) {
    const expressions = () => childrenOf(node)
        .filter(isExpression)
        .map((child) => expressionOf(reading, child));
    const bodies = () => node.getChildren("Body").map((body) => statementsOf(reading, body, depth + 1));
    switch (node.name) {
        case "ImportStatement":
            return importsOf(reading, node);
        case "AssignStatement":
        case "UpdateStatement":
            return assignment(reading, node);
        case "ReturnStatement": {
            const [value, ...more] = expressions();
            if (value === undefined)
                return [];
            return [{ kind: "return", value: more.length === 0 ? value : { kind: "list", items: [value, ...more] } }];
        }
        case "FunctionDefinition":
            return functionOf(reading, node, { depth, decorators: [] });
        case "ClassDefinition":
            return classOf(reading, node, depth);
        case "DecoratedStatement":
            return decorated(reading, node, depth);
        case "ForStatement":
            return [forOf(reading, node, depth)];
        case "WithStatement":
            return [{ kind: "with", items: withItems(reading, node), body: bodies().flat() }];
        case "IfStatement":
            return [branchesOf(node, expressions(), bodies(), reading)];
        case "WhileStatement":
        case "TryStatement":
            return [branchesOf(node, expressions(), bodies(), reading)];
        case "MatchStatement":
            return [matchOf(reading, node, depth)];
        case "StatementGroup":
            return statementsOf(reading, node, depth + 1);
        case "ExpressionStatement":
            return expressions().map((value) => ({ kind: "do", value }));
        default:
            return [];
    }
}
function importsOf(reading, node) {
    const { text } = reading;
    const words = childrenOf(node).map(({ from, to }) => text.slice(from, to));
    const line = reading.lineAt(node.from);
    if (words[0] !== "from") {
        return byComma(words.slice(1)).map((group) => {
            const at = group.indexOf("as");
            const module = group.slice(0, at < 0 ? group.length : at).join("");
            return { kind: "import", module, level: 0, names: null, as: at < 0 ? null : (group[at + 1] ?? null), line };
        });
    }
    const at = words.indexOf("import");
    const source = words.slice(1, at < 0 ? words.length : at).join("");
    const level = /^\.*/.exec(source)?.[0].length ?? 0;
    const names = byComma(at < 0 ? [] : words.slice(at + 1).filter((word) => word !== "(" && word !== ")")).flatMap(([name, , as]) => (name === undefined || name === "" ? [] : [{ name, as: as ?? name }]));
    return [{ kind: "import", module: source.slice(level), level, names, as: null, line }];
}
function byComma(words) {
    const groups = [[]];
    for (const word of words) {
        if (word === ",")
            groups.push([]);
        else
            groups.at(-1)?.push(word);
    }
    return groups;
}
/** `a = b = value`, `a: type = value`, `a, b = value`; `a += value` as an assignment of `a + value`. */
function assignment(reading, node) {
    const groups = [[]];
    for (const child of childrenOf(node)) {
        if (child.name === "AssignOp" || child.name === "UpdateOp")
            groups.push([]);
        else if (isExpression(child))
            groups.at(-1)?.push(child);
    }
    const sides = groups.map((group) => sideOf(group.map((child) => expressionOf(reading, child))));
    const value = sides.at(-1);
    const targets = sides.slice(0, -1);
    const [target] = targets;
    if (value === undefined || target === undefined)
        return [];
    if (node.name === "AssignStatement")
        return [{ kind: "assign", targets, value }];
    return [{ kind: "assign", targets, value: { kind: "joined", parts: [target, value] } }];
}
function sideOf(expressions) {
    const [only] = expressions;
    return only !== undefined && expressions.length === 1 ? only : { kind: "list", items: expressions };
}
function functionOf(reading, node, { depth, decorators }) {
    const name = node.getChild("VariableName");
    const body = node.getChild("Body");
    if (name === null || body === null)
        return [];
    return [
        {
            kind: "function",
            name: reading.text.slice(name.from, name.to),
            parameters: parametersOf(reading, node.getChild("ParamList")),
            decorators,
            body: statementsOf(reading, body, depth + 1),
            line: reading.lineAt(node.from),
        },
    ];
}
function classOf(reading, node, depth) {
    const name = node.getChild("VariableName");
    const body = node.getChild("Body");
    if (name === null || body === null)
        return [];
    const { args: bases } = argumentsOf(reading, node.getChild("ArgList"), (child) => expressionOf(reading, child));
    return [
        {
            kind: "class",
            name: reading.text.slice(name.from, name.to),
            bases,
            body: statementsOf(reading, body, depth + 1),
        },
    ];
}
function decorated(reading, node, depth) {
    const definition = node.getChild("FunctionDefinition");
    if (definition === null)
        return statementsOf(reading, node, depth + 1);
    const decorators = node.getChildren("Decorator").flatMap((one) => decoratorOf(reading, one));
    return functionOf(reading, definition, { depth, decorators });
}
/** `@a.b(c)` as the call that it is. */
function decoratorOf(reading, node) {
    const names = node.getChildren("VariableName").map(({ from, to }) => reading.text.slice(from, to));
    const [first, ...rest] = names;
    if (first === undefined)
        return [];
    const called = rest.reduce((of, name) => ({ kind: "attribute", of, name }), {
        kind: "name",
        name: first,
    });
    const list = node.getChild("ArgList");
    if (list === null)
        return [called];
    const args = argumentsOf(reading, list, (child) => expressionOf(reading, child));
    return [{ kind: "call", function: called, ...args, line: reading.lineAt(node.from) }];
}
function forOf(reading, node, depth) {
    const children = childrenOf(node);
    const within = children.findIndex(({ name }) => name === "in");
    const of = (nodes) => sideOf(nodes.filter(isExpression).map((child) => expressionOf(reading, child)));
    return {
        kind: "for",
        target: of(children.slice(0, within)),
        over: of(children.slice(within)),
        body: node.getChildren("Body").flatMap((body) => statementsOf(reading, body, depth + 1)),
    };
}
function withItems(reading, node) {
    const items = [];
    let named = false;
    for (const child of childrenOf(node)) {
        if (child.name === "as")
            named = true;
        if (!isExpression(child))
            continue;
        const value = expressionOf(reading, child);
        const last = items.at(-1);
        if (named && last !== undefined)
            items[items.length - 1] = { ...last, as: value };
        else
            items.push({ value, as: null });
        named = false;
    }
    return items;
}
function branchesOf(node, conditions, bodies, { text }) {
    const head = text.slice(node.from, node.getChild("Body")?.from ?? node.from);
    return { kind: "branches", conditions, bodies, main: /\b__name__\b/.test(head) && /__main__/.test(head) };
}
function matchOf(reading, node, depth) {
    const clauses = node.getChild("MatchBody")?.getChildren("MatchClause") ?? [];
    const bodies = clauses.flatMap((clause) => clause.getChildren("Body").map((body) => statementsOf(reading, body, depth + 1)));
    return { kind: "branches", conditions: [], bodies, main: false };
}


/***/ })

};
