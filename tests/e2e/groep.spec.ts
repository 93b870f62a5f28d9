import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test';
import jsQR from 'jsqr';
import { expectNothingSideways } from './audits.ts';
import { expectNoViolations } from './axe.ts';
import { watch } from './pages.ts';

const GROUP = '/hulpmiddelen/groep/';
const STORE = 'mini-cluster:groepsronde:1';
const TURN = 'mini-cluster:ronde-beurt:1';

const title = (page: Page) => page.locator('.step-title');
const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name }).first();
const step = (page: Page, name: string) => page.locator('.steps-nav').getByRole('button', { name });
const stored = (page: Page, key = STORE) => page.evaluate((key) => localStorage.getItem(key), key);

/** Starts a round about phases 2 and 4, 11 questions, and stays at inviting. Gives the link of the invitation. */
async function begin(page: Page, label = 'De Ronde Tafel'): Promise<string> {
  await page.goto(GROUP);
  await expect(page.locator('.tool[data-ready]')).toBeVisible();
  await page.getByRole('radio', { name: /informele groep/ }).check();
  await page.getByRole('radio', { name: 'Alleen deze fasen' }).check();
  for (const phase of ['5', '6', '7', '8'])
    await page.getByRole('checkbox', { name: new RegExp(`^Fase ${phase}:`) }).uncheck();
  await page.getByLabel('Naam van de groep').fill(label);
  await page.getByLabel('Dag waarop u samenkomt').fill('2026-11-29');
  await button(page, 'Ronde beginnen').click();
  await expect(title(page)).toHaveText('Uitnodigen');
  return page.getByLabel('Link van de uitnodiging').inputValue();
}

async function toCollect(page: Page): Promise<void> {
  await step(page, 'Verzamelen').click();
  await expect(page.getByLabel('Links of codes, één per regel')).toBeVisible();
}

async function answerAll(place: Page | Locator, value: string): Promise<void> {
  for (const question of await place.locator('fieldset.item').all())
    await question.locator(`input[value="${value}"]`).check();
}

/** A firm on its own device opens the invitation and answers everything with one level, up to the ways to give. */
async function fillIn(browser: Browser, invitation: string, value: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(invitation);
  await expect(page.getByText('U vult de test in voor een groepsronde')).toBeVisible();
  await button(page, 'Begin met de vragen').click();
  await expect(title(page)).toHaveText('Fase 2: Interesseren');
  await answerAll(page, value);
  await button(page, 'Volgende').click();
  await expect(title(page)).toHaveText('Fase 4: Opbouwen');
  await answerAll(page, value);
  await button(page, 'Naar het resultaat').click();
  await button(page, 'Geef aan de groep').click();
  await expect(page.getByRole('img', { name: 'QR-code met uw antwoorden' })).toBeVisible();
  return page;
}
const linkOf = (page: Page) => page.getByLabel('Link voor wie de ronde leidt').inputValue();

async function paste(page: Page, text: string): Promise<void> {
  await page.getByLabel('Links of codes, één per regel').fill(text);
  await button(page, 'Toevoegen').click();
}
const reported = (page: Page) => page.locator('.report li');
const firms = (page: Page) => page.locator('.firms tbody tr');

