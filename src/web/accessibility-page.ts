import { html } from 'hono/html';
import { openPage } from './frame/page.ts';
import type { WebApp } from './web-app.ts';
import type { WebWorld } from './web-world.ts';

/** The accessibility statement that the law asks of public bodies, also for pages behind a sign-in (uutilsynet.no). */
export function addAccessibilityPage(app: WebApp, world: WebWorld): void {
  app.get('/tilgjengelighet', c =>
    openPage(
      c,
      world,
      'Tilgjengelighetserklæring',
      html`<div class="head"><h1 class="ds-heading" data-size="md">Tilgjengelighetserklæring</h1></div>
<div class="prose"><p>Purrebot for ${world.unit} skal kunne brukes av alle. Sidene er laget etter WCAG 2.2, nivå A og AA, og virker uten JavaScript, med tastatur alene, i mørk og lys visning, i 320 piksler bredde og på utskrift.</p>
<h2 class="ds-heading" data-size="xs">Hva som er kontrollert</h2>
<p>Hver side kontrolleres med axe i en nettleser ved hver endring, i alle visningene over, og hovedoppgavene prøves med tastatur alene. En maskin finner ikke alt: skjermlesere er ikke prøvd av noen som bruker dem til daglig.</p>
<h2 class="ds-heading" data-size="xs">Det vi vet om</h2>
<ul><li>E-post utenfra vises i en lukket ramme, slik avsenderen skrev den. Der kan det være tekst vi ikke kan gjøre lettere å lese; den rene teksten står over.</li>
<li>Vedlegg kan lastes ned slik de kom, og er ikke gjort tilgjengelige av oss.</li></ul>
<h2 class="ds-heading" data-size="xs">Meld fra</h2>
<p>Finner du noe som ikke virker for deg, si fra til ${world.unit}. Får du ikke hjelp, kan du klage til Tilsynet for universell utforming av ikt (uutilsynet.no).</p></div>`,
    ),
  );
}
