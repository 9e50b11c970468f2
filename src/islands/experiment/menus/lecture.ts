/** An experiment on the whole screen, for a lecture: by the browser's full screen, or, where there is none (phones), over the page. */

export interface Lecture {
  leave(): void;
}

/** `onLeave`: called once, however it ends. */
export async function enterLecture(section: HTMLElement, onLeave: () => void): Promise<Lecture> {
  section.dataset['lecture'] = 'screen';
  const end = () => {
    delete section.dataset['lecture'];
    onLeave();
  };
  try {
    await section.requestFullscreen();
  } catch {
    return overPage(section, end);
  }
  const changed = () => {
    if (document.fullscreenElement === section) return;
    document.removeEventListener('fullscreenchange', changed);
    end();
  };
  document.addEventListener('fullscreenchange', changed);
  return { leave: () => void document.exitFullscreen() };
}

function overPage(section: HTMLElement, end: () => void): Lecture {
  section.dataset['lecture'] = 'page';
  const quiet = outside(section);
  for (const element of quiet) element.inert = true;
  const leave = () => {
    document.removeEventListener('keydown', escape);
    for (const element of quiet) element.inert = false;
    end();
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !section.querySelector('dialog[open]')) leave();
  };
  document.addEventListener('keydown', escape);
  return { leave };
}

/** Everything beside the section and its ancestors that is not quiet already. */
function outside(section: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let inner: HTMLElement = section; inner.parentElement && inner !== document.body; inner = inner.parentElement) {
    for (const sibling of inner.parentElement.children) if (sibling !== inner && sibling instanceof HTMLElement && !sibling.inert) found.push(sibling);
  }
  return found;
}
