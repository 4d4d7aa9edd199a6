package org.porchlight.ui;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.server.VaadinService;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives a test without pages the English texts: {@code @ExtendWith(InEnglish.class)}. */
class InEnglish implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        Instantiator instantiator = mock(Instantiator.class);
        when(instantiator.getI18NProvider()).thenReturn(new Texts());
        VaadinService service = mock(VaadinService.class);
        when(service.getInstantiator()).thenReturn(instantiator);
        VaadinService.setCurrent(service);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        VaadinService.setCurrent(null);
    }
}
