import { html } from 'hono/html';
import { type CampaignFault, writtenFault } from '../../rules/campaign/campaign-fault.ts';
import type { Html } from './page.ts';

/**
 * Faults and remarks of a file or a form, all of them, each with its place and what to do.
 * @param fieldOf the id of the field that a fault is about; null when there is none
 */
export function faultList(
  faults: readonly CampaignFault[],
  warnings: readonly CampaignFault[],
  fieldOf: (fault: CampaignFault) => string | null = () => null,
): Html {
  const line = (fault: CampaignFault) => {
    const id = fieldOf(fault);
    return html`<li>${writtenFault(fault)}${id === null ? '' : html` <a class="ds-link" href="#${id}">Til feltet</a>`}</li>`;
  };
  const list = (color: 'danger' | 'warning', head: string, all: readonly CampaignFault[]) =>
    all.length === 0
      ? ''
      : html`<div class="ds-alert" data-color="${color}"${color === 'danger' ? html` role="alert"` : ''}><h2 class="ds-heading" data-size="2xs">${head}</h2><ul class="stack">${all.map(line)}</ul></div>`;
  return html`${list('danger', `${faults.length} feil`, faults)}${list('warning', warnings.length === 1 ? '1 merknad' : `${warnings.length} merknader`, warnings)}`;
}
