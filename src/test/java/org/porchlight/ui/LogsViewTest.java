package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.vaadin.flow.component.BlurNotifier;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.account.AsMember;
import org.porchlight.account.CurrentMember;
import org.porchlight.trail.Trail;
import org.porchlight.viewing.LogEntry;
import org.porchlight.viewing.LogFilter;
import org.porchlight.viewing.LogSort;
import org.porchlight.viewing.Trash;
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
    Trash trash;

    @Autowired
    CurrentMember me;

    @Autowired
    ZoneId zone;

    @BeforeEach
    void threeViewings() {
        database.sql("DELETE FROM recording").update();
        database.sql("DELETE FROM viewing").update();
        LocalDate today = LocalDate.now(zone);
        viewing("Ana", today);
        viewing("Ben", today.minusDays(3));
        viewing("Ben", today.minusDays(40));
        navigate(LogsView.class);
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
        LogDeeds deeds = deeds();
        List<LogEntry> entries = log.page(LogFilter.ALL, LogSort.NEWEST_FIRST, 0, 10);
        assertThat(entries)
                .filteredOn(deeds::mayChange)
                .extracting(entry -> entry.viewing().username())
                .containsOnly("Ana");
        deeds.save(entries.getLast(), "It was not me");
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
        navigate(LogsView.class);
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
        NoteEditor editor = new NoteEditor(
                log.page(LogFilter.ALL, LogSort.NEWEST_FIRST, 0, 1).getFirst(), deeds());
        UI.getCurrent().add(editor);
        test($(Button.class, editor).single()).click();
        TextField note = $(TextField.class, editor).single();
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

    @Test
    void eachDayHasAHeadingAndOnlyWhileTheLogIsSortedByDay() {
        viewing("Ben", LocalDate.now(zone));
        goTo("range=all");
        assertThat(headings()).hasSize(3);
        assertThat(headings().getFirst()).startsWith("Today").endsWith("2 viewings");
        assertThat(headings().getLast()).contains("1 viewing");

        LogGrid grid = $view(LogGrid.class).first();
        grid.sort(GridSortOrder.asc(grid.getColumns().get(1)).build());
        assertThat(headings()).isEmpty();
    }

    @Test
    void aPageOfTheLogBeginsWithAHeadingOnlyWhereADayBegins() {
        viewing("Ben", LocalDate.now(zone));
        LogLines lines = new LogLines(log, mock(Trail.class), new LogWords(Clock.systemUTC(), zone));
        lines.show(LogFilter.ALL);
        List<LogEntry> second = lines.provider()
                .fetch(new Query<>(1, 2, QuerySortOrder.desc("START").build(), null, null))
                .toList();
        assertThat(second).hasSize(2);
        assertThat(second).extracting(entry -> lines.begins(entry).isPresent()).containsExactly(false, true);
    }

    @Test
    void theAddressSaysWhatIsShown() {
        goTo("range=all&who=ben");
        assertThat(shown()).containsExactly("Ben", "Ben");
        assertThat(summary()).isEqualTo("2 viewings by ben, none of them recorded");

        LocalDate day = LocalDate.now(zone).minusDays(3);
        goTo("from=" + day + "&to=" + day);
        assertThat(shown()).containsExactly("Ben");
        assertThat(field("From").getValue()).isEqualTo(day);

        goTo("from=nonsense&camera=one&range=never");
        assertThat(summary()).as("what makes no sense is passed over").startsWith("2 viewings in the last 7 days");
    }

    @Test
    void whatWasRecordedIsShownAlone() {
        database.sql("INSERT INTO recording (id, viewing_id, camera_id, camera_name, folder, file, asked_at, state)"
                        + " SELECT '00000000-0000-0000-0000-000000000000', max(id), 1, 'Front door', '/nowhere', 'f', 0, 'COMPLETE'"
                        + " FROM viewing")
                .update();
        goTo("range=all");
        $view(Checkbox.class).single().setValue(true);
        assertThat(shown()).containsExactly("Ben");
        assertThat(summary()).isEqualTo("1 viewing, those with a recording");
    }

    @Test
    void manyAreDeletedAtOnceAndTakenBackAtOnce() {
        goTo("range=all");
        choose(0, 2);
        LogSelection selection = $view(LogSelection.class).single();
        assertThat($(Span.class, selection).first().getText()).isEqualTo("2 chosen");
        click(selection, "Delete what was chosen");
        ConfirmDialog dialog = $(ConfirmDialog.class).first();
        assertThat(log.summary(LogFilter.ALL).viewings()).isEqualTo(3);
        test(dialog).confirm();
        assertThat(shown()).containsExactly("Ben");
        assertThat($view(LogSelection.class).all())
                .as("nothing is chosen any more")
                .isEmpty();

        test($(Button.class, $(Notification.class).single()).withText("Undo").single())
                .click();
        assertThat(shown()).containsExactly("Ana", "Ben", "Ben");
    }

    @Test
    void ofManyTheOnesOfOthersStay() {
        database.sql("UPDATE viewing SET member_id = 2 WHERE username = 'Ben'").update();
        goTo("range=all");
        choose(0, 1, 2);
        click($view(LogSelection.class).single(), "Delete what was chosen");
        test($(ConfirmDialog.class).first()).confirm();
        assertThat(shown()).containsExactly("Ben", "Ben");
    }

    @Test
    void whatIsChosenIsLetGoWhenSomethingElseIsShown() {
        choose(0);
        $view(Checkbox.class).single().setValue(true);
        assertThat($view(LogGrid.class).first().getSelectedItems()).isEmpty();
        assertThat($view(LogSelection.class).all()).isEmpty();
    }

    @Test
    void aLinkToARecordingThatIsGoneSaysSo() {
        for (String link : List.of("999999", "x", "-1", "99999999999999999999")) {
            goTo("watch=" + link);
            assertThat($(Notification.class).all())
                    .extracting(notice -> test(notice).getText())
                    .last()
                    .isEqualTo("This recording is not there any more. It may have been deleted.");
        }
    }

    private LogDeeds deeds() {
        return new LogDeeds(log, trash, new LogWords(Clock.systemUTC(), zone), me.get(), entry -> {}, () -> {});
    }

    private static void goTo(String address) {
        UI.getCurrent().navigate(LogsView.PATH, QueryParameters.fromString(address));
    }

    private void choose(int... rows) {
        LogGrid grid = $view(LogGrid.class).first();
        for (int row : rows) {
            grid.select(test(grid).getRow(row));
        }
    }

    private void click(LogSelection selection, String name) {
        test($(Button.class, selection)
                        .withCondition(
                                button -> button.getAriaLabel().orElse("").equals(name))
                        .single())
                .click();
    }

    private List<String> headings() {
        LogGrid grid = $view(LogGrid.class).first();
        return IntStream.range(0, test(grid).size())
                .mapToObj(row -> test(grid).getCellComponent(row, 0))
                .flatMap(cell -> $(DayHeading.class, cell).all().stream())
                .map(heading -> heading.getElement().getTextRecursively())
                .toList();
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

    /** The button with this name in the first line; either edition has it, in one cell or another. */
    private Button button(String name) {
        LogGrid grid = $view(LogGrid.class).first();
        List<Column<LogEntry>> columns =
                grid.getColumns().stream().filter(Column::isVisible).toList();
        return IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).getRenderer() instanceof SteadyCell)
                .mapToObj(column -> test(grid).getCellComponent(0, column))
                .flatMap(cell -> $(Button.class, cell).all().stream())
                .filter(button -> button.getAriaLabel().orElse("").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no button " + name));
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
