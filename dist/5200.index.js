export const id = 5200;
export const ids = [5200];
export const modules = {

/***/ 65200:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hash: () => (/* binding */ hash),
/* harmony export */   hashFile: () => (/* binding */ hashFile),
/* harmony export */   hashFileSync: () => (/* binding */ hashFileSync),
/* harmony export */   hashSync: () => (/* binding */ hashSync),
/* harmony export */   hashingStream: () => (/* binding */ hashingStream)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77598);
/* harmony import */ var is_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68504);




const {Worker} = await (async () => {
	try {
		return await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 75919, 19));
	} catch {
		return {};
	}
})();

let worker; // Lazy
let taskIdCounter = 0;
const tasks = new Map();

const formatOutput = (buffer, encoding) => {
	if (encoding === 'buffer' || encoding === undefined) {
		return Buffer.from(buffer);
	}

	if (!['hex', 'base64', 'latin1'].includes(encoding)) {
		throw new TypeError(`Invalid encoding: ${encoding}`);
	}

	return Buffer.from(buffer).toString(encoding);
};

const recreateWorkerError = sourceError => {
	const error = new Error(sourceError.message);

	if (sourceError.name) {
		error.name = sourceError.name;
	}

	if (sourceError.stack) {
		error.stack = sourceError.stack;
	}

	for (const [key, value] of Object.entries(sourceError)) {
		if (!(key in error) && key !== 'message') {
			error[key] = value;
		}
	}

	return error;
};

const createWorker = () => {
	worker = new Worker(__webpack_require__.ab + "thread.js");

	worker.on('message', message => {
		const task = tasks.get(message.id);

		if (!task) {
			// Task may have been aborted and cleaned up already
			return;
		}

		tasks.delete(message.id);

		if (tasks.size === 0) {
			worker.unref();
		}

		if (message.error === undefined) {
			task.resolve(message.value);
		} else {
			task.reject(recreateWorkerError(message.error));
		}
	});

	const handleWorkerError = error => {
		for (const task of tasks.values()) {
			task.reject(error);
		}

		tasks.clear();
		worker = undefined;
	};

	worker.on('error', handleWorkerError);
	worker.on('exit', code => {
		if (code !== 0) {
			handleWorkerError(new Error(`Worker thread exited with code ${code}`));
		}
	});
};

const taskWorker = (method, arguments_, signal) => new Promise((resolve, reject) => {
	const id = taskIdCounter++;

	const cleanup = () => {
		tasks.delete(id);
		if (tasks.size === 0) {
			worker?.unref();
		}
	};

	let abortCleanup;

	const handleTaskEnd = (fn, value) => {
		cleanup();
		abortCleanup?.();
		fn(value);
	};

	const task = {
		resolve: value => handleTaskEnd(resolve, value),
		reject: error => handleTaskEnd(reject, error),
	};

	tasks.set(id, task);

	// Handle abort signal
	if (signal) {
		const onAbort = () => {
			worker?.postMessage({id, abort: true});
			task.reject(signal.reason);
		};

		if (signal.aborted) {
			onAbort();
			return;
		}

		signal.addEventListener('abort', onAbort, {once: true});
		abortCleanup = () => signal.removeEventListener('abort', onAbort);
	}

	if (worker === undefined) {
		createWorker();
	}

	worker.ref();

	// Prepare transfer list for buffer inputs
	let transferList;
	if (method === 'hash' && arguments_[1]) {
		const parts = [arguments_[1]].flat();
		transferList = [];
		arguments_[1] = parts.map(part => {
			if (part instanceof Uint8Array) {
				const ab = part.buffer.slice(part.byteOffset, part.byteOffset + part.byteLength);
				transferList.push(ab);
				return ab;
			}

			return part;
		});

		if (arguments_[1].length === 1) {
			arguments_[1] = arguments_[1][0];
		}
	}

	worker.postMessage({id, method, arguments_}, transferList);
});

async function hash(input, options = {}) {
	const {signal} = options;

	signal?.throwIfAborted();

	if ((0,is_stream__WEBPACK_IMPORTED_MODULE_2__/* .isStream */ .rL)(input)) {
		return new Promise((resolve, reject) => {
			const hashStream = hashingStream(options);

			signal?.addEventListener('abort', () => {
				input.destroy();
				hashStream.destroy();
				reject(signal.reason);
			}, {once: true});

			// TODO: Use `stream.compose` and `.toArray()`.
			input
				.on('error', reject)
				.pipe(hashStream)
				.on('error', reject)
				.on('finish', function () {
					resolve(this.read());
				});
		});
	}

	if (Worker === undefined) {
		return hashSync(input, options);
	}

	const {
		encoding = 'hex',
		algorithm = 'sha512',
	} = options;

	const hash = await taskWorker('hash', [algorithm, input], signal);
	return formatOutput(hash, encoding);
}

function hashSync(input, {encoding = 'hex', algorithm = 'sha512'} = {}) {
	if ((0,is_stream__WEBPACK_IMPORTED_MODULE_2__/* .isStream */ .rL)(input)) {
		throw new TypeError('hashSync does not accept streams');
	}

	const hash = node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash(algorithm);

	for (const element of [input].flat()) {
		if (typeof element === 'string') {
			hash.update(element, 'utf8');
		} else {
			hash.update(element);
		}
	}

	return formatOutput(hash.digest(), encoding);
}

async function hashFile(filePath, options = {}) {
	const {signal} = options;

	signal?.throwIfAborted();

	if (Worker === undefined) {
		return hash(node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream(filePath), options);
	}

	const {
		encoding = 'hex',
		algorithm = 'sha512',
	} = options;

	const hash = await taskWorker('hashFile', [algorithm, filePath], signal);
	return formatOutput(hash, encoding);
}

function hashFileSync(filePath, {encoding = 'hex', algorithm = 'sha512'} = {}) {
	// Stream file synchronously for better memory usage with large files
	const hasher = node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash(algorithm);
	const chunkSize = 64 * 1024; // 64KB chunks
	const buffer = Buffer.alloc(chunkSize);
	const fd = node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync(filePath, 'r');

	try {
		let bytesRead;
		let position = 0;

		do {
			bytesRead = node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync(fd, buffer, 0, chunkSize, position);
			if (bytesRead > 0) {
				hasher.update(buffer.subarray(0, bytesRead));
				position += bytesRead;
			}
		} while (bytesRead > 0);
	} finally {
		node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync(fd);
	}

	return formatOutput(hasher.digest(), encoding);
}

function hashingStream({encoding = 'hex', algorithm = 'sha512'} = {}) {
	if (encoding !== 'buffer' && !['hex', 'base64', 'latin1'].includes(encoding)) {
		throw new TypeError(`Invalid encoding: ${encoding}`);
	}

	const stream = node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash(algorithm);
	if (encoding !== 'buffer') {
		stream.setEncoding(encoding);
	}

	return stream;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

};
