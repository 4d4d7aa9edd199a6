package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.account.AsMember;
import org.porchlight.camera.Camera;
import org.porchlight.camera.Cameras;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.RoomLimits;
import org.porchlight.settings.Settings;
import org.porchlight.trail.LogRetention;
import org.springframework.beans.factory.annotation.Autowired;

class SettingsViewTest extends OwnerPageTest {

    @Autowired
    HouseSettings settings;

    @Autowired
    Cameras cameras;

    @Autowired
    LogRetention retention;

    @Test
    void anOwnerChoosesHowLongTheLogIsKept() {
        navigate(SettingsView.class);
        Select<Integer> months = $(Select.class)
                .withCondition(select -> "Keep the log for".equals(select.getLabel()))
                .single();
        assertThat(months.getValue()).isEqualTo(LogRetention.DEFAULT_MONTHS);
        test(months).selectItem("1 year");
        assertThat(retention.months()).isEqualTo(12);
    }

    @Test
    void whatIsWrongStandsAtItsFieldAndNothingIsSaved() {
        Settings before = settings.current();
        navigate(SettingsView.class);
        field("Camera name").setValue("x".repeat(300));
        field("Source").setValue("nonsense");
        field("Recordings folder").setValue(folder.resolve("never").toString());
        number("Frames per second").setValue(61);
        $(Checkbox.class).single().setValue(!before.recordEverySession());
        save();

        assertThat(field("Camera name").getErrorMessage()).contains("1 to 60");
        assertThat(field("Source").getErrorMessage()).contains("rtsp://");
        assertThat(number("Frames per second").getErrorMessage()).isEqualTo("Enter a whole number from 1 to 60.");
        assertThat(folder.resolve("never")).as("only looked at").doesNotExist();
        assertThat(toCorrect()).isEqualTo("3 fields to correct");
        assertThat(status()).isEqualTo("5 changes");
        assertThat(field("Camera name").getClassNames()).contains("changed");
        assertThat(number("Pre-roll").getClassNames()).doesNotContain("changed");
        assertThat(settings.current()).isEqualTo(before);
        assertThat(cameras.first().name()).isEqualTo("Front door");
        assertThat(field("Source").getValue()).as("what was typed stays").isEqualTo("nonsense");
    }

    @Test
    void whatIsWrongIsSaidInTheLanguageOfThePage() {
        UI.getCurrent().setLocale(Locale.GERMANY);
        navigate(SettingsView.class);
        field("Camera name").setValue("x".repeat(300));
        field("Source").setValue("/srv/film.mp4");
        number("Frames per second").setValue(61);
        test($(Button.class).withText("Speichern").single()).click();

        assertThat(field("Camera name").getErrorMessage())
                .isEqualTo("Bitte einen Namen mit 1 bis 60 Zeichen eingeben.");
        assertThat(field("Source").getErrorMessage()).isEqualTo("Eine Videodatei /srv/film.mp4 gibt es nicht.");
        assertThat(number("Frames per second").getErrorMessage())
                .isEqualTo("Bitte eine ganze Zahl von 1 bis 60 eingeben.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/video987", "/srv/no such film.mp4"})
    void aSourceThatIsNotThereIsToldAtItsField(String missing) {
        navigate(SettingsView.class);
        field("Camera name").setValue("Back door");
        field("Source").setValue(missing);
        save();

        assertThat(field("Source").isInvalid()).isTrue();
        assertThat(field("Source").getErrorMessage())
                .contains(missing)
                .endsWith(missing.startsWith("/dev") ? "?" : ".");
        nothingOfTheCameraIsSaved();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10 × 10", "9999x9999", "0x0", "large"})
    @SuppressWarnings("unchecked")
    void aResolutionThatNoCameraHasIsToldAtItsField(String typed) {
        navigate(SettingsView.class);
        field("Camera name").setValue("Back door");
        ComboBox<String> resolution = $(ComboBox.class).single();
        resolution.setValue(typed);
        save();

        assertThat(resolution.isInvalid()).isTrue();
        assertThat(resolution.getErrorMessage())
                .startsWith("Enter a width and a height")
                .endsWith(".");
        nothingOfTheCameraIsSaved();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 61})
    void framesThatAreTooFewOrTooManyAreToldAtTheirField(int frames) {
        Settings before = settings.current();
        navigate(SettingsView.class);
        field("Camera name").setValue("Back door");
        number("Frames per second").setValue(frames);
        save();

        assertThat(number("Frames per second").isInvalid()).isTrue();
        assertThat(number("Frames per second").getErrorMessage()).isEqualTo("Enter a whole number from 1 to 60.");
        assertThat(settings.current()).isEqualTo(before);
        nothingOfTheCameraIsSaved();
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldAtItsFieldAndNothingIsSaved() {
        Settings before = settings.current();
        navigate(SettingsView.class);
        field("Camera name").setValue("Back door");
        field("Recordings folder").setValue("/proc/recordings");
        save();

        assertThat(field("Recordings folder").isInvalid()).isTrue();
        assertThat(field("Recordings folder").getErrorMessage()).startsWith("The folder cannot be made");
        assertThat(settings.current()).isEqualTo(before);
        nothingOfTheCameraIsSaved();
    }

    @Test
    void savingSaysSoAndHoldsAtOnce() {
        navigate(SettingsView.class);
        field("Recordings folder").setValue(folder.resolve("films").toString());
        number("Frames per second").setValue(12);
        assertThat(status()).isEqualTo("2 changes");
        save();

        assertThat(status()).startsWith("Saved.");
        assertThat(settings.current().framesPerSecond()).isEqualTo(12);
        assertThat(folder.resolve("films")).isDirectory();
    }

    @Test
    void aFolderIsTriedBeforeItIsSaved() {
        Path films = folder.resolve("tried/films");
        navigate(SettingsView.class);
        field("Recordings folder").setValue(films.toString());

        await().pollInSameThread().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            roundTrip();
            assertThat($(Paragraph.class).all())
                    .extracting(Paragraph::getText)
                    .anyMatch(said -> said.startsWith("Can be written. ") && said.contains(" are free there"));
        });
        assertThat(films.getParent()).as("only looked at").doesNotExist();

