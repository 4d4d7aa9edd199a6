package org.porchlight.ui;

import com.vaadin.flow.server.Constants;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.porchlight.web.ContentPolicy;
import org.springframework.stereotype.Component;

/** Lets a page run the scripts that it was made with, and no others. */
@Component
class PagePolicy implements VaadinServiceInitListener {

    /** The SHA-256 of what Vaadin adds to each page, last of all, where a commercial component was built in without a licence. */
    private static final String BANNER = " 'sha256-VLPJicdxFLjuDrsyxemB6iiuaur0bcLrSsJ1sDWxd2o='";

    @Override
    public void serviceInit(ServiceInitEvent service) {
        String banner = service.getSource()
                        .getDeploymentConfiguration()
                        .getBooleanProperty(Constants.COMMERCIAL_BANNER_TOKEN, false)
                ? BANNER
                : "";
        service.addIndexHtmlRequestListener(page -> {
            String nonce = ContentPolicy.newNonce();
            page.getDocument().select("script").attr("nonce", nonce);
            VaadinResponse answer = page.getVaadinResponse();
            answer.setHeader(ContentPolicy.HEADER, ContentPolicy.withScripts(nonce) + banner);
            answer.setHeader("Cache-Control", "no-store");
        });
    }
}
