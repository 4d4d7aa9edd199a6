package org.porchlight.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.porchlight.account.AsOwner;
import org.porchlight.camera.Cameras;
import org.porchlight.settings.HouseSettings;
import org.porchlight.viewing.LogFilter;
import org.porchlight.viewing.LogSort;
import org.porchlight.viewing.ViewingLog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that the running application maps, asked of itself, by every method. */
class RoutesTest extends WebTest {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND");

    /** The doors, what they show, and Vaadin's own scripts and styles. */
    private static final Pattern PUBLIC = Pattern.compile(
            "/(login|signup|signup/done|new-password"
                    + "|styles\\.css|dark\\.css|porchlight\\.webmanifest|door\\.css|door\\.svg|favicon\\.svg|(aura|fonts|icons|VAADIN)/.*)");

    @Autowired
    Map<String, HandlerMapping> mappings;

    @Autowired
    ServletContext servlets;

    @Autowired
    HouseSettings settings;

    @Autowired
    Cameras cameras;

    @Autowired
    ViewingLog log;

    @Test
    void aStrangerGetsNothingButTheDoors() throws Exception {
        Set<String> answered = new TreeSet<>();
        for (String path : paths()) {
            for (String method : METHODS) {
                HttpResponse<String> answer = send(
                        stranger,
                        request(path)
                                .method(method, BodyPublishers.noBody())
                                .header("Accept", "text/html,*/*")
                                .build());
                assertThat(answer.statusCode()).as("%s %s", method, path).isLessThan(500);
                if (answer.statusCode() == 302) {
                    assertThat(answer.headers().firstValue("Location").orElse(""))
                            .as("%s %s", method, path)
                            .containsPattern("/login(\\?error)?$");
                } else if (answer.statusCode() < 400 && !PUBLIC.matcher(path).matches()) {
                    answered.add(method + " " + path);
                }
            }
        }
        assertThat(answered).isEmpty();
    }

    @Test
    void theApplicationIsAskedForAllThatItMaps() {
        assertThat(paths())
                .contains("/live/1.mjpeg", "/live/1.jpg", "/settings", "/people", "/trail", "/logs", "/", "/login")
                .anyMatch(path -> path.startsWith("/recordings/"))
                .anyMatch(path -> path.startsWith("/VAADIN/"));
    }

    @Test
    void aMemberChangesNothingByAnyRequest() throws Exception {
        List<Object> before = house();
        for (String path : paths()) {
            for (String method : METHODS) {
                if (!path.equals("/login") && !isLive(method, path)) { // by which sessions and viewings begin
                    HttpResponse<String> answer = send(
                            ben,
                            request(path)
                                    .method(method, BodyPublishers.noBody())
                                    .build());
                    assertThat(answer.statusCode()).as("%s %s", method, path).isLessThan(500);
                }
            }
        }
        assertThat(house()).isEqualTo(before);
    }

    private static boolean isLive(String method, String path) {
        return Set.of("GET", "HEAD").contains(method) && path.startsWith("/live/");
    }

    /** All that can be changed. */
    private List<Object> house() {
        return List.of(
                settings.current(),
                cameras.all(),
                AsOwner.ask(members::all).stream()
                        .map(member -> member.username() + member.role() + member.state())
                        .toList(),
                AsOwner.ask(() -> log.page(LogFilter.ALL, LogSort.NEWEST_FIRST, 0, 100)));
    }

    /** With something in the place of each variable. */
    private Set<String> paths() {
        Stream<String> controllers = mappings.values().stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .map(RequestMappingHandlerMapping.class::cast)
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(mapping -> mapping.getPatternValues().stream());
        Stream<String> handlers = mappings.values().stream()
                .filter(AbstractUrlHandlerMapping.class::isInstance)
                .map(AbstractUrlHandlerMapping.class::cast)
                .flatMap(mapping -> mapping.getHandlerMap().keySet().stream());
        Stream<String> mapped =
                servlets.getServletRegistrations().values().stream().flatMap(servlet -> servlet.getMappings().stream());
        Stream<String> pages = RouteConfiguration.forRegistry(
                        ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlets)))
                .getAvailableRoutes()
                .stream()
                .map(route -> "/" + route.getTemplate());
        Set<String> paths = new LinkedHashSet<>();
        Stream.of(controllers, handlers, mapped, pages)
                .flatMap(found -> found)
                .map(RoutesTest::filled)
                .forEach(paths::add);
        return paths;
    }

    private static String filled(String pattern) {
        String path = pattern.replaceAll("\\{camera[^}]*\\}", "1")
                .replaceAll("\\{id:[^/]*\\{36\\}\\}", UUID.randomUUID().toString())
                .replaceAll("\\{[^}]*\\}", "1")
                .replace("**", "x")
                .replace("*", "x");
        return path.startsWith("/") ? path : "/" + path;
    }
}
