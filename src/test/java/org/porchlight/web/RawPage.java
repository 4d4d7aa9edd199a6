package org.porchlight.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page without a browser: what Vaadin's scripts would ask of the server, asked by hand. */
final class RawPage {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient browser;
    private final String server;
    private final int id;
    private final String pushId;
    private final String csrfToken;
    /** By a field's label or the name of its title, or by the text of a button. */
    private final Map<String, Integer> nodes = new HashMap<>();

    private int syncId;
    private int clientId;

    /** Opens it. @param route without a slash in front */
    RawPage(HttpClient browser, String server, String route) throws Exception {
        this.browser = browser;
        this.server = server;
        JsonNode application = JSON.readTree(browser.send(
                        HttpRequest.newBuilder(URI.create(
                                        server + "/?v-r=init&location=" + route + "&query=&v-browserDetails=%7B%7D"))
                                .build(),
                        BodyHandlers.ofString())
                .body());
        JsonNode config = application.path("appConfig");
        id = config.path("v-uiId").asInt();
        pushId = config.path("uidl").path("Vaadin-Push-ID").asString();
        csrfToken = config.path("uidl").path("Vaadin-Security-Key").asString();
        send(List.of(Map.of(
                "type",
                "event",
                "node",
                1,
                "event",
                "ui-navigate",
                "data",
                Map.of("route", route, "query", "", "appShellTitle", "", "historyState", Map.of(), "trigger", ""))));
    }

    /** What typing into a field tells the server. */
    List<Map<String, ?>> typing(String label, String value) {
        return List.of(
                Map.of("type", "mSync", "node", node(label), "feature", 1, "property", "value", "value", value),
                Map.of("type", "event", "node", node(label), "event", "change", "data", Map.of()));
    }

    /** What pressing a button tells the server. */
    List<Map<String, ?>> click(String text) {
        return List.of(Map.of("type", "event", "node", node(text), "event", "click", "data", Map.of()));
    }

    /** Tells the server; the answer is what it says. */
    String send(List<Map<String, ?>> calls) throws Exception {
        String body = JSON.writeValueAsString(
                Map.of("csrfToken", csrfToken, "rpc", calls, "syncId", syncId, "clientId", clientId));
        String said = browser.send(
                        HttpRequest.newBuilder(URI.create(server + "/?v-r=uidl&v-uiId=" + id))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        JsonNode answer = JSON.readTree(said);
        syncId = answer.path("syncId").asInt();
        clientId = answer.path("clientId").asInt();
        learn(answer.path("changes"));
        return said;
    }

    private void learn(JsonNode changes) {
        Map<Integer, String> texts = new HashMap<>();
        for (JsonNode change : changes) {
            String value = change.path("value").asString("");
            switch (change.path("key").asString("")) {
                case "label", "accessibleNameRef" ->
                    nodes.put(value, change.path("node").asInt());
                case "text" -> texts.put(change.path("node").asInt(), value);
                default -> {}
            }
        }
        for (JsonNode change : changes) {
            for (JsonNode child : change.path("addNodes")) {
                String text = texts.get(child.asInt());
                if (text != null) {
                    nodes.put(text, change.path("node").asInt());
                }
            }
        }
    }

    /** What there is to type into or to press. */
    Set<String> names() {
        return nodes.keySet();
    }

    private int node(String name) {
        return Objects.requireNonNull(nodes.get(name), () -> "\"" + name + "\" is not among " + nodes.keySet());
    }

    /** Where news comes from, by a transport of Atmosphere's: {@code websocket} or {@code streaming}. */
    URI news(String scheme, String transport) {
        return URI.create(server.replaceFirst("^http", scheme) + "/VAADIN/push?v-r=push&v-uiId=" + id + "&v-pushId="
                + pushId + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport="
                + transport + "&X-Atmosphere-TrackMessageSize=true&Content-Type=application/json;%20charset=UTF-8"
                + "&X-atmo-protocol=true&X-Vaadin-LastSeenServerSyncId=" + syncId);
    }
}
