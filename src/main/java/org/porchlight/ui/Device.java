package org.porchlight.ui;

import com.vaadin.flow.server.WebBrowser;

/** What a page is watched on, in words for the log. */
final class Device {

    private Device() {}

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
