package org.porchlight.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** For a page that could not be made; what went wrong stands in the log, not here. */
@AnonymousAllowed
class BrokenPage extends SorryPage implements HasErrorParameter<Exception> {
    private static final Logger log = LoggerFactory.getLogger(BrokenPage.class);

    BrokenPage() {
        super("broken");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        log.error("Cannot show /{}", event.getLocation().getPath(), parameter.getException());
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
