// style.test.mjs - the style sheets by stylelint: real properties, units and
// colours, nothing twice, nothing physical
import assert from 'node:assert';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import stylelint from 'stylelint';
import { check, finish, tree } from './browser.mjs';

const config = {
	rules: {
		'at-rule-no-unknown': true,
		'block-no-empty': true,
		'color-no-invalid-hex': true,
		'custom-property-no-missing-var-function': true,
		'declaration-block-no-duplicate-custom-properties': true,
		'declaration-block-no-duplicate-properties': true,
		'declaration-block-no-shorthand-property-overrides': true,
		'font-family-no-missing-generic-family-keyword': true,
		'function-calc-no-unspaced-operator': true,
		'function-no-unknown': true,
		'keyframe-block-no-duplicate-selectors': true,
		'media-feature-name-no-unknown': true,
		'no-duplicate-selectors': true,
		'no-invalid-double-slash-comments': true,
		'property-no-unknown': true,
		'selector-pseudo-class-no-unknown': true,
		'selector-pseudo-element-no-unknown': true,
		'selector-type-no-unknown': true,
		'string-no-newline': true,
		'unit-no-unknown': true,
		'property-disallowed-list': ['float', 'clear', 'left', 'right',
			'/^(margin|padding|border)-(left|right)/',
			'/^border-(top|bottom)-(left|right)-radius$/'],
		'declaration-property-value-disallowed-list': {
			'text-align': ['left', 'right', 'justify'],
			'font-style': ['italic'],
		},
	},
};

async function found(code) {
	const { results } = await stylelint.lint({ code, config });
	return results[0].warnings.map((w) => `${w.line}: ${w.text}`);
}

await check('stylelint finds what is wrong', async () => {
	assert((await found('p { margin-left: 1px }')).length);
	assert((await found('p { colour: red }')).length);
	assert.equal((await found('p { margin-inline: 1px }')).length, 0);
});
const folder = path.join(tree, 'assets');
const sheets = readdirSync(folder).filter((f) => f.endsWith('.css'));
await check('there are style sheets', () => assert(sheets.length));
for (const sheet of sheets) {
	await check(`stylelint: ${sheet}`, async () => {
		const { results } = await stylelint.lint({
			files: path.join(folder, sheet), config });
		const said = results.flatMap((r) => r.warnings)
			.map((w) => `${w.line}: ${w.text}`);
		assert.equal(said.length, 0, said.join('\n'));
	});
}
await finish();
