export const id = 3768;
export const ids = [3768];
export const modules = {

/***/ 45862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ oneLine),
/* harmony export */   d: () => (/* binding */ pinned)
/* harmony export */ });
/** The text with every image by its digest: line by line the same, so that a builder's words about lines are true of both. */
function pinned({ text, mentions }, pin) {
    return mentions
        .toSorted((a, b) => b.from - a.from)
        .reduce((rest, { image, from, to }) => rest.slice(0, from) + pin(image) + rest.slice(to), text);
}
/** A step without the breaks and comments that builders leave out, too. */
function oneLine(step) {
    return step
        .replace(/^\s*#.*$/gm, "")
        .replace(/[\\`]\s*\n/g, " ")
        .replace(/\s+/g, " ")
        .trim();
}


/***/ }),

/***/ 23768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vq: () => (/* reexport */ ENVIRONMENT_LABEL),
  V3: () => (/* reexport */ PYTHON_SITE),
  uP: () => (/* reexport */ RECIPE_LABEL),
  Rc: () => (/* reexport */ SOURCE_LABEL),
  ox: () => (/* reexport */ Watch),
  w6: () => (/* reexport */ approvalTag),
  cn: () => (/* reexport */ assignmentTag),
  Bm: () => (/* reexport */ billOfMaterials),
  H3: () => (/* reexport */ billStatement),
  AF: () => (/* reexport */ buildEnvironment),
  _w: () => (/* reexport */ buildImage),
  tI: () => (/* reexport */ buildPython),
  _W: () => (/* reexport */ cachedEnvironment),
  vh: () => (/* reexport */ cachedPython),
  jC: () => (/* reexport */ checkSignature),
  hh: () => (/* reexport */ claimsIn),
  lO: () => (/* reexport */ contentKey),
  XW: () => (/* reexport */ contextFiles),
  dt: () => (/* reexport */ diffCode),
  aU: () => (/* reexport */ diffLayers),
  bu: () => (/* reexport */ diffPackages),
  s: () => (/* reexport */ digestIn),
  J4: () => (/* reexport */ environmentKey),
  ab: () => (/* reexport */ environmentTag),
  jc: () => (/* reexport */ failureTag),
  fH: () => (/* reexport */ fallbackTag),
  Md: () => (/* reexport */ fileName),
  Lx: () => (/* reexport */ findBuilder),
  pq: () => (/* reexport */ healthTag),
  fN: () => (/* reexport */ idToken),
  fL: () => (/* reexport */ identitySigner),
  RK: () => (/* reexport */ identityVerifier),
  bR: () => (/* reexport */ imageTagFor),
  J3: () => (/* reexport */ isHealth),
  U9: () => (/* reexport */ isLoopback),
  Ps: () => (/* reexport */ keptEnvironments),
  Fb: () => (/* reexport */ largestBump),
  lZ: () => (/* reexport */ layoutArchive),
  ff: () => (/* reexport */ loadableArchive),
  T1: () => (/* reexport */ makeLayers),
  U8: () => (/* reexport */ misfitOf),
  T: () => (/* reexport */ namedBy),
  Bu: () => (/* reexport */ nextTagTime),
  yU: () => (/* reexport */ nextVersion),
  Nr: () => (/* reexport */ openImageStore),
  I1: () => (/* reexport */ ownWords),
  DT: () => (/* reexport */ packagesOf),
  c7: () => (/* reexport */ parseBaseOf),
  FB: () => (/* reexport */ parseImageConfig),
  Ng: () => (/* reexport */ parseManifest),
  Pd: () => (/* reexport */ parsePythonLock),
  F2: () => (/* reexport */ parseReference),
  IX: () => (/* reexport */ parseSemVer),
  ED: () => (/* reexport */ parseTag),
  bg: () => (/* reexport */ platformImage),
  aH: () => (/* reexport */ provenance),
  KE: () => (/* reexport */ publicRoot),
  QP: () => (/* reexport */ publicServices),
  gU: () => (/* reexport */ pythonKey),
  readDockerfile: () => (/* reexport */ readDockerfile),
  X_: () => (/* reexport */ readHistories),
  Lu: () => (/* reexport */ readHistory),
  AM: () => (/* reexport */ readImage),
  pc: () => (/* reexport */ readMarks),
  $2: () => (/* reexport */ readSigner),
  gv: () => (/* reexport */ readTrustedRoot),
  xl: () => (/* reexport */ readVerifier),
  dF: () => (/* reexport */ recipeDigest),
  w3: () => (/* reexport */ refuseBreaking),
  RF: () => (/* reexport */ relabelled),
  Pw: () => (/* reexport */ resolveBase),
  jV: () => (/* reexport */ signImage),
  ZP: () => (/* reexport */ storedImage),
  gd: () => (/* reexport */ storedPython),
  ib: () => (/* reexport */ tagMessage),
  AA: () => (/* reexport */ tagOrDigest),
  aP: () => (/* reexport */ touchPython),
  l1: () => (/* reexport */ unpack),
  bp: () => (/* reexport */ userTrouble),
  Vm: () => (/* reexport */ versionTag)
});

// UNUSED EXPORTS: BILL_TYPE, LINUX_AMD64, PROVENANCE_TYPE, compareSemVer, findBreakages, formatTag, isArtifactName, isStageName, nextCounter, parseTagMessage, refuseBroken, repositoryFor, servicesIn

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/kernel/index.js + 11 modules
var kernel = __webpack_require__(15325);
;// CONCATENATED MODULE: ./build/release/media.js


/** OCI image-spec 1.1 media types, and Docker's that registries still hold. */
const MANIFEST = "application/vnd.oci.image.manifest.v1+json";
const INDEX = "application/vnd.oci.image.index.v1+json";
const CONFIG = "application/vnd.oci.image.config.v1+json";
const LAYER = "application/vnd.oci.image.layer.v1.tar";
const DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
const DOCKER_INDEX = "application/vnd.docker.distribution.manifest.list.v2+json";
/** Labels of the config: which model and version an image is. */
const MODEL_LABEL = "dev.mainline.model";
const VERSION_LABEL = "org.opencontainers.image.version";
/** Where the code of an image is. */
const SOURCE_LABEL = "org.opencontainers.image.source";
/** Marks a layer's role on its descriptor: `base`, `python`, `code` or `model`. */
const ROLE_ANNOTATION = "dev.mainline.layer";
/** On the layer of Python packages: what it was asked for, and what is in it (`name==version`, sorted, a space between). */
const PYTHON_ANNOTATION = "dev.mainline.python";
const PACKAGES_ANNOTATION = "dev.mainline.packages";
/** What a layout's index.json calls the tag. */
const REF_NAME = "org.opencontainers.image.ref.name";
const DOCKER_LAYERS = new Map([
    ["application/vnd.docker.image.rootfs.diff.tar.gzip", `${LAYER}+gzip`],
    ["application/vnd.docker.image.rootfs.diff.tar", LAYER],
]);
/** The OCI name of a layer's format; the bytes are the same. */
function ociLayerType(mediaType) {
    return DOCKER_LAYERS.get(mediaType) ?? mediaType;
}
function sha256(bytes) {
    return asSha256((0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex"));
}
function asSha256(hex) {
    const digest = (0,kernel/* parseSha256 */.tz)(`sha256:${hex}`);
    if (digest === null)
        throw new Error(`not 64 hex digits: ${hex}`);
    return digest;
}
/** The 64 hex digits, as blobs are filed under. */
function hexOf(digest) {
    return digest.slice("sha256:".length);
}
/** The bytes of a JSON document: keys in the order given, no white space, so that equal values have equal digests. */
function jsonBytes(value) {
    return new TextEncoder().encode(JSON.stringify(value));
}
/** Object with its keys sorted, for maps whose order means nothing. */
function sorted(record) {
    return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/release/disk.js

/** Runs work on files of ours; what the disk refuses (full, read-only, no permission) becomes a Failure that names `what`. */
async function onDisk(what, work) {
    try {
        return await work();
    }
    catch (error) {
        throw diskFailure(what, error);
    }
}
/** The error as a Failure when it comes from the file system, else the error itself. */
function diskFailure(what, error) {
    if (error instanceof kernel/* Failure */.HR || !(error instanceof Error) || !("code" in error) || !("syscall" in error))
        return error;
    const details = { found: error.message, cause: error };
    if (error.code === "EACCES" || error.code === "EPERM" || error.code === "ENOTDIR" || error.code === "EROFS") {
        return (0,kernel/* badInput */.AN)("disk-refused", `${what} cannot be read or written`, {
            ...details,
            hint: "check the path and its permissions",
        });
    }
    if (error.code === "ENOSPC") {
        return (0,kernel/* infrastructure */.Sv)("disk-full", `there is no room for ${what}`, {
            ...details,
            hint: "free some space and try again",
        });
    }
    return (0,kernel/* infrastructure */.Sv)("disk-failed", `${what} cannot be read or written`, details);
}

;// CONCATENATED MODULE: ./build/release/slots.js

/** Bigger than any socket's high-water mark, so that a sender waits for each piece to leave before it asks for the next. */
const SLOT_SIZE = 256 << 10;
/** One being sent, one being filled, two to spare. */
const SLOTS = 4;
/**
 * A file's bytes, `size` at most, in pieces that use the same memory over and over: a piece is good until the second one
 * after it was asked for. The next piece is read while this one is worked on.
 */
async function* fileInSlots(file, size) {
    const slots = makeSlots();
    const handle = await (0,promises_.open)(file);
    try {
        let at = 0;
        let coming = readPiece(handle, slotAt(slots, 0), size);
        for (let turn = 1; at < size; turn++) {
            const piece = await coming;
            if (piece.length === 0)
                return;
            at += piece.length;
            coming = readPiece(handle, slotAt(slots, turn), size - at);
            // awaited in the next turn, if there is one
            coming.catch(() => undefined);
            yield piece;
        }
    }
    finally {
        await handle.close();
    }
}
async function readPiece(handle, slot, left) {
    if (left <= 0)
        return slot.subarray(0, 0);
    const { bytesRead } = await handle.read(slot, 0, Math.min(slot.length, left));
    return slot.subarray(0, bytesRead);
}
/**
 * The same bytes in pieces that use the same memory over and over: small pieces are put together, big ones are passed on,
 * since they come from `fileInSlots`. A piece is good until the second one after it was asked for. Node's fetch keeps every
 * piece of a body until the request has ended, which for a big layer would be the layer in memory. (Were a piece ever
 * overwritten too early, the registry would refuse the blob by its digest.)
 */
async function* inSlots(stream) {
    const slots = makeSlots();
    let [turn, used] = [0, 0];
    for await (const chunk of stream) {
        const isBig = chunk.length >= SLOT_SIZE;
        if (used > 0 && (isBig || used + chunk.length > SLOT_SIZE)) {
            yield slotAt(slots, turn).subarray(0, used);
            turn++;
            used = 0;
        }
        if (isBig)
            yield chunk;
        else {
            slotAt(slots, turn).set(chunk, used);
            used += chunk.length;
        }
    }
    if (used > 0)
        yield slotAt(slots, turn).subarray(0, used);
}
function makeSlots() {
    return Array.from({ length: SLOTS }, () => Buffer.allocUnsafeSlow(SLOT_SIZE));
}
function slotAt(slots, turn) {
    const slot = slots[turn % slots.length];
    if (slot === undefined)
        throw new Error("no slots");
    return slot;
}

;// CONCATENATED MODULE: ./build/release/tar.js




/*
 * Our own ustar writer: a layer's digest must never change with a library's version. POSIX.1-1988 headers, owner 0:0
 * without names, modes 0755 and 0644, one fixed time; a pax header only for what ustar cannot say (long or non-ASCII
 * paths, files of 8 GiB and more).
 */
/** 1980-01-01T00:00:00Z: the earliest time that zip and everything else can hold. Why not the commit's: docs/adr/0012. */
const LAYER_TIME = 315_532_800;
const BLOCK = 512;
const MAX_USTAR_SIZE = 0o77777777777;
/**
 * The archive's bytes. The same entries give the same bytes; stopping early closes what was open. A piece is good until the
 * second one after it was asked for (`fileInSlots`).
 */
async function* tarStream(entries) {
    for (const entry of entries) {
        yield headerOf(entry);
        if (entry.type === "file")
            yield* contentOf(entry);
        const rest = entry.size % BLOCK;
        if (rest > 0)
            yield new Uint8Array(BLOCK - rest);
    }
    yield new Uint8Array(2 * BLOCK);
}
async function* contentOf(entry) {
    if (typeof entry.source === "function") {
        yield* entry.source();
        return;
    }
    if (typeof entry.source !== "string") {
        yield entry.source;
        return;
    }
    try {
        yield* fileOf(entry, entry.source);
    }
    catch (error) {
        throw diskFailure(entry.path, error);
    }
}
async function* fileOf(entry, file) {
    await refuseChanged(entry, (await (0,promises_.stat)(file)).size);
    let read = 0;
    if (entry.size > 0) {
        for await (const chunk of fileInSlots(file, entry.size)) {
            read += chunk.length;
            yield chunk;
        }
    }
    await refuseChanged(entry, read);
}
async function refuseChanged(entry, size) {
    if (size === entry.size)
        return;
    throw (0,kernel/* infrastructure */.Sv)("file-changed", `${entry.path} changed while it was being packed`, {
        found: `${size} bytes`,
        expected: `${entry.size} bytes`,
        hint: "stop what writes it and release again",
    });
}
function headerOf(entry) {
    const name = entry.type === "directory" ? `${entry.path}/` : entry.path;
    const split = splitName(name);
    const records = [
        ...(split === null ? [paxRecord("path", name)] : []),
        ...(entry.size > MAX_USTAR_SIZE ? [paxRecord("size", String(entry.size))] : []),
    ];
    const main = ustarHeader({
        name: split?.name ?? "long-name",
        prefix: split?.prefix ?? "",
        mode: entry.type === "directory" || entry.executable ? 0o755 : 0o644,
        size: Math.min(entry.size, MAX_USTAR_SIZE),
        type: entry.type === "directory" ? "5" : "0",
    });
    if (records.length === 0)
        return main;
    return Buffer.concat([paxHeader(Buffer.concat(records)), main]);
}
function paxHeader(body) {
    const header = ustarHeader({ name: "pax-header", prefix: "", mode: 0o644, size: body.length, type: "x" });
    const padding = new Uint8Array((BLOCK - (body.length % BLOCK)) % BLOCK);
    return Buffer.concat([header, body, padding]);
}
/** `LENGTH key=value\n`, where LENGTH counts itself. */
function paxRecord(key, value) {
    const rest = Buffer.byteLength(` ${key}=${value}\n`);
    let length = rest + String(rest).length;
    length = rest + String(length).length;
    return Buffer.from(`${length} ${key}=${value}\n`);
}
/** Name and prefix as ustar keeps them, 100 and 155 bytes; null when the path does not fit or is not ASCII. */
function splitName(path) {
    if (!/^[\x20-\x7e]*$/.test(path))
        return null;
    if (path.length <= 100)
        return { name: path, prefix: "" };
    const at = path.indexOf("/", path.length - 101);
    const fits = at > 0 && at <= 155 && at < path.length - 1;
    return fits ? { name: path.slice(at + 1), prefix: path.slice(0, at) } : null;
}
function ustarHeader(fields) {
    const header = Buffer.alloc(BLOCK);
    header.write(fields.name, 0, "latin1");
    header.write(octal(fields.mode, 7), 100, "latin1");
    header.write(octal(0, 7), 108, "latin1");
    header.write(octal(0, 7), 116, "latin1");
    header.write(octal(fields.size, 11), 124, "latin1");
    header.write(octal(LAYER_TIME, 11), 136, "latin1");
    header.write("        ", 148, "latin1");
    header.write(fields.type, 156, "latin1");
    header.write("ustar\u000000", 257, "latin1");
    header.write(octal(0, 7), 329, "latin1");
    header.write(octal(0, 7), 337, "latin1");
    header.write(fields.prefix, 345, "latin1");
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${octal(sum, 6)}\u0000 `, 148, "latin1");
    return header;
}
function octal(value, digits) {
    return value.toString(8).padStart(digits, "0");
}

;// CONCATENATED MODULE: ./build/release/archive.js


/**
 * An image as `docker load` and `podman load` take it, under a name (`host/path:tag`). Format: Docker image spec 1.2, layers compressed
 * or not, as they are.
 */
function loadableArchive({ config, layers }, name) {
    const fileOf = ({ descriptor }) => `${hexOf(descriptor.digest)}.tar`;
    const configName = `${hexOf(sha256(config))}.json`;
    const manifest = jsonBytes([{ Config: configName, RepoTags: [name], Layers: layers.map(fileOf) }]);
    return tarStream([
        file(configName, config),
        file("manifest.json", manifest),
        ...eachOnce(layers).map((layer) => file(fileOf(layer), () => layer.open(), layer.descriptor.size)),
    ]);
}
/**
 * The same in the form that Docker itself saves since 25: an OCI layout, and beside it what the engines before it read. Their id of it is the
 * digest of its config; one that keeps images as containerd does has it by the manifest's digest, which stays what it is.
 */
function layoutArchive({ digest, manifest, config, layers }, name) {
    const blobOf = (of) => `blobs/sha256/${hexOf(of)}`;
    const configName = blobOf(sha256(config));
    const files = layers.map(({ descriptor }) => blobOf(descriptor.digest));
    const annotations = { [CONTAINERD_NAME]: name, [REF_NAME]: name.slice(name.lastIndexOf(":") + 1) };
    const entry = { mediaType: MANIFEST, digest, size: manifest.length, annotations };
    return tarStream([
        file("oci-layout", jsonBytes({ imageLayoutVersion: "1.0.0" })),
        file("index.json", jsonBytes({ schemaVersion: 2, mediaType: INDEX, manifests: [entry] })),
        file("manifest.json", jsonBytes([{ Config: configName, RepoTags: [name], Layers: files }])),
        file(blobOf(digest), manifest),
        file(configName, config),
        ...eachOnce(layers).map((layer) => file(blobOf(layer.descriptor.digest), () => layer.open(), layer.descriptor.size)),
    ]);
}
/** Where containerd looks for the whole name of an image in a layout. */
const CONTAINERD_NAME = "io.containerd.image.name";
function eachOnce(layers) {
    return [...new Map(layers.map((layer) => [layer.descriptor.digest, layer])).values()];
}
function file(path, source, size = source.length) {
    return { path, type: "file", executable: false, size, source };
}

;// CONCATENATED MODULE: ./build/release/attachment.js

/** What stands where a manifest has no config (image-spec 1.1, "guidance for an empty descriptor"). */
const EMPTY = "application/vnd.oci.empty.v1+json";
const EMPTY_CONFIG = new TextEncoder().encode("{}");
/**
 * The manifest that ties a document to an image: the image is its `subject` (image-spec 1.1, "artifact usage"). The same
 * document for the same image gives the same bytes.
 */
function attachmentManifest(subject, { type, bytes, title, created, annotations = {} }) {
    return jsonBytes({
        schemaVersion: 2,
        mediaType: MANIFEST,
        artifactType: type,
        config: { mediaType: EMPTY, digest: sha256(EMPTY_CONFIG), size: EMPTY_CONFIG.length },
        layers: [
            {
                mediaType: type,
                digest: sha256(bytes),
                size: bytes.length,
                annotations: { "org.opencontainers.image.title": title },
            },
        ],
        subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
        annotations: { ...annotations, "org.opencontainers.image.created": created.toISOString().replace(/\.\d+Z$/, "Z") },
    });
}
function referrerOf(manifest, { type }) {
    return { mediaType: MANIFEST, digest: sha256(manifest), size: manifest.length, artifactType: type };
}
/** The tag under which registries without the referrers API keep what refers to an image (distribution-spec 1.1). */
function fallbackTag(subject) {
    return subject.replace(":", "-");
}
/** The index below that tag, with one more in it; null where it is there already. */
function indexWith(known, referrer) {
    if (known.some(({ digest }) => digest === referrer.digest))
        return null;
    return jsonBytes({ schemaVersion: 2, mediaType: INDEX, manifests: [...known, referrer] });
}

;// CONCATENATED MODULE: ./build/release/image-json.js


/** Docker image spec 1.2; OCI has all but the health check. */
const REST = ["ExposedPorts", "Volumes", "StopSignal", "Healthcheck"];
/** What a document under a manifest's address is. Failure `image-malformed` for anything else. */
function parseManifestOrIndex(bytes, where) {
    const json = parseJson(bytes, where);
    const type = json["mediaType"];
    if (type === INDEX || type === DOCKER_INDEX || (type === undefined && Array.isArray(json["manifests"]))) {
        return { kind: "index", entries: listOf(json["manifests"], where).map((item) => indexEntry(item, where)) };
    }
    if (type === MANIFEST || type === DOCKER_MANIFEST || (type === undefined && json["config"] !== undefined)) {
        return { kind: "manifest", manifest: manifestOf(json, where) };
    }
    throw malformed(where, `an image manifest or index, not ${JSON.stringify(type ?? null)}`);
}
/** Failure `image-malformed`. */
function namedBy(bytes, where) {
    const { manifests, config, layers, annotations } = parseJson(bytes, where);
    const all = (value) => listOf(value ?? [], where).map((each) => parseDescriptor(each, where));
    const made = Date.parse(textRecord(annotations)["org.opencontainers.image.created"] ?? "");
    return {
        manifests: all(manifests),
        blobs: [...(config === undefined ? [] : [parseDescriptor(config, where)]), ...all(layers)],
        created: Number.isNaN(made) ? null : new Date(made),
    };
}
/** What an image of ours stands on, as its annotations say; null for one without a base. */
function parseBaseOf(manifest) {
    const { annotations } = parseManifest(manifest, "the image");
    const reference = annotations["org.opencontainers.image.base.name"];
    const digest = (0,kernel/* parseSha256 */.tz)(annotations["org.opencontainers.image.base.digest"] ?? "");
    return reference === undefined || digest === null ? null : { reference, digest };
}
/** The entries of an index of what refers to an image. Failure `image-malformed`. */
function parseReferrers(bytes, where) {
    return listOf(parseJson(bytes, where)["manifests"] ?? [], where).map((entry) => ({
        ...parseDescriptor(entry, where),
        artifactType: asText(asObject(entry, where)["artifactType"]),
    }));
}
/** What a manifest refers to, and as what; null where it is an image by itself. */
function parseSubject(bytes, where) {
    const { subject, artifactType } = parseJson(bytes, where);
    return subject === undefined
        ? null
        : { subject: parseDescriptor(subject, where).digest, artifactType: asText(artifactType) };
}
/** Failure `image-malformed` when the document is no image manifest. */
function parseManifest(bytes, where) {
    const parsed = parseManifestOrIndex(bytes, where);
    if (parsed.kind === "index")
        throw malformed(where, "one image, not an index of several");
    return parsed.manifest;
}
function parseImageConfig(bytes, where) {
    const json = parseJson(bytes, where);
    const config = asObject(json["config"] ?? {}, where);
    const rootfs = asObject(json["rootfs"], where);
    return {
        architecture: asText(json["architecture"]) ?? "amd64",
        os: asText(json["os"]) ?? "linux",
        created: asText(json["created"]),
        user: asText(config["User"]),
        env: texts(config["Env"]),
        entrypoint: texts(config["Entrypoint"]),
        command: texts(config["Cmd"]),
        workingDir: asText(config["WorkingDir"]) ?? "/",
        labels: textRecord(config["Labels"]),
        rest: Object.fromEntries(REST.flatMap((key) => (config[key] == null ? [] : [[key, config[key]]]))),
        onBuild: texts(config["OnBuild"]),
        diffIds: listOf(rootfs["diff_ids"], where).map((id) => digestOf(id, where)),
    };
}
function parseJson(bytes, where) {
    try {
        return asObject(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)), where);
    }
    catch (cause) {
        throw (0,kernel/* infrastructure */.Sv)("image-malformed", `${where} is not a JSON document`, { cause });
    }
}
/** A descriptor out of foreign JSON. Failure `image-malformed`. */
function parseDescriptor(value, where) {
    const json = asObject(value, where);
    const { size } = json;
    if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 0)
        throw malformed(where, "a size in bytes");
    const annotations = textRecord(json["annotations"]);
    const mediaType = asText(json["mediaType"]);
    if (mediaType === null)
        throw malformed(where, "a mediaType");
    return {
        mediaType,
        digest: digestOf(json["digest"], where),
        size,
        ...(Object.keys(annotations).length > 0 && { annotations }),
    };
}
function manifestOf(json, where) {
    return {
        config: parseDescriptor(json["config"], where),
        layers: listOf(json["layers"], where).map((layer) => parseDescriptor(layer, where)),
        annotations: textRecord(json["annotations"]),
    };
}
function indexEntry(value, where) {
    const { platform } = asObject(value, where);
    const descriptor = parseDescriptor(value, where);
    if (platform === undefined)
        return { ...descriptor, platform: null };
    const json = asObject(platform, where);
    const [os, architecture] = [asText(json["os"]) ?? "", asText(json["architecture"]) ?? ""];
    return { ...descriptor, platform: { os, architecture, variant: asText(json["variant"]) } };
}
function asObject(value, where) {
    if (typeof value === "object" && value !== null && !Array.isArray(value))
        return Object.fromEntries(Object.entries(value));
    throw malformed(where, "an object");
}
function listOf(value, where) {
    if (Array.isArray(value))
        return value;
    throw malformed(where, "a list");
}
function digestOf(value, where) {
    const digest = typeof value === "string" ? (0,kernel/* parseSha256 */.tz)(value) : null;
    if (digest === null)
        throw malformed(where, "a sha256 digest");
    return digest;
}
function asText(value) {
    return typeof value === "string" && value !== "" ? value : null;
}
function texts(value) {
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
function textRecord(value) {
    if (typeof value !== "object" || value === null)
        return {};
    return Object.fromEntries(Object.entries(value).filter((entry) => typeof entry[1] === "string"));
}
function malformed(where, expected) {
    return (0,kernel/* infrastructure */.Sv)("image-malformed", `${where} is not what an image has there`, { expected });
}

;// CONCATENATED MODULE: ./build/release/base.js



const LINUX_AMD64 = { os: "linux", architecture: "amd64" };
/** Most bytes of an image config that are read. */
const MAX_CONFIG_SIZE = 16 << 20;
/**
 * Finds the base image that `reference` (a tag, or a digest) names in `store`, once: what comes back is pinned by
 * digest. An index is followed to the platform's image. Failures `base-not-found`, `base-platform`.
 */
async function resolveBase(store, reference, platform = LINUX_AMD64) {
    const named = await store.resolve(reference.tagOrDigest);
    if (named === null) {
        throw (0,kernel/* badInput */.AN)("base-not-found", `there is no image ${reference.text}`, {
            hint: "correct `base` in mainline.yaml, or push the base image first",
        });
    }
    const digest = await imageFor(store, named, { reference: reference.text, platform });
    const { config, layers } = await readImage(store, digest, "base");
    return { reference: reference.text, pinned: `${store.location}@${digest}`, digest, config, layers };
}
/** An image in a store, as layers that can be pushed elsewhere. `role` null: as the manifest marks each layer. */
async function readImage(store, digest, role) {
    const where = `${store.location}@${digest}`;
    const parsed = parseManifestOrIndex(await store.manifest(digest), where);
    if (parsed.kind === "index")
        throw (0,kernel/* infrastructure */.Sv)("image-malformed", `${where} is an index, not an image`);
    const configBytes = await readSmallBlob(store, parsed.manifest.config);
    const config = parseImageConfig(configBytes, where);
    if (config.diffIds.length !== parsed.manifest.layers.length) {
        throw (0,kernel/* infrastructure */.Sv)("image-malformed", `${where} has ${parsed.manifest.layers.length} layers but names ${config.diffIds.length}`);
    }
    const layers = parsed.manifest.layers.map((layer, index) => {
        const descriptor = role === null ? layer : asRole(layer, role);
        return {
            role: roleOf(descriptor),
            descriptor,
            diffId: config.diffIds[index] ?? layer.digest,
            open: () => store.blob(layer),
            mountFrom: store.location,
        };
    });
    return { config, configBytes, layers };
}
/** An image in a store with everything that is in it. */
async function storedImage(store, digest) {
    const { configBytes: config, layers } = await readImage(store, digest, null);
    return { digest, manifest: await store.manifest(digest), config, layers };
}
async function readSmallBlob(store, descriptor) {
    if (descriptor.size > MAX_CONFIG_SIZE) {
        throw (0,kernel/* infrastructure */.Sv)("image-malformed", `the image config ${descriptor.digest} is too big`, {
            found: `${descriptor.size} bytes`,
        });
    }
    const chunks = [];
    for await (const chunk of store.blob(descriptor))
        chunks.push(chunk);
    return Buffer.concat(chunks);
}
function asRole(layer, role) {
    const mediaType = ociLayerType(layer.mediaType);
    return { mediaType, digest: layer.digest, size: layer.size, annotations: { [ROLE_ANNOTATION]: role } };
}
/** A layer without a mark is somebody else's: part of a base. */
function roleOf(layer) {
    const role = layer.annotations?.[ROLE_ANNOTATION];
    return role === "python" || role === "code" || role === "model" ? role : "base";
}
/** The image for a platform behind a digest, which may be an index's. Failures `base-platform`, `image-malformed`. */
function platformImage(store, digest, reference, platform = LINUX_AMD64) {
    return imageFor(store, digest, { reference, platform });
}
async function imageFor(store, digest, wanted) {
    const parsed = parseManifestOrIndex(await store.manifest(digest), wanted.reference);
    if (parsed.kind === "manifest")
        return digest;
    const found = parsed.entries.find((entry) => matches(entry, wanted.platform));
    const only = parsed.entries.length === 1 ? parsed.entries[0] : undefined;
    const chosen = found ?? (only?.platform === null ? only : undefined);
    if (chosen !== undefined)
        return chosen.digest;
    const { os, architecture } = wanted.platform;
    throw (0,kernel/* badInput */.AN)("base-platform", `${wanted.reference} has no image for ${os}/${architecture}`, {
        found: parsed.entries
            .flatMap(({ platform }) => (platform ? [`${platform.os}/${platform.architecture}`] : []))
            .join(", "),
    });
}
function matches(entry, platform) {
    return entry.platform?.os === platform.os && entry.platform.architecture === platform.architecture;
}
/** What follows the repository in a reference: its digest, else its tag, else `latest`. */
function tagOrDigest(reference) {
    return reference.digest ?? reference.tag ?? "latest";
}
/** The digest of a `…@sha256:…` text, or null. */
function digestIn(text) {
    return (0,kernel/* parseSha256 */.tz)(text.slice(text.lastIndexOf("@") + 1));
}

;// CONCATENATED MODULE: ./build/release/reference.js

/** One part of a repository's path, as the distribution specification writes it. */
const PART = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const HOST = /^([A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\])(:[0-9]{1,5})?$/;
const DOCKER_HUB = "registry-1.docker.io";
/**
 * Reads an image's name. A name without a host (`python:3.12`, `acme/churn`) is Docker Hub's, as for docker itself.
 * Failure `image-reference`.
 */
function parseReference(text) {
    const [named = "", digestText] = text.split("@", 2);
    const digest = digestText === undefined ? null : (0,kernel/* parseSha256 */.tz)(digestText);
    if (digestText !== undefined && digest === null)
        throw badReference(text, "a digest `sha256:` and 64 hex digits");
    const colon = named.lastIndexOf(":");
    const hasTag = colon > named.lastIndexOf("/");
    const tag = hasTag ? named.slice(colon + 1) : null;
    if (tag !== null && !TAG.test(tag))
        throw badReference(text, "a tag of letters, digits, `_`, `.` and `-`");
    return { ...splitHost(hasTag ? named.slice(0, colon) : named, text), tag, digest };
}
function splitHost(name, text) {
    const [first = "", ...rest] = name.split("/");
    const isHost = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
    const host = isHost ? first : DOCKER_HUB;
    const path = isHost ? rest.join("/") : rest.length > 0 ? name : `library/${name}`;
    if (!HOST.test(host) || !path.split("/").every((part) => PART.test(part))) {
        throw badReference(text, "host[:port]/path in lower case, as localhost:5000/acme/churn");
    }
    return { host: host === "docker.io" || host === "index.docker.io" ? DOCKER_HUB : host, path };
}
/** Registries on this machine speak plain HTTP. */
function isLoopback(host) {
    const name = host.replace(/:[0-9]+$/, "");
    return name === "localhost" || name === "127.0.0.1" || name === "[::1]";
}
function isImageTag(text) {
    return TAG.test(text);
}
function reference_isRepositoryPath(text) {
    return text.length <= 255 && text.split("/").every((part) => PART.test(part));
}
function badReference(text, expected) {
    return (0,kernel/* badInput */.AN)("image-reference", `"${text}" does not name an image`, { found: text, expected });
}

;// CONCATENATED MODULE: ./build/release/naming.js


/**
 * The repository for a model below a prefix (`ghcr.io/acme/shop`): `sub/dir:Vec` → `ghcr.io/acme/shop/sub/dir/vec`.
 * OCI allows lower case only, and few characters between. Failure `image-name` when no legal name comes out.
 */
function repositoryFor(prefix, artifact) {
    const path = artifact
        .replace(":", "/")
        .toLowerCase()
        .replace(/^\.?\/+/, "");
    if (isRepositoryPath(path))
        return `${prefix}/${path}`;
    throw badInput("image-name", `no image repository can be named after the model ${artifact}`, {
        found: path,
        expected: "letters and digits with `.`, `_`, `__` or `-` between them",
        hint: `give models.${artifact}.image in mainline.yaml`,
    });
}
/** What files about a version are called: `sub/dir:vec` and `v0.2.0` → `sub-dir-vec-v0.2.0`. */
function fileName(artifact, version) {
    return `${artifact.replace(/[^\w.-]/g, "-")}-${version}`;
}
/** The image tag for a version: `v1.2.3+b7` → `v1.2.3_b7`, as Helm does, because OCI tags have no `+`. Failure `image-tag`. */
function imageTagFor(version) {
    const tag = version.replaceAll("+", "_");
    if (isImageTag(tag))
        return tag;
    throw (0,kernel/* badInput */.AN)("image-tag", `the version ${version} cannot be an image tag`, { expected: "at most 128 characters" });
}

;// CONCATENATED MODULE: ./build/release/bill-of-materials.js


/** CycloneDX's registered media type. */
const BILL_TYPE = "application/vnd.cyclonedx+json";
/**
 * What is in the image, as CycloneDX 1.6 with its machine-learning part: the model with its card (data, parameters, metrics), the
 * data and code that it was made from with their digests, the base. Nothing in it depends on who writes it or when.
 */
function billOfMaterials(statement) {
    const { model, version, created } = statement;
    const body = {
        bomFormat: "CycloneDX",
        specVersion: "1.6",
        serialNumber: `urn:uuid:${uuidOf(statement)}`,
        version: 1,
        metadata: {
            timestamp: created.toISOString().replace(/\.\d+Z$/, "Z"),
            component: bill_of_materials_image(statement),
        },
        components: [
            modelComponent(statement),
            ...statement.ingredients.map(ingredient),
            ...statement.packages.map(packageComponent),
            ...(statement.base === null ? [] : [baseComponent(statement.base)]),
        ],
        dependencies: [
            { ref: "image", dependsOn: ["model", ...statement.packages, ...(statement.base === null ? [] : ["base"])] },
            { ref: "model", dependsOn: statement.ingredients.map(refOf) },
        ],
    };
    return { type: BILL_TYPE, bytes: jsonBytes(body), title: `${fileName(model, version)}.cdx.json`, created };
}
function bill_of_materials_image({ model, version, image: { location, digest } }) {
    return {
        type: "container",
        "bom-ref": "image",
        name: model,
        version,
        hashes: [{ alg: "SHA-256", content: hexOf(digest) }],
        properties: [property("image", `${location}@${digest}`)],
    };
}
function modelComponent(statement) {
    const { model, version, files, stages, params, metrics, ingredients, lock, content } = statement;
    const [file] = files;
    return {
        type: "machine-learning-model",
        "bom-ref": "model",
        name: model,
        version,
        ...(file !== undefined && files.length === 1 ? { hashes: hashes(file) } : {}),
        modelCard: {
            modelParameters: { datasets: ingredients.map((each) => ({ ref: refOf(each) })) },
            quantitativeAnalysis: {
                performanceMetrics: metrics.map((metric) => ({ type: nameOf(metric), value: metric.value })),
            },
            properties: params.map((param) => property(`param:${nameOf(param)}`, param.value)),
        },
        properties: [
            property("content", content),
            property("lock", lock),
            ...files.map(({ path, oid, hash }) => property(`file:${path}`, `${hash}:${oid}`)),
            ...stages.map(({ address, command }) => property(`stage:${address}`, command)),
        ],
    };
}
function ingredient(each) {
    const { path, oid, hash, size } = each;
    return {
        type: "data",
        "bom-ref": refOf(each),
        name: path,
        hashes: hashes(each),
        data: [{ type: "dataset", name: path }],
        properties: [property("oid", `${hash}:${oid}`), ...(size === null ? [] : [property("bytes", String(size))])],
    };
}
function packageComponent(pinned) {
    const [name = "", version = ""] = pinned.split("==");
    return { type: "library", "bom-ref": pinned, name, version, purl: `pkg:pypi/${name}@${encodeURIComponent(version)}` };
}
function baseComponent({ reference, digest }) {
    return {
        type: "container",
        "bom-ref": "base",
        name: reference,
        hashes: [{ alg: "SHA-256", content: hexOf(digest) }],
    };
}
function property(name, value) {
    return { name: `mainline:${name}`, value };
}
/** A folder's oid is the digest of DVC's listing of it: still one digest for all of its content. */
function hashes({ oid, hash }) {
    const hex = oid.replace(/\.dir$/, "");
    return hash === "md5" && /^[0-9a-f]{32}$/.test(hex) ? [{ alg: "MD5", content: hex }] : [];
}
function refOf({ path }) {
    return `data:${path}`;
}
function nameOf({ file, name }) {
    return name === "" ? file : `${file}:${name}`;
}
/** Made from what the bill is about (RFC 9562, version 8: the rest is ours to choose). */
function uuidOf({ model, version, image: { digest } }) {
    const hex = hexOf(sha256(`mainline bill of materials\n${model}\n${version}\n${digest}`));
    return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
}

;// CONCATENATED MODULE: ./build/release/tag-message.js

/** Written once for each of their values. */
const MANY = ["waived", "metrics", "gates", "pulls", "approved"];
/** In the order in which they are written. */
const KEYS = [
    ["image", "Image"],
    ["digest", "Digest"],
    ["content", "Content"],
    ["model", "Model"],
    ["lock", "Lock"],
    ["environment", "Environment"],
    ["source", "Source"],
    ["hold", "Hold"],
    ["rejects", "Rejects"],
    ["lifts", "Lifts"],
    ["waived", "Waived"],
    ["metrics", "Metric"],
    ["gates", "Gate"],
    ["pulls", "Pull"],
    ["approved", "Approved"],
    ["golden", "Golden"],
    ["took", "Took"],
    ["reason", "Reason"],
    ["main", "Main"],
    ["by", "By"],
    ["team", "Team"],
    ["run", "Run"],
];
const BY_KEY = new Map(KEYS.map(([name, key]) => [key.toLowerCase(), name]));
const LINE = /^([A-Za-z][A-Za-z-]*):[ \t]*(.*)$/;
/**
 * The text of a tag's message: a line for people, an empty line, `Key: value` lines. Every value is one line (line
 * breaks and control characters in it become spaces), so that a reason cannot bring a trailer of its own.
 */
function tagMessage(summary, trailers) {
    const lines = KEYS.flatMap(([name, key]) => {
        const values = [trailers[name] ?? []].flat();
        return values.map((value) => `${key}: ${oneLine(value)}`);
    });
    const head = oneLine(summary);
    return lines.length === 0 ? `${head}\n` : `${head}\n\n${lines.join("\n")}\n`;
}
/**
 * Reads a message written by us, by GTO or by hand. Trailers are the last paragraph only, the first line never is one;
 * unknown keys are passed over, the first of two equal keys counts (but for those of which there may be several), a digest that
 * is none is dropped.
 */
function parseTagMessage(message) {
    const paragraphs = withoutSignature(message)
        .replace(/\r\n?/g, "\n")
        .trim()
        .split(/\n[ \t]*\n+/);
    const [first = ""] = paragraphs;
    const last = paragraphs.length > 1 ? (paragraphs.at(-1) ?? "") : "";
    return { summary: first.split("\n")[0] ?? "", trailers: parseTrailers(last) };
}
function parseTrailers(paragraph) {
    const found = new Map();
    const lists = new Map(MANY.map((name) => [name, []]));
    for (const line of paragraph.split("\n")) {
        const [, key = "", value = ""] = LINE.exec(line) ?? [];
        const name = BY_KEY.get(key.toLowerCase());
        if (name === undefined || value.trim() === "")
            continue;
        if (isMany(name))
            lists.get(name)?.push(value.trim());
        else if (!found.has(name))
            found.set(name, value.trim());
    }
    const digest = (0,kernel/* parseSha256 */.tz)(found.get("digest") ?? "");
    const content = (0,kernel/* parseSha256 */.tz)(found.get("content") ?? "");
    found.delete("digest");
    found.delete("content");
    return {
        ...Object.fromEntries(found),
        ...(digest && { digest }),
        ...(content && { content }),
        ...Object.fromEntries([...lists].filter(([, values]) => values.length > 0)),
    };
}
function isMany(name) {
    return MANY.some((many) => many === name);
}
/** A signed tag carries its signature at the end of the message. */
function withoutSignature(message) {
    const at = message.search(/^-----BEGIN (PGP|SSH) SIGNATURE-----$/m);
    return at < 0 ? message : message.slice(0, at);
}
function oneLine(text) {
    return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}

;// CONCATENATED MODULE: ./build/release/semver.js
/** SemVer 2 with GTO's `v` in front: https://semver.org, gto/versions.py. */
const SEMVER = /^v(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$/;
/** Null when the text is not `v` and a SemVer. Build metadata is accepted and plays no part in order. */
function parseSemVer(text) {
    const [, major, minor, patch, prerelease] = SEMVER.exec(text) ?? [];
    if (major === undefined || minor === undefined || patch === undefined)
        return null;
    return {
        major: BigInt(major),
        minor: BigInt(minor),
        patch: BigInt(patch),
        prerelease: prerelease === undefined ? [] : prerelease.split("."),
    };
}
/** SemVer 2, section 11. */
function compareSemVer(a, b) {
    return (compareNumbers(a.major, b.major) ||
        compareNumbers(a.minor, b.minor) ||
        compareNumbers(a.patch, b.patch) ||
        comparePrerelease(a.prerelease, b.prerelease));
}
function comparePrerelease(a, b) {
    if (a.length === 0 || b.length === 0)
        return b.length - a.length;
    for (const [index, part] of a.entries()) {
        const other = b[index];
        if (other === undefined)
            return 1;
        const order = compareParts(part, other);
        if (order !== 0)
            return order;
    }
    return a.length - b.length;
}
function compareParts(a, b) {
    const [x, y] = [/^\d+$/.test(a), /^\d+$/.test(b)];
    if (x && y)
        return compareNumbers(BigInt(a), BigInt(b));
    if (x !== y)
        return x ? -1 : 1;
    return a < b ? -1 : a > b ? 1 : 0;
}
function compareNumbers(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./build/release/tag-name.js

/*
 * GTO's tag grammar (gto/constants.py, 1.10): `art@v1.2.3`, `art@v1.2.3!`, `art#stage#4`, `art#stage!#5`,
 * `art@deprecated`. A tag writes `=` where commands write `:`, because git forbids `:` in the name of a ref.
 */
const FOLDER = "[a-zA-Z0-9_./-]+";
const NAME = "[a-zA-Z0-9](?:[a-zA-Z0-9/_-]*[a-zA-Z0-9])?";
const tag_name_TAG = new RegExp(`^(?<artifact>(?:${FOLDER}=)?${NAME})(?:(?:#(?<stage>${NAME})|@(?<version>v[0-9][^#!]*))(?<cancel>!?)|@(?<word>deprecated|created))(?:#(?<counter>[0-9]+))?$`);
const ARTIFACT = new RegExp(`^(?:${FOLDER}:)?${NAME}$`);
const STAGE = new RegExp(`^${NAME}$`);
/** The event, or null for a tag that is none of GTO's (and for `art@created`, which no GTO ever wrote). */
function parseTag(name) {
    const found = tag_name_TAG.exec(name)?.groups;
    if (found === undefined)
        return null;
    const { artifact: written = "", stage, version, cancel, word, counter: digits } = found;
    const artifact = written.replace("=", ":");
    const counter = digits === undefined ? null : Number(digits);
    const cancelled = cancel === "!";
    if (stage !== undefined)
        return { kind: cancelled ? "unassign" : "assign", artifact, stage, counter };
    if (version !== undefined) {
        if (parseSemVer(version) === null)
            return null;
        return { kind: cancelled ? "deregister" : "register", artifact, version, counter };
    }
    return word === "deprecated" ? { kind: "deprecate", artifact, counter } : null;
}
/** The tag's name: the inverse of `parseTag`. */
function formatTag(event) {
    const artifact = event.artifact.replace(":", "=");
    const counter = event.counter === null ? "" : `#${event.counter}`;
    switch (event.kind) {
        case "register":
            return `${artifact}@${event.version}${counter}`;
        case "deregister":
            return `${artifact}@${event.version}!${counter}`;
        case "assign":
            return `${artifact}#${event.stage}${counter}`;
        case "unassign":
            return `${artifact}#${event.stage}!${counter}`;
        case "deprecate":
            return `${artifact}@deprecated${counter}`;
    }
}
/** True for names that GTO takes for an artifact: `churn`, `sub/dir:churn`. */
function isArtifactName(text) {
    return ARTIFACT.test(text);
}
/** True for names that GTO takes for a stage: what an environment may be called. */
function isStageName(text) {
    return STAGE.test(text);
}

;// CONCATENATED MODULE: ./build/release/registry-state.js



/** Tags that mean something to GTO, oldest first. */
function readEntries(tags) {
    const entries = tags.flatMap((tag) => {
        const event = eventOf(tag);
        return event === null ? [] : [{ tag, event, message: parseTagMessage(tag.message) }];
    });
    return entries.sort((a, b) => seconds(a.tag.taggedAt) - seconds(b.tag.taggedAt) || (0,kernel/* compareCodePoints */.OP)(a.tag.name, b.tag.name));
}
/** GTO looks for tags by the names of their refs, and reads them by the names in their objects. */
function eventOf(tag) {
    return parseTag(tag.name) === null ? null : parseTag(tag.inside ?? tag.name);
}
/** Seconds since 1970: git keeps no more of a tag's time. */
function seconds(time) {
    return Math.floor(time.getTime() / 1000);
}
function buildState(entries) {
    const state = new Map();
    for (const entry of entries)
        artifactOf(state, entry.event.artifact).entries.push(entry);
    for (const artifact of state.values()) {
        for (const entry of inReadingOrder(artifact.entries)) {
            addVersionEvent(artifact, entry);
            addStageEvent(artifact, entry);
        }
    }
    return state;
}
/** Deprecations, versions, stages, by what the ref's name says; one object under two names counts once. */
function inReadingOrder(entries) {
    const ordered = [0, 1, 2].flatMap((phase) => entries.filter((entry) => phaseOf(entry.tag.name) === phase));
    const named = ordered.filter(({ tag }) => tag.inside !== undefined);
    if (named.length === 0)
        return ordered;
    return ordered.filter(({ tag }, index) => ordered.findIndex((first) => first.tag.object === tag.object) === index);
}
function phaseOf(name) {
    const kind = parseTag(name)?.kind;
    if (kind === "deprecate")
        return 0;
    return kind === "register" || kind === "deregister" ? 1 : 2;
}
function artifactOf(state, name) {
    const found = state.get(name) ?? {
        artifact: name,
        versions: [],
        byCommit: new Map(),
        deprecations: [],
        crowded: new Set(),
        entries: [],
    };
    state.set(name, found);
    return found;
}
function addVersionEvent(artifact, entry) {
    const { event, tag } = entry;
    if (event.kind === "deprecate")
        artifact.deprecations.push(entry);
    if (event.kind !== "register" && event.kind !== "deregister")
        return;
    const known = artifact.byCommit.get(tag.target)?.find((v) => v.version === event.version);
    const version = known ?? addVersion(artifact, event.version, tag.target);
    (event.kind === "register" ? version.registrations : version.deregistrations).push(entry);
}
function addStageEvent(artifact, entry) {
    const { event, tag } = entry;
    if (event.kind !== "assign" && event.kind !== "unassign")
        return;
    // GTO does not find a version again that only a stage named: each such tag makes one of its own, so that an
    // unassignment of a bare commit takes nothing back
    const [known, another] = declaredAt(artifact, tag.target);
    if (another !== undefined)
        artifact.crowded.add(tag.target);
    const version = known ?? addVersion(artifact, tag.target, tag.target);
    const stage = version.stages.get(event.stage) ?? { assignments: [], unassignments: [] };
    version.stages.set(event.stage, stage);
    (event.kind === "assign" ? stage.assignments : stage.unassignments).push(entry);
}
/** Versions that a tag of their own put on the commit, deregistered ones included. */
function declaredAt(artifact, commit) {
    return (artifact.byCommit.get(commit) ?? []).filter((v) => v.registrations.length + v.deregistrations.length > 0);
}
function addVersion(artifact, version, commit) {
    const added = { version, commit, registrations: [], deregistrations: [], stages: new Map() };
    artifact.versions.push(added);
    const there = artifact.byCommit.get(commit);
    if (there === undefined)
        artifact.byCommit.set(commit, [added]);
    else
        there.push(added);
    return added;
}

;// CONCATENATED MODULE: ./build/release/unreadable.js

/**
 * Why GTO's reader (1.10) stops at a tag, and with it every command for every artifact; null where it does not. It reads a tag
 * when the name of its ref is in the grammar, and wants who tagged, text, and a commit behind it.
 */
function whyUnreadable(tag) {
    if (!isLookedAt(tag.name))
        return null;
    const read = tag.inside ?? tag.name;
    const event = parseTag(read);
    if (event === null) {
        return read === tag.name ? "its name is one that GTO cannot read" : `its object carries another name, ${read}`;
    }
    if (tag.isText === false)
        return "its message, or who tagged, is not UTF-8";
    if (tag.tagger.name === "" || tag.tagger.email === "")
        return "it does not name who tagged: name and address";
    if (tag.of !== undefined && event.kind !== "deprecate")
        return `it names a ${tag.of} and not a commit`;
    return null;
}
function isLookedAt(name) {
    return parseTag(name) !== null || /^[a-zA-Z0-9][^#@]*@created(#[0-9]+)?$/.test(name);
}

;// CONCATENATED MODULE: ./build/release/breakage.js



/** All broken and nearly broken states, for a doctor. */
function findBreakages(tags) {
    const state = [...buildState(readEntries(tags)).values()];
    return [...unreadable(tags), ...state.flatMap(crowdedCommits)];
}
/** Failure `gto-broken` (bad input) naming every broken state and the commands that repair it; dormant ones pass. */
function refuseBroken(tags) {
    const broken = findBreakages(tags).filter((breakage) => !breakage.dormant);
    if (broken.length > 0)
        throw (0,kernel/* together */.bs)(broken.map(asFailure));
}
/**
 * Failure `gto-would-break` when a stage tag on `commit` would stop GTO: ask before creating one. (A second version on
 * a commit is refused in the same way before it is registered.)
 */
function refuseBreaking(tags, artifact, commit) {
    const found = findBreakages(tags).find((b) => b.artifact === artifact && b.commit === commit);
    if (found === undefined)
        return;
    const { message, details } = asFailure(found);
    throw (0,kernel/* badInput */.AN)("gto-would-break", `${message}; assigning a stage to it would stop every gto command`, details);
}
function unreadable(tags) {
    return tags.flatMap((tag) => {
        const why = whyUnreadable(tag);
        if (why === null)
            return [];
        const artifact = tag.name.replace(/[#@].*$/, "").replace("=", ":");
        return [{ artifact, commit: null, versions: [], why, dormant: false, remove: [tag.name] }];
    });
}
function crowdedCommits(artifact) {
    return [...artifact.byCommit.keys()].flatMap((commit) => {
        const declared = declaredAt(artifact, commit);
        if (declared.length < 2)
            return [];
        const keep = versionToKeep(declared);
        return [
            {
                artifact: artifact.artifact,
                commit,
                versions: declared.map((version) => version.version),
                dormant: !artifact.crowded.has(commit),
                remove: declared.filter((version) => version !== keep).flatMap(tagsOf),
            },
        ];
    });
}
/** One that names an image before one that does not (a tag made by hand), else the first that was registered. */
function versionToKeep(declared) {
    const withImage = declared.find((v) => v.registrations.some((entry) => entry.message.trailers.digest !== undefined));
    return withImage ?? declared.find((v) => v.registrations.length > 0) ?? declared[0];
}
function tagsOf(version) {
    return [...version.registrations, ...version.deregistrations].map((entry) => entry.tag.name);
}
function asFailure(breakage) {
    const names = breakage.remove.map((name) => `'${name}'`);
    const refs = breakage.remove.map((name) => `':refs/tags/${name}'`);
    return (0,kernel/* badInput */.AN)("gto-broken", describe(breakage), {
        found: breakage.versions.length === 0 ? names.join(", ") : breakage.versions.join(", "),
        expected: breakage.versions.length === 0 ? "no such tag, or one as git tag -a writes it" : "one version on a commit",
        hint: `git tag -d ${names.join(" ")} && git push origin ${refs.join(" ")}`,
    });
}
function describe({ artifact, commit, versions, why, remove }) {
    if (commit === null)
        return `the tag ${remove.join(", ")} stops every gto command: ${why}`;
    return `${artifact} has ${versions.length} versions on commit ${commit.slice(0, 12)} (${versions.join(", ")})`;
}

;// CONCATENATED MODULE: ./build/release/layer.js





/** Where a repository's files lie in the image. */
const APP = "app";
/** A file at least this big gets a layer of its own: one changed shard of a model then moves alone. 32 MiB. */
const OWN_LAYER_SIZE = 32 << 20;
/** Most such layers in an image: overlayfs takes 127 layers in all, and a base needs its share. The biggest files get them. */
const MAX_OWN_LAYERS = 40;
/**
 * The layers for files of one role: big files one by one (by path), then all others together. Files are read once, to
 * name the layer, and not even then when `memory` knows it; `open` reads them again to send them.
 */
async function makeLayers(role, files, memory) {
    const sized = await sizedFiles(files);
    const layers = [];
    for (const group of grouped(sized))
        layers.push(await makeLayer(role, group, memory));
    return layers;
}
/** The files with their sizes, in code point order. */
async function sizedFiles(files) {
    refuseBadPaths(files);
    const sized = await Promise.all(files.map(withSize));
    return sized.sort((a, b) => (0,kernel/* compareCodePoints */.OP)(a.path, b.path));
}
async function withSize(file) {
    if (typeof file.source !== "string")
        return { ...file, size: file.source.length };
    const found = await (0,promises_.stat)(file.source).catch(() => null);
    if (found?.isFile())
        return { ...file, size: found.size };
    throw (0,kernel/* badInput */.AN)("image-file-missing", `${file.path} is not a file that can go into the image`, {
        found: found === null ? `nothing at ${file.source}` : "something that is not a regular file",
        hint: "pull the data first, or correct `code` in mainline.yaml",
    });
}
function grouped(files) {
    const big = files.filter((file) => file.size >= OWN_LAYER_SIZE).sort((a, b) => b.size - a.size);
    const own = new Set(big.slice(0, MAX_OWN_LAYERS));
    const others = files.filter((file) => !own.has(file));
    const alone = files.filter((file) => own.has(file)).map((file) => [file]);
    return others.length === 0 ? alone : [...alone, others];
}
async function makeLayer(role, files, memory) {
    const entries = tarEntries(APP, files);
    const open = () => tarStream(entries);
    const key = memoryKey(files);
    const known = key === null ? null : (memory?.get(key) ?? null);
    const { digest, size } = known ?? (await measure(open()));
    if (known === null && key !== null)
        memory?.set(key, { digest, size });
    const descriptor = { mediaType: LAYER, digest, size, annotations: { [ROLE_ANNOTATION]: role } };
    return { role, descriptor, diffId: digest, open };
}
/** Null when some file's content has no name. */
function memoryKey(files) {
    const lines = files.map(({ path, contentId, size, executable }) => contentId === undefined ? null : JSON.stringify([path, contentId, size, executable === true]));
    return lines.includes(null) ? null : sha256(`layer 1 ${LAYER_TIME}\n${lines.join("\n")}`);
}
async function measure(stream) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    let size = 0;
    for await (const chunk of stream) {
        hash.update(chunk);
        size += chunk.length;
    }
    return { digest: asSha256(hash.digest("hex")), size };
}
/** Every folder above the files first, parents before children; then the files. Both in code point order. */
function tarEntries(root, files) {
    const folders = new Set(files.flatMap((file) => foldersAbove(`${root}/${file.path}`)));
    const directories = [...folders].sort(kernel/* compareCodePoints */.OP).map((path) => {
        return { path, type: "directory", executable: false, size: 0, source: new Uint8Array() };
    });
    const regular = files.map((file) => {
        const { path, executable = false, size, source } = file;
        return { path: `${root}/${path}`, type: "file", executable, size, source };
    });
    return [...directories, ...regular];
}
function foldersAbove(path) {
    const parts = path.split("/").slice(0, -1);
    return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
/** Two files at one path, a file where another needs a folder, and paths that leave `/app` or that overlayfs reads as its own. */
function refuseBadPaths(files) {
    const paths = new Set();
    const problems = [];
    for (const { path } of files) {
        if (!isPlainPath(path)) {
            problems.push((0,kernel/* badInput */.AN)("image-path", `"${path}" cannot be a path in the image`, {
                expected: "a relative path inside the repository without `..`, `.wh.` or control characters",
            }));
        }
        else if (paths.has(path))
            problems.push((0,kernel/* badInput */.AN)("image-path-twice", `${path} goes into the image twice`));
        paths.add(path);
    }
    for (const path of paths) {
        const above = foldersAbove(path).find((folder) => paths.has(folder));
        if (above !== undefined) {
            problems.push((0,kernel/* badInput */.AN)("image-path-twice", `${above} is a file and the folder of ${path} in the image`));
        }
    }
    if (problems.length > 0)
        throw (0,kernel/* together */.bs)(problems);
}
function isPlainPath(path) {
    const parts = path.split("/");
    return (parts.every((part) => part !== "" && part !== "." && part !== ".." && !part.startsWith(".wh.")) &&
        !/\p{Cc}/u.test(path));
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/release/kept.js


/** What a killed build left is of no use to anybody after a day: no build takes so long. */
const STALE_MS = 86_400_000;
/** Begins the names of folders that are being made. */
const kept_PART = ".part-";
/** Moves a finished folder to its place. Somebody else may have been faster; what was there before and is not whole makes room. */
async function putInPlace(part, home) {
    const taken = await (0,promises_.rename)(part, home).then(() => false, (error) => {
        if (error.code === "ENOTEMPTY" || error.code === "EEXIST")
            return true;
        throw error;
    });
    if (!taken)
        return;
    await (0,promises_.rm)(home, { recursive: true, force: true });
    await (0,promises_.rename)(part, home);
}
/** Removes what killed builds left, and the oldest of the finished folders: one more than `most - 1` will fit. */
async function sweep(folder, most, clock) {
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    const aged = await Promise.all(names.map(async (name) => ({ name, at: (await (0,promises_.stat)((0,external_node_path_.join)(folder, name)).catch(() => null))?.mtimeMs ?? 0 })));
    const now = clock.now().getTime();
    const stale = aged.filter(({ name, at }) => name.startsWith(kept_PART) && now - at > STALE_MS);
    const finished = aged.filter(({ name }) => !name.startsWith(kept_PART)).toSorted((a, b) => b.at - a.at);
    for (const { name } of [...stale, ...finished.slice(most - 1)]) {
        await (0,promises_.rm)((0,external_node_path_.join)(folder, name), { recursive: true, force: true });
    }
}
/** Keeps a folder that was used from being swept before those that were not. */
async function touch(home, clock) {
    const now = clock.now();
    await (0,promises_.utimes)(home, now, now).catch(() => { });
}

;// CONCATENATED MODULE: ./build/release/verified.js



/**
 * Passes a blob's bytes on, one chunk late: the last chunk leaves only after size and digest proved right, so that
 * nobody takes a corrupt blob for a complete one. Failure `blob-corrupt`.
 */
async function* verified(stream, { digest, size }, where) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    let seen = 0;
    let held = null;
    for await (const chunk of stream) {
        if (held !== null)
            yield held;
        seen += chunk.length;
        if (seen > size)
            break;
        hash.update(chunk);
        held = chunk;
    }
    const found = asSha256(hash.digest("hex"));
    if (seen !== size || found !== digest) {
        throw (0,kernel/* infrastructure */.Sv)("blob-corrupt", `${where} gave something else for ${digest}`, {
            found: seen === size ? found : `${seen > size ? "more than " : ""}${Math.min(seen, size)} bytes`,
            expected: `${size} bytes`,
            hint: "release the model again, or restore the blob from a copy",
        });
    }
    if (held !== null)
        yield held;
}

;// CONCATENATED MODULE: ./build/release/python/failures.js

/** `https://ann:secret@index.example/simple` → `https://***@index.example/simple`. */
function withoutPasswords(text) {
    return text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/]+@/gi, "$1***@");
}
const UNREACHABLE = /connection broken|failed to (?:fetch|download)|error sending request|connection refused|timed out|name or service not known|temporary failure in name resolution|SSLError|HTTP status (?:server error|client error \((?:401|403|407|429))|40[13] (?:client )?error/i;
const NO_VERSION = /there is no version of ([A-Za-z0-9._-]+==[^\s,]+)|Because ([A-Za-z0-9._-]+) was not found/;
/** pip says the same of a version without wheels and of one that never was. */
const NO_WHEEL = /Because ([A-Za-z0-9._-]+(?:==[^\s,]+)?) has no |No matching distribution found for ([^\s;,]+)/;
const HASH_MISMATCH = /hash mismatch|DO NOT MATCH THE HASHES/i;
const NO_HASH = /In --require-hashes mode|Hash-checking is required/i;
const NO_PYTHON = /No interpreter found|python-build-standalone/i;
/** What a tool said, as one of our failures. */
function installFailure(lines, { lock, target, installer }) {
    const text = lines.join("\n");
    const at = { file: lock.file };
    const found = lines.slice(-8).join("\n");
    if (HASH_MISMATCH.test(text)) {
        return (0,kernel/* badInput */.AN)("python-hash", "the index has other files than the lock's hashes say", {
            at,
            found,
            expected: "the files that were locked",
            hint: "lock again where you trust the index; if nobody changed the packages, somebody changed their files",
        });
    }
    if (NO_HASH.test(text))
        return unlisted(lock, found);
    if (NO_PYTHON.test(text) || UNREACHABLE.test(text)) {
        const what = NO_PYTHON.test(text) ? "uv found no Python on this machine" : "the package index does not answer";
        return (0,kernel/* infrastructure */.Sv)("python-index", what, {
            at,
            found,
            hint: "try again; the index is the one of pip's or uv's own settings",
        });
    }
    const [, version, name] = NO_VERSION.exec(text) ?? [];
    const absent = version ?? name;
    if (absent !== undefined) {
        return (0,kernel/* badInput */.AN)("python-no-version", `the index has no ${absent}`, {
            at,
            found,
            expected: "versions that are there",
            hint: `correct ${lock.file}, or have uv ask the index that has it: UV_INDEX_URL, UV_EXTRA_INDEX_URL`,
        });
    }
    const [, uvs, pips] = NO_WHEEL.exec(text) ?? [];
    const pin = uvs ?? pips;
    if (pin !== undefined) {
        const platform = `linux/amd64, Python ${target.version} and ${target.wheels}`;
        return (0,kernel/* badInput */.AN)("python-no-wheel", `${pin} has no wheel for ${platform}: use a Dockerfile for it`, {
            at,
            found,
            expected: "a wheel at the index: a release builds nothing from source",
            hint: `take a version that has one, or build an image with ${pin} and name that image as the model's \`base\``,
        });
    }
    return (0,kernel/* badInput */.AN)("python-install", `${installer.name} cannot install the packages of ${lock.file}`, {
        at,
        found,
        hint: "what it says stands above; the versions of the lock have to go together",
    });
}
/** A lock that leaves out what its packages need. */
function unlisted(lock, found) {
    return (0,kernel/* badInput */.AN)("python-not-pinned", `the packages of ${lock.file} need others that it does not name`, {
        at: { file: lock.file },
        found,
        expected: "every package that comes in, with its version",
        hint: `write them down: \`uv pip compile --generate-hashes requirements.in -o ${lock.file}\` (or \`pip freeze\`), and commit the result`,
    });
}

// EXTERNAL MODULE: ./build/shell/index.js + 9 modules
var shell = __webpack_require__(69432);
;// CONCATENATED MODULE: ./build/release/python/installer.js


/** Variables that would have a tool do something else than what it is asked; those that name an index are left to it. */
const QUIET = {
    PYTHONDONTWRITEBYTECODE: "1",
    ...Object.fromEntries(["TARGET", "PREFIX", "ROOT", "USER", "REQUIREMENT", "CONSTRAINT", "NO_BINARY", "ONLY_BINARY", "REQUIRE_VIRTUALENV"]
        .flatMap((name) => [`PIP_${name}`, `UV_${name}`])
        .map((name) => [name, undefined])),
    UV_OVERRIDE: undefined,
    UV_COMPILE_BYTECODE: undefined,
    PIP_QUIET: undefined,
    PIP_VERBOSE: undefined,
    NO_COLOR: "1",
    PIP_NO_COLOR: "1",
};
/** uv where there is one; else a pip whose Python reads markers as the image's does. Failure `python-no-installer`. */
async function findInstaller(target, signal) {
    if ((await answer(["uv", "--version"], signal)) !== null)
        return { name: "uv", command: ["uv"] };
    const found = [];
    for (const python of [`python${target.version}`, "python3", "python"]) {
        const version = pythonOf(await answer([python, "-m", "pip", "--version"], signal));
        if (version === target.version && isThePlatform())
            return { name: "pip", command: [python, "-m", "pip"] };
        if (version !== null)
            found.push(`pip of Python ${version}`);
    }
    throw (0,kernel/* badInput */.AN)("python-no-installer", `nothing here can install packages for Python ${target.version}`, {
        found: found.length === 0 ? "neither uv nor pip" : `${[...new Set(found)].join(", ")} on ${process.platform}`,
        expected: `\`uv\` on PATH, or pip of Python ${target.version} on Linux for x86-64, which can do it for itself alone`,
        hint: "install uv (`pipx install uv`, or `uses: astral-sh/setup-uv` before this step) and run again",
    });
}
/** uv is needed to read its own lock. Failure `python-no-installer`. */
async function findUv(signal) {
    if ((await answer(["uv", "--version"], signal)) !== null)
        return { name: "uv", command: ["uv"] };
    throw (0,kernel/* badInput */.AN)("python-no-installer", "uv.lock can be read by uv alone, and there is none here", {
        found: "no `uv` on PATH",
        expected: "`uv`",
        hint: "install uv (`pipx install uv`, or `uses: astral-sh/setup-uv` before this step), or name the file that `uv export -o requirements.txt` writes",
    });
}
/** The whole command line. */
function installCommand({ name, command }, installing) {
    const { requirements, into, target, alone, hashed } = installing;
    const common = [
        "--target",
        into,
        "--python-version",
        target.version,
        "-r",
        requirements,
        ...(alone ? ["--no-deps"] : []),
        ...(hashed ? ["--require-hashes"] : []),
    ];
    if (name === "uv") {
        const platform = `x86_64-${target.wheels}`;
        return [...command, "pip", "install", ...common, "--python-platform", platform, "--only-binary", ":all:"];
    }
    const platforms = platformTags(target.wheels).flatMap((tag) => ["--platform", tag]);
    const quiet = [
        "--no-compile",
        "--no-input",
        "--disable-pip-version-check",
        "--progress-bar",
        "off",
        "--retries",
        "3",
    ];
    return [...command, "install", ...common, ...platforms, "--only-binary=:all:", ...quiet];
}
/** pip takes a tag for what it says; uv knows which older ones fit, too. Newest first, as uv prefers them. */
function platformTags(wheels) {
    const newest = Number(wheels.slice(wheels.lastIndexOf("_") + 1));
    const legacy = new Map([
        [17, "manylinux2014_x86_64"],
        [12, "manylinux2010_x86_64"],
        [5, "manylinux1_x86_64"],
    ]);
    const minors = Array.from({ length: newest - 4 }, (_, index) => newest - index);
    const tags = minors.flatMap((minor) => [`manylinux_2_${minor}_x86_64`, legacy.get(minor) ?? []].flat());
    return [...tags, "linux_x86_64"];
}
async function answer([program = "", ...args], signal) {
    const result = await (0,shell/* run */.eF)(program, args, { signal, env: QUIET, timeoutMs: 20_000 }).catch(() => null);
    return result === null || result.code !== 0 ? null : result.stdoutText;
}
/** `pip 23.2.1 from /usr/lib/… (python 3.11)`. */
function pythonOf(text) {
    return /\(python (3\.\d+)\)\s*$/.exec(text ?? "")?.[1] ?? null;
}
function isThePlatform() {
    return process.platform === "linux" && process.arch === "x64";
}

;// CONCATENATED MODULE: ./build/release/python/model.js
/** The names of a package that mean the same one: PEP 503. */
function normalName(name) {
    return name.toLowerCase().replace(/[-_.]+/g, "-");
}

;// CONCATENATED MODULE: ./build/release/python/requirements.js


/** Name, extras, the one version, and the marker. `==1.*` is no version. */
const PIN = /^([A-Za-z0-9][A-Za-z0-9._-]*)\s*(\[[A-Za-z0-9._,\s-]*\])?\s*===?\s*([A-Za-z0-9][A-Za-z0-9.!+_-]*)\s*(?:;\s*(\S.*))?$/;
const HASH = /\s--hash[=\s]\s*(sha256:[0-9a-f]{64}|\S+)/g;
const requirements_INDEX = /^(-i|--index-url|--extra-index-url)[=\s]\s*(\S+)$/;
/** Nobody reads more, and the file may be a stranger's. */
const MOST_PROBLEMS = 20;
/** Reads a requirements file of pins. Failures `python-not-pinned`, `python-lock`, all of the file at once. */
function parseRequirements(text, file) {
    const problems = [];
    const pins = [];
    const indexes = [];
    for (const entry of entriesOf(text, file)) {
        const read = entry.text.startsWith("-") ? indexOf(entry) : pinOf(entry);
        if (problems.length >= MOST_PROBLEMS)
            break;
        if (read instanceof Error)
            problems.push(read);
        else if ("role" in read)
            indexes.push(read);
        else
            pins.push(read);
    }
    if (problems.length === 0 && pins.length === 0)
        problems.push(emptyLock(file));
    if (problems.length > 0)
        throw (0,kernel/* together */.bs)(problems);
    return { kind: "requirements", pins: inOrder(pins), indexes, complete: false };
}
/** One order for all, so that a sorted and an unsorted file are the same lock. */
function inOrder(pins) {
    return pins.toSorted((a, b) => (0,kernel/* compareCodePoints */.OP)(a.requirement, b.requirement));
}
/** The file that the tools are given. */
function requirementsText({ pins, indexes }) {
    const options = indexes.map(({ role, url }) => `${role === "main" ? "--index-url" : "--extra-index-url"} ${url}`);
    const lines = pins.map(({ requirement, hashes }) => [requirement, ...hashes.map((hash) => `--hash=${hash}`)].join(" "));
    return `${[...options, ...lines].join("\n")}\n`;
}
/** An index's address, without a password in it. Failure `python-index-password`. */
function publicIndex(url, at) {
    const address = URL.canParse(url) ? new URL(url) : null;
    if (address === null || !/^https?:$/.test(address.protocol)) {
        return (0,kernel/* badInput */.AN)("python-lock", "a package index needs an address", { at, found: url, expected: "https://…" });
    }
    if (address.username === "" && address.password === "" && !url.includes("$"))
        return url;
    return (0,kernel/* badInput */.AN)("python-index-password", "a password for a package index does not belong into the repository", {
        at,
        expected: "the address alone",
        hint: "give the whole address in PIP_INDEX_URL or UV_INDEX_URL, or the password in ~/.netrc, where the release runs",
    });
}
function emptyLock(file) {
    return (0,kernel/* badInput */.AN)("python-lock", `${file} names no package`, { at: { file }, expected: "at least one NAME==VERSION" });
}
function pinOf({ text, at }) {
    const hashes = [...` ${text}`.matchAll(HASH)].map(([, hash = ""]) => hash);
    const odd = hashes.find((hash) => !/^sha256:[0-9a-f]{64}$/.test(hash));
    if (odd !== undefined) {
        return (0,kernel/* badInput */.AN)("python-lock", "a hash that is no SHA-256", {
            at,
            found: odd,
            expected: "--hash=sha256:… (64 hex digits)",
        });
    }
    const bare = ` ${text}`.replace(HASH, "").trim();
    const [, name = "", extras = "", version = "", marker] = PIN.exec(bare) ?? [];
    if (name === "")
        return notPinned(bare, at);
    const condition = marker === undefined ? "" : ` ; ${marker.trim()}`;
    const requirement = `${normalName(name)}${extras.replace(/\s/g, "")}==${version}${condition}`;
    return { name: normalName(name), requirement, hashes: hashes.toSorted(kernel/* compareCodePoints */.OP) };
}
function notPinned(found, at) {
    return (0,kernel/* badInput */.AN)("python-not-pinned", "a release needs the exact version of every package", {
        at,
        found,
        expected: "NAME==VERSION from a package index",
        hint: `pin what you wrote: \`uv pip compile --generate-hashes requirements.in -o ${at.file}\` (or \`pip freeze\`), and commit the result. What has no wheel needs a Dockerfile`,
    });
}
function indexOf({ text, at }) {
    const [, option, url = ""] = requirements_INDEX.exec(text) ?? [];
    if (option === undefined) {
        return (0,kernel/* badInput */.AN)("python-lock", "an option that a release does not know", {
            at,
            found: text,
            expected: "--index-url, --extra-index-url, or none",
            hint: "list every package in this one file (`uv pip compile` and `pip freeze` do); everything else needs a Dockerfile",
        });
    }
    const address = publicIndex(url, at);
    return typeof address === "string"
        ? { role: option === "--extra-index-url" ? "extra" : "main", url: address }
        : address;
}
/** Lines that end in a backslash go on in the next one; comments and blank lines are none. */
function entriesOf(text, file) {
    const entries = [];
    let open = null;
    for (const [index, raw] of text
        .replace(/^\uFEFF/, "")
        .split(/\r?\n/)
        .entries()) {
        const part = raw.replace(/(^|\s)#.*$/, "").trim();
        open ??= { line: index + 1, parts: [] };
        open.parts.push(part.replace(/\\$/, "").trim());
        if (part.endsWith("\\"))
            continue;
        const entry = open.parts.join(" ").trim();
        if (entry !== "")
            entries.push({ text: entry, at: { file, line: open.line, column: 1 } });
        open = null;
    }
    const rest = open?.parts.join(" ").trim() ?? "";
    if (open !== null && rest !== "")
        entries.push({ text: rest, at: { file, line: open.line, column: 1 } });
    return entries;
}

;// CONCATENATED MODULE: ./build/release/python/install.js







/** Installs the lock's packages into `folder/site`, working in `folder`; what was asked for comes back. Nothing of a package runs. */
async function install(lock, { target, folder }, context) {
    const asked = lock.content.kind === "uv" ? await exported(lock.content, folder, context) : lock.content;
    const installer = await findInstaller(target, context.signal);
    const requirements = (0,external_node_path_.join)(folder, "requirements.txt");
    await (0,promises_.writeFile)(requirements, requirementsText(asked));
    const hashed = asked.pins.every(({ hashes }) => hashes.length > 0);
    // where markers leave everything out, no tool makes it
    const into = (0,external_node_path_.join)(folder, "site");
    await (0,promises_.mkdir)(into);
    const command = installCommand(installer, { requirements, into, target, alone: asked.complete, hashed });
    const packages = `${asked.pins.length} package${asked.pins.length === 1 ? "" : "s"}`;
    context.progress.say(`${lock.file}: installing ${packages} for Python ${target.version} with ${installer.name}`);
    const { code, lines } = await watched(command, "/", context);
    if (code === 0)
        return asked;
    throw installFailure(lines, { lock, target, installer });
}
/** uv.lock says more than we read; its own program gives what has to be installed. */
async function exported(lock, folder, context) {
    const { command } = await findUv(context.signal);
    const project = (0,external_node_path_.join)(folder, "project");
    await (0,promises_.mkdir)(project);
    await (0,promises_.writeFile)((0,external_node_path_.join)(project, "uv.lock"), lock.bytes);
    // the lock alone decides: of the project it needs no more than the name, and a workspace of its own keeps uv from looking above
    const name = JSON.stringify(lock.project);
    await (0,promises_.writeFile)((0,external_node_path_.join)(project, "pyproject.toml"), `[project]\nname = ${name}\nversion = "0"\n\n[tool.uv.workspace]\n`);
    const output = (0,external_node_path_.join)(folder, "exported.txt");
    const flags = ["--frozen", "--no-default-groups", "--no-emit-project", "--no-header", "--no-annotate"];
    const form = ["--format", "requirements-txt", "--output-file", output, "--quiet"];
    const { code, lines } = await watched([...command, "export", ...flags, ...form], project, context);
    if (code !== 0) {
        throw (0,kernel/* badInput */.AN)("python-lock", "uv cannot read uv.lock", {
            at: { file: "uv.lock" },
            found: lines.slice(-6).join("\n"),
            hint: "uv lock, and commit the result",
        });
    }
    const read = parseRequirements(await (0,promises_.readFile)(output, "utf8"), "uv.lock");
    return { ...read, indexes: lock.indexes, complete: true };
}
const MAX_LINES = 200;
/** Runs a tool; its lines are shown as they come, without passwords, and the last of them come back. */
async function watched([program, ...args], cwd, { progress, signal }) {
    const decoder = new TextDecoder();
    const lines = [];
    let rest = "";
    const take = (line) => {
        const clean = withoutPasswords(line.trimEnd());
        if (clean === "")
            return;
        progress.live(clean.trim());
        lines.push(clean);
        if (lines.length > MAX_LINES)
            lines.shift();
    };
    const onOutput = (chunk) => {
        const parts = (rest + decoder.decode(chunk, { stream: true })).split(/[\r\n]+/);
        rest = parts.pop() ?? "";
        for (const part of parts)
            take(part);
    };
    const { code } = await (0,shell/* stream */.Td)(program, args, { cwd, env: QUIET, signal, onOutput });
    take(rest);
    signal.throwIfAborted();
    return { code, lines };
}

;// CONCATENATED MODULE: ./build/release/python/site.js





/*
 * What uv and pip leave in a folder, made the same whichever of them it was, of which version, and where: who installed it and
 * from where is left out, and what they write themselves (scripts, lists of files) is written anew.
 */
/** What only says how the package came here. */
const LEFT_OUT = ["INSTALLER", "REQUESTED", "RECORD", "direct_url.json", "uv_cache.json", "uv_build.json"];
/** The installed packages below `folder` as files for a layer. */
async function readSite(folder) {
    const paths = (await filesBelow(folder)).filter((path) => !isLeftOut(path));
    const plain = new Map();
    for (const path of paths)
        plain.set(path, await site_fileOf(folder, path));
    const infos = paths.filter((path) => /^[^/]+\.dist-info\/METADATA$/.test(path));
    const distributions = [];
    for (const metadata of infos) {
        const info = metadata.slice(0, metadata.lastIndexOf("/"));
        distributions.push(distributionOf(await (0,promises_.readFile)((0,external_node_path_.join)(folder, metadata), "utf8")));
        for (const script of await scriptsOf(folder, info))
            plain.set(script.path, script);
    }
    for (const metadata of infos) {
        const info = metadata.slice(0, metadata.lastIndexOf("/"));
        const record = await recordOf(folder, info, plain);
        plain.set(record.path, record);
    }
    return {
        files: [...plain.values()],
        distributions: distributions.toSorted((a, b) => (0,kernel/* compareCodePoints */.OP)(a.name, b.name)),
    };
}
async function filesBelow(folder, below = "") {
    const entries = await (0,promises_.readdir)((0,external_node_path_.join)(folder, below), { withFileTypes: true });
    const found = await Promise.all(entries.map(async (entry) => {
        const path = below === "" ? entry.name : `${below}/${entry.name}`;
        if (entry.isDirectory())
            return entry.name === "__pycache__" ? [] : filesBelow(folder, path);
        return entry.isFile() ? [path] : [];
    }));
    return found.flat().sort(kernel/* compareCodePoints */.OP);
}
/** C headers are put elsewhere by each tool, and are for compilers. A dot file beside the packages is the tool's own. */
function isLeftOut(path) {
    const [top = "", name = "", ...rest] = path.split("/");
    if (name === "")
        return top.startsWith(".");
    if (top === "include")
        return /\.(h|hh|hpp|hxx|inc|pxd)$/.test(path);
    return top.endsWith(".dist-info") && rest.length === 0 && LEFT_OUT.includes(name);
}
async function site_fileOf(folder, path) {
    const source = (0,external_node_path_.join)(folder, path);
    const executable = ((await (0,promises_.stat)(source)).mode & 0o100) !== 0;
    if (!path.startsWith("bin/"))
        return { path, source, executable };
    const bytes = await (0,promises_.readFile)(source);
    return { path, source: withShebang(bytes), executable };
}
/** A script names the Python of the machine that installed it: in the image it is the one on PATH. */
function withShebang(bytes) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const end = text.indexOf("\n");
    const first = end < 0 || end > 4096 ? "" : text.toString("latin1", 0, end);
    if (/^#!.*python[0-9.]*\s*$/.test(first))
        return Buffer.concat([SHEBANG, text.subarray(end)]);
    // where the interpreter's path is long, the tools write `#!/bin/sh` and a line that is shell and Python at once
    const long = /^#!\/bin\/sh\n'''exec' [^\n]*python[^\n]*\n' '''\n/.exec(text.toString("latin1", 0, 8192))?.[0];
    return long === undefined ? bytes : Buffer.concat([SHEBANG, Buffer.from("\n"), text.subarray(long.length)]);
}
const SHEBANG = Buffer.from("#!/usr/bin/env python3");
const ENTRY_POINT = /^([A-Za-z0-9][\w.-]*)\s*=\s*([A-Za-z_][\w.]*)\s*:\s*([A-Za-z_][\w.]*)\s*(?:\[[^\]]*\])?$/;
/** The commands that a package offers, in our words: uv's and pip's differ. */
async function scriptsOf(folder, info) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, info, "entry_points.txt"), "utf8").catch(() => "");
    const scripts = [];
    let section = "";
    for (const raw of text.split(/\r?\n/)) {
        const line = raw.trim();
        section = /^\[(.+)\]$/.exec(line)?.[1]?.trim() ?? section;
        const [, name, module = "", attribute = ""] = ENTRY_POINT.exec(line) ?? [];
        if (name === undefined || (section !== "console_scripts" && section !== "gui_scripts"))
            continue;
        const [first = ""] = attribute.split(".");
        const body = [
            SHEBANG.toString(),
            "import sys",
            `from ${module} import ${first}`,
            'if __name__ == "__main__":',
            `    sys.exit(${attribute}())`,
            "",
        ].join("\n");
        scripts.push({ path: `bin/${name}`, source: Buffer.from(body), executable: true });
    }
    return scripts;
}
/** The list of a package's files, which some programs read, of what is really there. Of files as they were, what the wheel says. */
async function recordOf(folder, info, files) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, info, "RECORD"), "utf8").catch(() => "");
    const listed = new Map();
    for (const line of text.split(/\r?\n/)) {
        const { path, rest } = rowOf(line);
        const source = files.get(path)?.source;
        if (source !== undefined)
            listed.set(path, typeof source === "string" ? rest : checkOf(source));
    }
    const rows = [...listed].sort(([a], [b]) => (0,kernel/* compareCodePoints */.OP)(a, b));
    const lines = rows.map(([path, rest]) => `${/[",]/.test(path) ? `"${path.replaceAll('"', '""')}"` : path}${rest}`);
    const path = `${info}/RECORD`;
    return { path, source: Buffer.from([...lines, `${path},,`, ""].join("\n")) };
}
/** A line of CSV: the path, without the way up that pip writes for scripts, and hash and size as they stand behind it. */
function rowOf(line) {
    const [, quoted, plain = "", rest = ""] = /^(?:"((?:[^"]|"")*)"|([^",]*))(,.*)?$/.exec(line) ?? [];
    return { path: (quoted?.replaceAll('""', '"') ?? plain).replace(/^(\.\.\/)+/, ""), rest };
}
function checkOf(bytes) {
    return `,sha256=${(0,external_node_crypto_.createHash)("sha256").update(bytes).digest("base64url")},${bytes.length}`;
}
function distributionOf(metadata) {
    const field = (name) => new RegExp(`^${name}:[ \\t]*(\\S+)`, "mi").exec(metadata)?.[1] ?? "";
    return { name: normalName(field("Name")), version: field("Version") };
}

