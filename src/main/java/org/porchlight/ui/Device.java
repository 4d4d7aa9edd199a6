package org.porchlight.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.WebBrowser;

/** What a page is watched on, in words for the log. */
final class Device {

    /** Pixels, as in the style sheets. */
    private static final int NARROW = 700;

    private Device() {}

    /** Whether there is room for one picture and no more. */
    static boolean isNarrow(UI ui) {
        int width = ui.getPage().getExtendedClientDetails().getWindowInnerWidth();
        return of(ui.getSession().getBrowser()).equals("Phone") || (width > 0 && width <= NARROW);
    }

    static String of(WebBrowser browser) {
        String agent = browser.getUserAgent();
        if (agent == null) {
            return "";
        }
        if (agent.contains("iPad") || (agent.contains("Android") && !agent.contains("Mobile"))) {
            return "Tablet";
        }
        return agent.contains("iPhone") || agent.contains("Mobile") ? "Phone" : "Computer";
    }
}
