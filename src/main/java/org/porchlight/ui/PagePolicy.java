package org.porchlight.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.porchlight.web.ContentPolicy;
import org.springframework.stereotype.Component;

/** Lets a page run the scripts that it was made with, and no others. */
@Component
class PagePolicy implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent service) {
        service.addIndexHtmlRequestListener(page -> {
            String nonce = ContentPolicy.newNonce();
            page.getDocument().select("script").attr("nonce", nonce);
            VaadinResponse answer = page.getVaadinResponse();
            answer.setHeader(ContentPolicy.HEADER, ContentPolicy.withScripts(nonce));
            answer.setHeader("Cache-Control", "no-store");
        });
    }
}
