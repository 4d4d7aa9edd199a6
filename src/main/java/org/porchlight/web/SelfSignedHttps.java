package org.porchlight.web;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.porchlight.settings.PorchlightOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has the certificate that Porchlight makes itself used, and looks every hour whether another one is due. */
@Component
class SelfSignedHttps implements SslBundleRegistrar {

    private static final Logger log = LoggerFactory.getLogger(SelfSignedHttps.class);

    private final Https https;
    private final SelfSignedCertificate certificate;
    private @Nullable SslBundleRegistry registry;
    private @Nullable ScheduledExecutorService hourly;

    SelfSignedHttps(Https https, PorchlightOptions options, ThisMachine machine, Clock clock) {
        this.https = https;
        this.certificate = new SelfSignedCertificate(options.dataDir(), machine, clock);
    }

    @Override
    public void registerBundles(SslBundleRegistry bundles) {
        if (https.isSelfSigned()) {
            bundles.registerBundle(Https.SELF_SIGNED, certificate.bundle());
            registry = bundles;
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void watch() {
        if (registry != null) {
            hourly = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("certificate").daemon().factory());
            hourly.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.HOURS);
        }
    }

    /** Makes another certificate if one is due. By the clock; a test calls it in its place. */
    void look() {
        try {
            if (registry != null && certificate.isDue()) {
                registry.updateBundle(Https.SELF_SIGNED, certificate.bundle());
            }
        } catch (RuntimeException e) {
            log.error("The certificate for HTTPS cannot be renewed; it is tried again in an hour", e);
        }
    }

    @PreDestroy
    void stop() {
        if (hourly != null) {
            hourly.shutdownNow();
        }
    }
}
