package org.porchlight.backup;

import java.util.Arrays;
import java.util.List;
import org.porchlight.settings.PorchlightOptions;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Brings a backup back instead of running: {@code java -jar porchlight.jar --porchlight.restore=FILE}. Reads the same options as
 * Porchlight itself, and starts nothing else of it.
 */
@EnableConfigurationProperties({PorchlightOptions.class, BackupOptions.class})
public class RestoreCommand {

    /** Whether that is what is wanted. */
    public static boolean isGiven(String[] args) {
        return Arrays.stream(args).anyMatch(arg -> arg.startsWith("--porchlight.restore="));
    }

    /**
     * Does it, and says on the console what came of it.
     *
     * @return the exit code: 0 when the database is back, whatever became of the recordings; else 1
     */
    public static int run(String[] args) {
        SpringApplication application = new SpringApplication(RestoreCommand.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        try (ConfigurableApplicationContext context = application.run(args)) {
            Restore restore =
                    new Restore(context.getBean(PorchlightOptions.class), context.getBean(BackupOptions.class));
            say(restore.run());
            return 0;
        } catch (CannotRestore e) {
            say(List.of(String.valueOf(e.getMessage())));
            return 1;
        }
    }

    private static void say(List<String> lines) {
        lines.forEach(System.out::println);
    }
}
