package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.BlurNotifier;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.account.AsMember;
import org.porchlight.viewing.LogEntry;
import org.porchlight.viewing.LogFilter;
import org.porchlight.viewing.LogSort;
import org.porchlight.viewing.ViewingLog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AsMember("Ana")
class LogsViewTest extends HousePageTest {

    @Autowired
    JdbcClient database;

    @Autowired
    ViewingLog log;

    @Autowired
    ZoneId zone;

    private LogsView view;

    @BeforeEach
    void threeViewings() {
        database.sql("DELETE FROM viewing").update();
        LocalDate today = LocalDate.now(zone);
        viewing("Ana", today);
        viewing("Ben", today.minusDays(3));
        viewing("Ben", today.minusDays(40));
        view = navigate(LogsView.class);
    }

    @Test
    void itOpensWithTheLastSevenDaysNewestFirst() {
        assertThat(shown()).containsExactly("Ana", "Ben");
        assertThat(summary()).isEqualTo("2 viewings in the last 7 days, none of them recorded");
    }

    @Test
    void daysAreIncludedAtBothEnds() {
        LocalDate day = LocalDate.now(zone).minusDays(3);
        field("From").setValue(day);
        field("To").setValue(day);
        assertThat(shown()).containsExactly("Ben");
        assertThat(summary()).startsWith("1 viewing on ").endsWith(", not recorded");
    }

    @Test
    void aRangeUpsideDownIsSaidAtItsFieldAndTheLastGoodResultStays() {
        field("From").setValue(LocalDate.now(zone).plusDays(2));
        assertThat(field("From").isInvalid()).isTrue();
        assertThat(field("From").getErrorMessage()).startsWith("From is after To. Choose ");
        assertThat(shown()).containsExactly("Ana", "Ben");

        field("From").setValue(LocalDate.now(zone));
        assertThat(field("From").isInvalid()).isFalse();
        assertThat(shown()).containsExactly("Ana");
    }

    @Test
    void aMemberDeletesAndAnnotatesOnlyTheirOwn() {
        database.sql("UPDATE viewing SET member_id = 2 WHERE username = 'Ben'").update();
        List<LogEntry> entries = log.page(LogFilter.ALL, LogSort.NEWEST_FIRST, 0, 10);
        assertThat(entries)
                .filteredOn(view::mayChange)
                .extracting(entry -> entry.viewing().username())
                .containsOnly("Ana");
        view.save(entries.getLast(), "It was not me");
        assertThat(test($(Notification.class).single()).getText())
                .isEqualTo("Only Ben or an owner can change this note.");
    }

    @Test
    void anEmptyResultSaysSoAndKeepsTheFilter() {
        LocalDate day = LocalDate.now(zone).minusDays(20);
        field("From").setValue(day);
        field("To").setValue(day);
        assertThat(shown()).isEmpty();
        assertThat(summary()).startsWith("No viewings on ");
        assertThat(field("From").getValue()).isEqualTo(day);
    }

    @Test
    @SuppressWarnings("unchecked")
    void onePersonIsShownAlone() {
        Select<String> person = $view(Select.class).first();
        person.setValue("Ben");
        assertThat(shown()).containsExactly("Ben");
        assertThat(summary()).isEqualTo("1 viewing by Ben in the last 7 days, not recorded");
    }

    @Test
    @SuppressWarnings("unchecked")
    void whoIsChosenStaysWhenTheirLastViewingIsDeleted() {
        database.sql("DELETE FROM viewing WHERE username = 'Ana'").update();
        viewing("Jo", LocalDate.now(zone));
        view = navigate(LogsView.class);
        Select<String> person = $view(Select.class).first();
        person.setValue("Jo");
        test(button("Delete")).click();
        test($(ConfirmDialog.class).first()).confirm();

        assertThat(person.getValue()).isEqualTo("Jo");
        assertThat(summary()).isEqualTo("No viewings by Jo in the last 7 days");

        LogGrid grid = $view(LogGrid.class).first();
        test($(Button.class, grid.getEmptyStateComponent())
                        .withText("Show everything")
                        .single())
                .click();
        assertThat(person.getValue()).isNull();
        assertThat(shown()).containsExactly("Ben", "Ben");
        assertThat(summary()).isEqualTo("2 viewings, none of them recorded");
    }

