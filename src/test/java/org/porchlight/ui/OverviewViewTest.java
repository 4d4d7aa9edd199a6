package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.Tabs;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "Ana", roles = "OWNER")
class OverviewViewTest extends PageTest {

    @Autowired
    JdbcClient database;

    @Test
    void tellsHowMuchWasLookedInTheChosenDays() {
        database.sql("DELETE FROM viewing").update();
        looks("Ben", 10);
        looks("Ben", 10);
        looks("Mira", 50);
        navigate(OverviewView.class);

        assertThat(summary()).isEqualTo("2 viewings and no recordings in 30 days.");
        assertThat(texts(table("By person"))).containsExactly("2 viewings");
        assertThat(texts(table("By the hour")))
                .as("every hour of the week")
                .hasSize(7 * 24 + 1)
                .contains("2");

        test($(Tabs.class).single()).select("90 days");
        assertThat(summary()).isEqualTo("3 viewings and no recordings in 90 days.");
        assertThat(texts(table("By person"))).containsExactly("2 viewings", "1 viewing");

        test($(Tabs.class).single()).select("7 days");
        assertThat(summary()).isEqualTo("No viewings and no recordings in 7 days.");
        assertThat($(Paragraph.class).withText("Nothing yet in these days.").all())
                .hasSize(3);
    }

    private void looks(String who, int daysAgo) {
        database.sql(
                        "INSERT INTO viewing (member_id, username, camera_id, camera_name, device, started_at, seen_at, ended_at)"
                                + " VALUES (1, :who, 1, 'Front door', '', :at, :at, :at)")
                .param("who", who)
                .param("at", Instant.now().minus(daysAgo, ChronoUnit.DAYS).toEpochMilli())
                .update();
    }

    private String summary() {
        return $(Paragraph.class).withAttribute("role", "status").single().getText();
    }

    private NativeTable table(String name) {
        return named(NativeTable.class, name);
    }

    private List<String> texts(NativeTable table) {
        return $(NativeTableCell.class, table).all().stream()
                .map(cell -> cell.getElement().getTextRecursively())
                .toList();
    }
}
