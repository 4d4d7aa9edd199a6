package org.porchlight.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;

/** The ways to the parts of a long page. Shows which part is before the reader, and in which something is to be corrected. */
final class SectionNav extends Nav {

    /** The part that was asked for, while all of it is in sight; else the last one that begins in the upper third. */
    private static final String FOLLOW = """
            const links = [...this.querySelectorAll('a')];
            const part = link => document.getElementById(link.hash.slice(1));
            const box = link => part(link).getBoundingClientRect();
            const inSight = link => box(link).top >= 0 && box(link).bottom <= innerHeight;
            const look = () => {
              if (!this.isConnected) {
                document.removeEventListener('scroll', look, true);
                removeEventListener('hashchange', look);
                sizes.disconnect();
                return;
              }
              const last = links.at(-1);
              const here = links.find(link => link.hash === location.hash && inSight(link))
                ?? (inSight(last) ? last : links.findLast(link => box(link).top < innerHeight / 3)) ?? links[0];
              if (here.getAttribute('aria-current') !== 'true') {
                links.forEach(link => link.removeAttribute('aria-current'));
                here.setAttribute('aria-current', 'true');
                this.scrollTo({ left: here.offsetLeft - this.offsetLeft - 16 });
              }
            };
            document.addEventListener('scroll', look, { capture: true, passive: true });
            addEventListener('hashchange', look);
            const sizes = new ResizeObserver(look); // tells at first, too, when all have been laid out
            links.forEach(link => sizes.observe(part(link)));""";

    private final String page;

    /** @param page that the parts are on */
    SectionNav(String page, String label) {
        this.page = page;
        getElement().setAttribute("aria-label", label);
    }

    SectionNav to(String id, Icons icon, String name) {
        Span mark = new Span(Icons.WARNING.create());
        mark.addClassName("pl-mark");
        Anchor link = new Anchor(page + "#" + id, icon.create(), new Span(name), mark);
        link.setRouterIgnore(true);
        add(link);
        return this;
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        getElement().executeJs(FOLLOW);
    }
}
