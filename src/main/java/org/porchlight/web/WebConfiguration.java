package org.porchlight.web;

import java.util.Arrays;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The options given at the start, and the proxies that they name. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebOptions.class)
class WebConfiguration {

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> trustedProxies(WebOptions options) {
        TrustedProxies trusted = new TrustedProxies(options.trustedProxies());
        return factory -> factory.addServerCustomizers(server -> Arrays.stream(server.getConnectors())
                .map(connector -> connector.getConnectionFactory(HttpConnectionFactory.class))
                .map(HttpConnectionFactory::getHttpConfiguration)
                .forEach((HttpConfiguration http) -> http.addCustomizer(trusted)));
    }
}
