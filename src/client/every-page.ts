/** What every page does: 长者模式, the menu, titles in search boxes, and asking before a link leaves the government's sites. */
import { switchElderMode } from './elder-switch.ts';
import { askBeforeLeaving } from './leaving.ts';
import { closeMenuByEscape } from './menu.ts';
import { suggestOnFocus } from './suggestions-on-focus.ts';

switchElderMode();
closeMenuByEscape();
suggestOnFocus();
askBeforeLeaving();