        field("Recordings folder").setValue("/usr");
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            roundTrip();
            assertThat($(Span.class).all())
                    .extracting(Span::getText)
                    .anyMatch(said -> said.startsWith("/usr belongs to the system."));
        });
    }

    @Test
    void thePreRollIsFiveSecondsUnlessAnOwnerWishesOtherwise() {
        navigate(SettingsView.class);
        assertThat(number("Pre-roll").getValue()).isEqualTo(5);
        number("Pre-roll").setValue(16);
        save();
        assertThat(number("Pre-roll").getErrorMessage()).startsWith("Enter 0 to 15 seconds.");
        assertThat(settings.current().preRollSeconds()).isEqualTo(5);

        number("Pre-roll").setValue(0);
        save();

        assertThat(settings.current().preRollSeconds()).isZero();
    }

    @Test
    void whatEncodesIsSaid() {
        navigate(SettingsView.class);
        assertThat($(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .contains("Encoder: chosen when something is first recorded.");
    }

    @Test
    void theRoomThatRecordingsMayTakeIsSetInDaysAndGigabytes() {
        navigate(SettingsView.class);
        number("Keep recordings for").setValue(14);
        number("Most room").setValue(40);
        number("Leave free").setValue(2);
        number("Keep in the trash for").setValue(1);
        save();
        assertThat(settings.current().room()).isEqualTo(new RoomLimits(14, 40_000_000_000L, 2_000_000_000L, 1));

        number("Leave free").setValue(0);
        number("Keep recordings for").setValue(4000);
        save();
        assertThat(number("Keep recordings for").getErrorMessage())
                .isEqualTo("Enter 0 to 3650 days. With 0, recordings stay until you delete them.");
        number("Keep recordings for").setValue(0);
        save();
        assertThat(settings.current().room()).isEqualTo(new RoomLimits(0, 40_000_000_000L, null, 1));
    }

    @Test
    void aChangeThatSomebodyElseSavedMeanwhileToAnotherFieldStays() throws Exception {
        navigate(SettingsView.class);
        number("Frames per second").setValue(7);
        Settings now = settings.current();
        settings.save(new Settings(
                now.framesPerSecond(),
                folder.resolve("elsewhere"),
                now.recordEverySession(),
                now.preRollSeconds(),
                now.room()));
        save();

        assertThat(settings.current().framesPerSecond()).isEqualTo(7);
        assertThat(settings.current().recordingsFolder()).isEqualTo(folder.resolve("elsewhere"));
    }

    @Test
    @AsMember("Ben")
    void membersAreToldThatItIsForOwners() {
        navigate("settings", NotAllowedPage.class);
        assertThat($(H1.class).single().getText()).isEqualTo("This page is for owners");
        assertThat($(SideNavItem.class).all()).extracting(SideNavItem::getLabel).doesNotContain("Settings");
    }

    private void nothingOfTheCameraIsSaved() {
        assertThat(toCorrect()).isEqualTo("1 field to correct");
        assertThat(cameras.first()).isEqualTo(new Camera(1, "Front door", null, 1280, 720));
    }

    private TextField field(String name) {
        return named(TextField.class, name);
    }

    private IntegerField number(String name) {
        return named(IntegerField.class, name);
    }

    private <F extends Component & HasAriaLabel> F named(Class<F> type, String name) {
        String id = "setting-" + name.toLowerCase(Locale.ROOT).replace(' ', '-');
        return $(type).withCondition(
                        field -> field.getAriaLabelledBy().orElse("").equals(id))
                .single();
    }

    private String toCorrect() {
        return $(NativeButton.class).withClassName("pl-save-wrong").single().getText();
    }

    private String status() {
        return $(Span.class).withClassName("pl-save-words").single().getText();
    }

    private void save() {
        test($(Button.class).withText("Save").single()).click();
    }
}
