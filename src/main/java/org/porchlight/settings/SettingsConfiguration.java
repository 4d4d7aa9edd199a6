package org.porchlight.settings;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The options given at start, and the house's time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PorchlightOptions.class)
class SettingsConfiguration {

    /** The zone in which days begin and times are shown. */
    @Bean
    ZoneId houseZone() {
        return ZoneId.systemDefault();
    }

    @Bean
    Clock clock(ZoneId houseZone) {
        return Clock.system(houseZone);
    }

    @Bean
    Ticker ticker() {
        return Ticker.SYSTEM;
    }
}
