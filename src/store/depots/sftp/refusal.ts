import type { DepotTrouble } from "../../depot.ts";
import { denied, noSuchPlace, strange } from "../troubles.ts";
import { STATUS } from "./packet.ts";
import { SftpRefusal } from "./session.ts";

export function isAbsence(cause: unknown): cause is SftpRefusal {
	return cause instanceof SftpRefusal && cause.code === STATUS.noSuchFile;
}

/** A server's "no", told. `doing` completes "does not allow us to …". */
export function refusalTrouble({ code, message }: SftpRefusal, address: string, doing: string): DepotTrouble {
	const found = `SFTP status ${code}${message === "" ? "" : `, "${message}"`}`;
	if (code === STATUS.noSuchFile) return noSuchPlace({ address, found });
	if (code === STATUS.denied) return denied({ address, found, what: doing });
	if (code === STATUS.failure) {
		return denied({
			address,
			found,
			what: doing,
			hint: "the protocol does not say why; is its disk full, or a quota used up?",
		});
	}
	return strange({ address, found });
}