/** What a QR code on the screen says, read from its pixels. */
async function readCode(code: Locator): Promise<string> {
  const png = await code.screenshot();
  const { data, width, height } = await code.page().evaluate(
    async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const picture = await createImageBitmap(image);
      const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      if (!context) throw new Error('No canvas.');
      context.drawImage(picture, 0, 0);
      const { data } = context.getImageData(0, 0, picture.width, picture.height);
      return { data: [...data], width: picture.width, height: picture.height };
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? '';
}

/** Drops files on the tool, as from a folder. */
async function drop(page: Page, files: { name: string; type: string; body: Buffer }[]): Promise<void> {
  const transfer = await page.evaluateHandle(
    (files) => {
      const transfer = new DataTransfer();
      for (const { name, type, body } of files)
        transfer.items.add(
          new File([Uint8Array.from(atob(body), (char) => char.charCodeAt(0))], name, { type }),
        );
      return transfer;
    },
    files.map(({ name, type, body }) => ({ name, type, body: body.toString('base64') })),
  );
  await page.locator('.drop').dispatchEvent('dragover', { dataTransfer: transfer });
  await page.locator('.drop').dispatchEvent('drop', { dataTransfer: transfer });
}

async function download(page: Page, press: () => Promise<void>): Promise<{ name: string; body: Buffer }> {
  const waiting = page.waitForEvent('download');
  await press();
  const file = await waiting;
  return { name: file.suggestedFilename(), body: readFileSync(await file.path()) };
}

test('four firms give by link, QR picture, code and file, and a fifth a second time', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const faults = watch(page);
  const invitation = await begin(page);
  // The code on the screen is the invitation.
  expect(await readCode(page.getByRole('img', { name: 'QR-code van de uitnodiging' }))).toBe(invitation);
  expect(invitation).not.toContain('Ronde');
  await toCollect(page);

  const [link, picture, code, file] = await Promise.all(
    ['2', '0', '3', 'u'].map((value) => fillIn(browser, invitation, value)),
  );
  if (!link || !picture || !code || !file) throw new Error('A firm is missing.');

  // By link, with the text of a message around it.
  await paste(page, `Dag, hierbij van ons: ${await linkOf(link)}\n`);
  await expect(reported(page)).toHaveText(/Regel 1: toegevoegd als Bedrijf 1. 11 van 11 vragen beantwoord/);

  // By QR code: what the phone shows is the link, and a photo of it can be dropped.
  const qr = picture.getByRole('img', { name: 'QR-code met uw antwoorden' });
  expect(await readCode(qr)).toBe(await linkOf(picture));
  await drop(page, [{ name: 'foto.png', type: 'image/png', body: await qr.screenshot() }]);
  await expect(reported(page)).toHaveText(/foto\.png: toegevoegd als Bedrijf 2/);

  // By code, as it is read aloud: small letters, an l for a 1 and other spaces.
  await code.getByText('Geen verbinding? Lees de code voor').click();
  const spoken = (await code.locator('.give .code').textContent()) ?? '';
  await paste(page, spoken.toLowerCase().replaceAll('1', 'l').replaceAll(' ', '  '));
  await expect(reported(page)).toHaveText(/toegevoegd als Bedrijf 3/);

  // By file.
  const given = await download(file, () => button(file, 'Bewaar als bestand').click());
  await drop(page, [{ name: given.name, type: 'text/plain', body: given.body }]);
  await expect(reported(page)).toHaveText(/groepsronde-antwoord-\w+\.txt: .*toegevoegd als Bedrijf 4/);
  await expect(firms(page)).toHaveCount(4);

  // The same again changes nothing; after a change the same firm replaces its answers.
  await paste(page, await linkOf(link));
  await expect(reported(page)).toHaveText(/Bedrijf 1 had u al/);
  const before = await linkOf(link);
  await step(link, 'Interesseren').click();
  await answerAll(link, '1');
  await step(link, 'Resultaat').click();
  await expect(link.getByText('veranderd sinds u ze gaf')).toBeVisible();
  await button(link, 'Ik heb iets veranderd').click();
  const after = await linkOf(link);
  expect(after).not.toBe(before);
  await paste(page, `${after}\n${before}`);
  await expect(reported(page)).toHaveText([/Bedrijf 1 gaf nieuwe antwoorden/, /Bedrijf 1 had u al/]);
  await expect(firms(page)).toHaveCount(4);

  await step(page, 'Resultaat').click();
  await expect(page.locator('.group-results')).toBeVisible();
  expect(faults).toEqual([]);
});

