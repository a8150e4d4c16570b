/** What a call of a library does with a path. */
export interface Touch {
	readonly effect: "reads" | "writes" | "opens";
	/** Which argument the path is; -1: what the method is called on. */
	readonly at: number;
	readonly keywords: readonly string[];
	/** Of `opens`: where the mode is. */
	readonly mode?: number;
	/** It may as well be the name of something that is no file. */
	readonly perhaps?: true;
}

const PATHS = [
	"path",
	"filepath_or_buffer",
	"path_or_buf",
	"filename",
	"file",
	"fname",
	"f",
	"io",
	"source",
	"filepath",
	"save_directory",
	"excel_writer",
	"path_or_buffer",
	"fp",
	"root",
	"directory",
	"file_path",
];

function touch(effect: Touch["effect"], at: number, more: Partial<Touch> = {}): Touch {
	return { effect, at, keywords: PATHS, ...more };
}

/** By the whole dotted name. The first that fits counts. */
const FUNCTIONS: readonly (readonly [RegExp, readonly Touch[]])[] = [
	[
		/^(open|io\.open|codecs\.open|gzip\.open|bz2\.open|lzma\.open|smart_open\.open|fsspec\.open)$/,
		[touch("opens", 0, { mode: 1 })],
	],
	[
		/^(tarfile\.open|tarfile\.TarFile|zipfile\.ZipFile|h5py\.File|netCDF4\.Dataset|rasterio\.open)$/,
		[touch("opens", 0, { mode: 1 })],
	],
	[
		/^(pandas|polars|geopandas|modin\.pandas|dask\.dataframe|cudf|pyarrow\.\w+|pq|awswrangler\.\w+)\.(read|scan)_(?!sql|clipboard|gbq|database)\w+$/,
		[touch("reads", 0)],
	],
	[/^pandas\.(ExcelFile|HDFStore)$/, [touch("reads", 0)]],
	[/^pandas\.ExcelWriter$/, [touch("writes", 0)]],
	[/^pyarrow\.\w+\.write_\w+$/, [touch("writes", 1, { keywords: ["where", ...PATHS] })]],
	[/^numpy\.(load|loadtxt|genfromtxt|fromfile|memmap)$/, [touch("reads", 0)]],
	[/^numpy\.(save|savez|savez_compressed|savetxt)$/, [touch("writes", 0)]],
	[/^scipy\.sparse\.load_npz$|^scipy\.io\.(loadmat|wavfile\.read|mmread)$/, [touch("reads", 0)]],
	[/^scipy\.sparse\.save_npz$|^scipy\.io\.(savemat|wavfile\.write|mmwrite)$/, [touch("writes", 0)]],
	[/^(joblib|sklearn\.externals\.joblib|skops\.io|cloudpickle|dill)\.dump$/, [touch("writes", 1)]],
	[/^(joblib|sklearn\.externals\.joblib|skops\.io)\.load$/, [touch("reads", 0)]],
	[/^torch\.(load|jit\.load)$/, [touch("reads", 0)]],
	[/^torch\.(save|jit\.save)$/, [touch("writes", 1)]],
	[/^torch\.onnx\.export$/, [touch("writes", 2)]],
	[/^onnx\.load$|^onnxruntime\.InferenceSession$/, [touch("reads", 0)]],
	[/^onnx\.save(_model)?$/, [touch("writes", 1)]],
	[/^safetensors\.\w+\.load_(file|model)$/, [touch("reads", 0)]],
	[/^safetensors\.\w+\.save_file$/, [touch("writes", 1)]],
	[/^safetensors\.\w+\.save_model$/, [touch("writes", 1)]],
	[
		/^(tensorflow\.)?(keras\.)?(src\.)?(models|saving)\.load_model$|^tensorflow\.saved_model\.load$/,
		[touch("reads", 0)],
	],
	[/^(tensorflow\.)?(keras\.)?models\.save_model$|^tensorflow\.saved_model\.save$/, [touch("writes", 1)]],
	[/^(lightgbm|lgb)\.Booster$/, [touch("reads", 9, { keywords: ["model_file"] })]],
	[
		/^(PIL\.Image\.open|Image\.open|cv2\.imread|imageio(\.v\d)?\.imread|skimage\.io\.imread|matplotlib\.\w+\.imread|librosa\.load|soundfile\.read|torchaudio\.load|torchvision\.io\.read_image|xarray\.open_\w+|geopandas\.read_file|rasterio\.open|pydub\.AudioSegment\.from_\w+|spacy\.util\.load_config)$/,
		[touch("reads", 0)],
	],
	[
		/^(cv2\.imwrite|imageio(\.v\d)?\.(imwrite|imsave|mimsave)|skimage\.io\.imsave|matplotlib\.\w+\.(savefig|imsave)|soundfile\.write|torchaudio\.save)$/,
		[touch("writes", 0)],
	],
	[/^torchvision\.utils\.save_image$/, [touch("writes", 1)]],
	[/^torchvision\.datasets\.(ImageFolder|DatasetFolder)$/, [touch("reads", 0)]],
	[/^(tensorflow\.)?keras\.utils\.(image|text|audio)_dataset_from_directory$/, [touch("reads", 0)]],
	[/^sklearn\.datasets\.load_(files|svmlight_file)$/, [touch("reads", 0, { keywords: ["container_path", ...PATHS] })]],
	[/^sklearn\.datasets\.dump_svmlight_file$/, [touch("writes", 2)]],
	[/^(os\.(listdir|walk|scandir)|csv\.open)$/, [touch("reads", 0)]],
	[/^glob\.i?glob$/, [touch("reads", 0, { keywords: ["pathname"] })]],
	[
		/^shutil\.(copy|copy2|copyfile|copytree)$/,
		[touch("reads", 0, { keywords: ["src"] }), touch("writes", 1, { keywords: ["dst"] })],
	],
	[/^shutil\.(move)$|^os\.(rename|replace)$/, [touch("writes", 1, { keywords: ["dst"] })]],
	[/^shutil\.unpack_archive$/, [touch("reads", 0), touch("writes", 1, { keywords: ["extract_dir"] })]],
	[/^urllib\.request\.urlretrieve$/, [touch("writes", 1)]],
	[/^(wget|gdown)\.download$/, [touch("writes", 1, { keywords: ["out", "output"] })]],
	[/^(OmegaConf|omegaconf\.OmegaConf)\.load$/, [touch("reads", 0, { keywords: ["file_"] })]],
	[/^(OmegaConf|omegaconf\.OmegaConf)\.save$/, [touch("writes", 1)]],
	[/^mlflow\.\w+\.save_model$/, [touch("writes", 1)]],
	[/^dvclive\.Live$/, []],
];

