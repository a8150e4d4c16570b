import { countOf } from "../../compare/index.ts";
import type { BoardDocument, BoardEnvironment, BoardModel } from "../documents/index.ts";
import { withoutSubject } from "../words/rejected.ts";
import { environmentCard } from "./environment-card.ts";
import { type Html, html, webLink } from "./html.ts";
import { renderPage, table } from "./page.ts";
import { moment, versionName } from "./parts.ts";
import { timeline } from "./timeline.ts";

/** With so many models their pasts are unfolded: nobody has to scroll for long. */
const FEW = 2;

const LAYOUT = `
.model>header{display:flex;flex-wrap:wrap;gap:2px 14px;align-items:baseline;margin-bottom:12px}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,270px),1fr));gap:16px}
.card{border:1px solid var(--line);border-radius:8px;padding:14px 16px;min-width:0;container-type:inline-size}
.card>header{display:flex;flex-wrap:wrap;gap:4px 10px;align-items:baseline;justify-content:space-between}
.version{font-size:24px;font-weight:650;line-height:1.3;margin:2px 0 8px}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:4px 14px;margin:0}
dt{color:var(--muted)}
dd{margin:0;min-width:0}
.badge{display:inline-block;font-size:12px;font-weight:600;line-height:1.5;padding:0 8px;border:1px solid currentColor;border-radius:2em;white-space:nowrap}
.warn{color:var(--warn);background:var(--warn-bg)}
.bad{color:var(--bad);background:var(--bad-bg)}
.good{color:var(--good);background:var(--good-bg)}
.note{border:1px solid var(--line);border-left:4px solid currentColor;border-radius:6px;padding:8px 12px;margin:0 0 12px}
.note p{margin:0;color:var(--fg)}
.metrics{margin:0;padding:0;list-style:none}
details{margin-top:16px}
details>summary{font-weight:600;margin-bottom:8px}
.card details{margin-top:4px}.card details>summary{font-weight:400;margin-bottom:4px}
@media (max-width:560px){body>header,main,body>footer{padding-left:16px;padding-right:16px}body>header{padding-top:20px}.card{padding:12px}}
@container (max-width:350px){dl{grid-template-columns:minmax(0,1fr);gap:0}dd{margin-bottom:8px}}
`;

/** The board as one page that needs nothing but a browser. Pure: the same document gives the same bytes. */
export function renderBoard(document: BoardDocument): string {
	const { repository, models, at } = document;
	const many = countOf(models.length, "model");
	return renderPage({
		title: `What runs where: ${repository.name}`,
		style: LAYOUT,
		head: html`<h1>What runs where</h1>
<p class="quiet">${webLink(repository.url, repository.name)} · ${many} · as git’s tags said at ${moment(at)}</p>`,
		body: body(document),
		foot: html`<p>Made by <code>mainline board</code> from the tags of the repository alone: nothing was asked of a registry or of a server.
<code>mainline status --verify</code> asks them. All times are UTC.</p>`,
	});
}

function body({ models, at, repository }: BoardDocument): Html {
	if (models.length === 0) {
		return html`<section><p>Nothing is released: no tag and no mainline.yaml names a model.</p></section>`;
	}
	const sections = models.map((model, i) =>
		modelSection(model, { id: `model-${i + 1}`, now: at, url: repository.url, open: models.length <= FEW }),
	);
	return html`${models.length > 1 ? overview(models) : null}${sections}`;
}

function overview(models: readonly BoardModel[]): Html {
	const names = [...new Set(models.flatMap((model) => model.environments.map(({ name }) => name)))];
	const rows = models.map((model, i) => {
		const cells = names.map((name) => overviewCell(model.environments.find((each) => each.name === name)));
		return html`<tr><th scope="row"><a href="#model-${i + 1}">${model.name}</a></th>${cells}</tr>\n`;
	});
	return html`<section aria-labelledby="overview"><h2 id="overview" class="unseen">Overview</h2>
${table({ label: "Each model’s version in each environment", heads: ["Model", ...names], rows })}</section>`;
}

function overviewCell(environment: BoardEnvironment | undefined): Html {
	if (environment === undefined) return html`<td class="quiet">none</td>`;
	if (environment.version === null) return html`<td class="quiet now">nothing yet</td>`;
	const hold = environment.hold === null ? null : html` <span class="badge warn">on hold</span>`;
	return html`<td class="num now">${versionName(environment.version)}${hold}</td>`;
}

interface Setting {
	readonly id: string;
	readonly now: string;
	readonly url: string | null;
	readonly open: boolean;
}

function modelSection(model: BoardModel, { id, now, url, open }: Setting): Html {
	const latest = model.latest == null ? "nothing released yet" : `newest version ${model.latest}`;
	const cards = model.environments.map((environment, i) =>
		environmentCard(environment, { id: `${id}-${i + 1}`, now, url }),
	);
	return html`<section class="model" aria-labelledby="${id}"><header><h2 id="${id}" tabindex="-1">${model.name}</h2><span class="quiet">${latest}</span></header>
${rejections(model)}${cards.length === 0 ? html`<p class="quiet">It has no environments.</p>` : html`<div class="cards">${cards}</div>`}
${timeline(model, open)}</section>\n`;
}

function rejections({ rejected = [] }: BoardModel): Html | null {
	if (rejected.length === 0) return null;
	const items = rejected.map(
		({ version, reason }) =>
			html`<p><span class="badge bad">rejected</span> <strong>${version}</strong> ${withoutSubject(reason, version)}</p>`,
	);
	return html`<div class="note bad">${items}</div>`;
}
