/** What every page does: 长者模式, the menu, and asking before a link leaves the government's sites. */
import { switchElderMode } from './elder-switch.ts';
import { askBeforeLeaving } from './leaving.ts';
import { closeMenuByEscape } from './menu.ts';

switchElderMode();
closeMenuByEscape();
askBeforeLeaving();