/** By the method's name, whatever it is called on. */
const METHODS: Readonly<Record<string, Touch>> = {
	...Object.fromEntries(
		[
			"csv",
			"parquet",
			"json",
			"excel",
			"pickle",
			"feather",
			"hdf",
			"html",
			"stata",
			"xml",
			"latex",
			"markdown",
			"file",
			"netcdf",
			"zarr",
			"orc",
		].map((format) => [`to_${format}`, touch("writes", 0)]),
	),
	...Object.fromEntries(
		["csv", "parquet", "json", "ndjson", "ipc", "avro", "excel", "html", "image", "delta"].map((format) => [
			`write_${format}`,
			touch("writes", 0),
		]),
	),
	sink_parquet: touch("writes", 0),
	sink_csv: touch("writes", 0),
	savefig: touch("writes", 0),
	save: touch("writes", 0),
	save_model: touch("writes", 0),
	save_weights: touch("writes", 0),
	save_pretrained: touch("writes", 0),
	save_to_disk: touch("writes", 0),
	to_disk: touch("writes", 0),
	save_raw: touch("writes", 0),
	load_model: touch("reads", 0, { perhaps: true }),
	load_weights: touch("reads", 0),
	load_from_disk: touch("reads", 0),
	from_pretrained: touch("reads", 0, { perhaps: true }),
	extractall: touch("writes", 0),
	tofile: touch("writes", 0),
};

/** Methods of a path itself. */
const PATH_METHODS: Readonly<Record<string, Touch>> = {
	read_text: touch("reads", -1),
	read_bytes: touch("reads", -1),
	write_text: touch("writes", -1),
	write_bytes: touch("writes", -1),
	iterdir: touch("reads", -1),
	open: touch("opens", -1, { mode: 0 }),
	glob: touch("reads", -1),
	rglob: touch("reads", -1),
};

/** Calls that name a path and neither read nor write what is there. */
const HARMLESS =
	/^(os\.(makedirs|mkdir|remove|unlink|rmdir|chdir|path\.\w+|getenv|environ\.\w+)|print|len|shutil\.rmtree|logging\..*|sys\.path\..*|warnings\..*|str|repr|pathlib\..*|mlflow\.set_\w+|importlib\..*)$|\.(mkdir|exists|is_file|is_dir|unlink|info|debug|warning|error|critical|append|touch|add_argument|format)$/;

export function touchesOf(name: string): readonly Touch[] {
	const found = FUNCTIONS.find(([pattern]) => pattern.test(name));
	if (found !== undefined) return found[1];
	const method = METHODS[name.slice(name.lastIndexOf(".") + 1)];
	return method !== undefined && name.includes(".") ? [method] : [];
}

export function pathTouch(method: string): Touch | null {
	return PATH_METHODS[method] ?? null;
}

export function isHarmless(name: string): boolean {
	return HARMLESS.test(name);
}

/** Starts a program of its own, of which nothing can be told. */
export function startsProgram(name: string): boolean {
	return /^(subprocess\.(run|call|check_call|check_output|Popen)|os\.(system|popen|exec\w+|spawn\w+)|sh\.\w+)$/.test(
		name,
	);
}

/** Reads settings out of an open file or a text. */
export function loadsSettings(name: string): boolean {
	return /^(yaml\.(safe_load|load|full_load|unsafe_load)|json\.loads?|toml\.loads?|tomllib\.loads?|tomli\.loads?|ruamel\.yaml\..*load|YAML\(\)\.load|ruamel\.yaml\.YAML\(\)\.load|box\.Box\.from_\w+|munch\.\w+|(OmegaConf|omegaconf\.OmegaConf)\.load)$/.test(
		name,
	);
}
