/**
 * What every page does: 长者模式, the menu, titles in search boxes, asking before a link leaves the government's sites, the page
 * for who loses the connection, and all pictures on paper.
 */
import { switchElderMode } from './elder-switch.ts';
import { askBeforeLeaving } from './leaving.ts';
import { closeMenuByEscape } from './menu.ts';
import { keepOfflinePage } from './offline.ts';
import { loadPicturesToPrint } from './print.ts';
import { suggestOnFocus } from './suggestions-on-focus.ts';

switchElderMode();
closeMenuByEscape();
suggestOnFocus();
askBeforeLeaving();
keepOfflinePage();
loadPicturesToPrint();