    @Test
    void aNoteIsEditedInItsPlace() {
        test(button("Add a note")).click();
        TextField note = $view(TextField.class).first();
        note.setValue("  Parcel for no. 16 ");
        ComponentUtil.fireEvent(note, new BlurNotifier.BlurEvent<>(note, true));
        assertThat(log.page(LogFilter.ALL, LogSort.NEWEST_FIRST, 0, 1)
                        .getFirst()
                        .viewing()
                        .note())
                .isEqualTo("Parcel for no. 16");
    }

    @Test
    void deletingAsksFirst() {
        test(button("Delete")).click();
        ConfirmDialog dialog = $(ConfirmDialog.class).first();
        assertThat(log.summary(LogFilter.ALL).viewings()).isEqualTo(3);
        test(dialog).confirm();
        assertThat(log.summary(LogFilter.ALL).viewings()).isEqualTo(2);
        assertThat(shown()).containsExactly("Ben");
    }

    @Test
    void oneClickUndoesADelete() {
        test(button("Delete")).click();
        test($(ConfirmDialog.class).first()).confirm();
        Notification notice = $(Notification.class).single();
        test($(Button.class, notice).withText("Undo").single()).click();
        assertThat(shown()).containsExactly("Ana", "Ben");
    }

    @Test
    void whatWasDeletedIsTakenBackOrDeletedForGoodFromTheTrash() {
        test(button("Delete")).click();
        test($(ConfirmDialog.class).first()).confirm();
        test($view(Button.class).withText("Trash").single()).click();
        test($(Button.class).withText("Take back").single()).click();
        assertThat(shown()).containsExactly("Ana", "Ben");

        test($(Button.class).withText("Close").single()).click();
        test(button("Delete")).click();
        test($(ConfirmDialog.class).first()).reject();
        assertThat(shown()).containsExactly("Ben");
        assertThat(database.sql("SELECT count(*) FROM viewing")
                        .query(Integer.class)
                        .single())
                .as("deleted now, not put into the trash")
                .isEqualTo(2);
    }

    private List<String> shown() {
        LogGrid grid = $view(LogGrid.class).first();
        int size = test(grid).size();
        return IntStream.range(0, size)
                .mapToObj(row -> test(grid).getRow(row).viewing().username())
                .toList();
    }

    private String summary() {
        return $view(Paragraph.class).withAttribute("role", "status").first().getText();
    }

    private DayField field(String name) {
        return $view(DayField.class).all().stream()
                .filter(field -> field.getAriaLabel().orElse("").equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The button with this name in the first line. */
    private Button button(String name) {
        LogGrid grid = $view(LogGrid.class).first();
        for (int column = 0; column < 7; column++) {
            for (Button button :
                    $(Button.class, test(grid).getCellComponent(0, column)).all()) {
                if (button.getAriaLabel().orElse("").equals(name)) {
                    return button;
                }
            }
        }
        throw new AssertionError("There is no button " + name);
    }

    private void viewing(String username, LocalDate day) {
        Instant start = day.atStartOfDay(zone).toInstant();
        database.sql(
                        "INSERT INTO viewing (member_id, username, camera_id, camera_name, device, started_at, seen_at, ended_at,"
                                + " end_reason) VALUES (1, ?, 1, 'Front door', 'Phone', ?, ?, ?, 'LEFT')")
                .params(username, start.toEpochMilli(), start.toEpochMilli() + 5000, start.toEpochMilli() + 5000)
                .update();
    }
}
