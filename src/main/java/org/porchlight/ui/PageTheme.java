package org.porchlight.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/**
 * Sends each page in the theme that its browser remembers, so that it never flashes in the other one. What is dark stands in a
 * style sheet of its own, which holds always, never, or where the system is dark.
 */
@Component
class PageTheme implements VaadinServiceInitListener {
    private static final String CANVAS = "#F8F4ED";
    private static final String NIGHT = "#0E1420";

    @Override
    public void serviceInit(ServiceInitEvent service) {
        service.addIndexHtmlRequestListener(page -> dress(
                page.getDocument(), "", ThemeChoice.of(page.getVaadinRequest().getCookies())));
    }

    /** @param root what addresses of the application begin with on this page */
    static void dress(Document page, String root, ThemeChoice choice) {
        page.head()
                .appendElement("link")
                .attr("rel", "stylesheet")
                .attr("href", root + "dark.css")
                .attr("data-theme", "dark")
                .attr("media", choice.dark());
        colour(page, "light", CANVAS, choice.light());
        colour(page, "dark", NIGHT, choice.dark());
    }

    /** What the browser or the phone paints around the page. */
    private static void colour(Document page, String theme, String colour, String where) {
        page.head()
                .appendElement("meta")
                .attr("name", "theme-color")
                .attr("content", colour)
                .attr("data-theme", theme)
                .attr("media", where);
    }
}
