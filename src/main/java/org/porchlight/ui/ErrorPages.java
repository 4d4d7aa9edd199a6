package org.porchlight.ui;

import com.vaadin.flow.i18n.I18NProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * What somebody reads who opens an address that is no page and that answers with an error: a recording that is gone, a picture
 * without being signed in. It needs no script, no session and no Vaadin, for these may be what is broken.
 */
@Component
class ErrorPages implements ErrorViewResolver {
    private final I18NProvider texts;
    private final PageLanguage language;

    ErrorPages(I18NProvider texts, PageLanguage language) {
        this.texts = texts;
        this.language = language;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        return new ModelAndView((ignored, asked, response) -> write(asked, response, status), model);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status) throws IOException {
        String page = page(kind(status), language.of(request.getLocales()), ThemeChoice.of(request.getCookies()));
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
    }

    private static String kind(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> "signedOut";
            case FORBIDDEN -> "notAllowed";
            case NOT_FOUND, GONE -> "notFound";
            case TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE -> "busy";
            default -> status.is5xxServerError() ? "broken" : "refused";
        };
    }

    private String page(String kind, Locale locale, ThemeChoice theme) {
        String title = texts.getTranslation("error." + kind + ".title", locale);
        Document page = template();
        Objects.requireNonNull(page.selectFirst("html")).attr("lang", locale.getLanguage());
        page.title(title + " – Porchlight");
        PageTheme.dress(page, "/", theme);
        fill(page, "h1", title);
        fill(page, "p", texts.getTranslation("error." + kind + ".why", locale));
        fill(page, "main a", texts.getTranslation(kind.equals("signedOut") ? "error.signIn" : "error.back", locale));
        return page.outerHtml();
    }

    private static void fill(Document page, String where, String text) {
        Objects.requireNonNull(page.selectFirst(where)).text(text);
    }

    private static Document template() {
        try (InputStream file = Objects.requireNonNull(ErrorPages.class.getResourceAsStream("error.html"))) {
            return Jsoup.parse(file, "UTF-8", "");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read error.html out of the application", e);
        }
    }
}