;// CONCATENATED MODULE: ./build/release/python/layer.js















/** Where the packages lie in the image. */
const PYTHON_SITE = "opt/python";
/** Finished layers that are kept on this machine. */
const KEPT = 4;
/** What a layer is looked up by: the lock's meaning and what it is installed for. The tool is no part of it: both make the same. */
function pythonKey(lock, { version, wheels }) {
    return sha256(jsonBytes(["mainline.python/1", lock.digest, version, wheels, PYTHON_SITE, LAYER_TIME]));
}
/** The layer as an image of the same place holds it: nothing is installed, and nothing will have to travel. Null when it holds another. */
async function storedPython(store, digest, key) {
    const { layers } = parseManifest(await store.manifest(digest), `${store.location}@${digest}`);
    const found = layers.find(({ annotations }) => annotations?.[PYTHON_ANNOTATION] === key);
    if (found?.mediaType !== LAYER || found.annotations?.[ROLE_ANNOTATION] !== "python")
        return null;
    return layerOf(found, { open: () => store.blob(found), mountFrom: store.location });
}
/** The layer as this machine keeps it from an earlier time. */
async function cachedPython(folder, key) {
    const home = (0,external_node_path_.join)(folder, hexOf(key));
    const noted = readNote(await (0,promises_.readFile)((0,external_node_path_.join)(home, "layer.json"), "utf8").catch(() => null));
    const archive = (0,external_node_path_.join)(home, "layer.tar");
    const found = await (0,promises_.stat)(archive).catch(() => null);
    if (noted === null || found?.size !== noted.size)
        return null;
    const descriptor = layer_describe(key, noted);
    // what the disk spoiled is found while it is sent, and must not be found again
    const checked = async function* () {
        try {
            yield* verified((0,external_node_fs_.createReadStream)(archive, { highWaterMark: 128 << 10 }), descriptor, archive);
        }
        catch (error) {
            await (0,promises_.rm)(home, { recursive: true, force: true });
            throw error;
        }
    };
    return layerOf(descriptor, { open: checked });
}
/** Installs the packages and keeps the layer. It appears whole or not at all. */
async function buildPython(lock, build) {
    const { folder, target, clock } = build;
    const key = pythonKey(lock, target);
    await onDisk(folder, () => sweep(folder, KEPT, clock));
    const part = (0,external_node_path_.join)(folder, `${kept_PART}${(0,external_node_crypto_.randomBytes)(6).toString("hex")}`);
    try {
        await onDisk(part, () => (0,promises_.mkdir)(part, { recursive: true }));
        const asked = await install(lock, { target, folder: part }, build);
        build.progress.live(`${lock.file}: packing the layer`);
        await onDisk(part, () => pack(part, { lock, asked, signal: build.signal }));
        await onDisk(folder, () => putInPlace(part, (0,external_node_path_.join)(folder, hexOf(key))));
    }
    finally {
        await (0,promises_.rm)(part, { recursive: true, force: true });
    }
    const made = await cachedPython(folder, key);
    if (made === null)
        throw new Error(`the layer of ${lock.file} was made and is not there`);
    return made;
}
/** Leaves in the folder no more than the archive and its note. */
async function pack(part, { lock, asked, signal }) {
    const site = await readSite((0,external_node_path_.join)(part, "site"));
    refuseUnlisted(lock, asked, site.distributions);
    const entries = tarEntries(PYTHON_SITE, await sizedFiles(site.files));
    const hash = (0,external_node_crypto_.createHash)("sha256");
    let size = 0;
    const archive = await (0,promises_.open)((0,external_node_path_.join)(part, "layer.tar"), "wx", 0o644);
    try {
        for await (const chunk of tarStream(entries)) {
            signal.throwIfAborted();
            hash.update(chunk);
            size += chunk.length;
            await archive.writeFile(chunk);
        }
    }
    finally {
        await archive.close();
    }
    const packages = site.distributions.map(({ name, version }) => `${name}==${version}`);
    const note = { digest: asSha256(hash.digest("hex")), size, packages };
    await (0,promises_.writeFile)((0,external_node_path_.join)(part, "layer.json"), `${JSON.stringify(note)}\n`);
    const others = (await (0,promises_.readdir)(part)).filter((name) => !name.startsWith("layer."));
    for (const name of others)
        await (0,promises_.rm)((0,external_node_path_.join)(part, name), { recursive: true, force: true });
}
/** What came in beside the pins would be another version tomorrow. */
function refuseUnlisted(lock, { pins }, installed) {
    const listed = new Set(pins.map(({ name }) => name));
    const extra = installed.filter(({ name }) => !listed.has(name));
    if (extra.length > 0)
        throw unlisted(lock, extra.map(({ name, version }) => `${name}==${version}`).join("\n"));
}
/** Keeps a layer that was used from being swept before those that were not. */
async function touchPython(folder, key, clock) {
    await touch((0,external_node_path_.join)(folder, hexOf(key)), clock);
}
function layer_describe(key, { digest, size, packages }) {
    const annotations = {
        [ROLE_ANNOTATION]: "python",
        [PACKAGES_ANNOTATION]: packages.join(" "),
        [PYTHON_ANNOTATION]: key,
    };
    return { mediaType: LAYER, digest, size, annotations };
}
function layerOf(descriptor, source) {
    const layer = { role: "python", descriptor, diffId: descriptor.digest, ...source };
    return { layer, packages: packagesOf(descriptor) };
}
/** What a layer says is in it. */
function packagesOf({ annotations }) {
    return (annotations?.[PACKAGES_ANNOTATION] ?? "").split(" ").filter((text) => text !== "");
}
function readNote(text) {
    const note = parsed(text);
    const digest = typeof note.digest === "string" ? (0,kernel/* parseSha256 */.tz)(note.digest) : null;
    const { size, packages } = note;
    if (digest === null || typeof size !== "number" || !Array.isArray(packages))
        return null;
    return { digest, size, packages: packages.filter((item) => typeof item === "string") };
}
/** Nothing where the disk spoiled it. */
function parsed(text) {
    try {
        return JSON.parse(text ?? "{}");
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./build/release/running.js

/** A number, by which a cluster can tell that it is not root without knowing the image's users; distroless images call it `nonroot`. */
const NOBODY = "65532:65532";
/** That user's own folder: nobody else's is writable for him. */
const HOME = "HOME=/tmp";
const SERVER = "mainline_serve.py";
/** Seconds. A model may take as long to be loaded as the targets wait for it. */
const HEALTH = { interval: 10, timeout: 5, startPeriod: 120, retries: 3 };
const SECOND = 1_000_000_000;
/**
 * Who runs the image: whom a Dockerfile of the project says, whoever that is; a base's own user where that is a number and not root;
 * else somebody who owns nothing. `env`: what that takes.
 */
function runningAs(base) {
    const own = base?.config.user ?? null;
    if (base?.isEnvironment === true || isPlainNumber(own))
        return { user: own, env: [] };
    const hasHome = base?.config.env.some((variable) => variable.startsWith("HOME=")) === true;
    return { user: NOBODY, env: hasHome ? [] : [HOME] };
}
/** `1000`, `1000:1000`; not 0, however it is written. */
function isPlainNumber(user) {
    const [, id] = /^(\d+)(?::\d+)?$/.exec(user ?? "") ?? [];
    return id !== undefined && Number(id) !== 0;
}
/**
 * How docker asks whether an image is well, where it runs our own server: by the Python that runs it, at the path that the targets ask. Null for any
 * other command, of which nobody knows what it serves. As docker has it beside OCI's fields; others pass over it.
 */
function healthCheck(command) {
    const [python = "", script = ""] = command;
    if (!/^python[\d.]*$/.test(external_node_path_.posix.basename(python)) || external_node_path_.posix.basename(script) !== SERVER)
        return null;
    const { interval, timeout, startPeriod, retries } = HEALTH;
    return {
        Test: ["CMD", python, "-IS", "-c", question(timeout)],
        Interval: interval * SECOND,
        Timeout: timeout * SECOND,
        StartPeriod: startPeriod * SECOND,
        Retries: retries,
    };
}
/** Nothing of the image's own modules or proxies has a say in it. */
function question(timeout) {
    return [
        "import http.client, os, sys",
        "host = os.environ.get('HOST') or '0.0.0.0'",
        "host = {'0.0.0.0': '127.0.0.1', '::': '::1'}.get(host, host)",
        `asked = http.client.HTTPConnection(host, int(os.environ.get('PORT') or 8080), timeout=${timeout})`,
        "asked.request('GET', '/v2/health/ready')",
        "sys.exit(asked.getresponse().status != 200)",
    ].join("; ");
}

;// CONCATENATED MODULE: ./build/release/build.js





const DEFAULT_PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
/** Where the command listens when the platform says nothing else. */
const DEFAULT_PORT = "8080";
/**
 * The image that a recipe describes: base layers, Python packages, code, then the model (the part that changes most lies on top).
 * Pure apart from reading the files: the same recipe gives the same bytes on every machine.
 */
async function buildImage(recipe) {
    refuseBadRecipe(recipe);
    const code = await makeLayers("code", recipe.codeFiles, recipe.memory);
    const model = await makeLayers("model", recipe.modelFiles, recipe.memory);
    const below = [...(recipe.base?.layers ?? []), ...(recipe.python ? [recipe.python] : [])];
    return imageOf(recipe, [...below, ...code, ...model]);
}
/** The image that its recipe makes with other labels: its layers are the same, and no file is read for it. */
function relabelled(recipe, { layers }) {
    return imageOf(recipe, layers);
}
function imageOf(recipe, layers) {
    const [image, bare] = [inForm("whole", recipe, layers), inForm("bare", recipe, layers)];
    return bare.digest === image.digest ? image : { ...image, earlier: [bare] };
}
function inForm(form, recipe, layers) {
    const labels = labelsOf(recipe);
    const config = jsonBytes(configOf(recipe, { form, layers, labels }));
    const manifest = jsonBytes({
        schemaVersion: 2,
        mediaType: MANIFEST,
        config: { mediaType: CONFIG, digest: sha256(config), size: config.length },
        layers: layers.map((layer) => layer.descriptor),
        annotations: labels,
    });
    return { digest: sha256(manifest), manifest, config, layers };
}
function refuseBadRecipe(recipe) {
    refuseBadPaths([...recipe.codeFiles, ...recipe.modelFiles]);
    if (recipe.modelFiles.length === 0) {
        throw (0,kernel/* badInput */.AN)("model-empty", `the model ${recipe.model} has no file to put into an image`);
    }
    const { base } = recipe;
    const says = base?.isEnvironment === true && base.config.entrypoint.length + base.config.command.length > 0;
    if (recipe.command.length === 0 && !says) {
        const or = base?.isEnvironment === true ? ", or CMD in the Dockerfile" : "";
        throw (0,kernel/* badInput */.AN)("command-empty", `the model ${recipe.model} has no command to start it`, {
            hint: `write models.${recipe.model}.command in mainline.yaml${or}`,
        });
    }
}
function labelsOf({ base, created, labels, model, version }) {
    return sorted({
        ...(base && {
            "org.opencontainers.image.base.digest": base.digest,
            "org.opencontainers.image.base.name": base.reference,
        }),
        ...labels,
        "org.opencontainers.image.created": rfc3339(created),
        [VERSION_LABEL]: version,
        [MODEL_LABEL]: model,
    });
}
/** What runs has to be known: the entry point of a Dockerfile may be anything. */
function asked({ base, command }) {
    const entrypoint = base?.isEnvironment === true ? base.config.entrypoint : [];
    const check = entrypoint.length > 0 ? null : healthCheck(command.length > 0 ? command : (base?.config.command ?? []));
    return check === null ? {} : { Healthcheck: check };
}
/** Field order is fixed: it is part of the digest. OCI image-spec, config.md. */
function configOf(recipe, { form, layers, labels }) {
    const base = recipe.base?.config ?? null;
    const { user, env } = form === "bare" ? { user: base?.user ?? null, env: [] } : runningAs(recipe.base);
    return {
        created: rfc3339(recipe.created),
        architecture: base?.architecture ?? "amd64",
        os: base?.os ?? "linux",
        config: {
            ...(user && { User: user }),
            ExposedPorts: { [`${DEFAULT_PORT}/tcp`]: {} },
            Env: [...environment(recipe, recipe.python ? withPackages(base?.env ?? []) : (base?.env ?? [])), ...env],
            Cmd: recipe.command,
            WorkingDir: `/${APP}`,
            Labels: sorted({ ...base?.labels, ...labels }),
            ...(form === "whole" && asked(recipe)),
            ...(recipe.base?.isEnvironment === true && asDockerfile(recipe, recipe.base.config)),
        },
        rootfs: { type: "layers", diff_ids: layers.map((layer) => layer.diffId) },
        history: layers.map((layer) => ({
            created: rfc3339(recipe.created),
            created_by: layer.role === "base" ? "base image" : `mainline: ${layer.role}`,
        })),
    };
}
/** What a Dockerfile says of how its image runs, as `docker run IMAGE COMMAND` takes it; its own command runs in its own folder. */
function asDockerfile({ command }, { entrypoint, command: own, workingDir, rest }) {
    const folder = command.length > 0 || workingDir === "/" ? `/${APP}` : workingDir;
    return {
        ...rest,
        ...(entrypoint.length > 0 && { Entrypoint: entrypoint }),
        Cmd: command.length > 0 ? command : own,
        WorkingDir: folder,
        ExposedPorts: rest?.["ExposedPorts"] ?? { [`${DEFAULT_PORT}/tcp`]: {} },
    };
}
/** Lets Python and the shell find the packages before what the base has of the same name. */
function withPackages(base) {
    const packages = `/${PYTHON_SITE}`;
    const given = (name) => base.findLast((variable) => build_nameOf(variable) === name)?.slice(name.length + 1);
    const [path = DEFAULT_PATH.slice("PATH=".length), pythonPath] = [given("PATH"), given("PYTHONPATH")];
    const others = base.filter((variable) => !["PATH", "PYTHONPATH"].includes(build_nameOf(variable)));
    return [`PATH=${packages}/bin:${path}`, `PYTHONPATH=${packages}${pythonPath ? `:${pythonPath}` : ""}`, ...others];
}
/** The base's variables in their order, ours over them. */
function environment(recipe, base) {
    const ours = [`PORT=${DEFAULT_PORT}`, `MAINLINE_MODEL=${recipe.model}`, `MAINLINE_VERSION=${recipe.version}`];
    const names = new Set(ours.map(build_nameOf));
    const kept = base.filter((variable) => !names.has(build_nameOf(variable)));
    const path = kept.some((variable) => build_nameOf(variable) === "PATH") ? [] : [DEFAULT_PATH];
    return [...path, ...kept, ...ours];
}
function build_nameOf(variable) {
    return variable.split("=")[0] ?? variable;
}
/** Whole seconds, UTC. */
function rfc3339(time) {
    return time.toISOString().replace(/\.\d+Z$/, "Z");
}

;// CONCATENATED MODULE: ./build/release/content-key.js


/**
 * SHA-256 of one JSON array without white space: `["mainline.release/1", model, lock, [[path, oid]…], [[path, sha256]…],
 * base or null, [argument…]]`, files in code point order of their paths; with Python packages one member more, `[lock, version
 * or null, wheels]`: a release without any keeps the key that it had before there were any. On a Dockerfile's environment that member is
 * `["dockerfile", recipe]`.
 */
function contentKey(content) {
    if (content.modelFiles.size === 0)
        throw (0,kernel/* badInput */.AN)("model-empty", `the model ${content.model} has no files`);
    const { base, command, lock, model, python } = content;
    const record = ["mainline.release/1", model, lock, rows(content.modelFiles), rows(content.codeFiles), base, command];
    const packages = python ? [[python.lock, python.version, python.wheels]] : [];
    const environment = content.environment ? [["dockerfile", content.environment]] : [];
    return sha256(jsonBytes([...record, ...packages, ...environment]));
}
function rows(files) {
    return [...files].sort(([a], [b]) => (0,kernel/* compareCodePoints */.OP)(a, b));
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./build/release/dockerfile/builder.js




/** Those first that can give files one fixed time themselves. */
const ORDER = ["buildx", "buildah", "podman", "docker"];
/** The one that is asked for; `auto`: the first that is here. Failure `environment-no-builder`. */
async function findBuilder(wanted, signal) {
    for (const name of wanted === "auto" ? ORDER : [wanted]) {
        const found = await look(name, signal);
        if (found !== null)
            return found;
    }
    const all = wanted === "auto";
    throw (0,kernel/* badInput */.AN)("environment-no-builder", `nothing here can build a Dockerfile${all ? "" : ` with ${wanted}`}`, {
        found: all ? "no Docker engine that answers, no buildah, no podman" : `no ${wanted} that answers`,
        expected: all ? "docker (with or without buildx), buildah or podman" : WANTS[wanted],
        hint: "install one (`sudo apt-get install buildah` needs no daemon; hosted Ubuntu runners of GitHub have docker buildx), or release where there is one",
    });
}
const WANTS = {
    buildx: "`docker buildx version` and a builder (`docker buildx inspect`)",
    docker: "`docker version` with an engine that answers",
    buildah: "`buildah` on PATH",
    podman: "`podman` on PATH",
};
async function look(name, signal) {
    const engine = () => builder_answer(["docker", "version", "--format", "{{.Server.Version}}"], signal);
    if (name === "docker")
        return (await engine()) === null ? null : { name, engine: true };
    if (name !== "buildx")
        return (await builder_answer([name, "--version"], signal)) === null ? null : { name, engine: false };
    if ((await builder_answer(["docker", "buildx", "version"], signal)) === null)
        return null;
    const driver = /^Driver:\s*(\S+)/m.exec((await builder_answer(["docker", "buildx", "inspect"], signal)) ?? "")?.[1];
    if (driver !== "docker")
        return driver === undefined ? null : { name, engine: false };
    return (await engine()) === null ? null : { name, engine: true };
}
async function builder_answer([program, ...args], signal) {
    const result = await (0,shell/* run */.eF)(program, args, { signal, timeoutMs: 20_000 }).catch(() => null);
    signal.throwIfAborted();
    return result === null || result.code !== 0 ? null : result.stdoutText;
}
/** The whole command lines. */
function buildCommands({ name, engine }, order) {
    const program = name === "buildx" ? ["docker", "buildx"] : [name];
    const plain = ["--file", order.file, ...target(order), ...argumentsOf(order), order.context];
    if (name === "docker") {
        return { build: [...program, "build", "--tag", order.name, ...plain], ...fromEngine(order), env: {} };
    }
    const platform = ["--platform", `${LINUX_AMD64.os}/${LINUX_AMD64.architecture}`];
    if (name === "buildx") {
        const output = `type=docker,dest=${order.into}/image.tar,rewrite-timestamp=true`;
        const how = engine ? ["--load", "--tag", order.name] : ["--output", output];
        return {
            build: [...program, "build", "--progress", "plain", ...platform, ...how, ...plain],
            ...(engine ? fromEngine(order) : { take: null, tidy: null }),
            env: { SOURCE_DATE_EPOCH: String(LAYER_TIME), BUILDX_NO_DEFAULT_ATTESTATIONS: "1" },
        };
    }
    // Docker's format, since the OCI one has no place for a health check
    const how = ["--format", "docker", "--layers", "--force-rm", "--timestamp", String(LAYER_TIME), "--tag", order.name];
    const http = order.loopback ? ["--tls-verify=false"] : [];
    const raw = name === "buildah" ? ["--disable-compression"] : [];
    return {
        build: [...program, "build", ...platform, ...how, ...http, ...plain],
        take: [...program, "push", "--quiet", ...raw, order.name, `dir:${order.into}`],
        tidy: [...program, "rmi", order.name],
        // newer ones refuse it beside --timestamp
        env: { SOURCE_DATE_EPOCH: undefined },
    };
}
function fromEngine({ into, name }) {
    return {
        take: ["docker", "save", "--output", `${into}/image.tar`, name],
        tidy: ["docker", "rmi", "--no-prune", name],
    };
}
function target(order) {
    return order.target === null ? [] : ["--target", order.target];
}
function argumentsOf({ args }) {
    return [...args].flatMap(([name, value]) => ["--build-arg", `${name}=${value}`]);
}

;// CONCATENATED MODULE: ./build/release/dockerfile/key.js




/** On an environment's config and on all that stand on it: what it is looked up by, what its commit says of it, and the images that it was made from. */
const ENVIRONMENT_LABEL = "dev.mainline.environment";
const RECIPE_LABEL = "dev.mainline.environment.recipe";
const FROM_LABEL = "dev.mainline.environment.from";
/** Digits of the key in a tag: more than chance can meet, and the label has all of them. */
const TAG_DIGITS = 24;
/**
 * SHA-256 of one JSON array without white space: `["mainline.environment/1", sha256 of the Dockerfile, [[path, kind, object]…],
 * [[argument, value]…], target or null, "linux/amd64", time of the files]`.
 */
function recipeDigest({ dockerfile, files, args, target }) {
    const { os, architecture } = LINUX_AMD64;
    const rows = files.map(({ path, kind, object }) => [path, kind, object]);
    const given = [...args].sort(([a], [b]) => (0,kernel/* compareCodePoints */.OP)(a, b));
    const what = ["mainline.environment/1", sha256(dockerfile.text), rows, given, target, `${os}/${architecture}`];
    return sha256(jsonBytes([...what, LAYER_TIME]));
}
/** What an environment is looked up by: its recipe, and what the images that it names are today. The builder is no part of it. */
function environmentKey(recipe, pins) {
    return sha256(jsonBytes([recipe.digest, recipe.dockerfile.images.map((image) => [image, pins.get(image) ?? null])]));
}
/** The tag under which a repository keeps the environment. */
function environmentTag(key) {
    return `mainline-env-${hexOf(key).slice(0, TAG_DIGITS)}`;
}

;// CONCATENATED MODULE: ./build/release/dockerfile/cache.js








/** As it was kept, or null: what is not whole is not there. */
async function cachedEnvironment(folder, key, storeAt) {
    const home = (0,external_node_path_.join)(folder, hexOf(key));
    const read = (name) => (0,promises_.readFile)((0,external_node_path_.join)(home, name)).catch(() => null);
    const [manifest, config, elsewhere] = [
        await read("manifest.json"),
        await read("config.json"),
        await read("elsewhere.json"),
    ];
    if (manifest === null || config === null || elsewhere === null)
        return null;
    const { layers } = parseManifest(manifest, home);
    const { diffIds, labels } = parseImageConfig(config, home);
    if (labels[ENVIRONMENT_LABEL] !== key)
        return null;
    const places = parseJson(elsewhere, home);
    const found = [];
    for (const [index, descriptor] of layers.entries()) {
        const repository = places[descriptor.digest];
        const own = (0,external_node_path_.join)(home, "blobs", hexOf(descriptor.digest));
        const about = { role: "base", descriptor, diffId: diffIds[index] ?? descriptor.digest };
        if (typeof repository === "string") {
            found.push({ ...about, open: () => storeAt(repository).blob(descriptor), mountFrom: repository });
        }
        else if ((await (0,promises_.stat)(own).catch(() => null))?.size === descriptor.size) {
            found.push({ ...about, open: () => checked(own, descriptor, home) });
        }
        else
            return null;
    }
    return { digest: sha256(manifest), manifest, config, layers: found };
}
/** All that this machine keeps. */
async function keptEnvironments(folder, storeAt) {
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    const found = names.flatMap((name) => (0,kernel/* parseSha256 */.tz)(`sha256:${name}`) ?? []);
    const images = await Promise.all(found.map(async (key) => ({ key, image: await cachedEnvironment(folder, key, storeAt) })));
    return images.flatMap(({ key, image }) => (image === null ? [] : [{ key, image }]));
}
/** A layer that changed on disk makes the whole worthless: the next time it is built. */
async function* checked(file, descriptor, home) {
    try {
        yield* verified((0,external_node_fs_.createReadStream)(file, { highWaterMark: 128 << 10 }), descriptor, file);
    }
    catch (error) {
        await (0,promises_.rm)(home, { recursive: true, force: true });
        throw error;
    }
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/release/dockerfile/text.js
var dockerfile_text = __webpack_require__(45862);
;// CONCATENATED MODULE: ./build/release/dockerfile/failures.js




/** Lines of a builder's output that are shown with a failure; it was shown whole while it came. */
const SHOWN = 8;
/** What BuildKit draws around the place, which is told otherwise here. */
const FRAME = /^\s*$|^-+$|^\s*\d+ \| /;
/** What a builder said last, as one of our failures with the line of the Dockerfile. */
function buildFailure(output, { dockerfile, builder }) {
    const { file } = dockerfile;
    const said = (0,external_node_util_.stripVTControlCharacters)(output);
    const lines = said.split(/[\r\n]+/).filter((line) => !FRAME.test(line));
    const found = withoutPasswords(lines.slice(-SHOWN).join("\n"));
    const line = lineTold(said);
    const step = line === null ? stepTold(said, dockerfile.steps) : stepAt(dockerfile.steps, line);
    if (step === null && line === null) {
        return (0,kernel/* infrastructure */.Sv)("environment-builder", `${builder} could not build ${file}`, {
            at: { file },
            found,
            hint: "what it says stands above: is it set up to build on this machine?",
        });
    }
    const at = { file, line: line ?? step?.line ?? 1, column: 1 };
    const excerpt = excerptOf(dockerfile.text, at.line, lines);
    const what = step === null ? "" : `: ${withoutPasswords(failures_short(step.text))}`;
    if (step !== null && /^FROM\s/i.test(step.text)) {
        return (0,kernel/* infrastructure */.Sv)("environment-image", `${builder} could not get an image that ${file} names${what}`, {
            at,
            found,
            excerpt,
            hint: `log ${builder} in to that registry, or correct the name; then run again`,
        });
    }
    return (0,kernel/* badInput */.AN)("environment-build", `${file} cannot be built${what}`, {
        at,
        found,
        excerpt,
        hint: /^(COPY|ADD)\s/i.test(step?.text ?? "")
            ? "the context holds what git tracks, without what .dockerignore leaves out and without what DVC's stages make"
            : "what the step said stands above; steps that went well are not repeated by the next build",
    });
}
/** The line, and below it what was said last. */
function excerptOf(text, line, said) {
    const source = text.split("\n")[line - 1] ?? "";
    const last = said.slice(-SHOWN / 2).map((each) => `      > ${failures_short(withoutPasswords(each.trim()))}`);
    return [`${String(line).padStart(5)} | ${failures_short(withoutPasswords(source.trimEnd()))}`, ...last].join("\n");
}
/** BuildKit shows the place itself, and a text that is no Dockerfile has one in every builder. */
function lineTold(output) {
    const told = /^\S+:(\d+)\r?\n-{8,}/m.exec(output)?.[1] ?? /parse error (?:on )?line (\d+)/.exec(output)?.[1];
    return told === undefined ? null : Number(told);
}
function stepAt(steps, line) {
    return steps.findLast((step) => step.line <= line) ?? null;
}
/** How builders name the step that failed, or at least the one that they came to. */
const TOLD = [
    /building at STEP "([\s\S]*?)": /,
    /^ > \[[^\]]*\] ([\s\S]*?):$/m,
    /^(?:\[\d+\/\d+\] )?STEP \d+(?:\/\d+)?: (.*)$/gm,
    /^Step \d+\/\d+ : (.*)$/gm,
];
function stepTold(output, steps) {
    for (const pattern of TOLD) {
        const told = pattern.global ? [...output.matchAll(pattern)].at(-1)?.[1] : pattern.exec(output)?.[1];
        const text = told === undefined ? null : (0,dockerfile_text/* oneLine */.T)(told.replaceAll('\\"', '"'));
        const step = steps.find((each) => each.text === text);
        if (step !== undefined)
            return step;
    }
    return null;
}
function failures_short(text) {
    return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

;// CONCATENATED MODULE: ./build/release/dockerfile/image.js




/** Fixed: the same layers give the same image whatever the builder and whenever it built. */
const CREATED = new Date(LAYER_TIME * 1000).toISOString().replace(".000Z", "Z");
/** Labels by which builders tell their version. */
const BUILDERS_OWN = /^io\.buildah\.version$/;
/** Manifest and config of an environment: what its Dockerfile says of how it runs, and nothing of the machine that built it. */
function environmentDocuments(taken, layers, labels) {
    const { architecture, os, user, env, entrypoint, command, workingDir, rest } = taken;
    const kept = Object.entries(taken.labels).filter(([name]) => !BUILDERS_OWN.test(name));
    const config = jsonBytes({
        created: CREATED,
        architecture,
        os,
        config: {
            ...(user && { User: user }),
            Env: env,
            ...(entrypoint.length > 0 && { Entrypoint: entrypoint }),
            ...(command.length > 0 && { Cmd: command }),
            WorkingDir: workingDir,
            Labels: sorted({ ...Object.fromEntries(kept), ...labels }),
            ...rest,
        },
        rootfs: { type: "layers", diff_ids: layers.map(({ diffId }) => diffId) },
        history: layers.map((layer) => ({
            created: CREATED,
            created_by: "file" in layer ? "mainline: Dockerfile" : "base image",
        })),
    });
    const manifest = jsonBytes({
        schemaVersion: 2,
        mediaType: MANIFEST,
        config: { mediaType: CONFIG, digest: sha256(config), size: config.length },
        layers: layers.map(descriptorOf),
        annotations: sorted({ "org.opencontainers.image.created": CREATED, ...labels }),
    });
    return { manifest, config };
}
function descriptorOf(layer) {
    if (!("file" in layer))
        return layer.descriptor;
    const { digest, size, compression } = layer;
    const mediaType = compression === null ? LAYER : `${LAYER}+${compression}`;
    return { mediaType, digest, size, annotations: { [ROLE_ANNOTATION]: "base" } };
}
/** What keeps a cluster from running an image as it should, in a sentence part; null where nothing does. */
function userTrouble({ user }) {
    const name = user?.split(":")[0] ?? "";
    if (name === "" || name === "0" || name === "root")
        return "it runs as root: end the Dockerfile with `USER 1000`, or another number";
    if (/^\d+$/.test(name))
        return null;
    return `it runs as \`${name}\`, and Kubernetes can tell only of a number that it is not root: write \`USER\` with the number`;
}
/** Failure `image-malformed`: the builder gave something for another platform, or layers that are not what it says. */
function readTakenConfig(bytes) {
    const config = parseImageConfig(bytes, "the built image");
    if (config.os === "linux" && config.architecture === "amd64")
        return config;
    throw (0,kernel/* infrastructure */.Sv)("environment-platform", "the environment was built for another platform than images are for", {
        found: `${config.os}/${config.architecture}`,
        expected: "linux/amd64",
        hint: "build where linux/amd64 runs, or with a builder that takes `--platform`: buildx, buildah or podman",
    });
}

;// CONCATENATED MODULE: ./build/release/dockerfile/read.js
/** As `parseDockerfile`, whose parser is loaded only where there is a Dockerfile. */
async function readDockerfile(text, asked) {
    const { parseDockerfile } = await Promise.all(/* import() */[__webpack_require__.e(5279), __webpack_require__.e(2216)]).then(__webpack_require__.bind(__webpack_require__, 2216));
    return parseDockerfile(text, asked);
}

;// CONCATENATED MODULE: ./build/release/dockerfile/retime.js


/** POSIX.1-1988 tar: blocks of 512 bytes; where a header has the size, the time, the checksum and the type. */
const retime_BLOCK = 512;
const SIZE = { at: 124, length: 12 };
const TIME = { at: 136, length: 12 };
const CHECKSUM = { at: 148, length: 8 };
const TYPE = 156;
/** Most bytes of an extended header: its records are times, long names and extended attributes. */
const MAX_RECORDS = 16 << 20;
/**
 * A layer with one time on every entry, all else and every length as it was: what a builder that cannot set times made, as if it could.
 * Formats: ustar, GNU's and pax; of pax the records `mtime`, `atime` and `ctime`. Failure `image-malformed`.
 */
async function* retimed(archive) {
    const reader = new Blocks(archive);
    for (;;) {
        const header = await reader.take(retime_BLOCK);
        if (header.length < retime_BLOCK || header.every((byte) => byte === 0)) {
            yield header;
            break;
        }
        const size = sizeOf(header);
        const padded = Math.ceil(size / retime_BLOCK) * retime_BLOCK;
        yield withTime(header);
        const type = String.fromCharCode(header[TYPE] ?? 0);
        if ((type === "x" || type === "g") && size <= MAX_RECORDS) {
            const records = await reader.take(padded);
            yield Buffer.concat([withTimes(records.subarray(0, size)), records.subarray(size)]);
        }
        else
            yield* reader.pass(padded);
    }
    yield* reader.pass(Number.POSITIVE_INFINITY);
}
function sizeOf(header) {
    const field = header.subarray(SIZE.at, SIZE.at + SIZE.length);
    // GNU's form for what eleven octal digits cannot say: a big-endian number behind a set bit
    const isBinary = ((field[0] ?? 0) & 0x80) !== 0;
    const text = Buffer.from(field).toString("latin1").replaceAll("\0", " ").trim();
    const size = isBinary ? Number(Buffer.from(field).readBigUInt64BE(4)) : Number.parseInt(text === "" ? "0" : text, 8);
    if (Number.isSafeInteger(size) && size >= 0)
        return size;
    throw (0,kernel/* infrastructure */.Sv)("image-malformed", "a layer of the environment is not a tar archive", { found: text });
}
function withTime(header) {
    const changed = Buffer.from(header);
    changed.write(`${LAYER_TIME.toString(8).padStart(TIME.length - 1, "0")}\0`, TIME.at, "latin1");
    changed.fill(" ", CHECKSUM.at, CHECKSUM.at + CHECKSUM.length);
    const sum = changed.reduce((total, byte) => total + byte, 0);
    changed.write(`${sum.toString(8).padStart(6, "0")}\0 `, CHECKSUM.at, "latin1");
    return changed;
}
/** Records are `LENGTH KEY=VALUE\n`, and each keeps its length: the time gets zeros before it, and its fraction becomes zeros. */
function withTimes(records) {
    const text = Buffer.from(records).toString("latin1");
    const changed = text.replace(/(^|\n)(\d+ [mac]time=)(\d{9,})((?:\.\d*)?)(?=\n)/g, (_all, before, key, whole, fraction) => `${before}${key}${String(LAYER_TIME).padStart(whole.length, "0")}${fraction.replace(/\d/g, "0")}`);
    return Buffer.from(changed, "latin1");
}
/** A stream in pieces of the lengths that are asked for. */
class Blocks {
    #source;
    #held = Buffer.alloc(0);
    constructor(stream) {
        this.#source = stream[Symbol.asyncIterator]();
    }
    /** Fewer bytes at the end. */
    async take(length) {
        while (this.#held.length < length && (await this.#more()))
            ;
        const taken = this.#held.subarray(0, length);
        this.#held = this.#held.subarray(taken.length);
        return taken;
    }
    /** As they come, without being put together. */
    async *pass(length) {
        for (let left = length; left > 0;) {
            if (this.#held.length === 0 && !(await this.#more()))
                return;
            const piece = this.#held.subarray(0, left);
            this.#held = this.#held.subarray(piece.length);
            left -= piece.length;
            yield piece;
        }
    }
    async #more() {
        const next = await this.#source.next();
        if (next.done === true)
            return false;
        this.#held = this.#held.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.#held, next.value]);
        return true;
    }
}

// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(56118);
;// CONCATENATED MODULE: ./build/release/dockerfile/take.js








/** Reads what `buildah push … dir:` or `podman push … dir:` wrote. Format: containers/image, directory transport. */
async function takeFolder(folder) {
    const manifest = parseManifest(await (0,promises_.readFile)((0,external_node_path_.join)(folder, "manifest.json")), "the built image");
    const fileOf = (digest) => (0,external_node_path_.join)(folder, hexOf(digest));
    const config = await (0,promises_.readFile)(fileOf(manifest.config.digest));
    return withDiffIds(config, manifest.layers.map(({ digest }) => fileOf(digest)));
}
/**
 * Reads what `docker save` or BuildKit's docker exporter wrote, unpacking it into `folder`. Format: a tar whose manifest.json names
 * config and layers by their paths in it (Docker image spec 1.2); a layer that is there twice may be a link.
 */
async function takeArchive(archive, folder) {
    const files = await unpacked(archive, folder);
    const read = async (name) => (0,promises_.readFile)(fileAt(files, name));
    const [entry] = parseArchiveManifest(await read("manifest.json"));
    if (entry === undefined)
        throw broken("names no image");
    return withDiffIds(await read(entry.config), entry.layers.map((name) => fileAt(files, name)));
}
function withDiffIds(config, files) {
    const { diffIds } = parseImageConfig(config, "the built image");
    if (diffIds.length !== files.length)
        throw broken(`has ${files.length} layers and names ${diffIds.length}`);
    const layers = diffIds.map((diffId, index) => ({ diffId, file: files[index] ?? "" }));
    return { config, layers };
}
function fileAt(files, name, links = 0) {
    const found = files.get(external_node_path_.posix.normalize(name));
    if (found === undefined || links > 8)
        throw broken(`lacks ${name}`);
    return "file" in found ? found.file : fileAt(files, found.link, links + 1);
}
async function unpacked(archive, folder) {
    const files = new Map();
    const reader = (0,tar_stream.extract)();
    const feeding = (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(archive, { highWaterMark: 1 << 20 }), reader);
    const writing = (async () => {
        for await (const entry of reader) {
            const { name, type, linkname } = entry.header;
            const at = external_node_path_.posix.normalize(name);
            if (type === "symlink" || type === "link") {
                files.set(at, { link: type === "link" ? (linkname ?? "") : external_node_path_.posix.join(external_node_path_.posix.dirname(at), linkname ?? "") });
            }
            if (type !== "file") {
                entry.resume();
                continue;
            }
            const file = (0,external_node_path_.join)(folder, `part-${files.size}`);
            await (0,external_node_stream_promises_.pipeline)(entry, (0,external_node_fs_.createWriteStream)(file, { flags: "wx" }));
            files.set(at, { file });
        }
    })();
    await Promise.all([feeding, writing]);
    return files;
}
function parseArchiveManifest(bytes) {
    // the document is a list, which our reader of JSON objects wants inside one
    const { list } = parseJson(new TextEncoder().encode(`{"list":${new TextDecoder().decode(bytes)}}`), "the built image");
    if (!Array.isArray(list))
        throw broken("has no list of images");
    return list.map((item) => {
        const { Config: config, Layers: layers } = item;
        if (typeof config !== "string" || !Array.isArray(layers))
            throw broken("does not say what it is made of");
        return { config, layers: layers.map(String) };
    });
}
function broken(how) {
    return (0,kernel/* infrastructure */.Sv)("image-malformed", `the image that was built ${how}`, {
        hint: "run again; if it stays so, name another `builder` in mainline.yaml",
    });
}

;// CONCATENATED MODULE: ./build/release/dockerfile/write-context.js




/** Writes the files as a builder gets them: one time, one of two modes, whatever git and the machine's umask say. */
async function writeContext(folder, files, read) {
    const folders = new Set();
    for (const { path, kind, object } of files) {
        refuseLeaving(path);
        const target = (0,external_node_path_.join)(folder, path);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
        for (let above = (0,kernel/* parentOf */.gN)(path); above !== "." && !folders.has(above); above = (0,kernel/* parentOf */.gN)(above))
            folders.add(above);
        const bytes = await read(object);
        if (kind === "link") {
            await (0,promises_.symlink)(new TextDecoder().decode(bytes), target);
            await (0,promises_.lutimes)(target, LAYER_TIME, LAYER_TIME);
        }
        else {
            await (0,promises_.writeFile)(target, bytes, { flag: "wx" });
            await (0,promises_.chmod)(target, kind === "executable" ? 0o755 : 0o644);
            await (0,promises_.utimes)(target, LAYER_TIME, LAYER_TIME);
        }
    }
    for (const path of [...folders].map((each) => (0,external_node_path_.join)(folder, each)).concat(folder)) {
        await (0,promises_.chmod)(path, 0o755);
        await (0,promises_.utimes)(path, LAYER_TIME, LAYER_TIME);
    }
}
/** Git takes no such path, but a tree can be made by something else. */
function refuseLeaving(path) {
    if (!path.split("/").some((part) => part === ".." || part === "." || part === "" || part === ".git"))
        return;
    throw (0,kernel/* badInput */.AN)("image-path", `"${path}" cannot be a path in the context`, { expected: "a path below its folder" });
}

;// CONCATENATED MODULE: ./build/release/dockerfile/build.js




















/** Finished environments that are kept on this machine: they are big. */
const build_KEPT = 2;
/** Builds an environment and keeps it. It appears whole or not at all. Failures `environment-build`, `environment-image`, `environment-builder`. */
async function buildEnvironment(recipe, build) {
    const { folder, key, clock, storeAt } = build;
    await onDisk(folder, () => sweep(folder, build_KEPT, clock));
    const part = (0,external_node_path_.join)(folder, `${kept_PART}${(0,external_node_crypto_.randomBytes)(6).toString("hex")}`);
    try {
        for (const name of ["context", "image", "blobs"]) {
            await onDisk(part, () => (0,promises_.mkdir)((0,external_node_path_.join)(part, name), { recursive: true }));
        }
        await runBuilder(recipe, part, build);
        build.progress.live("taking the environment's layers");
        await onDisk(part, () => build_pack(part, recipe, build));
        await onDisk(folder, () => putInPlace(part, (0,external_node_path_.join)(folder, hexOf(key))));
    }
    finally {
        await (0,promises_.rm)(part, { recursive: true, force: true });
    }
    const made = await cachedEnvironment(folder, key, storeAt);
    if (made === null)
        throw new Error(`the environment of ${recipe.dockerfile.file} was made and is not there`);
    return made;
}
/** Leaves the image in `part/image`. */
async function runBuilder(recipe, part, build) {
    const { dockerfile, files, target, args } = recipe;
    const text = (0,dockerfile_text/* pinned */.d)(dockerfile, (image) => build.pins.get(image) ?? image);
    const file = (0,external_node_path_.join)(part, "Dockerfile");
    await onDisk(part, () => (0,promises_.writeFile)(file, text));
    await onDisk(part, () => writeContext((0,external_node_path_.join)(part, "context"), files, (object) => build.read(object)));
    const order = {
        file,
        context: (0,external_node_path_.join)(part, "context"),
        target,
        args,
        loopback: build.loopback,
        name: `localhost/mainline-env:${(0,external_node_crypto_.randomBytes)(8).toString("hex")}`,
        into: (0,external_node_path_.join)(part, "image"),
    };
    const commands = buildCommands(build.builder, order);
    const sent = await readDockerfile(text, { file: dockerfile.file, target, args });
    try {
        const { code, output } = await build_watched(commands, dockerfile.file, build);
        if (code !== 0)
            throw buildFailure(output, { dockerfile: sent, builder: build.builder.name });
        await takeOut(commands, build);
    }
    finally {
        const [program = "", ...rest] = commands.tidy ?? [];
        // whoever interrupts waits no longer: a name that stays takes no room of its own
        const ended = build.signal.aborted;
        if (program !== "" && !ended)
            await (0,shell/* run */.eF)(program, rest, { env: commands.env, timeoutMs: 60_000 }).catch(() => { });
    }
}
/** Of the end of what a builder said, in UTF-16 units: enough for every failure of ours. */
const TAIL = 64 << 10;
async function build_watched({ build: [program, ...args], env }, title, { builder, progress, signal }) {
    const decoder = new TextDecoder();
    let output = "";
    const end = progress.group(`${title}: building the environment with ${builder.name}`);
    const onOutput = (chunk) => {
        progress.output(chunk);
        output = (output + decoder.decode(chunk, { stream: true })).slice(-TAIL);
    };
    try {
        const { code } = await (0,shell/* stream */.Td)(program, args, { cwd: "/", env: { ...env, NO_COLOR: "1" }, signal, onOutput });
        signal.throwIfAborted();
        return { code, output };
    }
    finally {
        end();
    }
}
/** buildah and podman look for the file of passwords even where nothing is sent anywhere. Docker knows its engine from that folder. */
const NO_LOGIN = { REGISTRY_AUTH_FILE: undefined, DOCKER_CONFIG: undefined };
async function takeOut({ take, env }, { builder, signal }) {
    if (take === null)
        return;
    const [program, ...args] = take;
    const login = builder.engine ? {} : NO_LOGIN;
    const { code, stderr } = await (0,shell/* run */.eF)(program, args, { env: { ...env, ...login }, signal });
    signal.throwIfAborted();
    if (code === 0)
        return;
    throw (0,kernel/* infrastructure */.Sv)("environment-builder", `${builder.name} built the environment and did not hand it over`, {
        found: stderr.trim().split("\n").slice(-8).join("\n"),
        hint: "is there room on the disk? then run again: finished steps are not repeated",
    });
}
/** Leaves in the folder what is kept of the image: its documents and its own layers. */
async function build_pack(part, { dockerfile, digest: recipe }, build) {
    const image = (0,external_node_path_.join)(part, "image");
    const isFolder = !(build.builder.engine || build.builder.name === "buildx");
    const taken = isFolder ? await takeFolder(image) : await takeArchive((0,external_node_path_.join)(image, "image.tar"), image);
    const layers = [];
    for (const { file, diffId } of taken.layers) {
        build.signal.throwIfAborted();
        layers.push(build.below.get(diffId) ?? (await ownLayer(file, diffId, build.builder)));
    }
    const from = dockerfile.images.map((name) => build.pins.get(name) ?? name);
    const labels = {
        [ENVIRONMENT_LABEL]: build.key,
        [RECIPE_LABEL]: recipe,
        ...(from.length > 0 && { [FROM_LABEL]: from.join(" ") }),
    };
    const { manifest, config } = environmentDocuments(readTakenConfig(taken.config), layers, labels);
    const elsewhere = {};
    const kept = new Set();
    for (const layer of layers) {
        if (!("file" in layer))
            elsewhere[layer.descriptor.digest] = layer.mountFrom ?? "";
        else if (!kept.has(layer.digest)) {
            kept.add(layer.digest);
            await (0,promises_.rename)(layer.file, (0,external_node_path_.join)(part, "blobs", hexOf(layer.digest)));
        }
    }
    await (0,promises_.writeFile)((0,external_node_path_.join)(part, "manifest.json"), manifest);
    await (0,promises_.writeFile)((0,external_node_path_.join)(part, "config.json"), config);
    await (0,promises_.writeFile)((0,external_node_path_.join)(part, "elsewhere.json"), jsonBytes(elsewhere));
    for (const name of ["context", "image", "Dockerfile"])
        await (0,promises_.rm)((0,external_node_path_.join)(part, name), { recursive: true, force: true });
}
/** Digest and size of a layer's file. Where the builder keeps the times of files, they become one. */
async function ownLayer(file, diffId, { engine }) {
    const compression = await compressionOf(file);
    const { digest, size } = await measured(file);
    if (compression !== null)
        return { file, digest, size, diffId, compression };
    if (digest !== diffId) {
        throw (0,kernel/* infrastructure */.Sv)("image-malformed", "a layer of the environment is not what its builder says", {
            found: digest,
            expected: diffId,
        });
    }
    if (!engine)
        return { file, digest, size, diffId, compression };
    const retimedFile = `${file}.retimed`;
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file, { highWaterMark: 1 << 20 }), retimed, (0,external_node_fs_.createWriteStream)(retimedFile));
    await (0,promises_.rm)(file);
    const made = await measured(retimedFile);
    return { file: retimedFile, ...made, diffId: made.digest, compression };
}
async function measured(file) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    let size = 0;
    for await (const chunk of (0,external_node_fs_.createReadStream)(file, { highWaterMark: 1 << 20 })) {
        hash.update(chunk);
        size += chunk.length;
    }
    return { digest: asSha256(hash.digest("hex")), size };
}
/** RFC 1952 and RFC 8878: the magic numbers. */
async function compressionOf(file) {
    const handle = await (0,promises_.open)(file);
    try {
        const magic = Buffer.alloc(4);
        await handle.read(magic, 0, 4, 0);
        if (magic.readUInt16BE(0) === 0x1f8b)
            return "gzip";
        return magic.readUInt32LE(0) === 0xfd2fb528 ? "zstd" : null;
    }
    finally {
        await handle.close();
    }
}

// EXTERNAL MODULE: ./node_modules/@balena/dockerignore/ignore.js
var ignore = __webpack_require__(44158);
;// CONCATENATED MODULE: ./build/release/dockerfile/context.js


/**
 * The files that the builder gets, in code point order: what the Dockerfile reads of what git tracks, without what `.dockerignore`
 * leaves out and without what training makes. Failure `dockerfile-source`: a file that is named, is needed and is none of them.
 */
function contextFiles(dockerfile, context) {
    const ignored = patterns(context.ignore ?? "");
    const own = context.files.filter(({ path }) => context.foreign(path) === null && !ignored(path));
    const { sources } = dockerfile;
    if (sources === null || sources.some(({ pattern }) => pattern === "."))
        return context_inOrder(own);
    refuseMissing(sources, { ...context, own, ignored });
    const reads = patterns(sources.map(({ pattern }) => pattern).join("\n"));
    return context_inOrder(own.filter(({ path }) => reads(path)));
}
/** Whether a path, or a folder above it, fits: the patterns of `.dockerignore` are those of COPY, too. */
function patterns(text) {
    const rules = ignore["default"]({ ignorecase: false }).add(text);
    return (path) => rules.ignores(path);
}
function refuseMissing(sources, search) {
    const missing = sources.filter(({ needed, pattern }) => needed && !/[*?[]/.test(pattern) && !search.own.some(({ path }) => (0,kernel/* isWithin */.UO)(path, pattern.replace(/\/+$/, ""))));
    const problems = missing.map((source) => absent(source, search));
    if (problems.length > 0)
        throw (0,kernel/* together */.bs)(problems);
}
function absent({ pattern, at }, { files, foreign, ignored, of }) {
    const tracked = files.filter(({ path }) => (0,kernel/* isWithin */.UO)(path, pattern.replace(/\/+$/, "")));
    const why = tracked.flatMap(({ path }) => foreign(path) ?? (ignored(path) ? ".dockerignore leaves it out" : []))[0];
    return (0,kernel/* badInput */.AN)("dockerfile-source", `the Dockerfile copies ${pattern}, which is not in the context of ${of}`, {
        at,
        found: why ?? "nothing of that name that git tracks",
        expected: "a file or folder that git tracks, below the context's folder",
        hint: why === undefined
            ? `git add ${pattern}, or correct \`context\` in mainline.yaml`
            : "the environment is made without what training makes: the model is added on top",
    });
}
function context_inOrder(files) {
    return files.toSorted((a, b) => (0,kernel/* compareCodePoints */.OP)(a.path, b.path));
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./build/release/image-diff.js






const ROLES = ["base", "python", "code", "model"];
/** Role by role, bottom first; roles that neither image has are left out. */
function diffLayers(from, to) {
    const here = new Set(from.map(image_diff_digestOf));
    return ROLES.flatMap((role) => {
        const [before, after] = [from.filter((layer) => layer.role === role), to.filter((layer) => layer.role === role)];
        if (before.length + after.length === 0)
            return [];
        const pull = image_diff_sizeOf(after.filter((layer) => !here.has(image_diff_digestOf(layer))));
        return [{ role, change: changeOf(before, after), from: image_diff_sizeOf(before), to: image_diff_sizeOf(after), pull }];
    });
}
function changeOf(before, after) {
    if (before.length === 0)
        return "added";
    if (after.length === 0)
        return "removed";
    return before.map(image_diff_digestOf).join() === after.map(image_diff_digestOf).join() ? "same" : "changed";
}
/** By what the layers say of themselves; null where neither image has a layer of packages. */
function diffPackages(from, to) {
    if (![...from, ...to].some(({ role }) => role === "python"))
        return null;
    const [before, after] = [versionsIn(from), versionsIn(to)];
    const names = [...new Set([...before.keys(), ...after.keys()])].sort(kernel/* compareCodePoints */.OP);
    return names.flatMap((name) => {
        const change = { name, from: before.get(name) ?? null, to: after.get(name) ?? null };
        return change.from === change.to ? [] : [change];
    });
}
function versionsIn(layers) {
    const packages = layers.filter(({ role }) => role === "python").flatMap(({ descriptor }) => packagesOf(descriptor));
    return new Map(packages.flatMap((text) => {
        const [name, version] = text.split("==");
        return name === undefined || version === undefined ? [] : [[name, version]];
    }));
}
/** Most bytes of code that are fetched to see which files changed. */
const MAX_CODE = 2 << 20;
/** Which files of the code changed; null where they are too big to be fetched for that, or not ours. */
async function diffCode(from, to) {
    const [before, after] = [codeOf(from), codeOf(to)];
    if (changeOf(before, after) === "same")
        return [];
    const all = [...before, ...after];
    if (image_diff_sizeOf(all) > MAX_CODE || all.some(({ descriptor }) => descriptor.mediaType !== LAYER))
        return null;
    const [old, now] = [await filesIn(before), await filesIn(after)];
    const paths = [...new Set([...old.keys(), ...now.keys()])].sort(kernel/* compareCodePoints */.OP);
    return paths.flatMap((path) => {
        if (!old.has(path))
            return [{ path, change: "added" }];
        if (!now.has(path))
            return [{ path, change: "deleted" }];
        return old.get(path) === now.get(path) ? [] : [{ path, change: "modified" }];
    });
}
function codeOf(layers) {
    return layers.filter(({ role }) => role === "code");
}
/** Path (below `app/` where it lies there) → what names content and mode. */
async function filesIn(layers) {
    const files = new Map();
    for (const layer of layers) {
        const archive = (0,tar_stream.extract)();
        const feeding = external_node_stream_.Readable.from(layer.open(), { objectMode: false }).on("error", (error) => archive.destroy(error));
        feeding.pipe(archive);
        for await (const entry of archive) {
            const hash = (0,external_node_crypto_.createHash)("sha256");
            for await (const chunk of entry)
                hash.update(chunk);
            const { name, type, mode } = entry.header;
            if (type === "file")
                files.set(name.replace(/^app\//, ""), `${hash.digest("hex")} ${mode}`);
        }
    }
    return files;
}
function image_diff_digestOf({ descriptor }) {
    return descriptor.digest;
}
function image_diff_sizeOf(layers) {
    const sizes = new Map(layers.map(({ descriptor }) => [descriptor.digest, descriptor.size]));
    return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

;// CONCATENATED MODULE: ./build/release/marks.js

const marks_STAGE = "[a-zA-Z0-9](?:[a-zA-Z0-9/_-]*[a-zA-Z0-9])?";
const MARK = new RegExp(`^(?<artifact>[^#@+]+)#(?<stage>${marks_STAGE})\\+(?:approved\\+(?<version>v[^#!]+)\\+(?<by>[A-Za-z0-9_-]+)|failed\\+(?<failed>v[^#!+]+)\\+[0-9]{1,9}|(?<health>unwell|well)\\+[0-9]{1,9})$`);
/** An artifact's marks, oldest first. */
function readMarks(tags, artifact) {
    const marks = tags.flatMap((tag) => markOf(tag, artifact) ?? []);
    return marks.sort((a, b) => a.at.getTime() - b.at.getTime() || numberIn(a.tag) - numberIn(b.tag));
}
/** The artifact that a mark of this name is about; null for any other tag. */
function markedArtifact(name) {
    return MARK.exec(name)?.groups?.["artifact"]?.replace("=", ":") ?? null;
}
function markOf(tag, artifact) {
    const found = MARK.exec(tag.name)?.groups;
    if (found === undefined || markedArtifact(tag.name) !== artifact)
        return null;
    const { stage: environment = "", version, by, health, failed } = found;
    const { trailers } = parseTagMessage(tag.message);
    const about = { environment, at: tag.taggedAt, tag: tag.name };
    if (health === "unwell" || health === "well")
        return { kind: health, ...about, reason: trailers.reason ?? null };
    const digest = trailers.digest ?? null;
    if (failed !== undefined) {
        return { kind: "failed", ...about, version: failed, digest, reason: trailers.reason ?? null };
    }
    if (version === undefined || by === undefined)
        return null;
    return { kind: "approved", ...about, version, by, team: trailers.team ?? null, digest };
}
/** One for each person, version and environment: GitHub's logins know no case. */
function approvalTag(about) {
    const { artifact, environment, version, by } = about;
    return `${artifact.replace(":", "=")}#${environment}+approved+${version}+${by.toLowerCase()}`;
}
function healthTag(tags, { artifact, environment, kind }) {
    const earlier = readMarks(tags, artifact).filter((mark) => isHealth(mark) && mark.environment === environment);
    return `${artifact.replace(":", "=")}#${environment}+${kind}+${numberAfter(earlier)}`;
}
function failureTag(tags, { artifact, environment, version }) {
    const earlier = readMarks(tags, artifact).filter((mark) => mark.kind === "failed" && mark.environment === environment && mark.version === version);
    return `${artifact.replace(":", "=")}#${environment}+failed+${version}+${numberAfter(earlier)}`;
}
function isHealth(mark) {
    return mark.kind === "well" || mark.kind === "unwell";
}
function numberAfter(marks) {
    return Math.max(0, ...marks.map(({ tag }) => numberIn(tag))) + 1;
}
function numberIn(tag) {
    return Number(/\+([0-9]+)$/.exec(tag)?.[1] ?? 0);
}

;// CONCATENATED MODULE: ./build/release/next.js





const BUMPS = ["major", "minor", "patch"];
/** The largest that is named among words; null where none is. */
function largestBump(words) {
    return BUMPS.find((bump) => words.includes(bump)) ?? null;
}
/**
 * The version after the highest one that any tag names, deregistered ones included (a number is never used twice):
 * the next minor by default, `v0.1.0` first. A pre-release's number is taken as used.
 */
function nextVersion(history, bump = "minor") {
    const known = history.versions.flatMap(({ version }) => parseSemVer(version) ?? []);
    const [highest] = known.sort((a, b) => compareSemVer(b, a));
    if (highest === undefined)
        return "v0.1.0";
    const { major, minor, patch } = highest;
    if (bump === "major")
        return `v${major + 1n}.0.0`;
    if (bump === "minor")
        return `v${major}.${minor + 1n}.0`;
    return `v${major}.${minor}.${patch + 1n}`;
}
/** The number of the artifact's next stage tag: GTO counts over all stages of an artifact together. */
function nextCounter(tags, artifact) {
    return (tags.reduce((highest, tag) => {
        const event = parseTag(tag.name);
        return event?.artifact === artifact ? Math.max(highest, event.counter ?? 0) : highest;
    }, 0) + 1);
}
/**
 * The time to write on the next tag: now, and at least a second after every tag and mark of the artifact, because GTO orders
 * by the second and does not know which of two came later, and because clocks of two machines differ. Whole seconds.
 */
function nextTagTime(tags, artifact, now) {
    const own = tags.filter((tag) => (eventOf(tag)?.artifact ?? markedArtifact(tag.name)) === artifact);
    const times = own.map(({ taggedAt }) => taggedAt.getTime());
    const newest = times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    return new Date(Math.floor(Math.max(now.getTime(), newest + 1000) / 1000) * 1000);
}
/** `churn#prod#4`: the tag that gives the version on a commit to a stage. */
function assignmentTag(tags, artifact, stage) {
    return formatTag({ kind: "assign", artifact, stage, counter: nextCounter(tags, artifact) });
}
/** `churn@v1.2.3`. Failure `version-malformed`. */
function versionTag(artifact, version) {
    if (parseSemVer(version) === null) {
        throw (0,kernel/* badInput */.AN)("version-malformed", `"${version}" is not a version`, { found: version, expected: "v1.2.3" });
    }
    return formatTag({ kind: "register", artifact, version, counter: null });
}

;// CONCATENATED MODULE: ./build/release/own-words.js



/** What is no image of ours says nothing. Failures of registries. */
async function ownWords(store, digest) {
    try {
        const { labels } = (await readImage(store, digest, null)).config;
        const said = (name) => labels[name] ?? null;
        return { model: said(MODEL_LABEL), version: said(VERSION_LABEL), source: said(SOURCE_LABEL) };
    }
    catch (failure) {
        if (failure instanceof kernel/* Failure */.HR && failure.code === "image-malformed")
            return { model: null, version: null, source: null };
        throw failure;
    }
}

;// CONCATENATED MODULE: ./build/release/provenance.js


/** in-toto's media type of a statement: of one that is not signed, and of what is in a signed envelope. */
const PROVENANCE_TYPE = "application/vnd.in-toto+json";
const BUILDER = "https://github.com/mainline-ml/mainline";
/** What our builds are called: docs/reference/provenance.md says what it stands for. */
const BUILD_TYPE = "https://github.com/mainline-ml/mainline/blob/main/docs/reference/provenance.md#v1";
/**
 * Where the image comes from: an in-toto statement v1 with SLSA's provenance v1. It names the commit, the base and each digest of
 * data that the model was made from. Nothing in it depends on when it is written; whoever releases can sign it.
 */
function provenance(statement) {
    const { model, version, image, source, created, stages, content, lock } = statement;
    const body = {
        _type: "https://in-toto.io/Statement/v1",
        subject: [{ name: image.location, digest: { sha256: hexOf(image.digest) } }],
        predicateType: "https://slsa.dev/provenance/v1",
        predicate: {
            buildDefinition: {
                buildType: BUILD_TYPE,
                externalParameters: { source: source.url, commit: source.commit, model, version },
                internalParameters: { content, lock, stages },
                resolvedDependencies: [
                    {
                        ...(source.url === null ? {} : { uri: `git+${source.url}@${source.commit}` }),
                        ...commitDigest(source.commit),
                    },
                    ...(statement.base === null
                        ? []
                        : [{ uri: `oci:${statement.base.reference}`, digest: { sha256: hexOf(statement.base.digest) } }]),
                    ...statement.ingredients.map(dependency),
                ],
            },
            runDetails: { builder: { id: BUILDER } },
        },
    };
    return {
        type: PROVENANCE_TYPE,
        bytes: jsonBytes(body),
        title: `${fileName(model, version)}.intoto.json`,
        created,
    };
}
function commitDigest(commit) {
    return { digest: { gitCommit: commit } };
}
/** DVC's digests, by their own names: a folder's is that of its listing. */
function dependency({ path, oid, hash }) {
    return { name: path, digest: { [oid.endsWith(".dir") ? `dvc-${hash}-dir` : hash]: oid.replace(/\.dir$/, "") } };
}

// EXTERNAL MODULE: ./build/source/index.js + 26 modules
var source = __webpack_require__(84917);
;// CONCATENATED MODULE: ./build/release/python/locks.js




/** Longer locks are none. */
const MAX_LOCK = 16 << 20;
const PYPI = /^https:\/\/pypi\.org\/simple\/?$/;
/** By the file's name; everything that ends in `.txt` is a requirements file. */
const READERS = [
    [/\.txt$/, parseRequirements],
    [/^uv\.lock$/, readUv],
    [/^poetry\.lock$/, readPoetry],
    [/^Pipfile\.lock$/, readPipfile],
];
/** Whether a file of this name can be a lock. */
function isPythonLock(file) {
    return readerOf(file) !== undefined;
}
/** Reads a lock file of the commit. Failures `python-lock`, `python-not-pinned`, with the place. */
function parsePythonLock(bytes, file) {
    const read = readerOf(file);
    if (read === undefined || bytes.length > MAX_LOCK) {
        throw (0,kernel/* badInput */.AN)("python-lock", `${file} cannot be a lock of Python packages`, {
            at: { file },
            found: read === undefined ? file : `${bytes.length} bytes`,
            expected: `requirements.txt, uv.lock, poetry.lock or Pipfile.lock, ${MAX_LOCK} bytes at most`,
        });
    }
    const content = read((0,source/* decodeUtf8 */._6)(bytes, file), file, bytes);
    if (content.kind === "uv")
        return { file, content, digest: sha256(bytes) };
    if (content.pins.length === 0)
        throw emptyLock(file);
    return { file, content, digest: sha256(jsonBytes([requirementsText(content), content.complete])) };
}
function readerOf(file) {
    const name = file.slice(file.lastIndexOf("/") + 1);
    return READERS.find(([pattern]) => pattern.test(name))?.[1];
}
function readUv(text, file, bytes) {
    const packages = mappings((0,source/* toValue */.BA)((0,source/* parseToml */.MT)(text, file)), "package");
    const sources = packages.map((found) => child(found, "source"));
    const root = packages.find((_, index) => ["virtual", "editable"].some((kind) => textOf(sources[index] ?? null, kind) === "."));
    const project = textOf(root ?? null, "name");
    if (project === null)
        throw badLock(file, "no project of its own", "the lock of one project, made by `uv lock`");
    const urls = sources.flatMap((source) => textOf(source, "registry") ?? []);
    return { kind: "uv", bytes, project, indexes: extraIndexes(urls, file) };
}
/** Since lock version 2.1 (Poetry 2.0) every package says its groups and markers. */
function readPoetry(text, file) {
    const lock = (0,source/* toValue */.BA)((0,source/* parseToml */.MT)(text, file));
    const version = textOf(child(lock, "metadata"), "lock-version") ?? "";
    if (!/^2\.[1-9]/.test(version)) {
        throw badLock(file, `lock-version ${version || "none"}`, "2.1 or newer", "`poetry lock` with Poetry 2 writes one");
    }
    const wanted = mappings(lock, "package").filter((found) => {
        const groups = child(found, "groups");
        return found.get("optional") !== true && (0,kernel/* isList */.Lv)(groups) && groups.includes("main");
    });
    const sources = wanted.map((found) => child(found, "source"));
    const foreign = wanted.filter((_, index) => ![null, "legacy"].includes(textOf(sources[index] ?? null, "type")));
    if (foreign.length > 0)
        throw (0,kernel/* together */.bs)(foreign.map((found) => notFromIndex(file, textOf(found, "name") ?? "")));
    const pins = wanted.map((found) => {
        const markers = child(found, "markers");
        const marker = (0,kernel/* isMapping */.pi)(markers) ? textOf(markers, "main") : typeof markers === "string" ? markers : null;
        const hashes = mappings(found, "files").flatMap((item) => textOf(item, "hash") ?? []);
        return pin({ file, name: textOf(found, "name"), version: textOf(found, "version"), marker, hashes });
    });
    const urls = sources.flatMap((source) => textOf(source, "url") ?? []);
    return { kind: "requirements", pins: inOrder(pins), indexes: extraIndexes(urls, file), complete: true };
}
function readPipfile(text, file) {
    const lock = (0,source/* toValue */.BA)((0,source/* parseJson */.qF)(text, file));
    const defaults = child(lock, "default");
    const packages = (0,kernel/* isMapping */.pi)(defaults) ? [...defaults] : [];
    const pins = packages.map(([key, found]) => {
        const name = String(key);
        const version = textOf(found, "version")?.replace(/^===?/, "") ?? null;
        if (version === null)
            throw notFromIndex(file, name);
        const hashes = child(found, "hashes");
        const listed = (0,kernel/* isList */.Lv)(hashes) ? hashes.filter((hash) => typeof hash === "string") : [];
        return pin({ file, name, version, marker: textOf(found, "markers"), hashes: listed });
    });
    const urls = mappings(child(lock, "_meta"), "sources").flatMap((source) => textOf(source, "url") ?? []);
    return { kind: "requirements", pins: inOrder(pins), indexes: extraIndexes(urls, file), complete: true };
}
/** By the rules of a requirements file: a line break in a name must not become another line. */
function pin({ file, name, version, marker, hashes }) {
    const usable = hashes.filter((hash) => hash.startsWith("sha256:"));
    const line = [
        `${name}==${version}${marker === null ? "" : ` ; ${marker}`}`,
        ...usable.map((hash) => `--hash=${hash}`),
    ];
    const [read] = parseRequirements(line.join(" ").replace(/[\r\n#\\]/g, "?"), file).pins;
    if (read === undefined)
        throw badLock(file, String(name), "a package with a name and a version");
    return read;
}
function extraIndexes(urls, file) {
    const others = [...new Set(urls)].filter((url) => !PYPI.test(url)).toSorted(kernel/* compareCodePoints */.OP);
    return others.map((found) => {
        const url = publicIndex(found, { file });
        if (typeof url !== "string")
            throw url;
        return { role: "extra", url };
    });
}
function child(value, key) {
    return (0,kernel/* isMapping */.pi)(value) ? (value.get(key) ?? null) : null;
}
function mappings(value, key) {
    const list = child(value, key);
    return (0,kernel/* isList */.Lv)(list) ? list.filter((item) => (0,kernel/* isMapping */.pi)(item)) : [];
}
function textOf(value, key) {
    const found = child(value, key);
    return typeof found === "string" ? found : null;
}
function notFromIndex(file, name) {
    return (0,kernel/* badInput */.AN)("python-no-wheel", `${name} does not come from a package index: use a Dockerfile for it`, {
        at: { file },
        found: name,
        expected: "packages that have a wheel at an index",
        hint: "build an image with it and name that image as the model's `base`",
    });
}
function badLock(file, found, expected, hint) {
    const message = `${file} is no lock that a release can use`;
    return (0,kernel/* badInput */.AN)("python-lock", message, { at: { file }, found, expected, ...(hint === undefined ? {} : { hint }) });
}

;// CONCATENATED MODULE: ./build/release/resolve.js



/**
 * What the tags say, artifact by artifact (sorted by name), as `gto show` resolves them; enrichments (`artifacts:` in
 * files) are not read. Failure `gto-broken` when the tags are in a state that stops GTO, with the repair.
 */
function readHistories(tags) {
    refuseBroken(tags);
    const state = buildState(readEntries(tags));
    const names = [...state.keys()].sort();
    return new Map(names.flatMap((name) => historiesOf(state.get(name))));
}
/** One artifact's history; empty when no tag names it. Failures as `readHistories`. */
function readHistory(tags, artifact) {
    return readHistories(tags).get(artifact) ?? emptyHistory(artifact);
}
function emptyHistory(artifact) {
    return { artifact, active: false, versions: [], latest: null, stages: new Map(), entries: [] };
}
function historiesOf(raw) {
    if (raw === undefined)
        return [];
    const versions = inVersionOrder(raw.versions).map(versionState);
    return [
        [
            raw.artifact,
            {
                artifact: raw.artifact,
                active: isActive(raw),
                versions,
                latest: versions.find((v) => v.registered && v.active) ?? null,
                stages: resolveStages(raw),
                entries: raw.entries,
            },
        ],
    ];
}
/** Until a deprecation that nothing followed; in the same second, the other event wins. */
function isActive(raw) {
    const deprecated = timeOf(raw.deprecations.at(-1));
    const others = raw.entries.filter((entry) => entry.event.kind !== "deprecate");
    return raw.deprecations.length === 0 || timeOf(others.at(-1)) >= deprecated;
}
function versionState(raw) {
    return {
        version: raw.version,
        commit: raw.commit,
        registered: raw.registrations.length > 0,
        active: isVersionActive(raw),
        registration: raw.registrations.at(-1) ?? null,
    };
}
/** In the same second the deregistration wins. A bare commit is active. */
function isVersionActive(raw) {
    if (raw.registrations.length + raw.deregistrations.length === 0)
        return true;
    return timeOf(raw.registrations.at(-1)) > timeOf(raw.deregistrations.at(-1));
}
function isStageActive(raw) {
    return timeOf(raw.assignments.at(-1)) > timeOf(raw.unassignments.at(-1));
}
/** Highest SemVer first, bare commits (by id, downwards) after all versions; the later made of two equals first. */
function inVersionOrder(versions) {
    return [...versions].reverse().sort((a, b) => {
        const [x, y] = [parseSemVer(a.version), parseSemVer(b.version)];
        if (x !== null && y !== null)
            return compareSemVer(y, x);
        if (x === null && y === null)
            return a.version < b.version ? 1 : a.version > b.version ? -1 : 0;
        return x === null ? 1 : -1;
    });
}
function resolveStages(raw) {
    const held = new Map();
    for (const assignment of newestFirst(raw)) {
        if (!held.has(assignment.stage))
            held.set(assignment.stage, assignment);
    }
    const names = new Set(raw.versions.flatMap((version) => [...version.stages.keys()]));
    return new Map([...names].sort().map((name) => [name, held.get(name) ?? null]));
}
/**
 * Every standing assignment, newest first. GTO sorts versions by time, takes their stages, sorts those by time and
 * reverses: of two assignments in one second, the one of the version that was registered earlier comes first.
 */
function newestFirst(raw) {
    const versions = raw.versions.filter((v) => isVersionActive(v) && (v.registrations.length > 0 || isBare(v)));
    const newestVersionFirst = versions.sort((a, b) => versionTime(a) - versionTime(b)).reverse();
    const standing = newestVersionFirst.flatMap((version) => standingAt(version));
    return standing.sort((a, b) => seconds(a.since) - seconds(b.since)).reverse();
}
function standingAt(version) {
    return [...version.stages].flatMap(([stage, raw]) => {
        const entry = raw.assignments.at(-1);
        if (entry === undefined || !isStageActive(raw))
            return [];
        return [{ stage, version: version.version, commit: version.commit, since: entry.tag.taggedAt, entry }];
    });
}
function isBare(version) {
    return version.registrations.length + version.deregistrations.length === 0;
}
function versionTime(version) {
    if (version.registrations.length > 0)
        return timeOf(version.registrations.at(-1));
    const stages = [...version.stages.values()];
    return Math.max(...stages.flatMap((s) => [timeOf(s.assignments.at(-1)), timeOf(s.unassignments.at(-1))]));
}
function timeOf(entry) {
    return entry === undefined ? Number.NEGATIVE_INFINITY : seconds(entry.tag.taggedAt);
}

;// CONCATENATED MODULE: ./build/release/retry.js


/** Tries in all, and the wait before the second one; it doubles from try to try. */
const TRIES = 6;
/** Of what stayed silent: each of them took long. */
const SILENT_TRIES = 3;
const FIRST_WAIT_MS = 250;
/** The longest that a registry may make us wait for one try. */
const LONGEST_WAIT_MS = 60_000;
/** A passing trouble: worth another try, after `waitMs` when the server said so. */
class Transient extends Error {
    name = "Transient";
    waitMs;
    failure;
    /** How often it is worth a try, in all. */
    tries;
    constructor(failure, waitMs = null, tries = TRIES) {
        super(failure.message);
        this.failure = failure;
        this.waitMs = waitMs;
        this.tries = tries;
    }
}
/** Nobody answered in time. `step`: what was asked, of whom. */
function silence(code, step, ms) {
    const failure = (0,kernel/* infrastructure */.Sv)(code, `${step} got no answer for ${ms / 1000} s`, {
        hint: "see to the network, the proxy and whoever runs that host, then run again: what is done already is not done twice",
    });
    return new Transient(failure, null, SILENT_TRIES);
}
/** Repeats `work` while it throws `Transient`, with growing, jittered pauses; then throws the last one's Failure. */
async function withRetries(clock, signal, work) {
    for (let attempt = 1;; attempt++) {
        signal?.throwIfAborted();
        try {
            return await work();
        }
        catch (error) {
            if (!(error instanceof Transient))
                throw error;
            if (attempt >= error.tries)
                throw gaveUp(error, attempt);
            await Promise.race([clock.sleep(pause(attempt, error.waitMs)), ended(signal)]);
        }
    }
}
/** Rejects when the signal fires; otherwise never settles. */
function ended(signal) {
    return new Promise((_, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason instanceof Error ? signal.reason : new Error("aborted")), {
            once: true,
        });
    });
}
function pause(attempt, asked) {
    const backoff = FIRST_WAIT_MS * 2 ** (attempt - 1);
    const jittered = backoff / 2 + (0,external_node_crypto_.randomInt)(Math.ceil(backoff / 2) + 1);
    return Math.min(Math.max(jittered, asked ?? 0), LONGEST_WAIT_MS);
}
function gaveUp({ failure }, tries) {
    return (0,kernel/* infrastructure */.Sv)(failure.code, `${failure.message} (tried ${tries} times)`, failure.details);
}
/** `Retry-After` in milliseconds: seconds, or a date. */
function retryAfter(header, now) {
    if (header === null)
        return null;
    if (/^\d+$/.test(header.trim()))
        return Number(header) * 1000;
    const at = Date.parse(header);
    return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}

;// CONCATENATED MODULE: ./build/release/signing/id-token.js


/** What sigstore asks tokens to be made for. */
const AUDIENCE = "sigstore";
const PATIENCE_MS = 15_000;
/** A token that says which workflow asks for it. Failure `id-token`. */
async function idToken(source, { clock, signal }) {
    if (source.kind === "given")
        return source.token;
    return withRetries(clock, signal, () => askRunner(source));
}
async function askRunner({ url: address, bearer }) {
    const url = new URL(address);
    url.searchParams.set("audience", AUDIENCE);
    const headers = { Accept: "application/json", Authorization: `Bearer ${bearer}` };
    const answer = await fetch(url, { headers, signal: AbortSignal.timeout(PATIENCE_MS) }).catch((cause) => {
        throw new Transient(noToken("it did not answer", cause));
    });
    const body = answer.ok ? await answer.json().catch(() => null) : null;
    const value = typeof body === "object" && body !== null && "value" in body ? body.value : null;
    if (typeof value === "string")
        return value;
    const failure = noToken(`it answered ${answer.status}`);
    throw answer.status >= 500 ? new Transient(failure) : failure;
}
function noToken(why, cause) {
    return (0,kernel/* infrastructure */.Sv)("id-token", `the runner gave no token to sign with: ${why}`, {
        hint: "run the job again; where it stays so, see https://www.githubstatus.com",
        ...(cause === undefined ? {} : { cause }),
    });
}
/** Null for what is no token. */
function claimsIn(token) {
    const says = payloadOf(token);
    if (says === null)
        return null;
    const text = (name) => (typeof says[name] === "string" ? says[name] : null);
    return {
        workflow: text("job_workflow_ref"),
        issuer: text("iss"),
        repository: text("repository"),
        ref: text("ref"),
        runner: text("runner_environment"),
        visibility: text("repository_visibility"),
    };
}
function payloadOf(token) {
    try {
        const json = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
        return typeof json === "object" && json !== null ? Object.fromEntries(Object.entries(json)) : null;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/release/signing/identity.js
/** A workflow's identity: its repository's address, its file, its ref, or the commit at which another calls it. */
const WORKFLOW = /^(https:\/\/[^/]+\/[^/]+\/[^/]+)\/\.github\/workflows\/[^@]+@(.+)$/;
/**
 * Why an identity is not the one that is asked for; null where it is.
 *
 * A workflow that others may call (`workflow_call`) signs under its own name, whoever called it and from whichever branch: the
 * name alone would let every caller sign. So what it ran for has to fit as well.
 */
function misfitOf(policy, { name, issuer, repository, ref, runner }) {
    const about = (what) => `${name}${what}`;
    if (!policy.identities.includes(name))
        return { found: name, expected: policy.identities.join(" or ") };
    if (issuer !== policy.issuer) {
        return {
            found: about(` by word of ${issuer ?? "nobody"}`),
            expected: about(` by word of ${policy.issuer}`),
        };
    }
    const source = policy.source ?? sourceOf(name);
    if (source !== null && (repository !== source.repository || ref !== source.ref)) {
        return {
            found: about(`, run for ${repository ?? "no repository"} at ${ref ?? "no ref"}`),
            expected: about(`, run for ${source.repository} at ${source.ref}`),
        };
    }
    if (policy.runner === null || runner === policy.runner)
        return null;
    return { found: about(` on a ${runner ?? "unknown"} runner`), expected: about(` on a ${policy.runner} one`) };
}
/** Nobody runs at a commit: what is called at one signs for nobody until somebody says for whom. */
function sourceOf(name) {
    const [, repository, ref] = WORKFLOW.exec(name) ?? [];
    return repository === undefined || ref === undefined ? null : { repository, ref };
}

// EXTERNAL MODULE: ./node_modules/@sigstore/bundle/dist/index.js
var dist = __webpack_require__(61040);
// EXTERNAL MODULE: ./node_modules/@sigstore/core/dist/index.js
var core_dist = __webpack_require__(83917);
;// CONCATENATED MODULE: ./build/release/signing/bundle.js




/** Sigstore's bundle 0.3, which cosign hangs on images since its version 3. */
const BUNDLE_TYPE = dist.BUNDLE_V03_MEDIA_TYPE;
const ANY_BUNDLE = "application/vnd.dev.sigstore.bundle";
function isBundleType(type) {
    return type.startsWith(ANY_BUNDLE);
}
/** A statement signed by a key. The signature is another one each time: ECDSA throws dice. */
function keyBundle(statement, { id, sign }) {
    const artifact = Buffer.from(statement);
    const signature = sign(core_dist.dsse.preAuthEncoding(PROVENANCE_TYPE, artifact));
    const bundle = (0,dist.toDSSEBundle)({ artifact, artifactType: PROVENANCE_TYPE, signature, keyHint: id });
    // cosign passes a signature over that names its key otherwise than it does itself; the hint alone says whose it is
    for (const each of bundle.content.dsseEnvelope.signatures)
        each.keyid = "";
    return bundleBytes(bundle);
}
function bundleBytes(bundle) {
    return jsonBytes((0,dist.bundleToJSON)(bundle));
}
/** Null for what is no bundle with an in-toto statement. Whether anybody signed it is not asked. */
function parseBundle(bytes) {
    try {
        const bundle = (0,dist.bundleFromJSON)(JSON.parse(new TextDecoder().decode(bytes)));
        return (0,dist.isBundleWithDsseEnvelope)(bundle) && bundle.content.dsseEnvelope.payloadType === PROVENANCE_TYPE
            ? bundle
            : null;
    }
    catch {
        return null;
    }
}
/** The statement itself. */
function statementIn({ content }) {
    return content.dsseEnvelope.payload;
}
/** What the envelope's signatures are of. */
function signedBytes({ content }) {
    return core_dist.dsse.preAuthEncoding(content.dsseEnvelope.payloadType, content.dsseEnvelope.payload);
}

// EXTERNAL MODULE: ./node_modules/@noble/ciphers/salsa.js + 3 modules
var salsa = __webpack_require__(46382);
;// CONCATENATED MODULE: ./build/release/signing/cosign-key.js




const derive = (0,external_node_util_.promisify)(external_node_crypto_.scrypt);
/** What `cosign generate-key-pair` and `import-key-pair` write; older ones say COSIGN. */
const SEALED = /-----BEGIN ENCRYPTED (?:SIGSTORE|COSIGN) PRIVATE KEY-----([\sA-Za-z0-9+/=]+)-----END/;
/** Sixteen times what cosign asks for: a key file must not take the machine's memory. */
const MOST_MEMORY = 1 << 30;
function isCosignKey(pem) {
    return SEALED.test(pem);
}
/**
 * Opens a private key of cosign: JSON in PEM (go-securesystemslib's `encrypted`): scrypt makes the key of a NaCl secretbox,
 * in which PKCS #8 lies. Returns its DER. Failure `signing-key`.
 */
async function openCosignKey(pem, password) {
    const box = boxIn(pem);
    const key = await derive(Buffer.from(password), box.salt, 32, { ...box.cost, maxmem: MOST_MEMORY });
    try {
        return Buffer.from((0,salsa/* xsalsa20poly1305 */.uT)(key, box.nonce).decrypt(box.sealed));
    }
    catch (cause) {
        throw (0,kernel/* badInput */.AN)("signing-key", "the key in MAINLINE_SIGNING_KEY does not open with this password", {
            hint: "COSIGN_PASSWORD has to be the one that `cosign generate-key-pair` asked for",
            cause,
        });
    }
}
function boxIn(pem) {
    const text = Buffer.from(SEALED.exec(pem)?.[1] ?? "", "base64").toString("utf8");
    const { kdf, cipher, ciphertext } = objectIn(text);
    const { name, params, salt } = cosign_key_asObject(kdf);
    const { name: sealing, nonce } = cosign_key_asObject(cipher);
    const { N, r, p } = cosign_key_asObject(params);
    const cost = { N: asCount(N), r: asCount(r), p: asCount(p) };
    const box = { cost, salt: asBytes(salt), nonce: asBytes(nonce), sealed: asBytes(ciphertext) };
    const fits = name === "scrypt" && sealing === "nacl/secretbox" && box.nonce.length === 24 && box.sealed.length > 16;
    if (!fits || 128 * cost.N * cost.r > MOST_MEMORY / 2 || cost.p > 16)
        throw notCosigns();
    return box;
}
function objectIn(text) {
    try {
        return cosign_key_asObject(JSON.parse(text));
    }
    catch {
        throw notCosigns();
    }
}
function cosign_key_asObject(value) {
    return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
function asCount(value) {
    return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : 1 << 30;
}
function asBytes(value) {
    return Buffer.from(typeof value === "string" ? value : "", "base64");
}
function notCosigns() {
    return (0,kernel/* badInput */.AN)("signing-key", "the key in MAINLINE_SIGNING_KEY is not sealed as cosign seals keys", {
        expected: "scrypt and nacl/secretbox",
        hint: "make one with `cosign generate-key-pair`",
    });
}

;// CONCATENATED MODULE: ./build/release/signing/key.js




const MAKE_ONE = "`cosign generate-key-pair`, or `openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8`";
/**
 * Reads a private key in PEM: cosign's own, or PKCS #8 and SEC 1, sealed by a password or open. The message of a failure
 * holds nothing of the key. Failure `signing-key`.
 */
async function readSigner(pem, password) {
    const key = isCosignKey(pem)
        ? key_open({ key: await openCosignKey(pem, password ?? ""), format: "der", type: "pkcs8" })
        : key_open({ key: pem, format: "pem", ...(password === null ? {} : { passphrase: password }) });
    if (!isP256(key))
        throw unfit("the key in MAINLINE_SIGNING_KEY", key);
    const verifier = verifierOf((0,external_node_crypto_.createPublicKey)(key));
    const signing = { id: verifier.id, sign: (bytes) => (0,external_node_crypto_.sign)("sha256", bytes, key) };
    return { verifier, seal: async (statement) => keyBundle(statement, signing) };
}
/** Reads a public key in PEM, as `cosign.pub` holds it. Failure `signing-key`. */
function readVerifier(pem, at) {
    const key = publicKey(pem);
    if (key === null) {
        throw (0,kernel/* badInput */.AN)("signing-key", `${at.file} does not hold a public key`, {
            at,
            expected: "a key in PEM: -----BEGIN PUBLIC KEY-----",
            hint: "`cosign public-key --key cosign.key`, or `openssl ec -in key.pem -pubout`",
        });
    }
    if (!isP256(key))
        throw unfit(at.file, key);
    return verifierOf(key);
}
function key_open(input) {
    try {
        return (0,external_node_crypto_.createPrivateKey)(input);
    }
    catch {
        // what the library says may quote the input
        throw (0,kernel/* badInput */.AN)("signing-key", "MAINLINE_SIGNING_KEY does not hold a private key that can be read", {
            expected: "a private key in PEM, or the file that holds one; where it is sealed, COSIGN_PASSWORD opens it",
            hint: `make one: ${MAKE_ONE}`,
        });
    }
}
function publicKey(pem) {
    // a private key would give its public half: it has no business in a file that everybody reads
    if (!pem.includes("-----BEGIN PUBLIC KEY-----"))
        return null;
    try {
        return (0,external_node_crypto_.createPublicKey)({ key: pem, format: "pem" });
    }
    catch {
        return null;
    }
}
function isP256(key) {
    return key.asymmetricKeyType === "ec" && key.asymmetricKeyDetails?.namedCurve === "prime256v1";
}
function unfit(what, key) {
    const { asymmetricKeyType: type = "unknown", asymmetricKeyDetails: details } = key;
    return (0,kernel/* badInput */.AN)("signing-key", `${what} is of a kind that images are not signed with`, {
        found: details?.namedCurve === undefined ? type : `${type} ${details.namedCurve}`,
        expected: "ECDSA on P-256 (prime256v1)",
        hint: `make one: ${MAKE_ONE}`,
    });
}
function verifierOf(key) {
    const der = key.export({ format: "der", type: "spki" });
    const accepts = (bytes, signature) => (0,external_node_crypto_.verify)("sha256", bytes, key, signature);
    return {
        kind: "key",
        id: (0,external_node_crypto_.createHash)("sha256").update(der).digest("base64"),
        accepts,
        who: "the key of mainline.yaml",
        judge: async (signed) => judged(signed, accepts),
    };
}
function judged(signed, accepts) {
    const bytes = signedBytes(signed);
    const isSigned = signed.content.dsseEnvelope.signatures.some(({ sig }) => accepts(bytes, sig));
    return isSigned ? { ok: true } : { ok: false, found: "whoever signed it has another key" };
}

;// CONCATENATED MODULE: ./build/release/signing/statement.js


/** What cosign's own signatures state: this image, and nothing more. */
const SIGNED = "https://sigstore.dev/cosign/sign/v1";
/** In-toto's name for a CycloneDX bill of materials. */
const BILL = "https://cyclonedx.org/bom";
const STATEMENT = "https://in-toto.io/Statement/v1";
/** An in-toto statement v1 that signs an image. It does not say where the image lies: a copy of it is signed as well. */
function signatureOf(image) {
    return statement(image, SIGNED, {});
}
/** A bill of materials as a statement about its image. */
function billStatement(image, bill) {
    return statement(image, BILL, JSON.parse(new TextDecoder().decode(bill.bytes)));
}
/** What a statement signs, if it is a signature: the images that it names. Null for another statement. */
function signedImages(bytes) {
    const { _type, predicateType, subject } = statement_objectIn(bytes);
    if (_type !== STATEMENT || predicateType !== SIGNED || !Array.isArray(subject))
        return null;
    return subject.flatMap((each) => {
        const digest = (0,kernel/* parseSha256 */.tz)(`sha256:${String(each?.digest?.sha256)}`);
        return digest === null ? [] : [digest];
    });
}
/** Null where it does not say. */
function predicateTypeOf(bytes) {
    const { predicateType } = statement_objectIn(bytes);
    return typeof predicateType === "string" ? predicateType : null;
}
function statement(image, predicateType, predicate) {
    return jsonBytes({ _type: STATEMENT, subject: [{ digest: { sha256: hexOf(image) } }], predicateType, predicate });
}
function statement_objectIn(bytes) {
    try {
        const json = JSON.parse(new TextDecoder().decode(bytes));
        return typeof json === "object" && json !== null ? Object.fromEntries(Object.entries(json)) : {};
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./build/release/signing/signature.js




/** A bundle longer than this is passed over: the longest hold a bill of materials. 16 MiB. */
const MAX_BUNDLE = 16 << 20;
/**
 * Signs an image that is in the store, and statements about it. Each hangs on it as a bundle; what the same one signed already
 * is not signed again, so that it can be killed and repeated.
 */
async function signImage(store, image, { signer, name, at, statements }) {
    const there = new Set();
    for await (const signed of bundles(store, image)) {
        if ((await signer.verifier.judge(signed)).ok)
            there.add(statementIn(signed).toString("base64"));
    }
    for (const statement of [signatureOf(image), ...statements]) {
        if (!there.has(Buffer.from(statement).toString("base64"))) {
            await store.attach(image, bundleAttachment(await signer.seal(statement), { statement, name, at }));
        }
    }
}
/**
 * Looks for a signature of this image, as `cosign verify` does. A signature of another image is none. Failures where the store,
 * or what signatures are held against, cannot be asked.
 */
async function checkSignature(store, image, verifier) {
    const found = [];
    let others = 0;
    for await (const signed of bundles(store, image)) {
        const images = signedImages(statementIn(signed));
        if (images === null)
            continue;
        if (!images.includes(image)) {
            others++;
            continue;
        }
        const verdict = await verifier.judge(signed);
        if (verdict.ok)
            return { kind: "signed" };
        found.push(verdict.found);
    }
    const [there = others > 0 ? "the signature that hangs on it is of another image" : null] = found;
    const says = `its image ${image} is not signed by ${verifier.who}`;
    return { kind: "unsigned", says: there === null ? says : `${says}: ${there}` };
}
/** What hangs on an image in bundles, whoever put it there: what cannot be read is passed over, it signs nothing. */
async function* bundles(store, image) {
    for (const referrer of await store.referrers(image)) {
        const bytes = await signature_bundleBytes(store, referrer);
        const signed = bytes === null ? null : parseBundle(bytes);
        if (signed !== null)
            yield signed;
    }
}
async function signature_bundleBytes(store, { digest }) {
    try {
        const { layers } = parseManifest(await store.manifest(digest), digest);
        const [layer] = layers;
        if (layer === undefined || !isBundleType(layer.mediaType) || layer.size > MAX_BUNDLE)
            return null;
        const chunks = [];
        for await (const chunk of store.blob(layer))
            chunks.push(chunk);
        return Buffer.concat(chunks);
    }
    catch (failure) {
        const lost = ["image-not-found", "image-malformed", "blob-corrupt", "registry-not-found"];
        if (failure instanceof kernel/* Failure */.HR && lost.includes(failure.code))
            return null;
        throw failure;
    }
}
function bundleAttachment(bytes, { statement, name, at }) {
    const predicateType = predicateTypeOf(statement) ?? "";
    return {
        type: BUNDLE_TYPE,
        bytes,
        title: `${name}.${fileWord(predicateType)}.sigstore.json`,
        created: at,
        // as cosign writes them
        annotations: {
            "dev.sigstore.bundle.content": "dsse-envelope",
            "dev.sigstore.bundle.predicateType": predicateType,
        },
    };
}
/** `provenance` of `https://slsa.dev/provenance/v1`. */
function fileWord(predicateType) {
    const words = predicateType.split("/").filter((word) => word !== "" && !/^v[\d.]+$/.test(word));
    return words.at(-1) ?? "statement";
}

// EXTERNAL MODULE: ./node_modules/@sigstore/protobuf-specs/dist/index.js
var protobuf_specs_dist = __webpack_require__(19654);
;// CONCATENATED MODULE: ./build/release/signing/sigstore-signer.js





/** Long enough for a log that makes an entry wait for the next ones. */
const PATIENCE = { timeout: 20_000, retry: 2 };
const TIMESTAMP_PATH = /\/api\/v1\/timestamp$/;
/**
 * Signs with a key that lives for one statement: the authority gives a certificate to whoever the token names, and witnesses
 * say when. What was signed is held against what it has to be before anybody gets it. Failure `signing-failed`.
 */
function identitySigner(verifier, { services, token }) {
    return {
        verifier,
        seal: async (statement) => {
            const bytes = await sealed(Buffer.from(statement), services, await token());
            const signed = parseBundle(bytes);
            const verdict = signed === null ? null : await verifier.judge(signed);
            if (verdict?.ok === true)
                return bytes;
            throw (0,kernel/* infrastructure */.Sv)("signing-failed", `what was signed would not be accepted: ${verdict?.found ?? "no bundle"}`, {
                hint: "`signing` in mainline.yaml has to name who signs, and the authorities of the same sigstore",
            });
        },
    };
}
async function sealed(data, { fulcio, timestamps, logs }, token) {
    const { DSSEBundleBuilder, FulcioSigner, TSAWitness, RekorWitness } = await Promise.all(/* import() */[__webpack_require__.e(2830), __webpack_require__.e(2088), __webpack_require__.e(5179)]).then(__webpack_require__.t.bind(__webpack_require__, 15179, 19));
    const identityProvider = { getToken: async () => token };
    const builder = new DSSEBundleBuilder({
        signer: new FulcioSigner({ fulcioBaseURL: fulcio, identityProvider, ...PATIENCE }),
        witnesses: [
            ...timestamps.map((url) => new TSAWitness({ tsaBaseURL: url.replace(TIMESTAMP_PATH, ""), ...PATIENCE })),
            ...logs.map(({ url, version }) => {
                const about = { rekorBaseURL: url, majorApiVersion: version, ...PATIENCE };
                return version === 1
                    ? new RekorWitness({ ...about, entryType: "dsse" })
                    : hashed(new RekorWitness(about));
            }),
        ],
    });
    const bundle = await builder.create({ data, type: PROVENANCE_TYPE }).catch((cause) => {
        throw (0,kernel/* infrastructure */.Sv)("signing-failed", `sigstore did not sign: ${cause.message}${because(cause)}`, {
            hint: `see whether ${fulcio} can be reached from here, and takes tokens of this issuer`,
            cause,
        });
    });
    return bundleBytes(bundle);
}
/** Rekor 2 takes an envelope as what its signature is of, hashed (sigstore-go, pkg/sign/transparency.go); the library would send all of it. */
function hashed(log) {
    return {
        testify: (content, key) => {
            if (content.$case !== "dsseEnvelope")
                return log.testify(content, key);
            const { payloadType, payload, signatures } = content.dsseEnvelope;
            const digest = core_dist.crypto.digest("sha256", core_dist.dsse.preAuthEncoding(payloadType, payload));
            const messageDigest = { algorithm: protobuf_specs_dist.HashAlgorithm.SHA2_256, digest };
            const signature = signatures[0]?.sig ?? Buffer.alloc(0);
            return log.testify({ $case: "messageSignature", messageSignature: { messageDigest, signature } }, key);
        },
    };
}
function because({ cause }) {
    return cause instanceof Error ? `, ${cause.message}` : "";
}

;// CONCATENATED MODULE: ./build/release/signing/certificate.js
/** Fulcio's extensions of a certificate (fulcio, docs/oid-info.md): DER UTF8String, each. */
const ISSUER = "1.3.6.1.4.1.57264.1.8";
const RUNNER = "1.3.6.1.4.1.57264.1.11";
const SOURCE_REPOSITORY = "1.3.6.1.4.1.57264.1.12";
const SOURCE_REF = "1.3.6.1.4.1.57264.1.14";
/** Whom a verified certificate was given to; null where it names nobody. */
function identityIn({ identity }) {
    const name = identity?.subjectAlternativeName;
    if (name === undefined || name === "")
        return null;
    const says = (oid) => certificate_textOf(identity?.oids ?? [], oid);
    return {
        name,
        issuer: says(ISSUER),
        repository: says(SOURCE_REPOSITORY),
        ref: says(SOURCE_REF),
        runner: says(RUNNER),
    };
}
/** Null where it stands there not once, or is no UTF8String: what is said twice is not believed. */
function certificate_textOf(extensions, wanted) {
    const found = extensions.filter(({ oid }) => oid?.id.join(".") === wanted);
    const [only] = found;
    return only === undefined || found.length > 1 ? null : utf8String(only.value);
}
/** DER: tag 12, a length, the text. */
function utf8String(der) {
    const [tag, first = 0, second = 0, third = 0] = der;
    if (tag !== 0x0c)
        return null;
    const [start, length] = first < 0x80 ? [2, first] : first === 0x81 ? [3, second] : first === 0x82 ? [4, second * 256 + third] : [0, -1];
    return der.length === start + length ? der.subarray(start).toString("utf8") : null;
}

;// CONCATENATED MODULE: ./build/release/signing/sigstore-verifier.js



/**
 * Holds signatures against an identity. The root is asked for when the first one is judged, and kept: its failures are the
 * judgement's.
 */
function identityVerifier(policy, rootOf) {
    let verifier = null;
    const ready = () => {
        verifier ??= rootOf().then(openVerifier);
        return verifier;
    };
    const who = `${policy.identities.join(" or ")}, as mainline.yaml asks`;
    return { kind: "identity", policy, who, judge: async (signed) => sigstore_verifier_judged(signed, policy, await ready()) };
}
/** What the root lists has to have witnessed a signature: a log, where there is one, and a time in any case. */
async function openVerifier(root) {
    const { Verifier, toTrustMaterial } = await __webpack_require__.e(/* import() */ 4187).then(__webpack_require__.t.bind(__webpack_require__, 54187, 19));
    const [ctlogThreshold, tlogThreshold] = [Math.min(root.ctlogs.length, 1), Math.min(root.tlogs.length, 1)];
    try {
        return new Verifier(toTrustMaterial(root), { ctlogThreshold, tlogThreshold, timestampThreshold: 1 });
    }
    catch (cause) {
        throw (0,kernel/* badInput */.AN)("sigstore-root", "the trusted root of sigstore holds a certificate or key that cannot be read", {
            cause,
        });
    }
}
async function sigstore_verifier_judged(signed, policy, verifier) {
    const { content } = signed.verificationMaterial;
    if (content.$case === "publicKey")
        return { ok: false, found: "whoever signed it has a key, and no certificate" };
    const { toSignedEntity } = await __webpack_require__.e(/* import() */ 4187).then(__webpack_require__.t.bind(__webpack_require__, 54187, 19));
    try {
        const identity = identityIn(verifier.verify(toSignedEntity(signed)));
        if (identity === null)
            return { ok: false, found: "the certificate of whoever signed it names nobody" };
        const misfit = misfitOf(policy, identity);
        return misfit === null
            ? { ok: true }
            : { ok: false, found: `it was signed by ${misfit.found}, not ${misfit.expected}` };
    }
    catch (trouble) {
        // what hangs on an image may be anybody's: whatever the library meets in it, it is no signature
        return { ok: false, found: `the signature on it does not hold (${wordsOf(trouble)})` };
    }
}
function wordsOf(trouble) {
    return trouble instanceof Error && trouble.message !== "" ? trouble.message : "it cannot be read";
}

;// CONCATENATED MODULE: ./build/release/signing/trust-root.js


const SIGNING_CONFIG = "signing_config.v0.2.json";
const trust_root_PATIENCE = { timeout: 10_000, retry: { retries: 2 } };
/**
 * The authorities of the public sigstore as they are today. Where they cannot be asked, those that this machine was told last, as long
 * as that was signed to be good for (a week): a deploy, and a way back most of all, is not to wait for somebody else's server.
 * Failure `sigstore-root`.
 */
async function publicRoot({ cache, mirror }) {
    const { getTrustedRoot } = await Promise.all(/* import() */[__webpack_require__.e(2830), __webpack_require__.e(3694)]).then(__webpack_require__.t.bind(__webpack_require__, 84423, 19));
    const options = optionsOf({ cache, mirror });
    return getTrustedRoot(options).catch((cause) => getTrustedRoot({ ...options, forceCache: true }).catch(() => notToBeHad(cause)));
}
/** Whom the public sigstore has sign today. Failure `sigstore-root`. */
async function publicServices({ cache, mirror }, now) {
    const { initTUF } = await Promise.all(/* import() */[__webpack_require__.e(2830), __webpack_require__.e(3694)]).then(__webpack_require__.t.bind(__webpack_require__, 84423, 19));
    const text = await initTUF(optionsOf({ cache, mirror }))
        .then((client) => client.getTarget(SIGNING_CONFIG))
        .catch(notToBeHad);
    return servicesIn(text, now);
}
function optionsOf({ cache, mirror }) {
    const other = mirror === undefined ? {} : { mirrorURL: mirror.url, rootPath: mirror.root };
    // the first root is always the library's own: who may write to the folder must not say whom to believe, nor half a file stop everything
    return { cachePath: cache, forceInit: true, ...trust_root_PATIENCE, ...other };
}
function notToBeHad(cause) {
    const inner = cause.cause instanceof Error ? `, ${cause.cause.message}` : "";
    throw (0,kernel/* infrastructure */.Sv)("sigstore-root", `sigstore's root of trust cannot be had: ${cause.message}${inner}`, {
        hint: "https://tuf-repo-cdn.sigstore.dev has to be reachable from here; without it no signature can be believed",
        cause,
    });
}
/** The newest service of each kind that is valid now (sigstore's SigningConfig 0.2). Failure `sigstore-root`. */
function servicesIn(text, now) {
    const { caUrls, rekorTlogUrls, tsaUrls } = protobuf_specs_dist.SigningConfig.fromJSON(JSON.parse(text));
    const fulcio = newest(caUrls, { now, most: 1 });
    const [log, timestamp] = [newest(rekorTlogUrls, { now, most: 2 }), newest(tsaUrls, { now, most: 1 })];
    if (fulcio === null || (log ?? timestamp) === null) {
        throw (0,kernel/* infrastructure */.Sv)("sigstore-root", "sigstore's signing configuration names no service that this version can use");
    }
    return {
        fulcio: bare(fulcio.url),
        timestamps: timestamp === null ? [] : [bare(timestamp.url)],
        logs: log === null ? [] : [{ url: bare(log.url), version: log.majorApiVersion }],
    };
}
/** Of those whose interface is known, the highest version comes first, then the youngest. */
function newest(services, { now, most }) {
    const begins = ({ validFor }) => validFor?.start?.getTime() ?? 0;
    const [first = null] = services
        .filter(({ majorApiVersion: version }) => version >= 1 && version <= most)
        .filter((service) => begins(service) <= now.getTime() && (service.validFor?.end ?? now) >= now)
        .toSorted((a, b) => b.majorApiVersion - a.majorApiVersion || begins(b) - begins(a));
    return first;
}
function bare(url) {
    return url.replace(/\/+$/, "");
}
/** The authorities that a file names, as `cosign trusted-root create` and `gh attestation trusted-root` write them. Failure `sigstore-root`. */
function readTrustedRoot(bytes, at) {
    const root = trust_root_parsed(new TextDecoder().decode(bytes));
    const isOne = root !== null && root.certificateAuthorities.length > 0;
    if (isOne && root.timestampAuthorities.length + root.tlogs.length > 0)
        return root;
    throw (0,kernel/* badInput */.AN)("sigstore-root", `${at.file} is no trusted root of sigstore`, {
        at,
        expected: "one JSON document with certificateAuthorities, and timestampAuthorities or tlogs",
        hint: "`cosign trusted-root create --fulcio … --tsa …` makes one; of `gh attestation trusted-root` take one line",
    });
}
function trust_root_parsed(text) {
    try {
        return protobuf_specs_dist.TrustedRoot.fromJSON(JSON.parse(text));
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/release/index-file.js






/** Holding the lock takes milliseconds: one this old was left by a process that died. */
const index_file_STALE_MS = 10_000;
const WAIT_MS = 60_000;
/** The entries of a layout's index.json; none when there is no such file. */
async function readIndex(directory) {
    const file = (0,external_node_path_.join)(directory, "index.json");
    const bytes = await (0,promises_.readFile)(file).catch((error) => {
        if (error.code === "ENOENT")
            return null;
        throw error;
    });
    if (bytes === null)
        return [];
    const { manifests } = parseJson(bytes, file);
    return Array.isArray(manifests) ? manifests.map((entry) => parseDescriptor(entry, file)) : [];
}
/** Replaces index.json by what `change` makes of it: one writer at a time, readers always see a whole file. */
async function changeIndex(directory, clock, change) {
    const unlock = await lock((0,external_node_path_.join)(directory, "index.json.lock"), clock);
    try {
        const manifests = change(await readIndex(directory));
        const temporary = (0,external_node_path_.join)(directory, `.index.${token()}`);
        await (0,promises_.writeFile)(temporary, jsonBytes({ schemaVersion: 2, mediaType: INDEX, manifests }));
        await (0,promises_.rename)(temporary, (0,external_node_path_.join)(directory, "index.json"));
    }
    finally {
        await unlock();
    }
}
/** The entries with `tag` naming `target` and nothing else. A null tag only makes sure that the image is listed. */
function withTag(entries, target, tag) {
    const plain = { mediaType: target.mediaType, digest: target.digest, size: target.size };
    if (tag === null)
        return entries.some((e) => e.digest === target.digest) ? [...entries] : [...entries, plain];
    const kept = entries.filter((entry) => {
        const name = entry.annotations?.[REF_NAME];
        return name !== tag && !(name === undefined && entry.digest === target.digest);
    });
    // an image that loses its last tag stays listed: releases are found by digest
    const orphans = entries.filter((e) => e.annotations?.[REF_NAME] === tag && e.digest !== target.digest && !isListed(kept, e));
    return [...kept, ...orphans.map(withoutAnnotations), { ...plain, annotations: { [REF_NAME]: tag } }];
}
function isListed(entries, wanted) {
    return entries.some((entry) => entry.digest === wanted.digest);
}
function withoutAnnotations({ digest, mediaType, size }) {
    return { mediaType, digest, size };
}
async function lock(file, clock) {
    const mine = token();
    const until = clock.monotonic() + WAIT_MS;
    while (!(await tryLock(file, mine))) {
        await breakStale(file, clock);
        if (clock.monotonic() > until) {
            throw (0,kernel/* infrastructure */.Sv)("layout-locked", `another process keeps ${file}`, { hint: `end it, or remove ${file}` });
        }
        await clock.sleep(20);
    }
    return () => (0,promises_.unlink)(file).catch(() => { });
}
async function tryLock(file, mine) {
    try {
        const handle = await (0,promises_.open)(file, "wx");
        await handle.writeFile(mine);
        await handle.close();
        return true;
    }
    catch (error) {
        if (error.code === "EEXIST")
            return false;
        throw error;
    }
}
/** Takes away a dead process's lock. Renaming decides who does it; a live lock that got caught is put back. */
async function breakStale(file, clock) {
    const found = await (0,promises_.stat)(file).catch(() => null);
    if (found === null || clock.now().getTime() - found.mtimeMs < index_file_STALE_MS)
        return;
    const aside = `${file}.${token()}`;
    const taken = await (0,promises_.rename)(file, aside).then(() => true, () => false);
    if (!taken)
        return;
    const caught = await (0,promises_.stat)(aside).catch(() => null);
    if (caught !== null && caught.ino !== found.ino)
        await (0,promises_.link)(aside, file).catch(() => { });
    await (0,promises_.unlink)(aside).catch(() => { });
}
function token() {
    return (0,external_node_crypto_.randomBytes)(8).toString("hex");
}

;// CONCATENATED MODULE: ./build/release/layout.js











const LAYOUT = '{"imageLayoutVersion":"1.0.0"}';
/** A folder in OCI image layout 1.0: the registry that needs no server. Blobs appear whole or not at all. */
class OciLayout {
    location;
    #directory;
    #options;
    /** `directory` is absolute; it is made with the first push. */
    constructor(directory, options) {
        this.location = `oci:${directory}`;
        this.#directory = directory;
        this.#options = options;
    }
    async resolve(reference) {
        const digest = (0,kernel/* parseSha256 */.tz)(reference);
        if (digest !== null)
            return (await this.hasBlob(digest)) ? digest : null;
        const entries = await onDisk(this.location, () => readIndex(this.#directory));
        return entries.find((entry) => entry.annotations?.[REF_NAME] === reference)?.digest ?? null;
    }
    async tags() {
        const entries = await onDisk(this.location, () => readIndex(this.#directory));
        return entries.flatMap((entry) => entry.annotations?.[REF_NAME] ?? []).sort();
    }
    async manifest(digest) {
        const bytes = await (0,promises_.readFile)(this.#file(digest)).catch((cause) => {
            throw (0,kernel/* infrastructure */.Sv)("image-not-found", `${this.location} has no image ${digest}`, { cause });
        });
        if (sha256(bytes) === digest)
            return bytes;
        throw (0,kernel/* infrastructure */.Sv)("blob-corrupt", `${this.#file(digest)} does not hold ${digest}`, {
            hint: "release the model again, or restore the file from a copy",
        });
    }
    async hasBlob(digest) {
        return (0,promises_.stat)(this.#file(digest)).then((found) => found.isFile(), () => false);
    }
    async *blob(descriptor) {
        const file = this.#file(descriptor.digest);
        if (!(await this.hasBlob(descriptor.digest))) {
            throw (0,kernel/* infrastructure */.Sv)("image-not-found", `${this.location} has no blob ${descriptor.digest}`);
        }
        yield* verified((0,external_node_fs_.createReadStream)(file, { highWaterMark: 128 << 10 }), descriptor, file);
    }
    push(image, tags) {
        return onDisk(this.location, () => this.#push(image, tags));
    }
    async #push(image, tags) {
        await this.#prepare();
        const { config } = parseManifest(image.manifest, "our own manifest");
        const layers = image.layers.map((layer) => ({ ...layer.descriptor, source: () => layer.open() }));
        let [sent, reused] = [0, 0];
        for (const blob of [...layers, { ...config, source: () => once(image.config) }]) {
            if (await this.#add(blob, blob.source))
                sent += blob.size;
            else
                reused += blob.size;
        }
        const manifest = { digest: image.digest, size: image.manifest.length };
        await this.#add(manifest, () => once(image.manifest));
        await this.#list({ mediaType: MANIFEST, ...manifest }, tags);
        return { digest: image.digest, sent, reused };
    }
    async tag(digest, tag) {
        const bytes = await this.manifest(digest);
        await onDisk(this.location, () => this.#list({ mediaType: MANIFEST, digest, size: bytes.length }, [tag]));
    }
    attach(image, attachment) {
        return onDisk(this.location, async () => {
            const subject = { mediaType: MANIFEST, digest: image, size: (await this.manifest(image)).length };
            const manifest = attachmentManifest(subject, attachment);
            for (const bytes of [attachment.bytes, EMPTY_CONFIG, manifest]) {
                await this.#add({ digest: sha256(bytes), size: bytes.length }, () => once(bytes));
            }
            await this.#list(referrerOf(manifest, attachment), []);
        });
    }
    async referrers(image) {
        const entries = await onDisk(this.location, () => readIndex(this.#directory));
        const untagged = entries.filter((entry) => entry.annotations?.[REF_NAME] === undefined);
        const found = [];
        for (const { mediaType, digest, size } of untagged) {
            // one that is listed and gone refers to nothing
            if (!(await this.hasBlob(digest)))
                continue;
            const about = parseSubject(await this.manifest(digest), digest);
            if (about?.subject === image)
                found.push({ mediaType, digest, size, artifactType: about.artifactType });
        }
        return found;
    }
    async remove(manifest) {
        await onDisk(this.location, async () => {
            await changeIndex(this.#directory, this.#options.clock, (entries) => entries.filter(({ digest }) => digest !== manifest));
            await (0,promises_.rm)(this.#file(manifest), { force: true });
        });
    }
    async #list(target, tags) {
        const names = tags.length === 0 ? [null] : tags;
        await changeIndex(this.#directory, this.#options.clock, (entries) => names.reduce((list, tag) => withTag(list, target, tag), [...entries]));
    }
    async #prepare() {
        await (0,promises_.mkdir)((0,external_node_path_.join)(this.#directory, "blobs", "sha256"), { recursive: true });
        await (0,promises_.writeFile)((0,external_node_path_.join)(this.#directory, "oci-layout"), LAYOUT, { flag: "wx" }).catch((error) => {
            if (error.code !== "EEXIST")
                throw error;
        });
    }
    /** True when the blob was not here yet. */
    async #add(descriptor, source) {
        const file = this.#file(descriptor.digest);
        const known = await (0,promises_.stat)(file).catch(() => null);
        if (known?.size === descriptor.size)
            return false;
        const temporary = (0,external_node_path_.join)(this.#directory, "blobs", `.${(0,external_node_crypto_.randomBytes)(8).toString("hex")}`);
        try {
            await this.#write(temporary, verified(source(), descriptor, "the layer's source"));
            await (0,promises_.rename)(temporary, file);
        }
        catch (error) {
            await (0,promises_.unlink)(temporary).catch(() => { });
            throw error;
        }
        return true;
    }
    async #write(file, stream) {
        const handle = await (0,promises_.open)(file, "wx", 0o644);
        try {
            for await (const chunk of stream) {
                this.#options.signal?.throwIfAborted();
                await handle.writeFile(chunk);
            }
        }
        finally {
            await handle.close();
        }
    }
    #file(digest) {
        return (0,external_node_path_.join)(this.#directory, "blobs", "sha256", hexOf(digest));
    }
}
async function* once(bytes) {
    yield bytes;
}

;// CONCATENATED MODULE: ./build/release/download.js
/**
 * One blob on its way here. A connection that breaks off is made again and asked for the rest; each piece has all its tries, so
 * that a long download is not lost for many short troubles.
 */
class Download {
    #client;
    #request;
    #body = null;
    /** Bytes handed out. */
    #at = 0;
    /** Bytes to come that were handed out already. */
    #known = 0;
    constructor(client, request) {
        this.#client = client;
        this.#request = { ...request, method: "GET", accept: [200] };
    }
    /** The bytes until there are `size` of them, or the registry says that there are no more. */
    async *pieces(size) {
        try {
            while (this.#at < size) {
                const piece = await this.#client.retrying(() => this.#next());
                if (piece === null)
                    return;
                yield piece;
            }
        }
        finally {
            await this.#body?.close();
        }
    }
    async #next() {
        for (;;) {
            const value = await this.#read();
            if (value === null)
                return null;
            const piece = value.subarray(this.#known);
            this.#known -= value.length - piece.length;
            this.#at += piece.length;
            if (piece.length > 0)
                return piece;
        }
    }
    async #read() {
        const body = this.#body ?? (await this.#begin());
        // only one that does not break now is read on
        this.#body = null;
        try {
            const value = await body.next();
            this.#body = body;
            return value;
        }
        finally {
            if (this.#body === null)
                await body.close();
        }
    }
    async #begin() {
        const rest = { headers: { range: `bytes=${this.#at}-` }, accept: [200, 206] };
        const response = await this.#client.once(this.#at === 0 ? this.#request : { ...this.#request, ...rest });
        // whoever knows no ranges sends all of it again
        this.#known = response.status === 206 ? 0 : this.#at;
        return this.#client.body(this.#request, response);
    }
}

;// CONCATENATED MODULE: ./build/release/challenge.js
/** Reads the header (RFC 9110, 11.6.1): several challenges may follow each other, values may be quoted. */
function parseChallenges(header) {
    const found = [];
    const token = /(?:([A-Za-z][\w-]*)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+)))|([A-Za-z][\w-]*)(?=\s|$|,)/g;
    for (const [, key, quoted, bare, scheme] of header.matchAll(token)) {
        if (scheme !== undefined)
            found.push({ scheme: scheme.toLowerCase(), parameters: new Map() });
        else if (key !== undefined) {
            found.at(-1)?.parameters.set(key.toLowerCase(), quoted?.replace(/\\(.)/g, "$1") ?? bare ?? "");
        }
    }
    return found;
}

;// CONCATENATED MODULE: ./build/release/credentials.js


/** Docker Hub's entry in docker's own file. */
const HUB_NAMES = ["https://index.docker.io/v1/", "index.docker.io", "docker.io"];
/**
 * The identity for `host/path`: the given login first, then docker's or podman's file, the longest matching entry
 * (`host/acme/team` before `host/acme` before `host`) as containers-auth.json(5) has it. Failure `docker-config`.
 */
function identityFor(credentials, host, path) {
    const { login = null, dockerConfig = null } = credentials ?? {};
    if (login !== null &&
        (login.host === null || login.host === host) &&
        (login.host !== null || !isForeignDefault(host))) {
        return { login: { username: login.username, password: login.password }, refreshToken: null, helper: null };
    }
    return dockerConfig === null ? nobody(null) : fromFile(parseFile(dockerConfig), host, path);
}
/** A login without a host is meant for the user's registry, never for Docker Hub's base images. */
function isForeignDefault(host) {
    return host === "registry-1.docker.io" && !isLoopback(host);
}
function nobody(helper) {
    return { login: null, refreshToken: null, helper };
}
function fromFile(file, host, path) {
    const auths = objectOf(file["auths"]);
    const entry = candidates(host, path)
        .map((name) => auths[name])
        .find((value) => value !== undefined);
    const identity = entry === undefined ? null : fromEntry(objectOf(entry));
    const helper = helperFor(file, host);
    // a helper for this very registry is asked in place of what the file holds, as docker does
    return helper?.own === true ? nobody(helper) : (identity ?? nobody(helper));
}
function fromEntry(entry) {
    const token = credentials_textOf(entry["identitytoken"]);
    if (token !== null)
        return { login: null, refreshToken: token, helper: null };
    const [username, password] = [credentials_textOf(entry["username"]), credentials_textOf(entry["password"])];
    if (username !== null && password !== null)
        return { login: { username, password }, refreshToken: null, helper: null };
    const auth = credentials_textOf(entry["auth"]);
    if (auth === null)
        return null;
    const text = Buffer.from(auth, "base64").toString("utf8");
    const colon = text.indexOf(":");
    if (colon < 1)
        return null;
    return {
        login: { username: text.slice(0, colon), password: text.slice(colon + 1).replace(/\0+$/, "") },
        refreshToken: null,
        helper: null,
    };
}
function candidates(host, path) {
    const parts = path.split("/");
    const scoped = parts.map((_, index) => [host, ...parts.slice(0, parts.length - index)].join("/"));
    const hub = host === "registry-1.docker.io" ? HUB_NAMES : [];
    const plain = [host, ...hub];
    return [
        ...scoped,
        ...plain,
        ...plain.flatMap((name) => [`https://${name}`, `http://${name}`, `https://${name}/v1/`, `https://${name}/v2/`]),
    ];
}
/** Of one registry (`credHelpers`), or of all (`credsStore`). */
function helperFor(file, host) {
    const hub = host === "registry-1.docker.io";
    const servers = hub ? [...HUB_NAMES, host] : [host];
    const helpers = objectOf(file["credHelpers"]);
    const own = servers.find((server) => credentials_textOf(helpers[server]) !== null);
    const [usual = host] = servers;
    if (own !== undefined)
        return { name: credentials_textOf(helpers[own]) ?? "", server: hub ? usual : own, own: true };
    const name = credentials_textOf(file["credsStore"]);
    return name === null ? null : { name, server: usual, own: false };
}
/** What a helper program answered (docker-credential-helpers): `<token>` for a name means a token to exchange. Null for nothing of use. */
function identityFromHelper(answer, helper) {
    const { Username, Secret } = parseAnswer(answer);
    const [username, secret] = [credentials_textOf(Username), credentials_textOf(Secret)];
    if (username === null || secret === null)
        return null;
    return username === "<token>"
        ? { login: null, refreshToken: secret, helper }
        : { login: { username, password: secret }, refreshToken: null, helper };
}
function parseAnswer(text) {
    try {
        return objectOf(JSON.parse(text));
    }
    catch {
        return {};
    }
}
function parseFile(text) {
    try {
        return objectOf(JSON.parse(text));
    }
    catch (cause) {
        throw (0,kernel/* badInput */.AN)("docker-config", "the file with registry logins is not JSON", {
            hint: "correct ~/.docker/config.json (or the file that REGISTRY_AUTH_FILE names)",
            cause,
        });
    }
}
function objectOf(value) {
    return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
function credentials_textOf(value) {
    return typeof value === "string" && value !== "" ? value : null;
}

;// CONCATENATED MODULE: ./build/release/watch.js
/** How long a registry may say nothing while something is waited for. */
const SILENCE_MS = 20_000;
/** An upload's last answer may take longer: the registry looks through all that it got. Bytes in a millisecond, for a slow one. */
const STORED_PER_MS = 10_000;
/**
 * Gives a request up when the other side stays silent, so that it ends as a trouble and not as a job that waits. However long the whole
 * takes does not matter, nor how long our own side has to do.
 */
class Watch {
    ms;
    #abort = new AbortController();
    #signal;
    #timer = null;
    #over = false;
    constructor(ms, end) {
        this.ms = ms;
        this.#signal = end === undefined ? this.#abort.signal : AbortSignal.any([this.#abort.signal, end]);
    }
    /** Fires for the silence, and for the end that was given. */
    get signal() {
        return this.#signal;
    }
    get isSilent() {
        return this.#abort.signal.aborted;
    }
    /** Watches while `work`, which has the signal, waits for the other side. */
    async during(work) {
        this.#over = false;
        this.#wait(this.ms);
        try {
            return await work();
        }
        finally {
            this.#over = true;
            this.#rest();
        }
    }
    /** A body on its way out: the other side has to take each piece in time; where the pieces come from is not watched. */
    async *passing(content, size) {
        this.#rest();
        for await (const piece of content) {
            this.#wait(this.ms);
            yield piece;
            this.#rest();
        }
        this.#wait(this.ms + size / STORED_PER_MS);
    }
    #wait(ms) {
        this.#rest();
        // what was answered before it was all sent is not waited for
        if (!this.#over)
            this.#timer = setTimeout(() => this.#abort.abort(), ms);
    }
    #rest() {
        if (this.#timer !== null)
            clearTimeout(this.#timer);
        this.#timer = null;
    }
}

;// CONCATENATED MODULE: ./build/release/registry-auth.js







/** A token answer longer than this is not one. */
const MAX_TOKEN_ANSWER = 1 << 20;
/** How a registry's requests are signed: nothing until it asks, then Basic, or a bearer token per scope. */
class RegistryAuth {
    #host;
    #options;
    #fetch;
    #identity;
    /** The helper program is asked when the registry first asks us, and once. */
    #asked = null;
    #tokens = new Map();
    #basic = false;
    /** `path` chooses among the logins for one host. */
    constructor(host, path, options) {
        this.#host = host;
        this.#options = options;
        this.#identity = identityFor(options.credentials, host, path);
        this.#fetch = options.fetch ?? fetch;
    }
    /** The Authorization header for requests of this scope, or null. */
    header(scope) {
        const token = this.#tokens.get(scope);
        if (token !== undefined)
            return `Bearer ${token}`;
        return this.#basic ? this.#basicHeader() : null;
    }
    /**
     * Answers a 401: true when the request is worth repeating. `sent`: the header that was refused; when another request got
     * a better one meanwhile, there is nothing to ask for.
     */
    async answer(response, scope, sent) {
        const known = this.header(scope);
        if (known !== null && known !== sent)
            return true;
        this.#asked ??= this.#askHelper();
        await this.#asked;
        const challenges = parseChallenges(response.headers.get("www-authenticate") ?? "");
        const bearer = challenges.find((challenge) => challenge.scheme === "bearer");
        if (bearer !== undefined)
            return this.#exchange(bearer, scope);
        const basic = challenges.some((challenge) => challenge.scheme === "basic");
        if (!basic || this.#basic || this.#identity.login === null)
            return false;
        this.#basic = true;
        return true;
    }
    /** What to do about a refusal, in a sentence. */
    hint() {
        const { helper } = this.#identity;
        if (helper !== null) {
            return `docker-credential-${helper.name} keeps the logins: it is not installed here, or has none for ${this.#host} that is taken (docker login ${this.#host}, or give a user name and a password)`;
        }
        if (this.#identity.login !== null || this.#identity.refreshToken !== null) {
            return `the login for ${this.#host} was refused: renew it (docker login ${this.#host}) or give another`;
        }
        return `log in (docker login ${this.#host}), or give a user name and a password`;
    }
    async #askHelper() {
        const { helper } = this.#identity;
        const ask = this.#options.credentials?.askHelper;
        if (helper === null || ask === undefined)
            return;
        const answer = await ask(helper.name, helper.server);
        this.#identity = (answer === null ? null : identityFromHelper(answer, helper)) ?? this.#identity;
    }
    #basicHeader() {
        const { login } = this.#identity;
        return login === null ? null : `Basic ${Buffer.from(`${login.username}:${login.password}`).toString("base64")}`;
    }
    /** Distribution's token protocol; with an identity token, OAuth2's refresh. */
    async #exchange({ parameters }, scope) {
        const realm = this.#realm(parameters.get("realm") ?? "");
        const service = parameters.get("service") ?? this.#host;
        const refresh = this.#identity.refreshToken;
        const { response, bytes } = await this.#inTime(realm, async (end) => {
            const answer = refresh === null
                ? await this.#askByGet(realm, { service, scope, end })
                : await this.#askByPost(realm, { service, scope, refresh, end });
            return { response: answer, bytes: new Uint8Array(await answer.arrayBuffer()) };
        });
        if (response.status === 429 || response.status >= 500) {
            throw new Transient((0,kernel/* infrastructure */.Sv)("registry-token", `${realm.host} answers ${response.status} to a request for a token`), retryAfter(response.headers.get("retry-after"), this.#options.clock.now()));
        }
        if (!response.ok)
            return false;
        const token = readToken(bytes, realm.host);
        const fresh = this.#tokens.get(scope) !== token;
        this.#tokens.set(scope, token);
        return fresh;
    }
    /** A token is a short answer: all of it has to come in time. */
    async #inTime(realm, ask) {
        const { silenceMs = SILENCE_MS, signal } = this.#options;
        const late = AbortSignal.timeout(silenceMs);
        try {
            return await ask(signal === undefined ? late : AbortSignal.any([late, signal]));
        }
        catch (error) {
            signal?.throwIfAborted();
            if (!late.aborted)
                throw error;
            throw silence("registry-silent", `${realm.host}: the request for a token to ${this.#host}`, silenceMs);
        }
    }
    async #askByGet(realm, { service, scope, end }) {
        realm.searchParams.set("service", service);
        for (const part of scope.split(" "))
            if (part !== "")
                realm.searchParams.append("scope", part);
        const basic = this.#basicHeader();
        const headers = basic === null ? {} : { authorization: basic };
        return this.#fetch(realm, { redirect: "error", headers, signal: end });
    }
    async #askByPost(realm, { service, scope, refresh, end }) {
        const body = new URLSearchParams({
            grant_type: "refresh_token",
            service,
            scope,
            client_id: "mainline",
            refresh_token: refresh,
        });
        return this.#fetch(realm, { method: "POST", redirect: "error", body, signal: end });
    }
    /** A registry may not talk a password out of us in clear. */
    #realm(text) {
        const realm = URL.canParse(text) ? new URL(text) : null;
        if (realm?.protocol === "https:" || (realm?.protocol === "http:" && isLoopback(realm.host)))
            return realm;
        throw (0,kernel/* infrastructure */.Sv)("registry-token", `${this.#host} names no safe place to get a token from`, {
            found: text,
            expected: "an https address",
        });
    }
}
function readToken(bytes, host) {
    const json = bytes.length > MAX_TOKEN_ANSWER ? {} : parseJson(bytes, `the token from ${host}`);
    const token = json["token"] ?? json["access_token"];
    if (typeof token === "string" && token !== "")
        return token;
    throw (0,kernel/* infrastructure */.Sv)("registry-token", `${host} gave no token`);
}

;// CONCATENATED MODULE: ./build/release/registry-client.js






const MAX_REDIRECTS = 5;
/** Most bytes of a refusal that are read. */
const MAX_ERROR_SIZE = 1 << 20;
const NOTHING = new Uint8Array(0);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Requests to one registry: signs them, follows redirects, repeats what may pass, and says clearly what does not. */
class RegistryClient {
    host;
    #base;
    #auth;
    #options;
    #fetch;
    /** `path` chooses among the logins for one host. */
    constructor(host, path, options) {
        this.host = host;
        this.#base = `${isLoopback(host) ? "http" : "https"}://${host}`;
        this.#options = options;
        this.#fetch = options.fetch ?? fetch;
        this.#auth = new RegistryAuth(host, path, options);
    }
    /** One request with all its tries; an answer that breaks off is asked for again. `most`: bytes of it that are taken. */
    read(request, most) {
        return this.retrying(async () => {
            const response = await this.once(request);
            const bytes = await this.#readWhole(request, response, most);
            return { status: response.status, headers: response.headers, bytes };
        });
    }
    /** Repeats a piece of work of several requests while it meets passing troubles. */
    retrying(work) {
        return withRetries(this.#options.clock, this.#options.signal, work);
    }
    /** One try (two when the registry asks who we are), whose body is the caller's to read or to discard. Throws `Transient` or a Failure. */
    async once(request) {
        const sent = this.#auth.header(request.scope);
        const first = await this.#sendByScheme(request);
        if (first.status !== 401)
            return this.#judge(request, first);
        await discard(first);
        const again = await this.#troubled(request, () => this.#auth.answer(first, request.scope, sent));
        return again ? this.#judge(request, await this.#send(request)) : this.#judge(request, first);
    }
    /** A registry on this machine may want TLS after all: it then answers 400 to everything said in clear. */
    async #sendByScheme(request) {
        const response = await this.#send(request);
        if (response.status !== 400 || !this.#base.startsWith("http:"))
            return response;
        const url = new URL(`${this.#base}/v2/`);
        const watch = this.#watch();
        const probing = { request: { ...request, method: "GET" }, url, watch };
        const { status, said } = await this.#watched(probing, async () => {
            const probe = await this.#fetch(url, { redirect: "manual", signal: watch.signal });
            return { status: probe.status, said: await probe.text() };
        });
        if (status !== 400 || !/HTTP request (was sent )?to (an )?HTTPS/i.test(said))
            return response;
        await discard(response);
        this.#base = this.#base.replace(/^http:/, "https:");
        return this.#send(request);
    }
    async #send(request) {
        let url = this.#absolute(request.url, this.#base);
        for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
            const watch = this.#watch();
            const to = url;
            const response = await this.#watched({ request, url, watch }, () => this.#fetch(to, this.#init(request, to, watch)));
            const location = response.headers.get("location");
            if (!REDIRECTS.has(response.status) || location === null)
                return response;
            await discard(response);
            url = this.#absolute(location, url.href);
        }
        throw (0,kernel/* infrastructure */.Sv)("registry-redirects", `${this.host} redirects without end`, { found: url.host });
    }
    /** An answer's body, for whoever reads it piece by piece. */
    body(request, response) {
        const reader = response.body?.getReader();
        const watch = this.#watch();
        const close = async () => {
            watch.signal.removeEventListener("abort", close);
            await reader?.cancel().catch(() => undefined);
        };
        watch.signal.addEventListener("abort", close);
        const next = async () => {
            const { value } = (await reader?.read()) ?? {};
            // a body that is let go looks like one that ended
            watch.signal.throwIfAborted();
            return value ?? null;
        };
        const url = new URL(response.url);
        return { next: () => this.#watched({ request, url, watch }, next), close };
    }
    async #readWhole(request, response, most) {
        const body = this.body(request, response);
        try {
            const chunks = [];
            let size = 0;
            for (let chunk = await body.next(); chunk !== null; chunk = await body.next()) {
                size += chunk.length;
                if (size > most)
                    throw (0,kernel/* infrastructure */.Sv)("image-malformed", `${request.about} answers with more than ${most} bytes`);
                chunks.push(chunk);
            }
            return Buffer.concat(chunks);
        }
        finally {
            await body.close();
        }
    }
    #watch() {
        return new Watch(this.#options.silenceMs ?? SILENCE_MS, this.#options.signal);
    }
    /** Work on the line, where silence is a trouble like any other. */
    #watched({ request, url, watch }, work) {
        return this.#troubled(request, async () => {
            try {
                return await watch.during(work);
            }
            catch (error) {
                this.#options.signal?.throwIfAborted();
                if (!watch.isSilent)
                    throw error;
                throw silence("registry-silent", `${url.host}: ${request.method} ${url.pathname}`, watch.ms);
            }
        });
    }
    #init(request, url, watch) {
        const headers = new Headers(request.headers);
        // who we are is for the registry alone, never for the storage it redirects to
        const authorization = url.host === new URL(this.#base).host ? this.#auth.header(request.scope) : null;
        if (authorization !== null)
            headers.set("authorization", authorization);
        const init = { method: request.method, headers, redirect: "manual", signal: watch.signal };
        const body = request.body?.();
        if (body === undefined)
            return init;
        headers.set("content-length", String(body.size));
        if (body.content instanceof Uint8Array)
            return { ...init, body: Buffer.from(body.content) };
        return { ...init, body: ReadableStream.from(watch.passing(inSlots(body.content), body.size)), duplex: "half" };
    }
    /** An address from the registry, relative or not. A registry behind a TLS proxy may name itself `http`: it means `https`. */
    #absolute(location, from) {
        const url = new URL(location, from);
        if (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.host)))
            return url;
        if (url.protocol === "http:" && url.hostname === new URL(this.#base).hostname)
            return new URL(url.href.replace(/^http:/, "https:"));
        throw (0,kernel/* infrastructure */.Sv)("registry-redirects", `${this.host} sends us to an unsafe address`, { found: url.origin });
    }
    async #troubled(request, work) {
        try {
            return await work();
        }
        catch (error) {
            this.#options.signal?.throwIfAborted();
            if (error instanceof kernel/* Failure */.HR || error instanceof Transient)
                throw error;
            const inner = failureInside(error);
            if (inner !== null)
                throw inner;
            throw new Transient(unreachable(this.host, request, error));
        }
    }
    async #judge(request, response) {
        if (request.accept.includes(response.status))
            return response;
        const said = readError(await this.#readWhole(request, response, MAX_ERROR_SIZE).catch(() => NOTHING));
        const { status } = response;
        if (status === 429 || status >= 500 || status === 408) {
            const wait = retryAfter(response.headers.get("retry-after"), this.#options.clock.now());
            throw new Transient(answered("registry-unavailable", request, { status, said, hint: "try again later" }), wait);
        }
        if (status === 401)
            throw answered("registry-unauthorized", request, { status, said, hint: this.#auth.hint() });
        if (status === 403) {
            const right = { push: "push to", delete: "delete in" }[request.scope.split(",").at(-1) ?? ""] ?? "pull from";
            const hint = `ask for the right to ${right} ${request.about}`;
            throw answered("registry-forbidden", request, { status, said, hint });
        }
        const hint = status === 404 ? `check that ${request.about} exists, and that the login may see it` : undefined;
        throw answered(status === 404 ? "registry-not-found" : "registry-refused", request, { status, said, hint });
    }
}
function answered(code, { about, method }, { status, said, hint }) {
    const found = said === "" ? String(status) : `${status} ${said}`;
    return (0,kernel/* infrastructure */.Sv)(code, `the registry answers ${status} to ${method} for ${about}`, {
        found,
        ...(hint && { hint }),
    });
}
function unreachable(host, { about }, cause) {
    const reason = causeOf(cause);
    return (0,kernel/* infrastructure */.Sv)("registry-unreachable", `the registry ${host} cannot be reached for ${about}`, {
        found: reason,
        hint: /ECONNREFUSED/.test(reason)
            ? `start the registry at ${host}, or correct the address in mainline.yaml`
            : "check the address, the network and the proxy settings",
        cause,
    });
}
/** A Failure of a body's source, which fetch wraps into errors of its own. */
function failureInside(error) {
    for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++)
        if (at instanceof kernel/* Failure */.HR)
            return at;
    return null;
}
function causeOf(error) {
    const reasons = [];
    for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
        const code = "code" in at && typeof at.code === "string" ? at.code : "";
        reasons.push(`${code} ${at.message}`.trim());
    }
    return reasons.join(": ");
}
/** Lets an answer go that nobody reads: that it broke off does not matter then. */
async function discard(response) {
    await response.body?.cancel().catch(() => undefined);
}
/** The registry's own words: `errors[].code` and `message` of the distribution specification. */
function readError(bytes) {
    try {
        const { errors } = JSON.parse(new TextDecoder().decode(bytes));
        return (errors ?? [])
            .map(({ code, message }) => `${code ?? ""} ${message ?? ""}`.trim())
            .join("; ")
            .slice(0, 500);
    }
    catch {
        return "";
    }
}

;// CONCATENATED MODULE: ./build/release/rereading.js
const rereading_NOTHING = new Uint8Array(0);
/** Hands out ranges of a source: reads on where the last range ended, and opens the source again where that does not fit. */
class Rereading {
    #open;
    /** Where the last range ended. A range that was given up leaves nothing behind: whoever reads it may still wait for bytes. */
    #place = null;
    constructor(open) {
        this.#open = open;
    }
    /** `size` bytes from `from` on, fewer where the source ends. A piece is good as long as the source's own pieces are. */
    async *range(from, size) {
        const place = this.#take(from);
        let left = size;
        try {
            for (let skip = from - place.at; skip > 0;)
                skip -= (await take(place, skip)).length || skip;
            while (left > 0) {
                const piece = await take(place, left);
                if (piece.length === 0)
                    return;
                left -= piece.length;
                // before the last piece leaves: whoever takes it may not come back to hear that it was the last
                if (left === 0)
                    this.#place = place;
                yield piece;
            }
        }
        finally {
            if (left > 0)
                await place.iterator.return?.();
        }
    }
    /** Lets the source go. */
    async close() {
        await this.#place?.iterator.return?.();
        this.#place = null;
    }
    #take(from) {
        const place = this.#place;
        this.#place = null;
        if (place !== null && place.at <= from)
            return place;
        void place?.iterator.return?.();
        return { iterator: this.#open()[Symbol.asyncIterator](), at: 0, rest: rereading_NOTHING };
    }
}
/** The next bytes, `most` of them at most; none at the end. */
async function take(place, most) {
    while (place.rest.length === 0) {
        const next = await place.iterator.next();
        if (next.done === true)
            return rereading_NOTHING;
        place.rest = next.value;
    }
    const piece = place.rest.subarray(0, most);
    place.rest = place.rest.subarray(piece.length);
    place.at += piece.length;
    return piece;
}

;// CONCATENATED MODULE: ./build/release/upload.js




/** Bytes of a piece where something between us and the registry takes no more, and where we give up. */
const FIRST_PIECE = 32 << 20;
const LAST_PIECE = 512 << 10;
/**
 * One blob on its way: mounted from another repository, or sent in one request. A try that broke off goes on where the registry
 * says that it ended; where it does not know any more, it begins anew. Where a request of that size is refused (413: a proxy's
 * limit), the blob goes in pieces.
 */
class Upload {
    #place;
    #blob;
    #source;
    #session = null;
    /** Most bytes in a request; null: as many as there are. */
    #piece = null;
    constructor(place, blob) {
        this.#place = place;
        this.#blob = blob;
        this.#source = new Rereading(() => blob.open());
    }
    /** True when the blob travelled, false when it was mounted. */
    async run() {
        try {
            return await this.#place.client.retrying(() => this.#attempt());
        }
        finally {
            await this.#source.close();
        }
    }
    async #attempt() {
        if (this.#session !== null) {
            await this.#askWhereItEnded(this.#session);
            // what was cut off may have been the answer alone
            if (this.#session === null && (await this.#place.has(this.#blob.digest)))
                return true;
        }
        for (;;) {
            this.#session ??= await this.#begin();
            if (this.#session === null)
                return false;
            if (await this.#send(this.#session))
                return true;
        }
    }
    /** Null: mounted, nothing has to be sent. */
    async #begin() {
        const response = (await this.#mount()) ?? (await this.#open("", ""));
        if (response.status === 201)
            return null;
        const least = Number(response.headers.get("oci-chunk-min-length") ?? 0) || 0;
        return { url: this.#next(response), at: 0, least, resumed: false };
    }
    /** Null where there is nothing to mount from, or the registry would rather not. */
    async #mount() {
        const { digest, mountFrom } = this.#blob;
        const { host } = this.#place.client;
        if (mountFrom === undefined || !mountFrom.startsWith(`${host}/`))
            return null;
        const from = mountFrom.slice(host.length + 1);
        if (from === this.#place.path)
            return null;
        const query = `?mount=${encodeURIComponent(digest)}&from=${encodeURIComponent(from)}`;
        return this.#open(query, ` repository:${from}:pull`).catch((failure) => {
            // not allowed to read there, or never heard of mounting: then it is sent
            if (failure instanceof kernel/* Failure */.HR && failure.code.startsWith("registry-"))
                return null;
            throw failure;
        });
    }
    #open(query, scope) {
        const url = `/v2/${this.#place.path}/blobs/uploads/${query}`;
        return this.#request("POST", url, { accept: query === "" ? [202] : [201, 202], scope });
    }
    /** Sends what is left; false when it has to begin anew in smaller pieces. */
    async #send(session) {
        const { size } = this.#blob;
        if (session.at === 0 && this.#piece === null)
            return this.#finish(session, { from: 0, size });
        while (session.at < size) {
            const length = Math.min(size - session.at, Math.max(this.#piece ?? size, session.least));
            if (!(await this.#sendPiece(session, length)))
                return false;
        }
        return this.#finish(session, { from: size, size: 0 });
    }
    async #sendPiece(session, length) {
        const from = session.at;
        const range = { "content-range": `${from}-${from + length - 1}` };
        const accept = [202, 201, 204, 404, 413, 416];
        const response = await this.#request("PATCH", session.url, {
            accept,
            headers: range,
            body: { from, size: length },
        });
        if (response.status === 413)
            return this.#narrow();
        if (response.status === 404 || response.status === 416)
            throw this.#lost(response);
        session.url = this.#next(response);
        const said = endOf(response.headers.get("range"));
        session.at = said !== null && said > from && said < from + length ? said : from + length;
        return true;
    }
    async #finish(session, body) {
        const { digest } = this.#blob;
        const url = new URL(session.url);
        url.searchParams.set("digest", digest);
        // pieces that do not fit together are refused by their digest
        const accept = [201, 204, 404, 413, 416, ...(session.resumed || session.at > 0 ? [400] : [])];
        const response = await this.#request("PUT", url.href, { accept, body });
        if (response.status === 413)
            return this.#narrow();
        if (response.status >= 400) {
            this.#session = null;
            throw this.#lost(response);
        }
        const stored = response.headers.get("docker-content-digest");
        if (stored === null || stored === digest)
            return true;
        throw (0,kernel/* infrastructure */.Sv)("blob-corrupt", `${this.#place.location} stored another blob than the one sent`, {
            found: stored,
            expected: digest,
        });
    }
    /** Takes smaller pieces from now on. */
    #narrow() {
        const { size } = this.#blob;
        const smaller = this.#piece === null ? Math.min(FIRST_PIECE, Math.ceil(size / 2)) : this.#piece / 4;
        if (smaller < LAST_PIECE || smaller < (this.#session?.least ?? 0)) {
            throw (0,kernel/* infrastructure */.Sv)("registry-refused", `${this.#place.location} takes no request as long as ${this.#piece ?? size} bytes`, {
                hint: "raise the limit of what stands before the registry (nginx: client_max_body_size)",
            });
        }
        this.#piece = Math.floor(smaller);
        this.#session = null;
        return false;
    }
    /** How much the registry has of an upload that broke off; forgets the upload where it does not say. */
    async #askWhereItEnded(session) {
        this.#session = null;
        try {
            const response = await this.#request("GET", session.url, { accept: [204, 200, 202] });
            const at = endOf(response.headers.get("range"));
            if (at === null || at > this.#blob.size || response.headers.get("location") === null)
                return;
            this.#session = { url: this.#next(response), at, least: session.least, resumed: true };
        }
        catch (failure) {
            if (failure instanceof Transient)
                this.#session = session;
            if (!(failure instanceof kernel/* Failure */.HR && failure.code.startsWith("registry-")))
                throw failure;
        }
    }
    async #request(method, url, { accept, headers = {}, body, scope = "" }) {
        const { client, path, location } = this.#place;
        const content = { "content-type": "application/octet-stream" };
        const response = await client.once({
            method,
            url,
            scope: `repository:${path}:pull,push${scope}`,
            about: location,
            accept,
            headers: body === undefined ? (method === "POST" ? { "content-length": "0" } : {}) : { ...content, ...headers },
            ...(body !== undefined && {
                body: () => ({ content: this.#source.range(body.from, body.size), size: body.size }),
            }),
        });
        await discard(response);
        return response;
    }
    #next(response) {
        const location = response.headers.get("location");
        if (location !== null)
            return new URL(location, response.url).href;
        throw (0,kernel/* infrastructure */.Sv)("registry-refused", `${this.#place.location} gave no address to upload to`);
    }
    #lost(response) {
        const found = String(response.status);
        return new Transient((0,kernel/* infrastructure */.Sv)("registry-refused", `${this.#place.location} lost an upload`, { found }));
    }
}
/** Bytes that `Range: 0-1233` tells of. `0-0` means none: that is how registries say it, a single byte apart. */
function endOf(range) {
    const [, last] = /^(?:bytes=)?0-(\d+)$/.exec(range?.trim() ?? "") ?? [];
    if (last === undefined)
        return null;
    return last === "0" ? 0 : Number(last) + 1;
}

;// CONCATENATED MODULE: ./build/release/registry.js









const ACCEPT = [MANIFEST, INDEX, DOCKER_MANIFEST, DOCKER_INDEX].join(", ");
/** Most bytes of a manifest: what the distribution specification asks registries to take. 4 MiB. */
const MAX_MANIFEST_SIZE = 4 << 20;
/** Most pages of tags that are read. */
const MAX_TAG_PAGES = 1000;
/** Most bytes of one of them: some registries give all tags at once. 64 MiB. */
const MAX_TAG_PAGE_SIZE = 64 << 20;
/** How often a list that others write too is written anew. */
const LIST_TRIES = 5;
/** What a registry says to a tag that it does not let move: each has its own status for it. */
const REFUSALS = ["registry-refused", "registry-forbidden", "registry-not-found"];
/** Blobs that travel at once. */
const UPLOADS = 4;
/** One repository of a registry, by the OCI distribution protocol 1.1. */
class Registry {
    location;
    #path;
    #client;
    /** `repository` is `host[:port]/path`. Failure `image-reference`. */
    constructor(repository, options) {
        const { host, path } = parseReference(repository);
        this.location = `${host}/${path}`;
        this.#path = path;
        this.#client = new RegistryClient(host, path, options);
    }
    async resolve(reference) {
        const response = await this.#get("HEAD", `manifests/${reference}`, [200, 404]);
        if (response.status === 404)
            return null;
        const said = (0,kernel/* parseSha256 */.tz)(response.headers.get("docker-content-digest") ?? "");
        if (said !== null)
            return (0,kernel/* parseSha256 */.tz)(reference) ?? said;
        return sha256(await this.#readManifest(reference));
    }
    async tags() {
        const found = [];
        let url = this.#url("tags/list?n=1000");
        for (let page = 0; url !== null; page++) {
            if (page === MAX_TAG_PAGES)
                throw (0,kernel/* infrastructure */.Sv)("registry-refused", `${this.location} lists tags without end`);
            const request = { ...this.#pull, method: "GET", url, accept: [200, 404] };
            const answer = await this.#client.read(request, MAX_TAG_PAGE_SIZE);
            if (answer.status === 404)
                break;
            const { tags } = parseJson(answer.bytes, `the tags of ${this.location}`);
            if (Array.isArray(tags))
                found.push(...tags.filter((tag) => typeof tag === "string"));
            url = nextPage(answer.headers.get("link"));
        }
        return found.sort();
    }
    async manifest(digest) {
        const bytes = await this.#readManifest(digest);
        if (sha256(bytes) === digest)
            return bytes;
        throw (0,kernel/* infrastructure */.Sv)("blob-corrupt", `${this.location} gave something else for ${digest}`, {
            found: sha256(bytes),
        });
    }
    async hasBlob(digest) {
        return (await this.#get("HEAD", `blobs/${digest}`, [200, 404])).status === 200;
    }
    async *blob(descriptor) {
        const { digest, size } = descriptor;
        const download = new Download(this.#client, { ...this.#pull, url: this.#url(`blobs/${digest}`) });
        yield* verified(download.pieces(size), descriptor, this.location);
    }
    async push(image, tags) {
        const { config } = parseManifest(image.manifest, "our own manifest");
        const layers = image.layers.map((layer) => {
            const { descriptor, mountFrom } = layer;
            const { digest, size } = descriptor;
            return { digest, size, open: () => layer.open(), ...(mountFrom !== undefined && { mountFrom }) };
        });
        const blobs = [...layers, { ...config, open: () => registry_once(image.config) }];
        const travelled = await (0,kernel/* inParallel */.HN)(blobs, UPLOADS, (blob) => this.#add(blob));
        const bytes = (wanted) => blobs.reduce((sum, { size }, index) => (travelled[index] === wanted ? sum + size : sum), 0);
        // a manifest that a tag names is there by its digest too
        if (tags.length === 0)
            await this.#putManifest(image.manifest, image.digest);
        for (const tag of tags)
            await this.#putTag(image.manifest, tag);
        return { digest: image.digest, sent: bytes(true), reused: bytes(false) };
    }
    async tag(digest, tag) {
        await this.#putTag(await this.manifest(digest), tag);
    }
    /** A repository whose tags never move takes each once: one that names this image already is not put again. */
    async #putTag(manifest, tag) {
        const digest = sha256(manifest);
        if ((await this.resolve(tag)) === digest)
            return;
        try {
            await this.#putManifest(manifest, tag);
        }
        catch (failure) {
            if (!(failure instanceof kernel/* Failure */.HR) || !REFUSALS.includes(failure.code))
                throw failure;
            const named = await this.resolve(tag);
            // somebody else was faster, with the same
            if (named === digest)
                return;
            throw named === null ? failure : this.#taken(tag, named, failure);
        }
    }
    #taken(tag, found, cause) {
        return (0,kernel/* infrastructure */.Sv)("registry-tag-taken", `the tag ${tag} of ${this.location} names another image, and the registry does not let it move`, {
            found: `${found} (${cause.details.found ?? cause.message})`,
            hint: `its tags are immutable: release another version (--bump patch), or delete ${this.location}:${tag} where nobody needs it`,
            cause,
        });
    }
    async attach(image, attachment) {
        const subject = { mediaType: MANIFEST, digest: image, size: (await this.manifest(image)).length };
        const manifest = attachmentManifest(subject, attachment);
        const referrer = referrerOf(manifest, attachment);
        if ((await this.referrers(image)).some(({ digest }) => digest === referrer.digest))
            return;
        for (const bytes of [attachment.bytes, EMPTY_CONFIG]) {
            await this.#add({ digest: sha256(bytes), size: bytes.length, open: () => registry_once(bytes) });
        }
        const { subjectKept } = await this.#putManifest(manifest, referrer.digest);
        if (!subjectKept)
            await this.#listBelowTag(image, referrer);
    }
    async referrers(image) {
        const { status, bytes } = await this.#get("GET", `referrers/${image}`, [200, 404]);
        return status === 200 ? parseReferrers(bytes, this.location) : this.#belowTag(image);
    }
    async remove(manifest, tags) {
        await this.#delete(manifest);
        // most take the tags along; by the distribution specification they need not
        for (const tag of tags)
            if ((await this.resolve(tag)) === manifest)
                await this.#delete(tag);
    }
    async #delete(reference) {
        const request = {
            scope: `repository:${this.#path}:pull,delete`,
            about: this.location,
            method: "DELETE",
            url: this.#url(`manifests/${reference}`),
            accept: [200, 202, 204, 400, 404, 405, 501],
        };
        const { status, bytes } = await this.#client.read(request, MAX_MANIFEST_SIZE);
        if (status < 300 || (status === 404 && !/UNSUPPORTED/.test(Buffer.from(bytes).toString())))
            return;
        throw (0,kernel/* infrastructure */.Sv)("registry-keeps", `${this.location} does not let images be deleted`, {
            found: `${status} to DELETE`,
            hint: "switch deleting on (docker-registry: `delete: {enabled: true}`), or leave it to rules of the registry's own",
        });
    }
    /** A registry that does not know subjects: clients keep the list themselves, and others may write it at the same time. */
    async #listBelowTag(image, referrer) {
        for (let tries = 0; tries < LIST_TRIES; tries++) {
            const index = indexWith(await this.#belowTag(image), referrer);
            if (index === null)
                return;
            await this.#putManifest(index, fallbackTag(image), INDEX);
        }
        if (indexWith(await this.#belowTag(image), referrer) === null)
            return;
        throw (0,kernel/* infrastructure */.Sv)("registry-contended", `others keep changing what hangs on ${this.location}@${image}`, {
            hint: "run again: what is there already is not sent again",
        });
    }
    async #belowTag(image) {
        const { status, bytes } = await this.#get("GET", `manifests/${fallbackTag(image)}`, [200, 404]);
        return status === 200 ? parseReferrers(bytes, this.location) : [];
    }
    /** True when the blob travelled. */
    async #add(blob) {
        if (await this.hasBlob(blob.digest))
            return false;
        const has = (digest) => this.hasBlob(digest);
        return new Upload({ client: this.#client, location: this.location, path: this.#path, has }, blob).run();
    }
    async #putManifest(bytes, reference, type = MANIFEST) {
        const request = {
            ...this.#push,
            method: "PUT",
            url: this.#url(`manifests/${reference}`),
            headers: { "content-type": type },
            body: () => ({ content: bytes, size: bytes.length }),
            accept: [201, 200],
        };
        const { headers } = await this.#client.read(request, MAX_MANIFEST_SIZE);
        const stored = headers.get("docker-content-digest") ?? (await this.resolve(reference));
        if (stored === sha256(bytes))
            return { subjectKept: headers.has("oci-subject") };
        throw (0,kernel/* infrastructure */.Sv)("registry-changed-image", `${this.location} stored another manifest than the one sent`, {
            found: stored ?? "nothing",
            expected: sha256(bytes),
        });
    }
    async #readManifest(reference) {
        const { status, bytes } = await this.#get("GET", `manifests/${reference}`, [200, 404]);
        if (status !== 404)
            return bytes;
        throw (0,kernel/* infrastructure */.Sv)("image-not-found", `${this.location} has no image ${reference}`, {
            hint: "was it deleted from the registry? release the model again, or promote another version",
        });
    }
    #get(method, rest, accept) {
        const headers = rest.startsWith("manifests/") ? { accept: ACCEPT } : {};
        const request = { ...this.#pull, method, url: this.#url(rest), headers, accept };
        return this.#client.read(request, MAX_MANIFEST_SIZE);
    }
    #url(rest) {
        return `/v2/${this.#path}/${rest}`;
    }
    get #pull() {
        return { scope: `repository:${this.#path}:pull`, about: this.location };
    }
    get #push() {
        return { scope: `repository:${this.#path}:pull,push`, about: this.location };
    }
}
/** The `next` address of a paged answer (RFC 8288). */
function nextPage(link) {
    return /<([^>]+)>\s*;\s*rel="?next"?/.exec(link ?? "")?.[1] ?? null;
}
async function* registry_once(bytes) {
    yield bytes;
}

;// CONCATENATED MODULE: ./build/release/store.js


/** The store at a location; nothing is read or written yet. Failure `image-reference` for a malformed repository. */
function openImageStore(location, options) {
    return location.kind === "layout"
        ? new OciLayout(location.directory, options)
        : new Registry(location.repository, options);
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/release/unpack.js











const DEFAULT_MAX_BYTES = 256 * 2 ** 30;
const MAX_ENTRIES = 1_000_000;
const WHITEOUT = ".wh.";
const OPAQUE = ".wh..wh..opq";
/**
 * Writes an image's layers to `directory`, which appears complete or not at all and must not exist yet. Every layer is
 * verified (descriptor digest and diffID); links, devices and paths that leave the folder are refused.
 * Failures `image-not-found`, `blob-corrupt`, `image-unsafe`, `image-not-ours`.
 */
async function unpack(store, digest, directory, options = {}) {
    const { config, layers } = await readImage(store, digest, null);
    const wanted = options.appLayersOnly === true ? appLayers(layers, `${store.location}@${digest}`) : layers;
    await onDisk(directory, () => writeLayers(wanted, directory, options));
    return config;
}
async function writeLayers(layers, directory, options) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(directory), { recursive: true });
    const temporary = `${directory}.part-${(0,external_node_crypto_.randomBytes)(6).toString("hex")}`;
    const budget = { bytes: options.maxBytes ?? DEFAULT_MAX_BYTES, entries: MAX_ENTRIES };
    try {
        await (0,promises_.mkdir)(temporary);
        for (const layer of layers)
            await unpackLayer(layer, temporary, budget);
        await (0,promises_.rename)(temporary, directory);
    }
    finally {
        await (0,promises_.rm)(temporary, { recursive: true, force: true });
    }
}
function appLayers(layers, where) {
    const ours = layers.filter((layer) => layer.role !== "base");
    if (ours.length > 0)
        return ours;
    throw (0,kernel/* badInput */.AN)("image-not-ours", `${where} was not made by mainline release: none of its layers is marked`, {
        hint: "release the model with mainline, or deploy this image with another target",
    });
}
async function unpackLayer(layer, root, budget) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    const archive = (0,tar_stream.extract)();
    const bytes = external_node_stream_.Readable.from(layer.open(), { objectMode: false });
    const tap = async function* (chunks) {
        for await (const chunk of chunks) {
            hash.update(chunk);
            yield chunk;
        }
    };
    const decompress = decompressor(layer.descriptor.mediaType);
    const feeding = decompress === null ? (0,external_node_stream_promises_.pipeline)(bytes, tap, archive) : (0,external_node_stream_promises_.pipeline)(bytes, decompress, tap, archive);
    const [fed, written] = await Promise.allSettled([feeding, writeEntries(archive, root, budget)]);
    // what stopped the writing tore the pipe down: it speaks first unless it only heard of the pipe's own failure
    for (const result of [written, fed])
        if (result.status === "rejected")
            throw result.reason;
    const found = asSha256(hash.digest("hex"));
    if (found === layer.diffId)
        return;
    throw (0,kernel/* infrastructure */.Sv)("blob-corrupt", "a layer does not unpack to what its image says", {
        found,
        expected: layer.diffId,
    });
}
function decompressor(mediaType) {
    if (/[+.]gzip$/.test(mediaType))
        return (0,external_node_zlib_.createGunzip)();
    if (mediaType.endsWith("+zstd"))
        return (0,external_node_zlib_.createZstdDecompress)();
    return null;
}
async function writeEntries(archive, root, budget) {
    for await (const entry of archive) {
        const path = safePath(entry.header);
        spend(budget, entry.header.size);
        if (path !== null)
            await writeEntry(entry, path, root);
        entry.resume();
    }
}
function spend(budget, bytes) {
    budget.bytes -= bytes;
    budget.entries -= 1;
    if (budget.bytes < 0 || budget.entries < 0)
        throw unsafe("an image unpacks to more than can be meant", "too many bytes or files");
}
async function writeEntry(entry, path, root) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const parent = (0,external_node_path_.join)(root, (0,external_node_path_.dirname)(path));
    if (name === OPAQUE)
        return emptyFolder(parent);
    if (name.startsWith(WHITEOUT))
        return (0,promises_.rm)((0,external_node_path_.join)(parent, hiddenName(name)), { recursive: true, force: true });
    const target = (0,external_node_path_.join)(root, path);
    if (entry.header.type === "directory") {
        await (0,promises_.mkdir)(target, { recursive: true });
        return;
    }
    await (0,promises_.mkdir)(parent, { recursive: true });
    await (0,promises_.rm)(target, { recursive: true, force: true });
    await writeFile(target, entry);
    if ((entry.header.mode & 0o111) !== 0)
        await (0,promises_.chmod)(target, 0o755);
}
async function writeFile(target, content) {
    const handle = await (0,promises_.open)(target, "wx", 0o644);
    try {
        for await (const chunk of content)
            await handle.writeFile(chunk);
    }
    finally {
        await handle.close();
    }
}
async function emptyFolder(folder) {
    for (const name of await (0,promises_.readdir)(folder).catch(() => []))
        await (0,promises_.rm)((0,external_node_path_.join)(folder, name), { recursive: true, force: true });
}
function hiddenName(name) {
    const hidden = name.slice(WHITEOUT.length);
    if (hidden === "" || hidden === "." || hidden === "..")
        throw unsafe("an image hides a path that is none", name);
    return hidden;
}
/** The entry's path below the root; null for the root itself. */
function safePath({ name, type }) {
    if (type !== "file" && type !== "directory" && type !== "contiguous-file") {
        throw unsafe(`an image holds a ${type}, which is not unpacked here`, name);
    }
    const parts = name.split("/").filter((part) => part !== "" && part !== ".");
    if (name.startsWith("/") || parts.includes("..") || /[\\\0]/.test(name))
        throw unsafe("an image holds a path that leaves its folder", name);
    return parts.length === 0 ? null : parts.join("/");
}
function unsafe(message, found) {
    return (0,kernel/* badInput */.AN)("image-unsafe", message, {
        found: JSON.stringify(found),
        expected: "plain files and folders",
        hint: "a base image has such things: run it with a container engine instead of the process target",
    });
}

;// CONCATENATED MODULE: ./build/release/index.js











































/***/ })

};
