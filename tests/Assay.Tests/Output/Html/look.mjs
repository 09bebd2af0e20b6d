// Opens a report in a real browser and says what it saw, as JSON: node look.mjs REPORT SCREENSHOT CHROMIUM
import { pathToFileURL } from 'node:url';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const [report, screenshot, executablePath] = process.argv.slice(2);
const require = createRequire(process.cwd() + '/');
const puppeteer = (await import(pathToFileURL(require.resolve('puppeteer-core')).href)).default;
const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');

const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const seen = { requests: [], schemes: {} };
try {
  for (const scheme of ['light', 'dark']) {
    const page = await browser.newPage();
    await page.setBypassCSP(true);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    page.on('request', request => { if (!request.url().startsWith('file:') && !request.url().startsWith('data:')) seen.requests.push(request.url()); });
    await page.setViewport({ width: 1100, height: 1400 });
    await page.goto(pathToFileURL(report).href);
    await page.screenshot({ path: `${screenshot}-${scheme}.png` });
    await page.addScriptTag({ content: axe });
    const result = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }));
    seen.schemes[scheme] = {
      background: await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
      violations: result.violations.map(violation => `${violation.id}: ${violation.nodes[0].target} ${violation.nodes[0].failureSummary}`),
      passes: result.passes.length,
    };
    if (scheme === 'light') {
      const focused = [];
      for (let i = 0; i < 8; i++) {
        await page.keyboard.press('Tab');
        focused.push(await page.evaluate(() => `${document.activeElement.tagName.toLowerCase()} ${document.activeElement.textContent.trim().slice(0, 30)}`));
      }
      seen.focused = focused;
      seen.marks = await page.evaluate(() => [...document.querySelectorAll('tr.changed.uncovered')].map(row => row.textContent));
      seen.scripts = await page.evaluate(() => document.querySelectorAll('body script, body img, link').length);
      await page.setViewport({ width: 320, height: 800 });
      seen.wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    }
    await page.close();
  }
} finally {
  await browser.close();
}
process.stdout.write(JSON.stringify(seen));
