import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import { routePath } from 'hono/route';
import { mayDo, type PersonRole } from '../rules/people/person.ts';
import { addAccessibilityPage } from './accessibility-page.ts';
import { addAccountPage } from './account/account-page.ts';
import { addCampaignPage } from './campaign/campaign-page.ts';
import { addCasesPage } from './campaign/cases-page.ts';
import { addRoundPage } from './campaign/round-page.ts';
import { addCasePage } from './case/case-page.ts';
import { addDemo } from './demo/demo-pages.ts';
import { openPage } from './frame/page.ts';
import { sameOrigin } from './guard/same-origin.ts';
import { securityHeaders } from './guard/security-headers.ts';
import { type SignedIn, whoAsks } from './guard/signed-in.ts';
import { addLetterPages } from './letters/letter-pages.ts';
import { addMessagePages } from './message/message-pages.ts';
import { addImportPage } from './municipalities/import-page.ts';
import { addMunicipalityList } from './municipalities/municipality-list-page.ts';
import { addMunicipalityPage } from './municipalities/municipality-page.ts';
import { addNewCampaign } from './new-campaign/new-campaign-page.ts';
import { addSendRequestPage } from './new-campaign/send-request-page.ts';
import { addOverview } from './overview/overview-page.ts';
import { addReviewPages } from './reviews/review-pages.ts';
import { addSignIn } from './sign-in/sign-in-pages.ts';
import { addStyles } from './styles.ts';
import type { WebWorld } from './web-world.ts';

/** What a handler finds in its context: who asks. Set on every page but the open ones. */
export type WebApp = Hono<{ Variables: { person: SignedIn } }>;

/** Bytes of a form; files come through their own pages. */
const LARGEST_FORM = 256 * 1024;
/** Files of 5 MB and the words around them. */
const LARGEST_UPLOAD = 6 * 1024 * 1024;
/** Forms that carry a file. */
const UPLOADS: readonly string[] = ['/ny-henvendelse', '/kommuner/import'];

/**
 * The adviser's pages: everything is a page from the server, nothing needs a script. GET changes nothing.
 * The one catch of this door is `onError`: what is explained is shown, the rest is a fault of ours.
 */
export function webApp(world: WebWorld): WebApp {
  const app: WebApp = new Hono();
  app.use(noted(world));
  app.use(securityHeaders(world.baseUrl));
  app.use(async (c, next) => {
    const maxSize = UPLOADS.includes(c.req.path) ? LARGEST_UPLOAD : LARGEST_FORM;
    const tooLarge = () => c.text('Skjemaet er for stort og er ikke brukt.', 413);
    return bodyLimit({ maxSize, onError: tooLarge })(c, next);
  });
  app.use(sameOrigin(world.baseUrl));
  addStyles(app);
  addAccessibilityPage(app, world);
  addSignIn(app, world);
  app.use(signedIn(world));
  addOverview(app, world);
  addCampaignPage(app, world);
  addCasesPage(app, world);
  addRoundPage(app, world);
  addCasePage(app, world);
  addMessagePages(app, world);
  addReviewPages(app, world);
  addLetterPages(app, world);
  addMunicipalityList(app, world);
  addImportPage(app, world);
  addMunicipalityPage(app, world);
  addAccountPage(app, world);
  addNewCampaign(app, world);
  addSendRequestPage(app, world);
  if (world.demo !== null) addDemo(app, world, world.demo);
  app.notFound(c => openPage(c, world, 'Fant ikke siden', notFound(), 404));
  app.onError((error, c) => {
    world.tellFault(error, routePath(c));
    return openPage(c, world, 'Noe gikk galt', wentWrong(), 500);
  });
  return app;
}

/** The pattern of the address alone: what fills it in may be a secret. */
function noted(world: WebWorld): MiddlewareHandler {
  return async (c, next) => {
    const began = performance.now();
    await next();
    const ms = Math.round(performance.now() - began);
    world.noteRequest?.({ method: c.req.method, page: routePath(c), status: c.res.status, ms });
  };
}

/** Everything below this is for people in the settings alone. */
function signedIn(world: WebWorld): MiddlewareHandler<{ Variables: { person: SignedIn } }> {
  return async (c, next) => {
    const person = whoAsks(c, world);
    if (person === null) {
      if (c.req.method !== 'GET') return openPage(c, world, 'Logg inn igjen', signInAgain(), 403);
      return c.redirect('/logg-inn', 303);
    }
    c.set('person', person);
    return next();
  };
}

/** For pages and forms that ask for more than looking. */
export function needs(world: WebWorld, role: PersonRole): MiddlewareHandler<{ Variables: { person: SignedIn } }> {
  return async (c, next) => {
    if (mayDo(c.get('person').role, role)) return next();
    return openPage(c, world, 'Du kan ikke gjøre dette', mayNot(), 403);
  };
}

const notFound = () =>
  html`<div class="head"><h1 class="ds-heading" data-size="md">Fant ikke siden</h1></div><p>Adressen kan være skrevet feil, eller siden er borte. <a class="ds-link" href="/">Til oversikten</a></p>`;
const wentWrong = () =>
  html`<div class="head"><h1 class="ds-heading" data-size="md">Noe gikk galt</h1></div><p>Feilen er vår, og den er skrevet i loggen. Ingenting er endret. Gå tilbake og prøv igjen; skjer det på nytt, meld fra til den som drifter Purrebot.</p>`;
const signInAgain = () =>
  html`<div class="head"><h1 class="ds-heading" data-size="md">Du er logget ut</h1></div><p>Det du sendte, er ikke lagret. <a class="ds-link" href="/logg-inn">Logg inn igjen</a>, og gjør det på nytt.</p>`;
const mayNot = () =>
  html`<div class="head"><h1 class="ds-heading" data-size="md">Du kan ikke gjøre dette</h1></div><p>Du kan se alt, men ikke endre dette. Spør den som styrer Purrebot hos dere. <a class="ds-link" href="/">Til oversikten</a></p>`;
