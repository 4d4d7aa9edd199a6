package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Shows a link that works once, this one time, to be copied. */
class LinkDialog extends Dialog {
    /** The clipboard's own interface is there over HTTPS only. */
    private static final String COPY = """
            $0.inputElement.select();
            if (navigator.clipboard) {
              navigator.clipboard.writeText($0.value);
            } else {
              document.execCommand('copy');
            }""";

    /**
     * @param about what it is for, and for whom
     * @param page the page that it leads to
     * @param parameter the parameter of that page that carries the secret
     */
    LinkDialog(String title, String about, String page, String parameter, String secret) {
        setHeaderTitle(title);
        setWidth("min(560px, 100%)");
        TextField link = new TextField(translate("link.label"));
        link.setReadOnly(true);
        link.setWidthFull();
        link.setValue(address(page, parameter, secret));
        link.setHelperText(translate("link.once"));
        Span copied = new Span();
        copied.getElement().setAttribute("role", "status");
        copied.addClassName("pl-small");
        Button copy = new Button(translate("link.copy"), click -> {
            getElement().executeJs(COPY, link);
            copied.setText(translate("link.copied"));
        });
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        Div body = new Div(new Paragraph(about), link);
        add(body);
        getFooter().add(copied, new Button(translate("button.close"), click -> close()), copy);
    }

    /** As this browser reached the server: under that name the other one does too. */
    private static String address(String page, String parameter, String secret) {
        return ServletUriComponentsBuilder.fromContextPath(
                        VaadinServletRequest.getCurrent().getHttpServletRequest())
                .path("/" + page)
                .queryParam(parameter, secret)
                .toUriString();
    }
}
