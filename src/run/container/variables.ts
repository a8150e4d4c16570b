/**
 * Variables of the environment that every container gets where they are set: what changes how a command counts, prints and finds
 * the network. Nothing by which somebody logs in anywhere, and nothing of the CI's own but that it is one.
 */
const USUAL = [
	"CI",
	"LANG",
	"LC_ALL",
	"TZ",
	"TERM",
	"NO_COLOR",
	"FORCE_COLOR",
	"PYTHONHASHSEED",
	"PYTHONUNBUFFERED",
	"SOURCE_DATE_EPOCH",
	"OMP_NUM_THREADS",
	"MKL_NUM_THREADS",
	"OPENBLAS_NUM_THREADS",
	"NUMEXPR_NUM_THREADS",
	"CUBLAS_WORKSPACE_CONFIG",
	"CUDA_DEVICE_ORDER",
	"CUDA_LAUNCH_BLOCKING",
	"NVIDIA_TF32_OVERRIDE",
	"TF_DETERMINISTIC_OPS",
	"TF_CUDNN_DETERMINISTIC",
	"XLA_FLAGS",
] as const;

const PROXIES = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy"] as const;

/** Names of what goes in: the usual ones, and those that the stage asks for. A proxy's address with a password in it stays out. */
export function passedVariables(
	outside: Readonly<Record<string, string | undefined>>,
	asked: readonly string[],
): string[] {
	const proxies = PROXIES.filter((name) => !(outside[name] ?? "").includes("@"));
	return [...new Set([...USUAL, ...proxies, ...asked])].filter((name) => outside[name] !== undefined);
}
