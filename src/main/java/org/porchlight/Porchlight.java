package org.porchlight;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import java.util.Map;
import org.porchlight.backup.RestoreCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: starts everything and carries what holds for every page. */
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
@SpringBootApplication
public class Porchlight implements AppShellConfigurator {

    public static void main(String[] args) {
        liftBoundOfNativeMemory();
        if (RestoreCommand.isGiven(args)) {
            System.exit(RestoreCommand.run(args));
        }
        SpringApplication.run(Porchlight.class, args);
    }

    /**
     * Outside of the heap lie packets and pictures, which are bounded by whoever holds them. JavaCPP would bound them by the size of the
     * heap, and have every camera wait for collections before it let them fail.
     */
    private static void liftBoundOfNativeMemory() {
        System.setProperty("org.bytedeco.javacpp.maxBytes", "0");
        System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("favicon.svg", Map.of("rel", "icon", "type", "image/svg+xml"));
        settings.addLink("icons/apple-touch-icon.png", Map.of("rel", "apple-touch-icon"));
        settings.addLink("porchlight.webmanifest", Map.of("rel", "manifest"));
        settings.addMetaTag("application-name", "Porchlight");
        settings.addMetaTag("apple-mobile-web-app-title", "Porchlight");
        settings.addMetaTag("mobile-web-app-capable", "yes");
    }
}