test('what cannot be read is named with its line, and the rest goes in', async ({ page, browser }) => {
  const other = await (await browser.newContext()).newPage();
  const foreign = await linkOf(await fillIn(browser, await begin(other, 'Een andere groep'), '1'));
  const invitation = await begin(page);
  const firm = await fillIn(browser, invitation, '2');
  const link = await linkOf(firm);
  const own = await firm.getByLabel('Link naar deze antwoorden').inputValue();
  await toCollect(page);
  await paste(page, ['Dag allemaal', link.slice(0, -2), '', foreign, own, invitation, link].join('\n'));
  await expect(reported(page)).toHaveText([
    /Regel 1 .*geen link of code/,
    /Regel 2 .*niet volledig of onderweg veranderd/,
    /Regel 4 .*hoort bij een andere ronde/,
    /Regel 5 .*link naar iemands eigen test/,
    /Regel 6 .*de uitnodiging zelf/,
    /Regel 7: toegevoegd als Bedrijf 1/,
  ]);
  // What went wrong stays to be mended.
  await expect(page.getByLabel('Links of codes, één per regel')).toHaveValue(/Dag allemaal/);
  await expectNoViolations(page, 'report');
});

test('files: a saved test as JSON and CSV counts once, this round from another device merges', async ({
  page,
  browser,
}) => {
  const invitation = await begin(page);
  await toCollect(page);
  const firm = await fillIn(browser, invitation, '2');
  const json = await download(firm, () => button(firm, 'Bestand (JSON)').click());
  const csv = await download(firm, () => button(firm, 'Tabel (CSV)').click());
  const link = await linkOf(firm);
  await drop(page, [
    { name: 'test.json', type: 'application/json', body: json.body },
    { name: 'test.csv', type: 'text/csv', body: csv.body },
    { name: 'brief.txt', type: 'text/plain', body: Buffer.from('Geachte,') },
  ]);
  await expect(reported(page)).toHaveText([
    /brief\.txt: dit is geen bestand van de fasetest/,
    /test\.json: toegevoegd als Bedrijf 1/,
    /test\.csv: Bedrijf 1 had u al/,
  ]);
  await paste(page, link);
  await expect(reported(page)).toHaveText(/Bedrijf 1 had u al/);

  // A colleague collects for the same round elsewhere.
  const colleague = await (await browser.newContext()).newPage();
  await colleague.goto(`${GROUP}${new URL(invitation).hash}`);
  await expect(colleague.getByText('U opende een uitnodiging')).toBeVisible();
  await paste(colleague, await linkOf(await fillIn(browser, invitation, '0')));
  await step(colleague, 'De ronde').click();
  const round = await download(colleague, () => button(colleague, 'Ronde bewaren als bestand').click());
  expect(round.name).toMatch(/^groepsronde-\d{4}-\d\d-\d\d-\w{6}\.json$/);
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: round.name, mimeType: 'application/json', buffer: round.body });
  await expect(reported(page)).toHaveText(/deze ronde van een ander toestel, met één bedrijf/);
  await expect(firms(page)).toHaveCount(2);
});

test('a link tapped by the facilitator joins the open round, in another tab too', async ({
  page,
  browser,
  context,
}) => {
  const invitation = await begin(page);
  const link = await linkOf(await fillIn(browser, invitation, '2'));
  const tab = await context.newPage();
  await tab.goto(link);
  await expect(tab.getByText('Bedrijf 1 is toegevoegd.')).toBeInViewport();
  await expect(title(tab)).toHaveText('Verzamelen');
  // The first tab knows at once.
  await expect(step(page, 'Verzamelen')).toContainText('1 binnen');

  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(link);
  await expect(elsewhere.getByText('op dit toestel staat geen ronde open')).toBeVisible();
  await step(page, 'De ronde').click();
  await tab.close();
  const saved = await download(page, () => button(page, 'Ronde bewaren als bestand').click());
  await elsewhere
    .locator('input[type="file"]')
    .setInputFiles({ name: saved.name, mimeType: 'application/json', buffer: saved.body });
  await expect(elsewhere.getByText('Bedrijf 1 had u al')).toBeVisible();

  const stranger = await (await browser.newContext()).newPage();
  await begin(stranger, 'Een andere groep');
  await stranger.goto('about:blank');
  await stranger.goto(link);
  await expect(stranger.getByText('horen bij een andere ronde')).toBeVisible();
});

