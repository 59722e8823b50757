/**
 * The page as readers will see it. Each saved text is loaded into a second frame that then takes the place of the first, and
 * begins at the heading under which is written: a frame of another origin tells nobody how far it was scrolled.
 */
import { button, element } from './element.ts';

export interface PreviewPane {
  node: HTMLElement;
  /** @param address undefined where there is no page to show */
  show(address: string | undefined): void;
}

/** Width of the page in the frame, CSS px. */
const WIDTHS = { phone: 360, computer: 1280 } as const;
type Device = keyof typeof WIDTHS;

/** @param heading number of the heading under which is written, 0 for the beginning */
export function previewPane(previewUrl: string, heading: () => number): PreviewPane {
  const stage = element('div', { className: 'stage' });
  const none = element(
    'p',
    { className: 'empty' },
    '现在没有页面可看：先改掉标着「必须改」的问题。',
  );
  const whole = element(
    'a',
    { target: '_blank', rel: 'noopener', className: 'quiet' },
    '在新窗口打开',
  );
  const switches = (['phone', 'computer'] as const).map((device) =>
    button(device === 'phone' ? '手机' : '电脑', () => choose(device), {
      attributes: { 'aria-pressed': String(device === 'phone') },
    }),
  );
  const group = element(
    'div',
    { className: 'switch', attributes: { role: 'group', 'aria-label': '预览的屏幕' } },
    ...switches,
  );
  const node = element(
    'section',
    { className: 'preview', attributes: { 'aria-label': '预览' } },
    element('div', { className: 'preview-head' }, element('h2', {}, '预览'), group, whole),
    stage,
    none,
  );
  let device: Device = 'phone';
  let shown: string | undefined;

  function choose(chosen: Device) {
    device = chosen;
    for (const [index, made] of switches.entries())
      made.setAttribute('aria-pressed', String((index === 0) === (device === 'phone')));
    document.body.classList.toggle('wide-preview', device === 'computer');
    scale();
    if (shown !== undefined) load(shown);
  }

  function scale() {
    if (stage.clientWidth === 0) return;
    const factor = Math.min(1, stage.clientWidth / WIDTHS[device]);
    stage.style.setProperty('--page-width', `${WIDTHS[device]}px`);
    stage.style.setProperty('--scale', String(factor));
  }

  function load(address: string) {
    // One that is still loading shows an older text already.
    for (const waiting of stage.querySelectorAll('.coming')) waiting.remove();
    const place = heading() > 0 ? `#s-${heading()}` : '';
    const frame = element('iframe', { className: 'coming', title: '预览页面', tabIndex: 0 });
    frame.setAttribute('sandbox', 'allow-same-origin');
    frame.src = address + place;
    frame.addEventListener(
      'load',
      () => {
        if (!frame.isConnected) return;
        for (const old of stage.querySelectorAll('iframe:not(.coming)')) old.remove();
        frame.classList.remove('coming');
      },
      { once: true },
    );
    stage.append(frame);
  }

  new ResizeObserver(scale).observe(stage);
  return {
    node,
    show(path) {
      shown = path === undefined ? undefined : previewUrl + path;
      stage.hidden = shown === undefined;
      none.hidden = shown !== undefined;
      whole.hidden = shown === undefined;
      if (shown === undefined) return stage.replaceChildren();
      whole.href = shown;
      load(shown);
    },
  };
}
