package org.porchlight;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: starts everything and carries what holds for every page. */
@Push
@SpringBootApplication
public class Porchlight implements AppShellConfigurator {

    public static void main(String[] args) {
        SpringApplication.run(Porchlight.class, args);
    }
}