test('another round waits until the facilitator chooses', async ({ page, browser }) => {
  const other = await (await browser.newContext()).newPage();
  const invitation = await begin(other, 'Een andere groep');
  await begin(page);
  const mine = await stored(page);
  await page.goto('about:blank');
  await page.goto(`${GROUP}${new URL(invitation).hash}`);
  await expect(page.getByText('Dit is een andere ronde')).toBeInViewport();
  expect(await stored(page)).toBe(mine);
  await expectNoViolations(page, 'other round');
  await button(page, 'Terug naar mijn ronde').click();
  await expect(page.getByText('Dit is een andere ronde')).toHaveCount(0);
  expect(await stored(page)).toBe(mine);
  await page.goto('about:blank');
  await page.goto(`${GROUP}${new URL(invitation).hash}`);
  const copy = await download(page, () => button(page, /^Mijn ronde bewaren als bestand/).click());
  expect(copy.body.toString()).toBe(mine);
  expect(await stored(page)).not.toBe(mine);
});

test('one device passed round: nothing of one firm is left for the next, and stopping loses nothing', async ({
  page,
}) => {
  await begin(page);
  await toCollect(page);
  await button(page, 'Begin met rondgeven').click();
  const kiosk = page.locator('dialog.kiosk');
  await expect(kiosk.getByRole('heading', { name: 'Geef het toestel aan de eerste' })).toBeFocused();
  await button(kiosk, 'Ik begin').click();
  await answerAll(kiosk, '3');
  await button(kiosk, 'Volgende').click();
  await expect(kiosk.getByRole('heading', { name: 'Fase 4: Opbouwen' })).toBeFocused();
  await answerAll(kiosk, '3');
  await button(kiosk, 'Volgende').click();
  await button(kiosk, 'Geef mijn antwoorden').click();
  await expect(kiosk.getByRole('heading', { name: 'Bedankt' })).toBeFocused();

  // The next one sees an empty form, and no way to the answers or the results.
  await expect(page.getByRole('button', { name: 'Resultaat' })).toHaveCount(0);
  await button(kiosk, 'Ik begin').click();
  await expect(kiosk.locator('input:checked')).toHaveCount(0);
  expect(await stored(page, TURN)).not.toContain('"3"');
  await page.goBack();
  await expect(kiosk).toBeVisible();
  await expect(kiosk.locator('input:checked')).toHaveCount(0);
  await page.goForward();

  // A reload in the middle of a turn shows nothing of it before its owner says so.
  await kiosk.locator('fieldset.item').first().locator('input[value="1"]').check();
  await page.reload();
  await expect(kiosk.getByRole('heading', { name: 'Er is een beurt bezig' })).toBeVisible();
  await expect(kiosk.locator('input')).toHaveCount(0);
  await button(kiosk, 'Verder met mijn beurt').click();
  await expect(kiosk.locator('input:checked')).toHaveCount(1);

  // Escape asks; what was given stays, and the turn that is on can still be given.
  await page.keyboard.press('Escape');
  await expect(kiosk.getByRole('heading', { name: 'Stoppen met rondgeven?' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(kiosk).toBeVisible();
  await button(kiosk, 'Geef het ene antwoord en stop').click();
  await expect(kiosk).toHaveCount(0);
  await expect(firms(page)).toHaveText([/Bedrijf 1.*11 van 11/, /Bedrijf 2.*1 van 11/]);
  expect(await stored(page, TURN)).toBeNull();
});

test('paper sheets typed over by keyboard alone, and one typed again', async ({ page }) => {
  await begin(page);
  await toCollect(page);
  await button(page, 'Bladen overtypen').focus();
  await page.keyboard.press('Enter');
  const number = page.getByLabel('Nummer op het blad');
  await expect(number).toBeFocused();
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  // The third key is for a Belgian keyboard, on which digits ask for Shift.
  await page.keyboard.type('01');
  await page.keyboard.press('Shift+Digit3');
  await page.keyboard.type('u012301?');
  await expect(button(page, 'Blad bewaren')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Blad 7 is bewaard: 11 van 11 vragen beantwoord')).toBeVisible();
  await expect(number).toBeFocused();
  await expect(firms(page)).toHaveText([/Blad 7.*11 van 11/]);
  const before = (await stored(page)) ?? '';

  await page.keyboard.type('7');
  await expect(page.getByText('Blad 7 typte u al in')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('3');
  await button(page, 'Blad bewaren').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Blad 7 is vervangen')).toBeVisible();
  await expect(firms(page)).toHaveCount(1);
  const after = (await stored(page)) ?? '';
  const answersIn = (text: string) =>
    Object.values(
      (JSON.parse(text) as { collected: Record<string, { answers: Record<string, string> }> }).collected,
    ).map(({ answers }) => Object.values(answers).join(''));
  expect(answersIn(before)).toEqual(['013u012301u']);
  expect(answersIn(after)[0]?.[0]).toBe('3');
  expect(answersIn(after)[0]?.slice(1)).toBe(answersIn(before)[0]?.slice(1));
});

test('a firm taken out can be put back where it stood; names show only when asked for', async ({
  page,
  browser,
}) => {
  const invitation = await begin(page);
  await toCollect(page);
  const links = [];
  for (const value of ['1', '2']) links.push(await linkOf(await fillIn(browser, invitation, value)));
  await paste(page, links.join('\n'));
  await expect(firms(page)).toHaveCount(2);
  await page.getByLabel('Namen tonen en invullen').check();
  await page.getByLabel('Naam van Bedrijf 1').fill('Dakwerken Peeters');
  await button(page, /^Weghalen.*Bedrijf 1$/).click();
  await expect(firms(page)).toHaveCount(1);
  await expect(button(page, 'Ongedaan maken')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(firms(page)).toHaveCount(2);
  await expect(page.getByLabel('Naam van Bedrijf 1')).toHaveValue('Dakwerken Peeters');
  await page.reload();
  await expect(page.getByText('Dakwerken Peeters')).toHaveCount(0);
  await expect(page.getByLabel('Naam van Bedrijf 1')).toHaveCount(0);
});

test('a storage that fills up in the middle of a round loses nothing, and says so', async ({
  page,
  browser,
}) => {
  const invitation = await begin(page);
  await toCollect(page);
  const [first, second] = [
    await linkOf(await fillIn(browser, invitation, '1')),
    await linkOf(await fillIn(browser, invitation, '2')),
  ];
  await paste(page, first);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await paste(page, second);
  await expect(page.getByText('Er is geen plaats meer op dit toestel')).toBeVisible();
  await expect(firms(page)).toHaveCount(2);
  await expectNoViolations(page, 'full');
  const file = await download(page, () => button(page, 'Ronde bewaren als bestand').click());
  expect(Object.keys((JSON.parse(file.body.toString()) as { collected: object }).collected)).toHaveLength(2);
});

test('works with storage blocked, and says what that means', async ({ page }) => {
  const faults = watch(page);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await begin(page);
  await expect(page.getByText('Deze browser laat niet toe om iets te bewaren')).toBeVisible();
  await toCollect(page);
  await button(page, 'Begin met rondgeven').click();
  await button(page, 'Ik begin').click();
  await answerAll(page.locator('dialog'), '2');
  await button(page, 'Stoppen').click();
  await button(page, /^Geef de \d+ antwoorden en stop/).click();
  await expect(firms(page)).toHaveCount(1);
  expect(faults).toEqual([]);
});

/** Waits until what comes in advance has come. */
const settled = (page: Page) => page.waitForLoadState('networkidle');

test('once loaded, everything works without network', async ({ page, browser, context }) => {
  const invitation = await begin(page);
  const firm = await (await browser.newContext()).newPage();
  await firm.goto(invitation);
  await Promise.all([settled(page), settled(firm)]);
  await context.setOffline(true);
  await firm.context().setOffline(true);

  await button(firm, 'Begin met de vragen').click();
  await answerAll(firm, '2');
  await button(firm, 'Naar het resultaat').click();
  await button(firm, 'Geef aan de groep').click();
  await expect(firm.getByRole('img', { name: 'QR-code met uw antwoorden' })).toBeVisible();

  await toCollect(page);
  await paste(page, await linkOf(firm));
  const qr = firm.getByRole('img', { name: 'QR-code met uw antwoorden' });
  await drop(page, [{ name: 'foto.png', type: 'image/png', body: await qr.screenshot() }]);
  await expect(reported(page)).toHaveText(/foto\.png: Bedrijf 1 had u al/);
  await button(page, 'QR-code scannen').click();
  await expect(page.locator('.scan')).toBeVisible();
  await button(page, 'Begin met rondgeven').click();
  await expect(page.locator('dialog.kiosk')).toBeVisible();
  await button(page, 'Stoppen met rondgeven').click();
  await button(page, /^Stoppen$/).click();
  await step(page, 'Resultaat').click();
  await expect(page.locator('.group-results')).toBeVisible();
});

test('the camera reads codes one after the other', async ({ browser }) => {
  const context = await browser.newContext({ permissions: ['camera'] });
  const page = await context.newPage();
  const invitation = await begin(page);
  const firm = await fillIn(browser, invitation, '2');
  const picture = await firm.getByRole('img', { name: 'QR-code met uw antwoorden' }).screenshot();
  await toCollect(page);
  // A camera that sees the phone of the firm.
  await page.evaluate(
    async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const picture = await createImageBitmap(image);
      const canvas = document.createElement('canvas');
      canvas.width = 640;
      canvas.height = 480;
      const draw = () => {
        const context = canvas.getContext('2d');
        if (!context) return;
        context.fillStyle = '#777';
        context.fillRect(0, 0, 640, 480);
        context.drawImage(picture, 160, 60, 340, 340);
      };
      draw();
      setInterval(draw, 100);
      navigator.mediaDevices.getUserMedia = () => Promise.resolve(canvas.captureStream(10));
    },
    `data:image/png;base64,${picture.toString('base64')}`,
  );
  await button(page, 'QR-code scannen').click();
  await expect(reported(page)).toHaveText(/Gescande code: toegevoegd als Bedrijf 1/, { timeout: 20_000 });
  await expect(firms(page)).toHaveCount(1);
  await button(page, 'Stoppen met scannen').click();
  await expect(page.locator('.scan')).toHaveCount(0);
});

test('without a camera the reason is told, with another way', async ({ page }) => {
  await begin(page);
  await toCollect(page);
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('refused', 'NotAllowedError'));
  });
  await button(page, 'QR-code scannen').click();
  await expect(page.getByText('De browser mag de camera niet gebruiken')).toBeVisible();
});

test('the round is wiped after a copy is saved, in every tab', async ({ page, context }) => {
  await begin(page);
  const tab = await context.newPage();
  await tab.goto(GROUP);
  await expect(tab.locator('.steps-nav')).toBeVisible();
  await step(page, 'De ronde').click();
  await button(page, 'Ronde wissen').click();
  const copy = await download(page, () => button(page, 'Bewaren en wissen').click());
  expect(copy.body.toString()).toContain('De Ronde Tafel');
  await expect(page.getByText('De ronde is gewist')).toBeVisible();
  expect(await stored(page)).toBeNull();
  await expect(tab.getByText('in een ander tabblad gewist')).toBeVisible();
  await expect(button(page, 'Ronde beginnen')).toBeVisible();
});

test('a saved round that cannot be read stays until the facilitator starts afresh', async ({ page }) => {
  await page.goto('/over/');
  await page.evaluate((key) => localStorage.setItem(key, '{"kapot'), STORE);
  await begin(page);
  await expect(page.getByText('een ronde die we niet kunnen lezen')).toBeVisible();
  expect(await stored(page)).toBe('{"kapot');
  const copy = await download(page, () => button(page, 'Bewaar ze als bestand en begin opnieuw').click());
  expect(copy.body.toString()).toBe('{"kapot');
  await expect.poll(() => stored(page)).toContain('groepsronde');
});

test('the invitation prints on one A4 with its code, and shows large on a beamer', async ({ page }) => {
  const invitation = await begin(page);
  await button(page, 'Groot tonen op de beamer').click();
  await page.setViewportSize({ width: 1280, height: 720 });
  const large = page.locator('dialog.large-qr');
  await expect(large.getByRole('heading', { name: 'Waar staat De Ronde Tafel?' })).toBeVisible();
  const code = large.getByRole('img', { name: 'QR-code van de uitnodiging' });
  expect((await code.boundingBox())?.height).toBeGreaterThan(350);
  expect(await readCode(code)).toBe(invitation);
  await expectNoViolations(page, 'large');
  await page.keyboard.press('Escape');
  await expect(large).toHaveCount(0);

  // Also when the group has a long name.
  await page.getByLabel('Naam van de groep').fill('Samenwerkende dakwerkers '.repeat(4).trim());
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.invite-sheet .qr')).toBeVisible();
  await expect(page.locator('.steps-nav')).toBeHidden();
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test('the form on paper asks the questions of the round only, and no name', async ({ page }) => {
  await begin(page);
  await page.evaluate(() => {
    // What a print leaves on the page until it is over.
    window.print = () => undefined;
  });
  await button(page, 'Formulier afdrukken (11 vragen)').click();
  await page.emulateMedia({ media: 'print' });
  const form = page.locator('.round-form');
  await expect(form).toBeVisible();
  await expect(page.locator('.invite-sheet')).toBeHidden();
  await expect(form.locator('.paper-question')).toHaveCount(11);
  await expect(form.locator('.paper-question').first()).toHaveText(/^1\. Weten we wat/);
  await expect(form.locator('.paper-question').last()).toHaveText(/^11\. /);
  await expect(form).toContainText('Nummer op het blad');
  await expect(form).toContainText('Zet er geen naam op');
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(form).toBeHidden();
  await expect(page.locator('.invite-sheet')).toBeVisible();
});

test('the code of the invitation goes to a file as picture and drawing', async ({ page }) => {
  await begin(page);
  const png = await download(page, () => button(page, 'QR-code als PNG').click());
  expect(png.name).toMatch(/\.png$/);
  expect(png.body.subarray(1, 4).toString()).toBe('PNG');
  const svg = await download(page, () => button(page, 'QR-code als SVG').click());
  expect(svg.body.toString()).toMatch(/^<svg xmlns/);
});

test('a member keeps earlier answers, comes back later, and can go on without the group', async ({
  page,
  browser,
}) => {
  const invitation = await begin(page);
  const firm = await (await browser.newContext()).newPage();
  await firm.goto('/hulpmiddelen/fasetest/');
  await firm.getByRole('radio', { name: /Een nieuwe groep/ }).check();
  await button(firm, 'Begin met de vragen').click();
  await button(firm, 'Volgende').click();
  await answerAll(firm, '2');
  await firm.goto('about:blank');
  await firm.goto(invitation);
  await expect(firm.getByText('dezelfde 11 vragen')).toBeVisible();
  await expect(firm.getByText(/Op dit toestel staan al antwoorden: \d van 11/)).toBeVisible();
  await expectNoViolations(firm, 'member start');
  await firm.reload();
  await expect(firm.getByText('U vult de test in voor een groepsronde (fase 2, 4)')).toBeVisible();
  await button(firm, 'Naar de hele test').click();
  await expect(firm.getByRole('radio', { name: /Een nieuwe groep/ })).toBeChecked();

  await step(firm, 'Resultaat').click();
  await expect(firm.getByText('Vult u de test in met een groep?')).toBeVisible();
  await firm.goto('about:blank');
  await firm.goto(invitation.slice(0, -1));
  await expect(firm.getByText('Deze uitnodiging is niet volledig')).toBeVisible();
});

test('at phone size nothing runs off the screen in any step', async ({ browser }) => {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 320, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const invitation = await begin(page);
  await expectNothingSideways(page);
  await toCollect(page);
  await paste(page, 'x'.repeat(200));
  await button(page, 'Bladen overtypen').tap();
  await expect(page.getByLabel('Nummer op het blad')).toBeVisible();
  await expectNothingSideways(page);
  await button(page, 'Begin met rondgeven').tap();
  await button(page, 'Ik begin').tap();
  await expectNothingSideways(page);
  await button(page, 'Stoppen').tap();
  await button(page, /^Stoppen$/).tap();
  await step(page, 'De ronde').tap();
  await expectNothingSideways(page);

  const firm = await fillIn(browser, invitation, '2');
  await firm.setViewportSize({ width: 320, height: 640 });
  await firm.getByText('Geen verbinding? Lees de code voor').click();
  await expectNothingSideways(firm);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any state of the group round, ${theme}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const page = await (await browser.newContext({ colorScheme: theme })).newPage();
    await page.goto(GROUP);
    await expect(page.locator('.tool[data-ready]')).toBeVisible();
    await expectNoViolations(page, 'set up');
    const invitation = await begin(page);
    await expectNoViolations(page, 'invite');
    await toCollect(page);
    await expectNoViolations(page, 'collect, empty');
    await paste(page, 'niets');
    await button(page, 'Bladen overtypen').click();
    await page.getByLabel('Nummer op het blad').fill('3');
    await page.keyboard.press('Enter');
    await page.keyboard.press('2');
    await expectNoViolations(page, 'collect, typing');
    await button(page, 'Blad bewaren').click();
    await page.getByLabel('Namen tonen en invullen').check();
    await expectNoViolations(page, 'collect, names');
    await button(page, 'Begin met rondgeven').click();
    await expectNoViolations(page, 'hand over');
    await button(page, 'Ik begin').click();
    await answerAll(page.locator('dialog'), '1');
    await expectNoViolations(page, 'kiosk');
    await button(page, 'Stoppen').click();
    await expectNoViolations(page, 'kiosk, stop');
    await button(page, 'Gooi deze beurt weg en stop').click();
    await button(page, 'Weghalen').click();
    await expectNoViolations(page, 'removed');
    await step(page, 'De ronde').click();
    await button(page, 'Ronde wissen').click();
    await expectNoViolations(page, 'round');

    const firm = await (await browser.newContext({ colorScheme: theme })).newPage();
    await firm.goto(invitation);
    await button(firm, 'Begin met de vragen').click();
    await answerAll(firm, '2');
    await expectNoViolations(firm, 'member, questions');
    await button(firm, 'Naar het resultaat').click();
    await button(firm, 'Geef aan de groep').click();
    await expect(firm.getByRole('img', { name: 'QR-code met uw antwoorden' })).toBeVisible();
    await firm.getByText('Geen verbinding? Lees de code voor').click();
    await expectNoViolations(firm, 'member, given');
  });
}

test('without JavaScript the page says how to do it on paper', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(GROUP);
  await expect(page.getByRole('heading', { name: 'Een groepsronde op papier' })).toBeVisible();
  await expect(page.locator('.tool')).toBeHidden();
  // How to lead the talk, with its minutes.
  const script = page.locator('.talk-script li');
  await expect(script).toHaveText([/ 5 minuten/, / 10 minuten/, / 30 minuten/, / 10 minuten/, / 5 minuten/]);
  await expect(script.first()).toBeVisible();
  await page.getByRole('link', { name: 'Naar het formulier op papier' }).click();
  await expect(page.getByRole('heading', { name: 'Fasetest op papier' })).toBeVisible();
});
