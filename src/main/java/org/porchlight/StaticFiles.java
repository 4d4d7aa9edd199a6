package org.porchlight;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves styles, pictures, fonts and Vaadin's own files out of libraries by Spring. Vaadin would do so itself, but looks for
 * them in a way that Jetty 12.1 does not support unless all is in one jar: the theme and Push would be missing under
 * {@code spring-boot:run}. Browsers keep these files, and ask whether there are newer ones.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.setOrder(0); // before Vaadin, which answers everything
        for (String folder : new String[] {"aura/", "VAADIN/static/push/", "fonts/", "icons/"}) {
            registry.addResourceHandler("/" + folder + "**")
                    .addResourceLocations("classpath:/META-INF/resources/" + folder)
                    .setCacheControl(CacheControl.noCache());
        }
        registry.addResourceHandler("/*.css", "/*.svg", "/*.webmanifest")
                .addResourceLocations("classpath:/META-INF/resources/")
                .setCacheControl(CacheControl.noCache());
    }
}
