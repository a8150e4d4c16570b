import { infrastructure } from "../kernel/index.ts";
import { Conversation } from "./converse.ts";

/**
 * What the helper does, line by line: `L FILE PID` locks (`held`, `busy`, or `error …`) and writes the pid into the file as
 * DVC does, `U FILE` unlocks (`free`), `P` asks whether it is there (`ready`), `G PID` and `R PID` begin and end the watch over
 * a process group (`well`). FILE is the path's bytes in hex. It ends with its input, and not by the Ctrl-C that its parent is
 * still dealing with. Groups that are watched then have lost their parent: they get TERM, and KILL after 1.5 s.
 */
const PERL = String.raw`
use strict; use Fcntl ":flock"; $| = 1; $SIG{INT} = $SIG{TERM} = "IGNORE"; my (%held, %groups);
while (my $line = <STDIN>) {
	chomp $line; my ($do, $hex, $pid) = split / /, $line; my ($file, $handle) = (pack "H*", $hex // "");
	if ($do eq "P") { print "ready\n" }
	elsif ($do eq "G") { $groups{$hex} = 1; print "well\n" }
	elsif ($do eq "R") { delete $groups{$hex}; print "well\n" }
	elsif ($do eq "U") { delete $held{$file}; print "free\n" }
	elsif (!open($handle, "+<", $file) and !open($handle, "+>>", $file)) { print "error $!\n" }
	elsif (!flock($handle, LOCK_EX | LOCK_NB)) { print "busy\n" }
	else { seek $handle, 0, 0; truncate $handle, 0; syswrite $handle, " $pid\n"; $held{$file} = $handle; print "held\n" }
}
my @left = map { -$_ } keys %groups;
kill "TERM", @left;
for (1 .. 30) { @left = grep { kill 0, $_ } @left; last unless @left; select undef, undef, undef, 0.05 }
kill "KILL", @left;`;

const PYTHON = String.raw`
import fcntl, os, signal, sys, time
for number in (signal.SIGINT, signal.SIGTERM): signal.signal(number, signal.SIG_IGN)
held = {}
groups = set()
def told(group, number):
    try: os.killpg(group, number); return True
    except OSError: return False
for line in sys.stdin:
    do, *rest = line.split()
    if do in "GR":
        (groups.add if do == "G" else groups.discard)(int(rest[0])); print("well", flush=True); continue
    file = bytes.fromhex(rest[0]) if rest else b""
    if do == "P": print("ready", flush=True); continue
    if do == "U":
        handle = held.pop(file, None)
        if handle is not None: os.close(handle)
        print("free", flush=True); continue
    try: handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error: print("error", error.strerror, flush=True); continue
    try: fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError: os.close(handle); print("busy", flush=True); continue
    os.truncate(handle, 0); os.write(handle, f" {rest[1]}\n".encode()); held[file] = handle; print("held", flush=True)
left = [group for group in groups if told(group, signal.SIGTERM)]
for _ in range(30):
    left = [group for group in left if told(group, 0)]
    if not left: break
    time.sleep(0.05)
for group in left: told(group, signal.SIGKILL)
`;

/** One of them is on every machine where git and a training are. */
const HELPERS = [
	["perl", ["-e", PERL]],
	["python3", ["-c", PYTHON]],
] as const;

/**
 * Locks of flock(2), which Node cannot take itself: a helper process holds them for us, and the system frees them when we
 * die, however we die.
 */
export class Flocks {
	readonly #helper: Conversation;

	private constructor(helper: Conversation) {
		this.#helper = helper;
	}

	/** Null where neither perl nor python3 is. */
	static async start(cwd: string): Promise<Flocks | null> {
		for (const [program, args] of HELPERS) {
			// in a session of its own: who kills all of ours, leaves it to see to the rest
			const flocks = new Flocks(new Conversation(program, args, cwd, { detached: true }));
			if ((await flocks.#ask("P").catch(() => "")) === "ready") return flocks;
		}
		return null;
	}

	/** Makes the file when it is absent. False when somebody else holds it. Failure `lock-file` where it cannot be opened. */
	async take(file: string, pid: number): Promise<boolean> {
		const said = await this.#ask(`L ${hex(file)} ${pid}`);
		if (said === "held" || said === "busy") return said === "held";
		throw infrastructure("lock-file", `the lock file ${file} cannot be opened`, {
			at: { file },
			found: said.replace(/^error /, ""),
			expected: "a file that this user may write",
			hint: "see to its owner and permissions, then run again",
		});
	}

	async giveBack(file: string): Promise<void> {
		await this.#ask(`U ${hex(file)}`);
	}

	/** Sees to it that a process group does not outlive us, however we die; until the returned function is called. */
	watch(group: number): () => void {
		void this.#ask(`G ${group}`).catch(() => "");
		return () => void this.#ask(`R ${group}`).catch(() => "");
	}

	/** Frees whatever is still held. */
	close(): void {
		this.#helper.close();
	}

	async #ask(line: string): Promise<string> {
		const answer = await this.#helper.ask(`${line}\n`, (buffer) => {
			const end = buffer.indexOf("\n");
			return end < 0 ? null : end + 1;
		});
		return answer.toString("utf8").trimEnd();
	}
}

function hex(file: string): string {
	return Buffer.from(file).toString("hex");
}
