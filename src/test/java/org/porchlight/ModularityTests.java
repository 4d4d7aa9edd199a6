package org.porchlight;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Holds the shape of the house: one module a package, arrows only downwards. */
class ModularityTests {

    private final JavaClasses production = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.porchlight");

    @Test
    void modulesUseOnlyEachOthersApiAndNeverInACircle() {
        ApplicationModules.of(Porchlight.class).verify();
    }

    @Test
    void modulesDependOnlyOnThoseBelowThem() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("ui")
                .definedBy("org.porchlight.ui..")
                .layer("trail")
                .definedBy("org.porchlight.trail..")
                .layer("viewing")
                .definedBy("org.porchlight.viewing..")
                .layer("backup")
                .definedBy("org.porchlight.backup..")
                .layer("recording")
                .definedBy("org.porchlight.recording..")
                .layer("token")
                .definedBy("org.porchlight.token..")
                .layer("camera")
                .definedBy("org.porchlight.camera..")
                .layer("account")
                .definedBy("org.porchlight.account..")
                .layer("web")
                .definedBy("org.porchlight.web..")
                .layer("settings")
                .definedBy("org.porchlight.settings..")
                .layer("media")
                .definedBy("org.porchlight.media..")
                .whereLayer("ui")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("trail")
                .mayOnlyBeAccessedByLayers("ui")
                .whereLayer("viewing")
                .mayOnlyBeAccessedByLayers("ui", "trail")
                .whereLayer("backup")
                .mayOnlyBeAccessedByLayers("ui", "trail")
                .whereLayer("recording")
                .mayOnlyBeAccessedByLayers("ui", "trail", "viewing", "backup")
                .whereLayer("token")
                .mayOnlyBeAccessedByLayers("ui", "trail", "viewing", "recording")
                .whereLayer("camera")
                .mayOnlyBeAccessedByLayers("ui", "trail", "viewing", "recording", "token")
                .whereLayer("account")
                .mayOnlyBeAccessedByLayers("ui", "trail", "viewing", "recording", "token", "camera", "backup")
                .whereLayer("web")
                .mayOnlyBeAccessedByLayers("ui", "trail", "viewing", "recording", "token", "camera", "account")
                .whereLayer("settings")
                .mayOnlyBeAccessedByLayers(
                        "ui", "trail", "viewing", "recording", "token", "camera", "account", "web", "backup")
                .check(production);
    }

    @Test
    void theEngineKnowsNoFrameworkAndNoDatabase() {
        noClasses()
                .that()
                .resideInAPackage("org.porchlight.media..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "com.vaadin..", "java.sql..", "javax.sql..", "jakarta..")
                .check(production);
    }
}
