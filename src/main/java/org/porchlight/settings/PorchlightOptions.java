package org.porchlight.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be given at start, as {@code --porchlight.camera=…}.
 *
 * @param camera source of the first camera while its own is automatic; null: the first device that captures, else the demo
 * @param dataDir folder of the database
 */
@ConfigurationProperties("porchlight")
public record PorchlightOptions(
        @Nullable String camera, @DefaultValue("data") Path dataDir) {}
